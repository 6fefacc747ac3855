/// A day, perhaps with a time of day and a zone, as a page states it.
struct PageDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// Seconds from midnight; `nil` where no time is stated.
  var time: Int?

  /// Minutes east of UTC; `nil` where none is stated.
  var offset: Int?

  /// - Returns: `nil` for a day that no calendar has, or no news page can state.
  init?(year: Int, month: Int, day: Int, time: Int? = nil, offset: Int? = nil) {
    guard (1990...2100).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.time = time
    self.offset = offset
  }

  /// `YYYY-MM-DD`.
  var dayText: String { "\(year)-\(two(month))-\(two(day))" }

  /// RFC 3339 in UTC; `nil` where the time or the zone is not known.
  var utcText: String? {
    guard let time, let offset, let shifted = shifted(byMinutes: -offset) else { return nil }
    let seconds = shifted.time ?? time
    return shifted.dayText
      + "T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }

  /// The same moment where clocks show `minutes` more; `nil` where no time is known.
  func shifted(byMinutes minutes: Int) -> PageDate? {
    guard let time else { return nil }
    var moved = self
    var seconds = time + minutes * 60
    while seconds < 0 {
      seconds += 86400
      moved.day -= 1
    }
    while seconds >= 86400 {
      seconds -= 86400
      moved.day += 1
    }
    moved.time = seconds
    if moved.day < 1 {
      moved.month -= 1
      if moved.month < 1 { (moved.year, moved.month) = (year - 1, 12) }
      moved.day += Self.days(in: moved.month, of: moved.year)
    } else if moved.day > Self.days(in: month, of: year) {
      moved.day -= Self.days(in: month, of: year)
      moved.month += 1
      if moved.month > 12 { (moved.year, moved.month) = (year + 1, 1) }
    }
    return moved
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
