/// An expression of time as the text has it, before its missing parts are reckoned.
struct TimeExpression: Sendable, Equatable {
  enum Shape: Sendable, Equatable {
    /// A day, its month and year where the text has them.
    case day(Int, month: Int?, year: Int?)

    /// Whole months of one year, from 1; a quarter and `9 tháng đầu năm` are such.
    case months(ClosedRange<Int>, year: Int?)

    /// Whole years.
    case years(ClosedRange<Int>)

    /// A school year by the year it begins in.
    case schoolYear(Int)

    /// A time reckoned from the day the text speaks from, or from the figure's own.
    case relative(RelativeTimes.Meaning)

    /// Days that are reckoned already.
    case fixed(Period)

    /// The same days of an earlier year; `nil` for the year before the figure's own.
    case samePeriod(year: Int?)

    /// It names no days.
    case none
  }

  var tokens: Range<Int>
  var shape: Shape
  var reason: Reason

  init(_ tokens: Range<Int>, _ shape: Shape, reason: Reason = .period) {
    self.tokens = tokens
    self.shape = shape
    self.reason = reason
  }

  /// This expression with what it lacks taken from one that follows it: `từ 1/1 đến 15/11/2020`.
  func completed(from other: TimeExpression) -> TimeExpression {
    var whole = self
    switch (shape, other.shape) {
    case (.day(let day, let month, let year), .day(_, let otherMonth, let otherYear)):
      whole.shape = .day(day, month: month ?? otherMonth, year: year ?? otherYear)
    case (.months(let months, nil), .months(_, let year)):
      whole.shape = .months(months, year: year)
    case (.months(let months, nil), .day(_, _, let year)):
      whole.shape = .months(months, year: year)
    case (.day(let day, let month, nil), .months(let months, let year)):
      whole.shape = .day(day, month: month ?? months.lowerBound, year: year)
    default: break
    }
    return whole
  }
}
