/// Some days on end, both inclusive; a side that is `nil` is open.
package struct Period: Sendable, Hashable {
  package var start: Day?
  package var end: Day?

  package init(start: Day?, end: Day?) {
    self.start = start
    self.end = end
  }

  package static func day(_ day: Day) -> Period { Period(start: day, end: day) }

  /// - Returns: `nil` where there is no such month.
  package static func month(_ month: Int, of year: Int) -> Period? {
    months(month...month, of: year)
  }

  /// Whole months of one year.
  package static func months(_ months: ClosedRange<Int>, of year: Int) -> Period? {
    guard
      let start = Day(year: year, month: months.lowerBound, day: 1),
      let last = Day(year: year, month: months.upperBound, day: 1)
    else { return nil }
    return Period(start: start, end: last.adding(months: 1).adding(days: -1))
  }

  /// The months of a quarter, which is 1 to 4.
  package static func quarter(_ quarter: Int, of year: Int) -> Period? {
    guard (1...4).contains(quarter) else { return nil }
    return months(quarter * 3 - 2...quarter * 3, of: year)
  }

  package static func year(_ year: Int) -> Period? { months(1...12, of: year) }

  package static func years(_ first: Int, _ last: Int) -> Period? {
    guard first <= last, let start = Period.year(first), let end = Period.year(last) else {
      return nil
    }
    return Period(start: start.start, end: end.end)
  }

  /// 1 September to 31 May.
  package static func schoolYear(from year: Int) -> Period? {
    guard let start = Day(year: year, month: 9, day: 1) else { return nil }
    return Period(start: start, end: Day(year: year + 1, month: 5, day: 31))
  }

  /// Monday to Sunday.
  package static func week(of day: Day) -> Period {
    let monday = day.adding(days: 1 - day.weekday)
    return Period(start: monday, end: monday.adding(days: 6))
  }

  /// The same days some years later, or before where `years` is negative.
  package func shifted(years: Int) -> Period {
    Period(start: start?.adding(years: years), end: end.map { lastDayKept($0, months: 12 * years) })
  }

  /// The same days some months later, or before where `months` is negative.
  package func shifted(months: Int) -> Period {
    Period(start: start?.adding(months: months), end: end.map { lastDayKept($0, months: months) })
  }

  /// Whether both ends are known and every day lies in `other`.
  package func lies(within other: Period) -> Bool {
    guard let start, let end else { return false }
    return (other.start.map { $0 <= start } ?? true) && (other.end.map { end <= $0 } ?? true)
  }
}

/// Moves a day by months; a month's last day stays a month's last day.
private func lastDayKept(_ day: Day, months: Int) -> Day {
  let isLast = day.adding(days: 1).parts.day == 1
  let moved = day.adding(months: months)
  guard isLast else { return moved }
  let (year, month, _) = moved.parts
  return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? moved
}
