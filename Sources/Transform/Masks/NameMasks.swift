import Records

/// A label of the lexicon: what it makes of the number after it.
struct NumberLabel: Sendable {
  var reason: Reason

  /// Whether it holds whatever follows the number.
  var isStrong: Bool

  static let table = PhraseTable(
    rows(ofLexicon: LexiconFiles.notFigureLabels).compactMap {
      row -> (phrase: String, value: NumberLabel)? in
      guard row.count >= 2, let reason = Reason(rawValue: String(row[1])) else { return nil }
      return (
        String(row[0]), NumberLabel(reason: reason, isStrong: row.count > 2 && row[2] == "strong")
      )
    }
  )
}

extension MaskReader {
  /// `F0`, `PM2.5`, `Covid-19`, `5G`, `29C-123.45`: a number that touches letters.
  func glued(at index: Int) -> Mask? {
    if text.isTight(at: index), let before = text.token(at: index - 1) {
      if before.isWord, !isGluedByMistake(before, at: index) {
        return Mask(tokens: index..<index + 1, reason: .name)
      }
      if MaskReader.Marks.dashes.contains(before.key), text.isTight(at: index - 1),
        let name = text.token(at: index - 2), name.isWord,
        name.isCapitalised || !name.hasSpaceBefore
      {
        return Mask(tokens: index..<index + 1, reason: .name)
      }
    }
    guard let after = text.token(at: index + 1), after.isWord, !after.hasSpaceBefore else {
      return nil
    }
    if Words.hours.contains(after.key), let minutes = text.token(at: index + 2), minutes.isNumber,
      !minutes.hasSpaceBefore, minutes.count == 2
    {
      return Mask(tokens: index..<index + 3, reason: .clockTime)
    }
    let amount = amounts.amount(at: index, limit: text.count)
    if let amount, amount.tokens.count > 1 { return nil }
    if let amount,
      let unit = units.unit(at: index + 1, after: amount, limit: text.count), unit.isKnown
    {
      return nil
    }
    return Mask(tokens: index..<tightRun(at: index).upperBound, reason: .name)
  }

  /// `tăng2,15%`: a small word that a space is missing after.
  private func isGluedByMistake(_ word: Token, at index: Int) -> Bool {
    guard !word.isCapitalised, word.count >= 3, let next = text.token(at: index + 1) else {
      return false
    }
    return next.key == AmountReader.percent || AmountReader.scaleTable[next.key] != nil
  }

  /// `quận 7`, `Điều 174 và 341`, `lớp 5, 9, 12`, `bão số 13`.
  func labelled(at index: Int, in sentence: Range<Int>) -> Mask? {
    guard let before = text.token(at: index - 1), before.isWord,
      !text.tokens[index].flags.contains(.breakBefore)
    else { return nil }
    let start = max(sentence.lowerBound, index - 6)
    guard let match = NumberLabel.table.longestMatch(in: text, endingAt: index, from: start) else {
      return numbered(at: index, in: sentence)
    }
    let label = match.value
    let first = text.tokens[index - match.length]
    if match.length == 1, first.isCapitalised, !first.isAllCapitals, !label.isStrong,
      let name = text.token(at: index - 2), name.isWord, name.isCapitalised,
      index - 2 > sentence.lowerBound
    {
      return nil
    }
    if match.length == 1, text.word(at: index - 1) == Words.page, first.isCapitalised { return nil }
    if match.length == 1, text.word(at: index - 1) == Words.grade, isOfVerb(gradeAt: index - 1) {
      return nil
    }
    let token = DigitToken(text.tokens[index], in: text)
    guard
      label.isStrong || (token.digitCount <= 4 && (!token.hasMarks || label.reason == .table))
        || label.reason == .phone
    else { return nil }
    let amount = amounts.amount(at: index, limit: text.count)
    if let amount, amount.hasScale { return nil }
    if !label.isStrong, countsSomething(at: index) { return nil }
    return Mask(tokens: index..<listEnd(from: index), reason: label.reason)
  }

  /// Whether the `cấp` at a token is no grade but gives something: `nâng cấp 16 trạm`, `cấp 500 tấn gạo`.
  private func isOfVerb(gradeAt index: Int) -> Bool {
    if Words.beforeGiving.contains(text.word(at: index - 1)) { return true }
    guard let amount = amounts.amount(at: index + 1, limit: text.count), let value = amount.value,
      value > ExactNumber(20)
    else { return false }
    return countsSomething(at: index + 1)
  }

