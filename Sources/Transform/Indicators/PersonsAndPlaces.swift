import Records

extension IndicatorReader {
  /// Whose age a figure is.
  func age(of draft: Draft, _ memory: Memory) -> Indicator {
    let person = person(before: draft)
    if person.isEmpty, let told = memory.told.last, touches(told.draft, draft) {
      return Indicator(words: "tuổi " + told.indicator.words)
    }
    let named = entities.withFullName(person)
    var parts = [string(named)]
    if named == person, !entities.holdsName(person),
      let name = entities.entity(before: person.lowerBound, in: draft.sentence)
    {
      parts.append(string(entities.withFullName(name)))
    }
    if named == person, !entities.holdsName(person) {
      let end = draft.tokens.upperBound
      parts.append(string(clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 8)))
    }
    let words = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return Indicator(words: words.isEmpty ? "tuổi" : "tuổi " + words)
  }

  /// A place in a ranking, or a result.
  func placed(_ draft: Draft, _ left: Range<Int>, right: Range<Int>) -> Indicator {
    let isMatch = left.contains { text.word(at: $0) == Marks.match }
    var words = draft.form == .rank ? "thứ hạng " : isMatch ? "tỷ số " : "tỷ số trận "
    if !entities.holdsName(left),
      let name = entities.entity(before: draft.tokens.lowerBound, in: draft.sentence)
    {
      words += string(name) + " "
    }
    var left = left
    while let last = left.last, PlaceMarks.result.contains(text.word(at: last)) {
      left.removeLast()
    }
    words += string(left.suffix(8))
    let isSaid = right.first.map {
      ChunkWords.table.longestMatch(in: text, at: $0)?.value == .aux
    }
    if isSaid == false { words += " " + string(right.prefix(6)) }
    return Indicator(words: words)
  }

  /// The name or noun that an age belongs to: `Ngô Kim Diễm, 21 tuổi`, `HLV 44 tuổi`.
  private func person(before draft: Draft) -> Range<Int> {
    var end = draft.tokens.lowerBound
    while end > draft.sentence.lowerBound, PlaceMarks.bounds.contains(text.word(at: end - 1)) {
      end -= 1
    }
    while end > draft.sentence.lowerBound, text.tokens[end - 1].isSymbol { end -= 1 }
    var start = end
    while start > draft.sentence.lowerBound, end - start < 6, text.tokens[start - 1].isWord,
      !clauses.isFigure[start - 1], !clauses.isPeriod[start - 1]
    {
      let token = text.tokens[start - 1]
      if !token.isCapitalised, start < end, text.tokens[start].isCapitalised { break }
      start -= 1
    }
    return clauses.trimmed(start..<end)
  }

  /// Whether nothing but a mark or `từ` stands between two figures: `144 học sinh từ 6 đến 12 tuổi`.
  private func touches(_ one: Draft, _ other: Draft) -> Bool {
    let gap = one.tokens.upperBound..<max(one.tokens.upperBound, other.tokens.lowerBound)
    return gap.count <= 2
      && gap.allSatisfy { text.tokens[$0].isSymbol || text.word(at: $0) == BaseMarks.from }
  }

  /// Whether a figure is another state of what the figure before it measures: the end of a way from
  /// one level to another, or the level it is compared with.
  func repeats(_ told: Draft, _ draft: Draft) -> Bool {
    guard told.unit?.kind == draft.unit?.kind, told.unit?.code == draft.unit?.code else {
      return false
    }
    if told.change == .from, draft.change == .to { return true }
    guard draft.change == nil || draft.change == .from, draft.unit?.isCounted != true else {
      return false
    }
    var place = draft.tokens.lowerBound
    let floor = max(told.tokens.upperBound, place - 8)
    while place > floor {
      if text.matches(BaseMarks.comparedWith, at: place - 1)
        || text.matches(BaseMarks.insteadOf, at: place - 1)
      {
        return true
      }
      let word = text.word(at: place - 1)
      guard clauses.isPeriod[place - 1] || BaseMarks.levels.contains(word) else { return false }
      place -= 1
    }
    return false
  }

  private enum PlaceMarks {
    static let bounds: WordSet = ["từ", "dưới", "trên", "khoảng", "gần", "hơn"]
    static let result: WordSet = ["tỷ", "tỉ", "số", "với"]
  }

  private enum BaseMarks {
    static let from: WordKey = "từ"
    static let comparedWith: [WordKey] = ["so", "với"]
    static let insteadOf: [WordKey] = ["thay", "vì"]
    static let levels: WordSet = [
      "với", "vì", "mức", "con", "số", "là", "khoảng", "hơn", "gần", "của", "từ", "chỉ", "cùng",
      "kỳ", "(", "mốc", "cũ", "trước", "đó",
    ]
  }
}
