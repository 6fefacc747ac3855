import Records

extension FigureReader {
  /// `thứ 12/63 tỉnh`, `đứng thứ ba`, `số 10 thế giới`, `hạng 5`.
  ///
  /// - Parameters:
  ///   - index: Where the number stands.
  ///   - sentence: The sentence around it.
  ///   - limit: No token from here on is read.
  /// - Returns: `nil` where the number is no place in a ranking.
  func rank(at index: Int, in sentence: Range<Int>, limit: Int) -> Draft? {
    guard index > sentence.lowerBound else { return nil }
    let before = text.word(at: index - 1)
    guard RankWords.leads.contains(before) else { return nil }
    let isOrdinal = before == MaskReader.Words.ordinal && masks.isRank(beforeOrdinalAt: index - 1)
    let isWorldRank =
      (before == MaskReader.Words.number || before == RankWords.rank)
      && isRanked(at: index)
    guard isOrdinal || isWorldRank || RankWords.places.contains(before) && isPlace(at: index) else {
      return nil
    }
    guard let amount = rankNumber(at: index, limit: limit), !amount.hasScale else { return nil }
    var draft = Draft(
      tokens: index - 1..<amount.tokens.upperBound,
      number: amount.tokens,
      amount: amount,
      form: .rank,
      kind: .rank,
      sentence: sentence
    )
    readWhole(into: &draft, limit: limit)
    return draft
  }

  /// The number of a rank: also `nhất`, `nhì`, `tư` after thứ.
  private func rankNumber(at index: Int, limit: Int) -> Amount? {
    if let amount = amounts.amount(at: index, limit: limit) { return amount }
    guard let value = RankWords.special[text.word(at: index)] else { return nil }
    return Amount(
      tokens: index..<index + 1,
      mantissa: ExactNumber(value),
      exponent: 0,
      decimals: 0,
      hasScale: false,
      isSpelled: true
    )
  }

  /// `/63 tỉnh, thành`, ` trên 63 tỉnh`, ` trong số 10 nước`.
  private func readWhole(into draft: inout Draft, limit: Int) {
    var place = draft.number.upperBound
    if text.word(at: place) == RankWords.about {
      let end = min(draft.sentence.upperBound, place + 8)
      place = (place..<end).first { text.matches(RankWords.among, at: $0) } ?? place
    }
    let mark = text.word(at: place)
    guard
      mark == PairWords.slash || mark == RankWords.on || text.matches(RankWords.among, at: place)
    else { return }
    place += 1
    if text.word(at: place) == PairWords.total { place += 1 }
    if text.word(at: place) == MaskReader.Words.number { place += 1 }
    guard place < limit, let whole = amounts.amount(at: place, limit: limit) else { return }
    draft.whole = whole
    var end = whole.tokens.upperBound
    if let unit = units.unit(at: end, after: whole, limit: limit), unit.isCounted {
      draft.unit = unit
      end = unit.tokens.upperBound
    }
    draft.tokens = draft.tokens.lowerBound..<end
  }

  /// Whether `thế giới`, a country or the like follows: `số 10 thế giới`.
  private func isRanked(at index: Int) -> Bool {
    let next = text.word(at: index + 1)
    return MaskReader.Words.afterRank.contains(next)
  }

  /// Whether `hạng 5` is a place: đứng, xếp, vươn lên stand before it.
  private func isPlace(at index: Int) -> Bool {
    for place in stride(from: index - 2, to: max(-1, index - 5), by: -1)
    where RankWords.verbs.contains(text.word(at: place)) {
      return text.tokens[index].isWord || text.tokens[index].count <= 3
    }
    return false
  }

  private enum RankWords {
    static let about: WordKey = "về"
    static let among: [WordKey] = ["trong", "số"]
    static let rank: WordKey = "hạng"
    static let on: WordKey = "trên"
    static let leads: WordSet = ["thứ", "số", "hạng", "trí"]
    static let places: WordSet = ["hạng", "trí"]
    static let verbs: WordSet = ["đứng", "xếp", "lên", "xuống", "giữ", "ở", "vị"]
    static let special: [WordKey: Int] = ["nhất": 1, "nhì": 2, "tư": 4]
  }
}
