import Records

extension IndicatorReader {
  /// Whose age a figure is.
  func age(of draft: Draft, _ memory: Memory) -> Indicator {
    let person = person(before: draft)
    let end = draft.tokens.upperBound
    let right = clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 8)
    if person.isEmpty, let told = memory.told.last, touches(told.draft, draft) {
      let noun = told.draft.unit.map { text.string(of: $0.tokens) } ?? ""
      if noun.isEmpty { return Indicator(words: "tuổi " + told.indicator.words) }
      return Indicator(
        words: ["tuổi", noun, string(right)].filter { !$0.isEmpty }.joined(separator: " ")
      )
    }
    let named = entities.withFullName(person)
    var parts = [string(named)]
    if named == person, !entities.holdsName(person) {
      let name = entities.entity(before: person.lowerBound, in: draft.sentence)
      if let name = name.map({ entities.withFullName($0) }) ?? who(person, in: draft.sentence) {
        parts.append(string(name))
      } else {
        parts.append(string(right))
      }
    }
    let words = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return Indicator(words: words.isEmpty ? "tuổi" : "tuổi " + words)
  }

  /// Whom a noun for one that the sentences before speak of means: `tay vợt 40 tuổi`.
  private func who(_ person: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    guard let first = person.first, PlaceMarks.roles.longestMatch(in: text, at: first) != nil,
      first == sentence.lowerBound || text.tokens[first - 1].isSymbol || clauses.isPeriod[first - 1]
    else { return nil }
    return topic(before: sentence)
  }

  /// A place in a ranking, or a result.
  func placed(_ draft: Draft, _ left: Range<Int>, right: Range<Int>) -> Indicator {
    let isMatch = left.contains { text.word(at: $0) == Marks.match }
    var words = draft.form == .rank ? "thứ hạng" : isMatch ? "tỷ số" : "tỷ số trận"
    var left = left
    while let last = left.last, PlaceMarks.result.contains(text.word(at: last)) {
      left.removeLast()
    }
    let subject = referent(of: subject(of: left), in: draft.sentence)
    let told =
      subject.upperBound <= left.upperBound
      ? max(subject.upperBound, left.lowerBound) : left.lowerBound
    var parts = [subject, whole(told..<left.upperBound, fromEnd: 8)]
    if !entities.holdsName(left), subject.isEmpty || !entities.holdsName(subject),
      let name = entities.entity(before: draft.tokens.lowerBound, in: draft.sentence)
    {
      parts.insert(name, at: 0)
    }
    let isSaid = right.first.map {
      ChunkWords.table.longestMatch(in: text, at: $0)?.value == .aux
    }
    if isSaid == false { parts.append(whole(right, 6)) }
    for part in parts where !part.isEmpty {
      let said = string(part)
      if !said.isEmpty { words += " " + said }
    }
    return Indicator(words: words)
  }

  /// Who does what a clause says, up to its verb; empty where it says nobody.
  private func subject(of clause: Range<Int>) -> Range<Int> {
    let subject = deeds.mainSubject(of: clause)
    return subject ?? clause.lowerBound..<clause.lowerBound
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
    let words = clauses.trimmed(start..<end)
    guard !entities.holdsName(words) else { return words }
    // `để thua trước tay vợt 18 tuổi`
    let noun = deeds.chunker.chunks(of: words).last { $0.kind == .noun }
    return noun.map { $0.tokens } ?? words
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
    /// Nouns for somebody who is known.
    static let roles = PhraseTable(
      [
        "tay vợt", "tiền đạo", "cựu tiền đạo", "tiền vệ", "hậu vệ", "trung vệ", "thủ môn",
        "cầu thủ",
        "HLV", "nhà cầm quân", "ngôi sao", "siêu sao", "danh thủ", "chân sút", "vận động viên",
        "kỳ thủ", "tay đua", "võ sĩ", "nữ diễn viên", "nam diễn viên", "diễn viên", "ca sĩ",
        "nữ ca sĩ",
        "nam ca sĩ", "người đẹp", "hoa hậu", "cô gái", "cô nàng", "chàng trai", "người đàn ông",
        "người phụ nữ", "bị cáo", "nghi phạm", "nghi can", "nạn nhân", "chính trị gia", "tỷ phú",
        "doanh nhân", "nam sinh", "nữ sinh", "nghệ sĩ", "đạo diễn", "cựu tiền vệ", "cựu thủ môn",
      ].map { (phrase: $0, value: true) }
    )
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
