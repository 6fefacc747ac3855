/// A day of the Gregorian calendar, extended backwards before 1582, with no time zone.
///
///     Day("2020-11-24")?.weekday             // 2, a Tuesday
///     Day(year: 2021, month: 2, day: 29)     // nil
package struct Day: Sendable, Hashable {
  /// Days since 1 January 1970, negative before it.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// A day of the years 1 to 9999; `nil` where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard
      (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  /// The year, the month from 1 and the day from 1.
  package var parts: (year: Int, month: Int, day: Int) {
    // Years that begin in March put the leap day last; 146 097 days are 400 years.
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

  package var year: Int { parts.year }

  package var month: Int { parts.month }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int { (number % 7 + 10) % 7 + 1 }

  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day of another month, or its last one where that month is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    let last = Self.length(ofMonth: newMonth, year: newYear)
    return Day(number: Self.number(year: newYear, month: newMonth, day: min(day, last)))
  }

  package func adding(years: Int) -> Day { adding(months: 12 * years) }

  /// How many days a month has, 28 to 31.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, such as `2020-11-24`.
  package var description: String {
    let (year, month, day) = parts
    let digit = { (value: Int) in UInt8(ascii: "0") + UInt8(clamping: max(0, value) % 10) }
    let dash = UInt8(ascii: "-")
    let digits: [UInt8] = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
      digit(month / 10), digit(month), dash, digit(day / 10), digit(day),
    ]
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads `YYYY-MM-DD`, and the day of a longer RFC 3339 text that begins so.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
