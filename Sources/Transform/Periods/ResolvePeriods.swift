extension PeriodFinder {
  /// The days that an expression means; what it leaves out is reckoned from the day that the text
  /// speaks from, the past before the future.
  ///
  /// - Parameters:
  ///   - expression: What to resolve.
  ///   - isBase: Whether something is compared with it: then `tháng trước` is the month before the
  ///     figure's own.
  /// - Returns: The days; open on both sides where there is no telling.
  func resolve(_ expression: TimeExpression, isBase: Bool = false) -> Period {
    switch expression.shape {
    case .day(let day, let month, let year):
      return resolve(day: day, month: month, year: year).map(Period.day) ?? .unknown
    case .months(let months, let year):
      if let year { return Period.months(months, of: year) ?? .unknown }
      let isToCome = Self.coming.contains(text.word(at: expression.tokens.upperBound))
      return nearest(ahead: isToCome ? 1 : 8) { Period.months(months, of: $0) } ?? .unknown
    case .years(let years):
      return Period.years(years.lowerBound, years.upperBound) ?? .unknown
    case .schoolYear(let year): return Period.schoolYear(from: year) ?? .unknown
    case .fixed(let period): return period
    case .relative(let meaning):
      guard let today = reader.today else { return .unknown }
      if let named = named(meaning.unit, expression) { return named }
      let own = isBase && meaning.unit != .day ? frame : nil
      guard let own, own.paragraph == paragraph, let end = own.period.end else {
        return RelativeTimes.period(of: meaning, from: today)
      }
      return RelativeTimes.period(of: meaning, from: end)
    case .samePeriod(let year): return samePeriod(year: year)
    case .none: return .unknown
    }
  }

  /// What `trong tuần`, `trong tháng`, `trong quý` mean: such a time that was named before.
  private func named(_ unit: RelativeTimes.Unit, _ expression: TimeExpression) -> Period? {
    let last = text.word(at: expression.tokens.upperBound - 1)
    switch unit {
    case .day
    where last == TimeWords.day && text.word(at: expression.tokens.lowerBound) == Self.within:
      return reader.lastDay.map(Period.day)
    case .week where last == TimeWords.week: return week
    case .month where last == TimeWords.month: return month
    case .quarter where last == TimeWords.quarter: return quarter
    default: return nil
    }
  }

  private func resolve(day: Int, month: Int?, year: Int?) -> Day? {
    guard let today = reader.today else {
      return month.flatMap { month in year.flatMap { Day(year: $0, month: month, day: day) } }
    }
    if let month, let year { return Day(year: year, month: month, day: day) }
    if let month {
      return nearest(ahead: 4) { Day(year: $0, month: month, day: day).map(Period.day) }?.start
    }
    let (thisYear, thisMonth, _) = today.parts
    let here = Day(year: thisYear, month: thisMonth, day: day)
    if let here, here.number - today.number <= 10 { return here }
    let before = today.adding(months: -1).parts
    return Day(year: before.year, month: before.month, day: day)
  }

  private static let coming: WordSet = ["tới", "sắp"]

  /// Of a period in this year and those beside it the nearest, each day ahead counting as several
  /// past ones.
  private func nearest(ahead: Int, _ period: (Int) -> Period?) -> Period? {
    guard let today = reader.today else { return nil }
    var best: (distance: Int, period: Period)?
    for year in today.year - 1...today.year + 1 {
      guard let found = period(year), let start = found.start, let end = found.end else { continue }
      let distance =
        end < today ? today.number - end.number : max(0, ahead * (start.number - today.number))
      if distance < best?.distance ?? .max { best = (distance, found) }
    }
    return best?.period
  }

  /// The days of the figure's own period in an earlier year.
  private func samePeriod(year: Int?) -> Period {
    guard let own = frame, own.paragraph == paragraph || paragraph - own.paragraph <= 1,
      let end = own.period.end
    else { return year.flatMap(Period.year) ?? .unknown }
    let shift = year.map { $0 - end.year } ?? -1
    guard shift != 0 else { return own.period }
    return own.period.shifted(years: shift)
  }

  /// The day a text speaks from where that is long before it was published: the first one of its
  /// beginning that is said with the time of day, as in `Sáng 23/3`.
  func spokenOn(published: Day) -> Day? {
    for mention in mentions.prefix(12) where mention.tokens.lowerBound < 150 {
      guard mention.reason == .date, let day = mention.start, day == mention.end,
        day < published, published.number - day.number < 300
      else { continue }
      let isToday = mention.tokens.contains { TimeWords.partsOfDay.contains(text.word(at: $0)) }
      let isTomorrow = mention.tokens.contains { text.word(at: $0) == Self.tomorrow }
      guard isToday || isTomorrow else { continue }
      guard published.number - day.number > 10 else { return nil }
      return isTomorrow ? day.adding(days: -1) : day
    }
    return spokenAfter(published: published) ?? weekEnd(published: published)
  }

  /// The Friday before, where a text of the days after tells of `phiên cuối tuần`.
  private func weekEnd(published: Day) -> Day? {
    guard [1, 6, 7].contains(published.weekday),
      (0..<min(text.count, 300)).contains(where: { isLastSession($0) })
    else { return nil }
    return published.adding(days: published.weekday == 1 ? -3 : 5 - published.weekday)
  }

  private func isLastSession(_ index: Int) -> Bool {
    guard text.word(at: index) == Self.lastSession[0] else { return false }
    if text.matches(Self.lastSession, at: index) { return true }
    return (index + 1...index + 4).contains { reader.weekday(at: $0)?.weekday == 5 }
  }

  private static let lastSession: [WordKey] = ["phiên", "cuối", "tuần"]

  /// The day after the first one named, where the text says `hôm qua` and all it names is long past.
  private func spokenAfter(published: Day) -> Day? {
    let isYesterday = mentions.contains { mention in
      mention.reason == .period && mention.start == mention.end
        && mention.start == published.adding(days: -1)
    }
    guard isYesterday,
      let first = mentions.first(where: { $0.reason == .date && $0.start == $0.end })?.start,
      first < published, published.number - first.number > 45,
      published.number - first.number < 300
    else { return nil }
    return first.adding(days: 1)
  }

  private static let within: WordKey = "trong"
  private static let tomorrow: WordKey = "mai"
}

extension Period {
  static let unknown = Period(start: nil, end: nil)
}
