extension ContextResolver {
  /// Of a figure after two times that `và` joins, both of them, or its own where `lần lượt` gives
  /// each figure one; `nil` where a mention stands alone.
  func listed(_ mention: PeriodMention, _ tokens: Range<Int>) -> Period? {
    let index = firstIndex(periods, from: mention.tokens.lowerBound) { $0.tokens.lowerBound }
    guard index > 0, index < periods.count else { return nil }
    let other = periods[index - 1]
    guard !other.isBase, let first = other.start, let last = mention.end, first < last,
      other.end != nil, mention.start != nil,
      mention.tokens.lowerBound - other.tokens.upperBound == 1,
      text.word(at: other.tokens.upperBound) == TimeWords.and
    else { return nil }
    let gap = mention.tokens.upperBound..<max(mention.tokens.upperBound, tokens.lowerBound)
    guard let turn = gap.first(where: { text.matches(Self.inTurn, at: $0) }) else {
      return Period(start: first, end: last)
    }
    switch (turn..<tokens.lowerBound).count(where: { text.tokens[$0].isNumber }) {
    case 0: return other.period
    case 1: return mention.period
    default: return Period(start: first, end: last)
    }
  }

  private static let inTurn: [WordKey] = ["lần", "lượt"]

  /// Whether a day is only when somebody told of a figure: `Cùng ngày, Bộ Y tế cho biết có 32 ca`.
  func isOfSpeech(_ mention: PeriodMention, _ tokens: Range<Int>) -> Bool {
    guard mention.start != nil, mention.start == mention.end,
      mention.tokens.upperBound < tokens.lowerBound
    else { return false }
    return (mention.tokens.upperBound..<tokens.lowerBound).prefix(40).contains {
      Self.sayings.longestMatch(in: text, at: $0) != nil
    }
  }

  static let sayings = PhraseTable<Bool>(
    ["cho biết", "công bố", "cho hay", "thông báo", "báo cáo", "thông tin"].map { ($0, true) }
  )

  /// Whether a mention stands within brackets that close before a figure, and tells the time of
  /// another one there: `0,02% (giai đoạn 2016-2020 là 0,03%), thấp hơn 5 nước`.
  func isClosed(_ mention: PeriodMention, before tokens: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    guard text.word(at: start - 1) != TimeWords.opening else { return false }
    let end = mention.tokens.upperBound
    let reach = end..<max(end, min(tokens.lowerBound, end + 12))
    guard let close = reach.first(where: { text.word(at: $0) == TimeWords.closing }),
      (mention.tokens.upperBound..<close).contains(where: { text.tokens[$0].isNumber })
    else { return false }
    for place in stride(from: start - 1, to: max(-1, start - 24), by: -1) {
      if text.word(at: place) == TimeWords.closing { return false }
      if text.word(at: place) == TimeWords.opening { return true }
    }
    return false
  }

  /// Whether a figure is a level that a market may yet reach: `vùng hỗ trợ 1.750 điểm`.
  func isThreshold(_ tokens: Range<Int>) -> Bool {
    (tokens.lowerBound - 5..<tokens.lowerBound).contains {
      Self.thresholds.longestMatch(in: text, at: $0) != nil
    }
  }

  private static let thresholds = PhraseTable<Bool>(
    ["hỗ trợ", "kháng cự", "quanh vùng", "ngưỡng tâm lý", "vùng giá"].map { ($0, true) }
  )
}
