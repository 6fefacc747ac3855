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
    let isInBracket =
      stop.map { text.word(at: $0) } == Marks.open && left.count <= 3
      && !entities.isNameAlone(left) && !left.contains { clauses.isPlace[$0] }
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
    var start = 0
    while start < drafts.count {
      var end = start + 1
      while end < drafts.count, drafts[end].sentence == drafts[start].sentence,
        drafts[end].unit?.isCounted == true, drafts[end - 1].unit?.isCounted == true,
        isNext(drafts[end], after: drafts[end - 1])
      {
        end += 1
      }
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
    guard isLikeCount(draft, previous) else { return false }
    let (noun, next) = (noun(of: previous), noun(of: draft))
    return (2...6).contains(noun.count) && (2...6).contains(next.count)
      && draft.tokens.lowerBound - noun.upperBound == 1
      && text.string(of: noun) != text.string(of: next)
  }

  /// Whether two figures of a sentence count things by one noun.
  private func isLikeCount(_ draft: Draft, _ other: Draft) -> Bool {
    guard draft.sentence == other.sentence, draft.cell == nil, draft.change == nil,
      draft.form == .plain, let unit = draft.unit, unit.isCounted, let second = other.unit,
      second.isCounted, !unit.tokens.isEmpty, !second.tokens.isEmpty
    else { return false }
    return text.word(at: unit.tokens.lowerBound) == text.word(at: second.tokens.lowerBound)
  }

  /// Names the classes where a sentence counts things by one noun that are said to be of different
  /// kinds, other things between them: `30 dự án của tỉnh (2 tỷ đồng), 12 dự án của huyện`.
  func nameKinds(of drafts: [Draft], in indicators: inout [Indicator]) {
    for index in drafts.indices where indicators[index].category == nil {
      guard let unit = drafts[index].unit, unit.isCounted else { continue }
      let kind = kind(of: drafts[index])
      guard (1...6).contains(kind.count) else { continue }
      let near = max(0, index - 6)..<min(drafts.count, index + 7)
      let isOneOfSome = near.contains {
        guard $0 != index, isLikeCount(drafts[index], drafts[$0]) else { return false }
        let other = self.kind(of: drafts[$0])
        return (1...6).contains(other.count)
          && text.word(at: other.lowerBound) == text.word(at: kind.lowerBound)
          && text.string(of: other) != text.string(of: kind)
      }
      if isOneOfSome { indicators[index].category = text.string(of: kind) }
    }
  }

  /// What narrows the noun that a figure counts.
  private func kind(of draft: Draft) -> Range<Int> {
    let end = draft.tokens.upperBound
    return clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 7)
  }

  /// What a figure counts, with what narrows it.
  private func noun(of draft: Draft) -> Range<Int> {
    let (start, end) = (draft.unit?.tokens.lowerBound, draft.tokens.upperBound)
    var right = clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 6)
    if right.isEmpty { right = moving(draft) }
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
