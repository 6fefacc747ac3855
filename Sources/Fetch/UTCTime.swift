import FoundationEssentials

/// An instant, in whole seconds of UTC since 1970.
package struct UTCTime: Hashable, Comparable, Sendable {
  package var seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static var now: UTCTime { UTCTime(seconds: Int(Date.now.timeIntervalSince1970)) }

  package static func < (left: UTCTime, right: UTCTime) -> Bool { left.seconds < right.seconds }

  /// An instant of the proleptic Gregorian calendar; `nil` for what is not in it.
  package init?(
    year: Int,
    month: Int,
    day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    offsetMinutes: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), abs(offsetMinutes) < 24 * 60
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    let days = Self.days(toYear: year) + lengths[..<(month - 1)].reduce(0, +) + day - 1
    seconds = days * 86_400 + hour * 3600 + (minute - offsetMinutes) * 60 + min(second, 59)
  }

  /// Days from 1970 to the first of a year.
  private static func days(toYear year: Int) -> Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400 - 719_162
  }
}

extension UTCTime: CustomStringConvertible {
  /// RFC 3339, such as `2020-11-24T09:05:00Z`.
  package var description: String {
    let (days, time) = seconds.quotientAndFloor(by: 86_400)
    var year = 1970 + days / 366
    while Self.days(toYear: year + 1) <= days { year += 1 }
    while Self.days(toYear: year) > days { year -= 1 }
    var month = 12
    while let first = UTCTime(year: year, month: month, day: 1), first.seconds > days * 86_400 {
      month -= 1
    }
    let first = UTCTime(year: year, month: month, day: 1)?.seconds ?? 0
    let day = days - first / 86_400 + 1
    return "\(pad(year, 4))-\(pad(month))-\(pad(day))T\(pad(time / 3600)):\(pad(time / 60 % 60))"
      + ":\(pad(time % 60))Z"
  }
}

extension Int {
  /// Rounded down, with a remainder that is never negative.
  fileprivate func quotientAndFloor(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = (self % divisor + divisor) % divisor
    return ((self - remainder) / divisor, remainder)
  }
}

private func pad(_ number: Int, _ width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
