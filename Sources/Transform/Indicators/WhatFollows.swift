import Records

extension IndicatorReader {
  /// An indicator with what else its figure's clause says of it: `… bình quân`, `… tăng thêm`, and
  /// the first words after the figure.
  ///
  /// What other figures take over from this one is the indicator without them.
  func completed(_ indicator: Indicator, of draft: Draft) -> Indicator {
    guard !indicator.words.isEmpty, draft.cell == nil, draft.form != .rank, draft.form != .score,
      draft.finalKind != .age
    else { return indicator }
    var builder = IndicatorBuilder(beginning: indicator)
    if let average = phrase(FollowWords.averages, before: draft) { builder.add(first: average) }
    if draft.change == .increase, let more = phrase(FollowWords.more, before: draft) {
      builder.add(first: more)
    }
    if indicator.category == nil { builder.add(first: firstWords(after: draft)) }
    guard !builder.ranges.isEmpty else { return indicator }
    var completed = builder.indicator { string($0) }
    completed.category = indicator.category
    completed.part = indicator.part
    return completed
  }

  /// One of some phrases of two words among the five tokens before a figure.
  private func phrase(_ phrases: [[WordKey]], before draft: Draft) -> Range<Int>? {
    let start = draft.tokens.lowerBound
    for place in stride(from: start - 2, through: max(draft.sentence.lowerBound, start - 5), by: -1)
    {
      if clauses.isFigure[place] || clauses.isFigure[place + 1] { return nil }
      if phrases.contains(where: { text.matches($0, at: place) }) { return place..<place + 2 }
    }
    return nil
  }

  /// At most four words after a figure that say more of it.
  private func firstWords(after draft: Draft) -> Range<Int> {
    let end = draft.tokens.upperBound
    let right = clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 4)
    guard let first = right.first, !FollowWords.joints.contains(text.word(at: first)) else {
      return end..<end
    }
    return right
  }

  private enum FollowWords {
    static let averages: [[WordKey]] = [["bình", "quân"], ["trung", "bình"]]
    static let more: [[WordKey]] = [["tăng", "thêm"]]
    static let joints: WordSet = ["và", "nhờ", "khiến", "hoặc", "hay", "nữa", "đều"]
  }
}