  /// Whether a unit that the lexicon knows follows the number.
  func countsSomething(at index: Int) -> Bool {
    guard let amount = amounts.amount(at: index, limit: text.count) else { return false }
    let end = amount.tokens.upperBound
    if Words.pairMarks.contains(text.word(at: end)),
      text.token(at: end + 1)?.isNumber == true,
      let upper = amounts.amount(at: end + 1, limit: text.count)
    {
      return units.unit(at: upper.tokens.upperBound, after: upper, limit: text.count)?.isKnown
        == true
    }
    return units.unit(at: end, after: amount, limit: text.count)?.isKnown == true
  }

  /// `số 39`: unless it is a con số, a tổng số, or a rank.
  private func numbered(at index: Int, in sentence: Range<Int>) -> Mask? {
    guard text.word(at: index - 1) == Words.number, index - 1 >= sentence.lowerBound,
      !Words.beforeNumber.contains(text.word(at: index - 2)),
      text.tokens[index - 1].isCapitalised && index - 1 > sentence.lowerBound
        || !countsSomething(at: index)
    else { return nil }
    if Words.afterRank.contains(text.word(at: index + 1)) { return nil }
    return Mask(tokens: index..<listEnd(from: index), reason: .name)
  }

  /// The end of a list of bare numbers: `5, 9, 12`, `174 và 341`, `1-3`.
  private func listEnd(from index: Int) -> Int {
    var end = index + 1
    while end + 1 < text.count, Words.listMarks.contains(text.word(at: end)),
      text.tokens[end + 1].isNumber, text.tokens[end + 1].count <= 4,
      !text.tokens[end + 1].flags.contains(.breakBefore), !countsSomething(at: end + 1)
    {
      end += 2
    }
    return end
  }

  /// `thứ 35`, except in a ranking.
  func ordinal(at index: Int) -> Mask? {
    guard text.word(at: index - 1) == Words.ordinal, !isRank(beforeOrdinalAt: index - 1) else {
      return nil
    }
    return Mask(tokens: index..<index + 1, reason: .ordinal)
  }

  /// Whether the `thứ` at a token tells a place in a ranking.
  func isRank(beforeOrdinalAt index: Int) -> Bool {
    for place in stride(from: index - 1, to: max(-1, index - 4), by: -1) {
      if Words.ranking.contains(text.word(at: place)) { return true }
      if text.tokens[place].isSymbol { break }
    }
    if Words.moves.contains(text.word(at: index - 1)),
      Words.verbsOfMoves.contains(text.word(at: index - 2))
    {
      return true
    }
    // `vị trí thứ năm, rồi thứ tư`: the second of two.
    guard Words.beforeSecond.contains(text.word(at: index - 1)) else { return false }
    for place in stride(from: index - 2, to: max(-1, index - 8), by: -1)
    where text.word(at: place) == Words.ordinal {
      return (max(0, place - 3)..<place).contains { Words.ranking.contains(text.word(at: $0)) }
    }
    return false
  }

  enum Words {
    static let hours: WordSet = ["h", "g"]
    static let page: WordKey = "trang"
    static let number: WordKey = "số"
    static let ordinal: WordKey = "thứ"
    static let beforeNumber: WordSet = [
      "con", "tổng", "dân", "tỷ", "chỉ", "doanh", "hệ", "đa", "trị", "hằng",
    ]
    static let afterRank: WordSet = ["thế", "Việt", "châu", "Đông", "toàn"]
    static let listMarks: WordSet = [",", "và", "-", "–", "đến", "hoặc", "hay", "+"]
    static let moves: WordSet = ["lên", "xuống"]
    static let verbsOfMoves: WordSet = [
      "rơi", "tụt", "rớt", "vươn", "leo", "nhảy", "vượt", "trượt", "bật", "tiến", "thăng",
    ]
    static let grade: WordKey = "cấp"
    static let beforeGiving: WordSet = [
      "nâng", "cung", "trợ", "cứu", "tiếp", "được", "đã", "sẽ", "vừa", "mới", "chu",
    ]
    static let beforeSecond: WordSet = ["rồi", "và", "xuống", "lên", "sang", "là"]
    static let pairMarks: WordSet = ["-", "–", "—", "/"]
    static let ranking: WordSet = ["đứng", "xếp", "hạng", "vị", "trí", "xếp"]
  }
}
