extension PeriodFinder {
  /// Adds an expression, with the one it is the first part of a range with, and what stands before
  /// them: `từ`, `đến`, `so với`.
  ///
  /// - Returns: Where to read on.
  mutating func add(_ first: TimeExpression) -> Int {
    let lead = leading(first.tokens.lowerBound)
    if let last = readRangeEnd(after: first) {
      let start = resolve(first.completed(from: last))
      var period = Period(start: start.start, end: resolve(last).end)
      if let a = period.start, let b = period.end, a > b {
        period.start = last.isYearKnown ? a.adding(years: -1) : a
        if !last.isYearKnown { period.end = b.adding(years: 1) }
      }
      let tokens = lead.tokens.lowerBound..<last.tokens.upperBound
      append(
        PeriodMention(first, tokens, period, isBase: isCompared(lead.tokens.lowerBound)),
        first
      )
      return tokens.upperBound
    }
    let isBase = first.isSamePeriod || isCompared(lead.tokens.lowerBound)
    var period = wholeYear(first) ?? resolve(first, isBase: isBase)
    var end = first.tokens.upperBound
    switch lead.kind {
    case .from where !first.isNothing:
      let until = readNow(after: end)
      if let until { end = until }
      period.end = until != nil || isYearStart(first) ? reportEnd() : nil
    case .to where !first.isNothing: period.start = nil
    case .before where !first.isNothing:
      period = Period(start: nil, end: period.start?.adding(days: -1))
    default: break
    }
    let tokens = lead.tokens.lowerBound..<end
    if isBase, first.isYearsEnd(in: text), let last = period.end { period.start = last }
    append(PeriodMention(first, tokens, period, isBase: isBase), first)
    return end
  }

  /// `cả năm`, `trong năm` with no year right after another year's time was named: that year.
  private func wholeYear(_ expression: TimeExpression) -> Period? {
    guard expression.tokens.count == 2,
      Self.wholes.contains(text.word(at: expression.tokens.lowerBound)),
      text.word(at: expression.tokens.lowerBound + 1) == TimeWords.year,
      let frame,
      paragraph - frame.paragraph
        <= (text.word(at: expression.tokens.lowerBound) == TimeWords.last ? 0 : 1),
      let end = frame.period.end,
      let today = reader.today, end < today
    else { return nil }
    return Period.year(end.year)
  }

  private static let wholes: WordSet = ["cả", "trong", "cuối"]

  private mutating func append(_ mention: PeriodMention, _ expression: TimeExpression) {
    var mention = mention
    if let first = mention.start, let last = mention.end, first > last {
      (mention.start, mention.end) = (nil, nil)
    }
    let start = mention.tokens.lowerBound
    // `từ tháng 9 đến tháng 12 hằng năm` comes again each year.
    if Self.yearly.contains(text.word(at: mention.tokens.upperBound)),
      text.word(at: mention.tokens.upperBound + 1) == TimeWords.year
    {
      (mention.start, mention.end) = (nil, nil)
    }
    if (mention.reason == .date || mention.reason == .year) && isCitation(start)
      || isAside(mention.tokens)
    {
      mention.isBase = true
    }
    if isStamp(mention) { (mention.isBase, mention.isStamp) = (true, true) }
    mention.isPlanned = isPlanned(start)
    mention.force = force(of: mention, expression)
    mentions.append(mention)
    if let day = mention.end ?? mention.start {
      if mention.start == mention.end { reader.lastDay = day }
      reader.lastYear = day.year
      remember(mention)
      if !mention.isBase, !mention.isPlanned { frame = (mention.period, paragraph) }
    }
  }

  private static let yearly: WordSet = ["hằng", "hàng"]

  /// Keeps a week, month or quarter for when the text says `trong tuần` and so on.
  private mutating func remember(_ mention: PeriodMention) {
    guard let start = mention.start, let end = mention.end, !mention.isBase else { return }
    if end.number - start.number > 3 { span = mention.period }
    if mention.force == .report, end.number - start.number > 364 { season = mention.period }
    switch end.number - start.number + 1 {
    case 5...7 where mention.reason == .date: week = mention.period
    case 28...31 where start.parts.day == 1: month = mention.period
    case 90...92 where start.parts.day == 1: quarter = mention.period
    default: break
    }
  }

  /// `từ đầu năm cho đến ngày 19/6`.
  private static let upTo: WordKey = "cho"
  private static let dayWord: WordKey = "ngày"

