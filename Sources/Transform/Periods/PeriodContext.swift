import Records

extension ContextResolver {
  /// The days that a figure is about; open on both sides where the text does not say.
  ///
  /// - Parameters:
  ///   - tokens: The figure.
  ///   - hints: What is known of it.
  /// - Returns: What its sentence says, else what the paragraph or the article is about where such
  ///   a figure takes that over.
  func period(ofFigureAt tokens: Range<Int>, hints: Hints = Hints()) -> Period {
    guard hints.kind != .age else { return .unknown }
    let sentence = text.sentence(at: tokens.lowerBound)
    let nearby = mentions(around: tokens, in: sentence, hints)
    if let base = nearby.base, isBracketed(tokens, after: base) { return base.period }
    if let after = nearby.after, isRightAfter(after, tokens) { return told(by: after, hints) }
    if isPunishment(tokens, hints), let day = verdictDay { return .day(day) }
    if hints.change == .from, hints.status == .actual { return .unknown }
    if let before = nearby.before {
      return before.isNow(in: text) ? .unknown : told(by: before, since: nearby.base, hints)
    }
    if let after = nearby.after { return told(by: after, hints) }
    return inherited(by: tokens, in: sentence, hints) ?? .unknown
  }

  private typealias Nearby = (before: PeriodMention?, after: PeriodMention?, base: PeriodMention?)

  /// The nearest mentions of a figure's sentence that may tell its time.
  private func mentions(
    around tokens: Range<Int>,
    in sentence: Range<Int>,
    _ hints: Hints
  ) -> Nearby {
    var found: Nearby = (nil, nil, nil)
    let next = firstIndex(periods, from: tokens.lowerBound) { $0.tokens.lowerBound }
    var index = next - 1
    while index >= max(0, next - Self.reach),
      periods[index].tokens.lowerBound >= sentence.lowerBound
    {
      let mention = periods[index]
      if mention.isBase, found.base == nil { found.base = mention }
      if !mention.isBase, counts(mention), found.before == nil { found.before = mention }
      index -= 1
    }
    index = next
    while index < min(periods.count, next + Self.reach), found.after == nil,
      periods[index].tokens.lowerBound < sentence.upperBound
    {
      let mention = periods[index]
      let isOfPlan = mention.isPlanned && [.actual, .estimate].contains(hints.status)
      if !mention.isBase, !isOfPlan, mention.start != nil || mention.end != nil {
        found.after = mention
      }
      if found.base == nil, mention.isBase { found.base = mention }
      index += 1
    }
    return found
  }

  /// How many mentions to each side of a figure are looked at.
  private static let reach = 24

  /// A mention's days as a figure's: of what changed until a day since the day it is compared with,
  /// and only the end of what is foreseen for the end of a year.
  private func told(
    by mention: PeriodMention,
    since base: PeriodMention? = nil,
    _ hints: Hints
  ) -> Period {
    var period = mention.period
    let isForeseen = hints.status == .forecast || hints.status == .target
    if isForeseen, text.word(at: mention.tokens.lowerBound) == TimeWords.last { period.start = nil }
    if mention.start == nil, hints.change == .increase || hints.change == .decrease,
      let day = base?.end, base?.start == day, let end = mention.end, day < end
    {
      period.start = day.adding(days: 1)
    }
    return period
  }

  /// Whether a mention names days, or says that it is now.
  private func counts(_ mention: PeriodMention) -> Bool {
    mention.start != nil || mention.end != nil || mention.isNow(in: text)
  }

  /// Whether a figure stands in brackets right after what something is compared with.
  private func isBracketed(_ tokens: Range<Int>, after base: PeriodMention) -> Bool {
    let gap = max(0, tokens.lowerBound - base.tokens.upperBound)
    return base.tokens.upperBound <= tokens.lowerBound && gap <= 2
      && text.word(at: base.tokens.upperBound) == TimeWords.opening
  }

  /// Whether a period stands so close after a figure that it is the figure's: `33% năm 2025`.
  private func isRightAfter(_ mention: PeriodMention, _ tokens: Range<Int>) -> Bool {
    guard mention.tokens.lowerBound - tokens.upperBound <= 4 else { return false }
    return (tokens.upperBound..<mention.tokens.lowerBound).allSatisfy {
      text.tokens[$0].isWord && !Self.breaks.contains(text.word(at: $0))
    }
  }

  private static let breaks: Set<WordKey> = [
    "và", "xuống", "lên", "còn", "so", "từ", "nhưng", "thì",
  ]

  /// Whether a length of time is a sentence: `phạt 9 năm 6 tháng tù`.
  private func isPunishment(_ tokens: Range<Int>, _ hints: Hints) -> Bool {
    guard hints.kind == .duration else { return false }
    let around = tokens.lowerBound - 3..<tokens.upperBound + 2
    return around.contains { Self.punishments.contains(text.word(at: $0)) }
  }

  private static let punishments: Set<WordKey> = ["tù", "phạt", "tuyên", "án", "giam", "chế"]

  /// The first day that an article names.
  private var verdictDay: Day? {
    periods.prefix(3).first { $0.reason == "date" && !$0.isBase && $0.start == $0.end }?.start
  }
}

extension PeriodMention {
  /// Whether it says `hiện`: no day.
  func isNow(in text: ArticleText) -> Bool {
    start == nil && end == nil && text.word(at: tokens.lowerBound) == Self.now
  }

  private static let now: WordKey = "hiện"
}
