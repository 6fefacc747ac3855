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
    var period = resolve(first, isBase: isBase)
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

  private mutating func append(_ mention: PeriodMention, _ expression: TimeExpression) {
    var mention = mention
    let start = mention.tokens.lowerBound
    if mention.reason == "date" && isCitation(start) || isAside(start) { mention.isBase = true }
    if isStamp(mention) { (mention.isBase, mention.isStamp) = (true, true) }
    mention.isPlanned = isPlanned(start)
    mention.force = force(of: mention, expression)
    mentions.append(mention)
    if let day = mention.end ?? mention.start {
      if mention.start == mention.end { reader.lastDay = day }
      reader.lastYear = day.year
      remember(mention)
      if !mention.isBase { frame = (mention.period, paragraph) }
    }
  }

  /// Keeps a week, month or quarter for when the text says `trong tuần` and so on.
  private mutating func remember(_ mention: PeriodMention) {
    guard let start = mention.start, let end = mention.end, !mention.isBase else { return }
    switch end.number - start.number + 1 {
    case 5...7 where mention.reason == "date": week = mention.period
    case 28...31 where start.parts.day == 1: month = mention.period
    case 90...92 where start.parts.day == 1: quarter = mention.period
    default: break
    }
  }

  /// How far a mention is in force: spans that reports are made of until the next such, single
  /// months and years until the paragraph ends, anything else not beyond its sentence.
  private func force(
    of mention: PeriodMention,
    _ expression: TimeExpression
  ) -> PeriodMention.Force {
    guard !mention.isBase, !mention.isPlanned, let end = mention.end else { return .sentence }
    guard let start = mention.start else {
      return reader.today.map { end <= $0 } == true ? .paragraph : .sentence
    }
    switch expression.shape {
    case .relative(let meaning) where meaning.unit == .year && meaning.count == 0: break
    case .relative, .fixed: return .sentence
    case .schoolYear:
      // Its report comes when it is over, or nearly so.
      return reader.today.map { end.number - $0.number < 60 } == true ? .report : .paragraph
    case .months, .years, .day, .samePeriod, .none: break
    }
    let length = end.number - start.number + 1
    let before = max(0, mention.tokens.lowerBound - 5)..<mention.tokens.lowerBound
    if before.contains(where: { text.word(at: $0) == Self.season }) { return .report }
    if length < 4 { return .sentence }
    return length < 365 && !(28...31).contains(length) ? .report : .paragraph
  }

  /// Whether a date is that of a list's entry, to whose headline it sticks: `- 06-08-2026Tên bài`.
  private func isStamp(_ mention: PeriodMention) -> Bool {
    guard mention.reason == "date", let next = text.token(at: mention.tokens.upperBound),
      next.isWord, next.isCapitalised, !next.hasSpaceBefore
    else { return false }
    return mention.tokens.lowerBound - text.paragraph(at: mention.tokens.lowerBound).lowerBound <= 1
  }

  /// Reads what `-`, `đến` or `tới` joins to an expression.
  private func readRangeEnd(after first: TimeExpression) -> TimeExpression? {
    guard !first.isSamePeriod else { return nil }
    var place = first.tokens.upperBound
    let isDash = reader.isDash(place)
    guard isDash || text.word(at: place) == TimeWords.to || text.word(at: place) == TimeWords.until
    else { return nil }
    place += 1
    while place < first.tokens.upperBound + 4, Self.fillers.contains(text.word(at: place)) {
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
        ?? (isDash ? reader.readMonthNumber(at: place) : nil)
    case .years: second = reader.readYear(at: place) ?? reader.readYears(at: place)
    case .none where first.reason == "clock_time": second = reader.readClock(at: place)
    default: second = nil
    }
    return second
  }

  private enum Lead {
    case from, to, before, none
  }

  /// What stands before an expression and belongs to it.
  private func leading(_ start: Int) -> (tokens: Range<Int>, kind: Lead) {
    var place = start - 1
    while place >= start - 5, Self.fillers.contains(text.word(at: place)) { place -= 1 }
    guard place >= (mentions.last?.tokens.upperBound ?? 0) else { return (start..<start, .none) }
    switch text.word(at: place) {
    case TimeWords.from: return (place..<start, .from)
    case TimeWords.to, TimeWords.until: return (place..<start, .to)
    case Self.before where place == start - 1: return (place..<start, .before)
    default: return (start..<start, .none)
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

  /// Whether something is compared with what begins at a token: `so với năm 2019`, `gấp đôi năm
  /// ngoái`, `cao hơn hôm qua`.
  private func isCompared(_ start: Int) -> Bool {
    let first = text.sentence(at: start).lowerBound
    var place = start - 1
    while place >= max(first, start - 9) {
      let key = text.word(at: place)
      if key == Self.since, text.word(at: start) != TimeWords.first { return true }
      if Self.comparisons.contains(key) { return place >= start - 2 || key != Self.than }
      if Self.stops.contains(key) { return false }
      place -= 1
    }
    return false
  }

  /// Whether a date is that of a law or a decision: `Nghị định số 108/2014/NĐ-CP ngày 20/11/2014`.
  private func isCitation(_ start: Int) -> Bool {
    guard let token = text.token(at: start - 1), token.isWord, token.isAllCapitals else {
      return false
    }
    let before = text.word(at: start - 2)
    return before == TimeWords.hyphen || before == TimeWords.slash
  }

  /// Whether a time is told by the way: when somebody was born, a law made.
  private func isAside(_ start: Int) -> Bool {
    Self.asides.longestMatch(in: text, endingAt: start, from: max(0, start - 3)) != nil
  }

  /// Whether a plan, a target or a budget is what begins at a token measures.
  private func isPlanned(_ start: Int) -> Bool {
    for place in stride(from: start - 1, to: max(0, start - 5), by: -1) {
      guard let token = text.token(at: place), token.isWord else { return false }
      if Self.plans.longestMatch(in: text, at: place) != nil { return true }
    }
    return false
  }

  private static let plans = PhraseTable<Bool>([
    ("kế hoạch", true), ("dự toán", true), ("mục tiêu", true), ("chỉ tiêu", true),
    ("nghị quyết", true),
  ])
  private static let asides = PhraseTable<Bool>(
    [
      "sinh", "sinh vào", "ban hành", "gia nhập", "từ trần", "mất", "thành lập từ", "công bố",
      "công bố hồi", "công bố đầu", "công bố vào",
    ].map {
      ($0, true)
    }
  )
  private static let before: WordKey = "trước"
  private static let since: WordKey = "kể"
  private static let season: WordKey = "vụ"
  private static let than: WordKey = "hơn"
  private static let fillers: Set<WordKey> = [
    "hết", "cuối", "đầu", "giữa", "thời", "điểm", "ngày", "khoảng", "mốc", "hồi", "trong", "sáng",
    "chiều", "tối", "trưa", "đêm", "tháng",
  ]
  private static let comparisons: Set<WordKey> = ["so", "hơn", "gấp", "kém", "như", "thay"]
  private static let stops: Set<WordKey> = [",", ";", "(", ")", ":", "đạt", "là", "và", "từ"]
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
