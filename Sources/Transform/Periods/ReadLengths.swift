extension TimeReader {
  /// Reads a length of time that only places an event: `5 năm qua`, `hai tuần tới`, `sau 31 vòng`,
  /// `cách đây 12 năm`.
  ///
  /// A length that is the news (`7 năm tù`, `chờ 45 phút`) is a figure, and not read.
  func readPlacedLength(at index: Int) -> TimeExpression? {
    guard let count = numeral(index), count.value <= 200 else { return nil }
    let unit = index + count.length
    guard TimeWords.lengths.contains(word(unit)) || word(unit) == TimeWords.hourSign,
      !isNumber(unit + 1),
      text.token(at: unit)?.isCapitalised == false, word(index - 1) != TimeWords.the
    else { return nil }
    if let after = Self.followers.longestMatch(in: text, at: unit + 1),
      word(unit + 1 + after.length) != Self.when
    {
      let end = unit + 1 + after.length
      return TimeExpression(index..<end, span(count.value, word(unit), after.value))
    }
    guard word(unit) != TimeWords.hourSign else { return nil }
    if word(index - 1) == TimeWords.round, word(index - 2) == Self.within {
      return TimeExpression(index..<unit + 1, .none)
    }
    if word(unit) == TimeWords.round, word(index - 1) == Self.after {
      return TimeExpression(index..<unit + 1, .none)
    }
    if word(index - 1) == Self.here, word(index - 2) == Self.away {
      return TimeExpression(index..<unit + 1, .none)
    }
    return isExplained(after: unit, from: index) ? TimeExpression(index..<unit + 1, .none) : nil
  }

  /// `trong 3 ngày (20-22/11)`: the dates follow in brackets.
  private func isExplained(after unit: Int, from index: Int) -> Bool {
    guard word(index - 1) == Self.within, Self.dated.contains(word(unit)) else { return false }
    for place in unit + 1..<unit + 5 where word(place) == TimeWords.opening {
      var reader = self
      reader.lastDay = nil
      let first = word(place + 1) == TimeWords.from ? place + 2 : place + 1
      return reader.readCuedDay(at: first) != nil || reader.readDay(at: first, isCued: true) != nil
        || reader.readMonth(at: first) != nil || reader.readDayRange(at: first, isCued: true) != nil
    }
    return false
  }

  enum Direction: Sendable {
    case past
    case future
    case elsewhere
  }

  static let followers = PhraseTable<Direction>([
    ("qua", .past), ("vừa qua", .past), ("gần đây", .past), ("trở lại đây", .past),
    ("gần nhất", .past), ("nay", .past), ("vừa rồi", .past), ("tới", .future),
    ("sắp tới", .future), ("tới đây", .future), ("tiếp theo", .elsewhere), ("sau đó", .elsewhere),
    ("trước đó", .elsewhere), ("trước đây", .elsewhere), ("sau", .elsewhere),
    ("trước", .elsewhere), ("trở lại", .past),
  ])

  private func span(_ count: Int, _ unit: WordKey, _ direction: Direction) -> TimeExpression.Shape {
    guard let today, direction != .elsewhere, count > 0 else { return .none }
    let sign = direction == .past ? -1 : 1
    let other: Day
    switch unit {
    case TimeWords.year: other = today.adding(years: sign * count)
    case TimeWords.month: other = today.adding(months: sign * count)
    case TimeWords.week: other = today.adding(days: sign * 7 * count)
    case TimeWords.day: other = today.adding(days: sign * count)
    case TimeWords.hour, TimeWords.hourSign: other = today.adding(days: sign * ((count + 23) / 24))
    default: return .none
    }
    return .fixed(Period(start: min(today, other), end: max(today, other)))
  }

  /// Reads `thế kỷ XX`, `thập niên 90`, `những năm 1990`, and `tuần 31`.
  func readEra(at index: Int) -> TimeExpression? {
    if word(index) == Self.age, word(index + 1) == TimeWords.century {
      let place = word(index + 2) == TimeWords.the ? index + 3 : index + 2
      guard whole(place) != nil || text.token(at: place)?.isAllCapitals == true else { return nil }
      return TimeExpression(index..<place + 1, .none)
    }
    let isDecade =
      word(index) == Self.ten
      && (word(index + 1) == TimeWords.decade || word(index + 1) == TimeWords.century)
      || word(index) == Self.several && word(index + 1) == TimeWords.year
    if isDecade, let number = whole(index + 2), number % 10 == 0, number < 100 || number >= 1800 {
      let first = number < 100 ? 1900 + number : number
      return TimeExpression(index..<index + 3, .years(first...first + 9), reason: .year)
    }
    if word(index) == TimeWords.week {
      let place = word(index + 1) == TimeWords.the ? index + 2 : index + 1
      guard let week = whole(place), week <= 53, !isNumber(index - 1),
        TimeWords.numerals[word(index - 1)] == nil
      else { return nil }
      return TimeExpression(index..<place + 1, .none)
    }
    return nil
  }

  /// Reads `kỷ niệm 38 năm`, `kỷ niệm lần thứ 75`, `tổng kết 10 năm`, `nhân 75 năm ngày …`.
  func readAnniversary(at index: Int) -> TimeExpression? {
    guard let cue = Self.celebrations.longestMatch(in: text, at: index) else { return nil }
    var place = index + cue.length
    while place < index + 7, Self.fillers.contains(word(place)) { place += 1 }
    guard let count = numeral(place) else { return nil }
    var end = place + count.length
    if Self.dated.contains(word(end)) {
      end += 1
    } else if word(place - 1) != TimeWords.the {
      return nil
    }
    return TimeExpression(index..<end, .none, reason: .anniversary)
  }

  static let celebrations = PhraseTable<Bool>([
    ("kỷ niệm", true), ("tổng kết", true), ("sơ kết", true), ("mừng thọ", true),
  ])
  private static let fillers: WordSet = ["lần", "thứ", "sinh", "nhật", "tròn", "mốc"]
  private static let dated: WordSet = ["năm", "tháng", "ngày", "tuần"]
  private static let when: WordKey = "khi"
  private static let after: WordKey = "sau"
  private static let within: WordKey = "trong"
  private static let here: WordKey = "đây"
  private static let away: WordKey = "cách"
  private static let age: WordKey = "thế"
  private static let ten: WordKey = "thập"
  private static let several: WordKey = "những"
}
