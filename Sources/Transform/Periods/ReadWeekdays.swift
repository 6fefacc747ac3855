extension TimeReader {
  /// Reads `thứ Sáu`, `hôm thứ năm`, `Chủ nhật tuần trước`: the last such day, or that of the week
  /// named.
  func readWeekday(at index: Int) -> TimeExpression? {
    guard let (weekday, end) = weekday(at: index) else { return nil }
    // Where the date stands beside it, the date is what counts.
    let next = word(end) == TimeWords.opening || word(end) == TimeWords.comma ? end + 1 : end
    if isNumber(next) || word(next) == TimeWords.day { return nil }
    guard let today else { return TimeExpression(index..<end, .none) }
    if let week = relatives.longestMatch(in: text, at: end), week.value.unit == .week {
      let monday = today.adding(days: 1 - today.weekday + 7 * week.value.count)
      let day = monday.adding(days: weekday - 1)
      return TimeExpression(index..<end + week.length, .fixed(.day(day)))
    }
    let back = (today.weekday - weekday + 7) % 7
    return TimeExpression(index..<end, .fixed(.day(today.adding(days: -back))))
  }

  /// A weekday's number from 1 for Monday, and where its name ends.
  func weekday(at index: Int) -> (weekday: Int, end: Int)? {
    if word(index) == Self.master, word(index + 1) == Self.sun { return (7, index + 2) }
    guard word(index) == TimeWords.the, let weekday = Self.weekdays[word(index + 1)],
      text.token(at: index + 1)?.isCapitalised == true
        || Self.beforeWeekday.contains(word(index - 1)) && !Self.ordinals.contains(word(index + 2))
    else { return nil }
    return (weekday, index + 2)
  }

  private static let master: WordKey = "chủ"
  private static let sun: WordKey = "nhật"
  private static let weekdays = KeyTable<Int>([
    ("hai", 1), ("ba", 2), ("tư", 3), ("năm", 4), ("sáu", 5), ("bảy", 6),
  ])
  /// What makes `phiên thứ ba` the third one.
  private static let ordinals: WordSet = ["liên", "liền", "của", "trong", "kể", "diễn", "sau"]
  private static let beforeWeekday: WordSet = [
    "ngày", "hôm", "sáng", "trưa", "chiều", "tối", "đêm", "phiên",
  ]
}