  /// Reads what `-`, `đến` or `tới` joins to an expression.
  private func readRangeEnd(after first: TimeExpression) -> TimeExpression? {
    guard !first.isSamePeriod else { return nil }
    var place = first.tokens.upperBound
    if text.word(at: place) == Self.upTo { place += 1 }
    let isDash = reader.isDash(place)
    guard isDash || text.word(at: place) == TimeWords.to || text.word(at: place) == TimeWords.until
    else { return nil }
    place += 1
    while place < first.tokens.upperBound + 4, text.word(at: place) != TimeWords.month,
      Self.fillers.contains(text.word(at: place))
    {
      place += 1
    }
    let second: TimeExpression?
    switch first.shape {
    case .day, .relative:
      second =
        reader.readCuedDay(at: place)
        ?? reader.readDay(at: place, isCued: true, isRange: true)
    case .months:
      second =
        reader.readMonth(at: place) ?? reader.readQuarter(at: place)
        ?? reader.readBareMonth(at: place) ?? reader.readCuedDay(at: place)
        ?? (isCuedDay(at: place) ? reader.readDay(at: place, isCued: true, isRange: true) : nil)
        ?? (isDash ? reader.readMonthNumber(at: place) : nil)
    case .years: second = reader.readYear(at: place) ?? reader.readYears(at: place)
    case .none where first.reason == .clockTime: second = reader.readClock(at: place)
    default: second = nil
    }
    return second
  }

  private func isCuedDay(at index: Int) -> Bool { text.word(at: index - 1) == Self.dayWord }

  private enum Lead {
    case from, to, before, none
  }

  /// What stands before an expression and belongs to it.
  private func leading(_ start: Int) -> (tokens: Range<Int>, kind: Lead) {
    var place = start - 1
    while place >= start - 5, Self.fillers.contains(text.word(at: place)) { place -= 1 }
    // `đến 16h ngày 20/3`: what stands before the time of day belongs to the day as well.
    if let clock = mentions.last, clock.reason == .clockTime, clock.tokens.upperBound == place + 1 {
      place = clock.tokens.lowerBound
      switch text.word(at: place) {
      case TimeWords.to, TimeWords.until: return (start..<start, .to)
      case TimeWords.from: return (start..<start, .from)
      default: return (start..<start, .none)
      }
    }
    // `hết tháng 6, dư nợ đạt …`: as `đến hết`.
    let isEnd = start > 0 && text.word(at: start - 1) == TimeWords.end
    guard place >= (mentions.last?.tokens.upperBound ?? 0) else {
      return (start..<start, isEnd ? .to : .none)
    }
    switch text.word(at: place) {
    case TimeWords.from: return (place..<start, .from)
    case TimeWords.to, TimeWords.until: return (place..<start, .to)
    case Self.before where place == start - 1: return (place..<start, .before)
    default: return (start..<start, isEnd ? .to : .none)
    }
  }

  /// `đến nay`, `tới nay`, `đến hết hôm nay` after a start; its end.
  private func readNow(after end: Int) -> Int? {
    let place = text.word(at: end) == TimeWords.comma ? end + 1 : end
    guard text.word(at: place) == TimeWords.to || text.word(at: place) == TimeWords.until else {
      return nil
    }
    if text.word(at: place + 1) == TimeWords.now { return place + 2 }
    return nil
  }

  /// The last day that a report speaks of: the end of the period named last where that is not long
  /// before the day the text speaks from, else that day.
  private func reportEnd() -> Day? {
    guard let today = reader.today else { return nil }
    if let end = frame?.period.end, end <= today, today.number - end.number <= 62 { return end }
    return today
  }

  private func isYearStart(_ expression: TimeExpression) -> Bool {
    text.word(at: expression.tokens.lowerBound) == TimeWords.first
  }

  private static let before: WordKey = "trước"
  private static let fillers: WordSet = [
    "hết", "cuối", "đầu", "giữa", "thời", "điểm", "ngày", "khoảng", "mốc", "hồi", "trong", "sáng",
    "chiều", "tối", "trưa", "đêm", "tháng",
  ]
}

extension PeriodMention {
  init(_ expression: TimeExpression, _ tokens: Range<Int>, _ period: Period, isBase: Bool) {
    self.init(
      tokens: tokens,
      start: period.start,
      end: period.end,
      reason: expression.reason,
      isBase: isBase
    )
  }
}

extension TimeExpression {
  fileprivate var isSamePeriod: Bool {
    if case .samePeriod = shape { return true }
    return false
  }

  /// Whether it is `cuối năm`, whose last day is what one compares with.
  fileprivate func isYearsEnd(in text: ArticleText) -> Bool {
    text.word(at: tokens.lowerBound) == TimeWords.last
  }

  fileprivate var isNothing: Bool { shape == .none }

  fileprivate var isYearKnown: Bool {
    switch shape {
    case .day(_, _, let year): year != nil
    case .months(_, let year): year != nil
    default: true
    }
  }
}
