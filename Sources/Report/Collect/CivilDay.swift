/// A day of the Gregorian calendar, counted from 1970-01-01.
package struct CivilDay: Sendable, Hashable, Comparable, Strideable {
  /// Days since 1970-01-01, negative before it.
  package var number: Int

  package init(number: Int) {
    self.number = number
  }

  /// Reads `2020-11-24`, also at the head of an instant; `nil` where it is no day.
  package init?(_ text: some StringProtocol) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard self.date == (year, month, day) else { return nil }
  }

  /// The count of days by Howard Hinnant's `days_from_civil`: years begin in March, so that the day
  /// that comes and goes is the last.
  private init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Its year, its month from 1, its day from 1.
  package var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The Monday of its week.
  package var monday: CivilDay {
    let weekday = (number + 3) % 7
    return CivilDay(number: number - (weekday < 0 ? weekday + 7 : weekday))
  }

  /// The first day of its month.
  package var firstOfMonth: CivilDay { CivilDay(number: number - date.day + 1) }

  /// Such as `2020-11-24`.
  package var text: String {
    let (year, month, day) = date
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package func distance(to other: CivilDay) -> Int { other.number - number }

  package func advanced(by days: Int) -> CivilDay { CivilDay(number: number + days) }

  package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }
}
