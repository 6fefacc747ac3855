extension ContextResolver {
  /// The region or the world where a sentence speaks of that: `nhu cầu toàn cầu`.
  func region(for tokens: Range<Int>, in sentence: Range<Int>) -> PlaceMention? {
    let next = firstIndex(places, from: tokens.lowerBound) { $0.tokens.lowerBound }
    var index = next - 1
    while index >= max(0, next - 6), places[index].tokens.lowerBound >= sentence.lowerBound {
      let mention = places[index]
      let before = text.word(at: mention.tokens.lowerBound - 1)
      if mention.level == .region, mention.role != .origin, before != Self.with,
        !isOfLand || Self.worlds.contains(text.word(at: mention.tokens.lowerBound))
      {
        return mention
      }
      index -= 1
    }
    return nil
  }

  /// Whether an article is about Việt Nam as a whole, for which continents are only markets.
  private var isOfLand: Bool { topic.isNational || topic.place?.code == "VN" }

  private static let worlds: WordSet = ["thế", "toàn", "trái", "hành"]

  private static let with: WordKey = "với"

  /// The places of a list that ends with one, `Phú Yên và Khánh Hòa`, which have no code.
  ///
  /// `lần lượt` gives each its own figure.
  func several(
    with place: PlaceMention,
    for tokens: Range<Int>
  ) -> (name: String, code: String?)? {
    let end = firstIndex(places, from: place.tokens.lowerBound) { $0.tokens.lowerBound }
    var first = end
    while first > 0, first > end - 12, isListed(places[first - 1], before: places[first]) {
      first -= 1
    }
    guard first < end, places[first..<end].contains(where: { $0.code != place.code }) else {
      return nil
    }
    if let turn = turn(of: tokens, after: place), first + turn <= end {
      return (places[first + turn].name, places[first + turn].code)
    }
    return (text.string(of: places[first].tokens.lowerBound..<place.tokens.upperBound), nil)
  }

  /// The places of a list that tells what a figure before it counts: `4 tỉnh còn dưới 90% gồm Thanh
  /// Hóa, Sơn La`, `2 thành phố là Hà Nội và TP.HCM`.
  func enumerated(
    after tokens: Range<Int>,
    in sentence: Range<Int>
  ) -> (name: String, code: String?)? {
    let first = firstIndex(places, from: tokens.upperBound) { $0.tokens.lowerBound }
    guard first + 1 < places.count, places[first].tokens.upperBound < sentence.upperBound,
      places[first].level >= .province, isListed(places[first], before: places[first + 1]),
      places[first].code != places[first + 1].code
    else { return nil }
    let gap = tokens.upperBound..<places[first].tokens.lowerBound
    guard gap.count <= 12, gap.contains(where: { Self.introducing.contains(text.word(at: $0)) }),
      gap.allSatisfy({ text.tokens[$0].isWord || text.word(at: $0) == TimeWords.colon }),
      Self.units.contains(text.word(at: tokens.upperBound - 1)) || isOfUnits(tokens, in: sentence)
    else { return nil }
    var last = first + 1
    while last + 1 < places.count, isListed(places[last], before: places[last + 1]) { last += 1 }
    let words = places[first].tokens.lowerBound..<places[last].tokens.upperBound
    return (text.string(of: words), nil)
  }

  /// Whether the clause of a figure counts units: `4 tỉnh có tỷ lệ dưới 90%`.
  private func isOfUnits(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    for place in stride(
      from: tokens.lowerBound - 1,
      to: max(sentence.lowerBound, tokens.lowerBound - 20),
      by: -1
    ) {
      if text.tokens[place].isSymbol, text.word(at: place) != TimeWords.slash { return false }
      if Self.units.contains(text.word(at: place)), text.tokens[place - 1].isNumber { return true }
    }
    return false
  }

  private static let introducing: WordSet = ["gồm", "là"]
  private static let units: WordSet = [
    "tỉnh", "phố", "thành", "huyện", "quận", "xã", "phường", "phương", "nước",
  ]

  /// The place that a line before heads a part of the article with: `Lạng Sơn: Tiêm xong trước 27/2`.
  func section(before sentence: Range<Int>) -> PlaceMention? {
    let paragraph = text.paragraph(at: sentence.lowerBound)
    var index = firstIndex(places, from: paragraph.lowerBound) { $0.tokens.lowerBound } - 1
    let floor = max(0, index - 24)
    while index >= floor {
      let mention = places[index]
      if mention.role == .dateline, mention.level >= .province {
        let head = text.paragraph(at: mention.tokens.lowerBound)
        return head.lowerBound > 0 && head.count < 40 ? mention : nil
      }
      index -= 1
    }
    return nil
  }

  /// How many figures stand before one in a list that `lần lượt` begins; `nil` where none does.
  private func turn(of tokens: Range<Int>, after place: PlaceMention) -> Int? {
    guard place.tokens.upperBound <= tokens.lowerBound,
      let start = (place.tokens.upperBound..<tokens.lowerBound).first(where: {
        text.matches(Self.inTurn, at: $0)
      })
    else { return nil }
    return (start..<tokens.lowerBound).count { text.tokens[$0].isNumber }
  }

  private static let inTurn: [WordKey] = ["lần", "lượt"]

  /// Whether `,` or `và` joins two places of one level.
  private func isListed(_ place: PlaceMention, before next: PlaceMention) -> Bool {
    guard place.level == next.level, place.role != .origin,
      next.tokens.lowerBound - place.tokens.upperBound == 1
    else { return false }
    let link = text.word(at: place.tokens.upperBound)
    if link == TimeWords.to { return text.word(at: place.tokens.lowerBound - 1) == TimeWords.from }
    return link == TimeWords.and || link == TimeWords.comma
  }
}
