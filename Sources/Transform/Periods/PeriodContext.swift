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
    if hints.kind == .age { return .unknown }
    let sentence = text.sentence(at: tokens.lowerBound)
    let nearby = mentions(around: tokens, in: sentence, hints)
    if let base = nearby.base, isBracketed(tokens, after: base) { return base.period }
    if let after = nearby.after, isRightAfter(after, tokens) {
      return told(by: after, since: nil, hints)
    }
    if let base = nearby.nextBase, isDated(tokens, by: base) { return base.period }
    if isPunishment(tokens, hints) { return verdictDay.map(Period.day) ?? .unknown }
    if isLasting(tokens, hints), nearby.before.map({ outlasts($0, tokens) }) != true {
      return .unknown
    }
    if hints.change == .from { return until(nearby, hints) ?? .unknown }
    if let before = nearby.before {
      if let after = nearby.after, isOfSpeech(before, tokens),
        !isFigure(between: tokens, and: after)
      {
        return told(by: after, since: nil, hints)
      }
      if let listed = listed(before, tokens) { return listed }
      return before.isNow(in: text) ? .unknown : told(by: before, since: nearby.base, hints)
    }
    if let after = nearby.after, !isFigure(between: tokens, and: after),
      !isOfNextClause(after, than: tokens)
    {
      return told(by: after, since: nil, hints)
    }
    if let period = continued(sentence, hints) ?? inherited(by: tokens, in: sentence, hints) {
      return period
    }
    guard let after = nearby.after, !isOfNextClause(after, than: tokens) else { return .unknown }
    return told(by: after, since: nil, hints)
  }

  private struct Nearby {
    var before: PeriodMention?
    var after: PeriodMention?

    /// What something is compared with, before the figure or else after it.
    var base: PeriodMention?

    /// Such a mention after the figure.
    var nextBase: PeriodMention?
  }

  /// The nearest mentions of a figure's sentence that may tell its time.
  private func mentions(
    around tokens: Range<Int>,
    in sentence: Range<Int>,
    _ hints: Hints
  ) -> Nearby {
    var found = Nearby()
    let next = firstIndex(periods, from: tokens.lowerBound) { $0.tokens.lowerBound }
    var index = next - 1
    while index >= max(0, next - Self.reach),
      periods[index].tokens.lowerBound >= sentence.lowerBound
    {
      let mention = periods[index]
      guard !isClosed(mention, before: tokens) else {
        index -= 1
        continue
      }
      if mention.isBase, found.base == nil { found.base = mention }
      if found.before == nil, tells(mention, hints, isClose: isClose(mention, before: tokens)),
        hints.change != .to || !isOfLevelBefore(mention, tokens)
      {
        found.before = mention
      }
      index -= 1
    }
    index = firstIndex(periods, from: tokens.upperBound) { $0.tokens.lowerBound }
    while index < min(periods.count, next + Self.reach), found.after == nil,
      periods[index].tokens.lowerBound < sentence.upperBound
    {
      let mention = periods[index]
      if tells(mention, hints, isClose: false), !mention.isNow(in: text) { found.after = mention }
      if mention.isBase {
        found.base = found.base ?? mention
        found.nextBase = found.nextBase ?? mention
      }
      index += 1
    }
    return found
  }

  /// How many mentions to each side of a figure are looked at.
  private static let reach = 24

  /// Whether a mention may tell a figure's time.
  private func tells(_ mention: PeriodMention, _ hints: Hints, isClose: Bool) -> Bool {
    guard !mention.isBase else { return false }
    if mention.isNow(in: text) { return true }
    guard mention.start != nil || mention.end != nil else { return false }
    switch hints.status {
    case .actual, .estimate:
      if hints.kind == .rate || hints.kind == .rank && topic.isSport, mention.start == mention.end {
        return false
      }
      return !mention.isPlanned || isClose
    case .plan, .target, .forecast: return mention.isOverAMonth || isAhead(mention)
    case .norm: return mention.start == nil || mention.start != mention.end
    }
  }

  /// A mention's days as a figure's: of what changed until a day, since the day it is compared with.
  private func told(by mention: PeriodMention, since base: PeriodMention?, _ hints: Hints) -> Period
  {
    var period = mention.period
    guard mention.start == nil, hints.change == .increase || hints.change == .decrease,
      let base, let end = mention.end
    else { return period }
    if let day = base.end, base.start == day, day < end {
      period.start = day.adding(days: 1)
    } else if text.word(at: base.tokens.lowerBound) == TimeWords.first, let start = base.start,
      start < end
    {
      period.start = start
    }
    return period
  }

  /// Of a level that something rose or fell from: the time until the new one's, or the plan's.
  private func until(_ nearby: Nearby, _ hints: Hints) -> Period? {
    for mention in [nearby.after, nearby.before] {
      if let mention, mention.end == nil, let start = mention.start {
        return Period(start: nil, end: start.adding(days: -1))
      }
    }
    guard hints.status != .actual else { return nil }
    return nearby.before?.period
  }
}

extension PeriodMention {
  /// Whether it is longer than a month, or open.
  var isOverAMonth: Bool {
    guard let start, let end else { return true }
    return end.number - start.number > 30
  }

  /// Whether it says `hiện`: no day.
  func isNow(in text: ArticleText) -> Bool {
    start == nil && end == nil && tokens.prefix(2).contains { text.word(at: $0) == Self.now }
  }

  /// Whether it says `đến nay`: likewise.
  func isUntilNow(in text: ArticleText) -> Bool {
    start == nil && end == nil && tokens.count == 2
      && text.word(at: tokens.upperBound - 1) == TimeWords.now
      && text.word(at: tokens.lowerBound) == TimeWords.to
  }

  private static let now: WordKey = "hiện"
}
