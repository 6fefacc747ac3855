/// Words for times that are reckoned from the day the text speaks from.
enum RelativeTimes {
  enum Unit: String, Sendable {
    case day
    case week
    case month
    case quarter
    case half
    case year
    case now
  }

  struct Meaning: Sendable, Equatable {
    var unit: Unit
    var count: Int
  }

  static let table = PhraseTable<Meaning>(
    rows(ofLexicon: LexiconFiles.periods).compactMap { fields in
      guard fields.count == 3, let unit = Unit(rawValue: fields[1]), let count = Int(fields[2])
      else { return nil }
      return (fields[0], Meaning(unit: unit, count: count))
    }
  )

  /// The days that a meaning has, reckoned from `today`; open on both sides for `now`.
  static func period(of meaning: Meaning, from today: Day) -> Period {
    let (year, month, _) = today.parts
    switch meaning.unit {
    case .day: return .day(today.adding(days: meaning.count))
    case .week: return .week(of: today.adding(days: 7 * meaning.count))
    case .month: return months(1, around: today.adding(months: meaning.count))
    case .quarter:
      let first = Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? today
      return months(3, around: first.adding(months: 3 * meaning.count))
    case .half:
      return Period.months(meaning.count == 1 ? 1...6 : 7...12, of: year) ?? .day(today)
    case .year: return Period.year(year + meaning.count) ?? .day(today)
    case .now: return Period(start: nil, end: nil)
    }
  }

  /// `count` whole months from that of `day` on.
  private static func months(_ count: Int, around day: Day) -> Period {
    let (year, month, _) = day.parts
    guard let first = Day(year: year, month: month, day: 1) else { return .day(day) }
    return Period(start: first, end: first.adding(months: count).adding(days: -1))
  }
}
