import Records

extension IndicatorReader {
  /// Names the classes where figures of one unit in a sentence each have a subject of their own:
  /// `Ngô đạt 12 tấn, lúa 30 tấn`, `Dệt may (+3,8%) và xi măng (+6,4%)`.
  func nameParallels(of drafts: [Draft], in indicators: inout [Indicator]) {
    let drafts = drafts.span
    var start = 0
    while start < drafts.count {
      var end = start + 1
      while end < drafts.count, drafts[end].sentence == drafts[start].sentence { end += 1 }
      nameParallels(start..<end, of: drafts, in: &indicators)
      start = end
    }
  }

  private func nameParallels(
    _ sentence: Range<Int>,
    of drafts: Span<Draft>,
    in indicators: inout [Indicator]
  ) {
    guard sentence.count > 1 else { return }
    var runs: [(like: Int, members: [(index: Int, subject: Range<Int>)])] = []
    for index in sentence {
      guard let subject = classSubject(of: drafts[index]) else { continue }
      let run = runs.indices.first { isParallel(drafts[runs[$0].like], drafts[index]) }
      if let run {
        runs[run].members.append((index, subject))
      } else if runs.count < 4 {
        runs.append((index, [(index, subject)]))
      }
    }
    for run in runs where run.members.count >= 2 {
      // Where a breakdown has been found, what is left is its total.
      guard run.members.allSatisfy({ indicators[$0.index].category == nil }) else { continue }
      for (index, subject) in run.members {
        indicators[index].category = string(classWords(subject))
      }
    }
  }

  private func isParallel(_ one: Draft, _ other: Draft) -> Bool {
    one.unit?.kind == other.unit?.kind && one.unit?.code == other.unit?.code
      && one.change == other.change
  }

  /// The short subject of a figure that names no measure, or what a bracket around it says more of;
  /// `nil` for what is counted or has none.
  private func classSubject(of draft: Draft) -> Range<Int>? {
    guard draft.cell == nil, let unit = draft.unit, !unit.isCounted,
      ClassMarks.has(unit.kind)
    else { return nil }
    var (left, stop) = clauses.left(
      of: draft.tokens.lowerBound,
      floor: draft.sentence.lowerBound
    )
    let isInBracket = stop.map { text.word(at: $0) } == Marks.open && left.count <= 3
    if isInBracket, let open = stop {
      left = clauses.left(of: open, floor: draft.sentence.lowerBound).words
      if let close = left.last(where: { text.word(at: $0) == Marks.close }) {
        left = clauses.trimmed(close + 1..<left.upperBound)
      }
    } else if unit.kind == .age {
      return nil
    }
    guard (1...8).contains(left.count), !isMoveAlone(left) else { return nil }
    let isRest = text.matches(ClassMarks.rest, at: left.upperBound - 2)
    return isRest || head(of: left) == nil ? left : nil
  }

  /// Names the classes where things of one noun stand in a row: `hai giải Nhì, ba giải Ba`.
  func nameRows(of drafts: [Draft], in indicators: inout [Indicator]) {
    let drafts = drafts.span
    var start = 0
    while start < drafts.count {
      var end = start + 1
      while end < drafts.count, isNext(drafts[end], after: drafts[end - 1]) { end += 1 }
      if end - start >= 2, (start..<end).allSatisfy({ indicators[$0].category == nil }) {
        for index in start..<end {
          indicators[index].category = text.string(of: noun(of: drafts[index]))
        }
      }
      start = end
    }
  }

  /// Whether two figures count one noun, each with what narrows it, and nothing is between them.
  private func isNext(_ draft: Draft, after previous: Draft) -> Bool {
    guard draft.sentence == previous.sentence, draft.cell == nil, draft.change == nil,
      draft.form == .plain, let unit = draft.unit, unit.isCounted, let other = previous.unit,
      other.isCounted, !unit.tokens.isEmpty, !other.tokens.isEmpty,
      text.word(at: unit.tokens.lowerBound) == text.word(at: other.tokens.lowerBound)
    else { return false }
    let (noun, next) = (noun(of: previous), noun(of: draft))
    return (2...6).contains(noun.count) && (2...6).contains(next.count)
      && draft.tokens.lowerBound - noun.upperBound == 1
      && text.string(of: noun) != text.string(of: next)
  }

  /// What a figure counts, with what narrows it.
  private func noun(of draft: Draft) -> Range<Int> {
    let (start, end) = (draft.unit?.tokens.lowerBound, draft.tokens.upperBound)
    let right = clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 6)
    return (start ?? end)..<max(start ?? end, right.upperBound)
  }

  /// The words that name a class, without what only leads to it: `chủ yếu ở mầm non`.
  func classWords(_ words: Range<Int>) -> Range<Int> {
    let verb = words.dropFirst().first { ClassMarks.verbs.contains(text.word(at: $0)) }
    let words = words.lowerBound..<(verb ?? words.upperBound)
    let lead = words.lastIndex { ClassMarks.leads.contains(text.word(at: $0)) }
    guard let lead, lead + 1 < words.upperBound else { return words }
    return lead + 1..<words.upperBound
  }

  private enum ClassMarks {
    static func has(_ kind: Observation.Kind) -> Bool {
      switch kind {
      case .percent, .money, .measure, .age: true
      default: false
      }
    }
    static let rest: [WordKey] = ["còn", "lại"]
    static let leads: WordSet = ["ở", "là", "gồm", "sau"]
    static let verbs: WordSet = ["chiếm", "đóng", "góp", "dẫn", "giữ"]
  }
}
