/// An expression of time in a text, none of whose numbers is a figure.
struct PeriodMention: Sendable, Equatable {
  var tokens: Range<Int>

  /// The first day meant; `nil` where the expression leaves it open or names no days at all.
  var start: Day?

  /// The last day meant, inclusive.
  var end: Day?

  /// Why its numbers are no figures: `date`, `year`, `period`, `clock_time`, `school_year` or
  /// `anniversary`.
  var reason: Reason

  /// Whether something is compared with this time, as in `so với năm 2019`, `cùng kỳ`, or it is
  /// told by the way: the day of a decree, somebody's year of birth.
  var isBase: Bool

  /// Whether it is what was planned for: `58% kế hoạch cả năm`.
  var isPlanned = false

  /// Whether it is the date of a list's entry, to whose headline it sticks.
  var isStamp = false

  /// How far it is in force.
  enum Force: Sendable {
    case sentence
    case paragraph

    /// Until another such period, as what a report is about.
    case report
  }

  var force = Force.sentence

  var period: Period { Period(start: start, end: end) }
}
