import Records

extension IndicatorReader {
  /// Names the classes where figures of one unit in a sentence each have a subject of their own:
  /// `Ngô đạt 12 tấn, lúa 30 tấn`, `Dệt may (+3,8%) và xi măng (+6,4%)`.
  func nameParallels(of drafts: [Draft], in indicators: inout [Indicator]) {
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
    of drafts: [Draft],
    in indicators: inout [Indicator]
  ) {
    var runs: [(like: Draft, members: [(index: Int, subject: Range<Int>)])] = []
    for index in sentence {
      guard let subject = classSubject(of: drafts[index]) else { continue }
      if let run = runs.firstIndex(where: { isParallel($0.like, drafts[index]) }) {
        runs[run].members.append((index, subject))
      } else if runs.count < 4 {
        runs.append((drafts[index], [(index, subject)]))
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

  /// The short subject of a figure that names no measure; `nil` for what is counted or has none.
  private func classSubject(of draft: Draft) -> Range<Int>? {
    guard draft.column == nil, draft.form == .plain, let unit = draft.unit, !unit.isCounted,
      unit.kind == .percent || unit.kind == .money || unit.kind == .measure
    else { return nil }
    var (left, stop) = clauses.left(
      of: draft.tokens.lowerBound,
      floor: draft.sentence.lowerBound
    )
    if left.isEmpty, let open = stop, text.word(at: open) == Marks.open {
      left = clauses.left(of: open, floor: draft.sentence.lowerBound).words
    }
    guard (1...6).contains(left.count), head(of: left) == nil, !isMoveAlone(left) else {
      return nil
    }
    return left
  }

  /// The words that name a class, without what only leads to it: `chủ yếu ở mầm non`.
  func classWords(_ words: Range<Int>) -> Range<Int> {
    let lead = words.lastIndex { ClassMarks.leads.contains(text.word(at: $0)) }
    guard let lead, lead + 1 < words.upperBound else { return words }
    return lead + 1..<words.upperBound
  }

  private enum ClassMarks {
    static let leads: WordSet = ["ở", "là", "gồm"]
  }
}
