extension Language {
  /// Such as `24/11/2020` and `24 Nov 2020`.
  func day(_ day: CivilDay) -> String {
    let (year, month, number) = day.date
    return switch self {
    case .vietnamese: "\(number)/\(month)/\(year)"
    case .english: "\(number) \(Self.months[month - 1]) \(year)"
    }
  }

  /// A day without its year, such as `24/11` and `24 Nov`.
  func shortDay(_ day: CivilDay) -> String {
    let (_, month, number) = day.date
    return switch self {
    case .vietnamese: "\(number)/\(month)"
    case .english: "\(number) \(Self.months[month - 1])"
    }
  }

  /// Such as `11/2020` and `Nov 2020`.
  func month(_ day: CivilDay) -> String {
    let (year, month, _) = day.date
    return switch self {
    case .vietnamese: "\(month)/\(year)"
    case .english: "\(Self.months[month - 1]) \(year)"
    }
  }

  /// A period as the dataset has it, such as `2020`, `11/2020`, `1/11/2020 – 5/11/2020`.
  ///
  /// - Returns: `nil` where it has neither end.
  func period(from start: String?, to end: String?) -> String? {
    let (first, last) = (start.flatMap { CivilDay($0) }, end.flatMap { CivilDay($0) })
    switch (first, last) {
    case (nil, nil): return nil
    case (let first?, nil): return "\(self == .vietnamese ? "từ" : "from") \(day(first))"
    case (nil, let last?): return "\(self == .vietnamese ? "đến" : "until") \(day(last))"
    case (let first?, let last?):
      if first == last { return day(first) }
      let (start, end) = (first.date, last.advanced(by: 1).date)
      guard start.day == 1, end.day == 1 else { return "\(day(first)) – \(day(last))" }
      if start.month == 1, end.month == 1, end.year == start.year + 1 { return "\(start.year)" }
      let (from, to) = (month(first), month(last))
      return from == to ? from : "\(from) – \(to)"
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

/// An instant of a run's record, in seconds since 1970-01-01T00:00:00Z.
struct Instant {
  var seconds: Int

  /// Reads `2020-11-24T19:00:00Z`; `nil` where it is no such instant.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      let day = CivilDay(text)
    else { return nil }
    let parts = text.dropFirst(11).dropLast().split(separator: ":").map { Int($0) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
      (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
    else { return nil }
    seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// The day and the time of day in Vietnam, which is 7 hours ahead of UTC all year.
  func inVietnam(_ language: Language) -> String {
    let local = seconds + 7 * 3600
    let day = CivilDay(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    let minutes = (local - day.number * 86_400) / 60
    let clock = "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    return switch language {
    case .vietnamese: "\(clock) ngày \(language.day(day))"
    case .english: "\(clock) on \(language.day(day))"
    }
  }
}
