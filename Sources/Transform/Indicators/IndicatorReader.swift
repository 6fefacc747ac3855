import Records

/// Names what each figure of a sentence measures, in the article's own words.
///
/// A figure's own clause comes first; where it says nothing, the figure before is spoken of still.
struct IndicatorReader: Sendable {
  let text: ArticleText
  let clauses: ClauseReader

  /// What a figure measures.
  struct Indicator: Sendable {
    var words = ""

    /// The class within it; `nil` where the text breaks nothing down.
    var category: String?
  }

  /// What a sentence has said so far.
  private struct Memory {
    /// The words before the newest figure that had some.
    var subject: Range<Int>?

    /// The first figure's indicator, which a list after it breaks down.
    var head: Indicator?
    var headUnit: UnitReading?
    var last = Indicator()

    /// Where a breakdown begins: `trong đó`, a colon, a bracket.
    var breakdown: Int?

    /// Words before a colon.
    var title: Range<Int>?
  }

  /// Names all figures; they stand in the text's order.
  func indicators(of drafts: [Draft]) -> [Indicator] {
    var indicators: [Indicator] = []
    indicators.reserveCapacity(drafts.count)
    var memory = Memory()
    var sentence: Range<Int>?
    for draft in drafts {
      if draft.sentence != sentence {
        memory = Memory()
        sentence = draft.sentence
      }
      let indicator = indicator(of: draft, &memory)
      indicators.append(indicator)
      memory.last = indicator
      if memory.head == nil {
        memory.head = indicator
        memory.headUnit = draft.unit
      }
    }
    return indicators
  }

  private func indicator(of draft: Draft, _ memory: inout Memory) -> Indicator {
    let sentence = draft.sentence
    let (left, stop) = clauses.left(of: draft.tokens.lowerBound, floor: sentence.lowerBound)
    switch draft.unit?.kind {
    case .age where draft.form == .plain || draft.form == .range:
      return Indicator(words: "tuổi " + string(person(before: draft, left)))
    default: break
    }
    noteTitle(left, stop, draft, &memory)
    let own = subject(left, stop: stop, of: draft, memory)
    if let part = part(left, stop: stop, of: draft, memory) { return part }
    if draft.form == .rank { return Indicator(words: "thứ hạng " + string(own ?? left)) }
    if draft.form == .score { return Indicator(words: "kết quả " + string(own ?? left)) }
    let right = clauses.right(of: draft.tokens.upperBound, ceiling: sentence.upperBound, limit: 9)
    if !left.isEmpty { memory.subject = left }
    if draft.unit?.isCounted == true || draft.form == .ratio {
      return Indicator(words: counted(draft, left: own, right: right))
    }
    return measured(draft, left: own, right: right, memory)
  }

  /// The words that name a figure: those of its clause, or of a clause before it without figure.
  private func subject(_ left: Range<Int>, stop: Int?, of draft: Draft, _ memory: Memory)
    -> Range<Int>?
  {
    if left.count >= 2 { return left }
    guard let stop, text.word(at: stop) == Marks.comma, !clauses.isFigure[stop] else {
      return left.isEmpty ? memory.subject : left
    }
    let before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
    if before.count >= 2, before.upperBound > (memory.subject?.upperBound ?? 0) { return before }
    return left.isEmpty ? memory.subject : left
  }

  /// Words before a colon, which head a list.
  private func noteTitle(_ left: Range<Int>, _ stop: Int?, _ draft: Draft, _ memory: inout Memory) {
    guard let stop, text.word(at: stop) == Marks.colon, memory.title == nil else { return }
    let before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
    if before.count >= 2, !clauses.isFigure[max(before.upperBound - 1, 0)] { memory.title = before }
  }

  /// A part of what the sentence breaks down: `trong đó mầm non 58.412`, `(truy thu 41,2 tỷ đồng)`.
  private func part(_ left: Range<Int>, stop: Int?, of draft: Draft, _ memory: Memory)
    -> Indicator?
  {
    if draft.unit?.kind == .percent, left.count < 2 || isShare(left), memory.last.category != nil {
      return Indicator(words: "tỷ lệ " + memory.last.words, category: memory.last.category)
    }
    guard !left.isEmpty, left.count <= 9 else { return nil }
    if let title = memory.title, memory.head == nil || memory.head?.category != nil {
      return Indicator(words: string(title), category: string(left))
    }
    guard let head = memory.head, draft.unit?.kind == memory.headUnit?.kind || isLoai(left) else {
      return nil
    }
    guard isLoai(left) || isBreakdown(before: left.lowerBound, in: draft) else { return nil }
    return Indicator(words: head.words, category: string(left))
  }

  private func isShare(_ left: Range<Int>) -> Bool {
    left.count <= 2 && left.allSatisfy { Marks.share.contains(text.word(at: $0)) }
  }

  /// Whether words begin with `loại`, `hạng` …, which name a class.
  private func isLoai(_ left: Range<Int>) -> Bool {
    Marks.classes.contains(text.word(at: left.lowerBound))
  }

  /// Whether `trong đó`, `gồm` or an open bracket stands between the sentence's first figure and a
  /// part.
  private func isBreakdown(before index: Int, in draft: Draft) -> Bool {
    for place in stride(from: index - 1, to: max(draft.sentence.lowerBound, index - 60), by: -1) {
      let word = text.word(at: place)
      if word == Marks.open || word == Marks.comprise { return true }
      if word == Marks.inIt, text.word(at: place + 1) == Marks.it { return true }
      if word == Marks.close { return false }
    }
    return false
  }

  private func counted(_ draft: Draft, left: Range<Int>?, right: Range<Int>) -> String {
    var words = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
    if draft.inheritsUnit, let unit = draft.unit, unit.name == nil { words = "" }
    if !right.isEmpty { words += " " + string(right) }
    if let left, right.count < 6 { words += " " + string(left.suffix(12 - right.count)) }
    return words
  }

  private func measured(
    _ draft: Draft,
    left: Range<Int>?,
    right: Range<Int>,
    _ memory: Memory
  ) -> Indicator {
    var words = ""
    if draft.unit?.kind == .percent, draft.change == nil || draft.change == .to { words = "tỷ lệ " }
    if let left, !left.isEmpty {
      words += string(left.suffix(12))
    } else if !memory.last.words.isEmpty {
      words += memory.last.words
    }
    if !right.isEmpty, draft.change != .increase, draft.change != .decrease {
      words += " " + string(right)
    }
    return Indicator(words: words)
  }

  /// The name or noun that an age belongs to: `Ngô Kim Diễm, 21 tuổi`, `HLV 44 tuổi`.
  private func person(before draft: Draft, _ left: Range<Int>) -> Range<Int> {
    var end = draft.tokens.lowerBound
    while end > draft.sentence.lowerBound, text.tokens[end - 1].isSymbol { end -= 1 }
    var start = end
    while start > draft.sentence.lowerBound, end - start < 6, text.tokens[start - 1].isWord,
      !clauses.isFigure[start - 1], !clauses.isPeriod[start - 1]
    {
      let token = text.tokens[start - 1]
      if !token.isCapitalised, start < end, text.tokens[start].isCapitalised { break }
      start -= 1
    }
    return start..<end
  }

  private func string(_ words: Range<Int>) -> String {
    var parts: [String] = []
    var start = words.lowerBound
    for index in words where clauses.isPeriod[index] || clauses.isFigure[index] {
      if start < index { parts.append(text.string(of: start..<index)) }
      start = index + 1
    }
    if start < words.upperBound { parts.append(text.string(of: start..<words.upperBound)) }
    return parts.joined(separator: " ")
  }

  private enum Marks {
    static let comma: WordKey = ","
    static let colon: WordKey = ":"
    static let open: WordKey = "("
    static let close: WordKey = ")"
    static let comprise: WordKey = "gồm"
    static let inIt: WordKey = "trong"
    static let it: WordKey = "đó"
    static let share: Set<WordKey> = ["tỷ", "lệ", "chiếm", "trọng"]
    static let classes: Set<WordKey> = ["loại", "hạng", "nhóm", "khối", "mức"]
  }
}
