extension TimeReader {
  /// Reads a time of day: `9h30`, `15 giờ 30 phút`, `14:57:11`, `lúc 8 giờ`; and a minute of a
  /// match, `phút 49`.
  func readClock(at index: Int) -> TimeExpression? {
    readColonClock(at: index) ?? readHourClock(at: index) ?? readMatchMinute(at: index)
  }

  private func readColonClock(at index: Int) -> TimeExpression? {
    guard let hour = whole(index), hour < 24, word(index + 1) == TimeWords.colon,
      isTight(index + 1), let minute = whole(index + 2), minute < 60, isTight(index + 2),
      text.token(at: index + 2)?.count == 2
    else { return nil }
    var end = index + 3
    if word(end) == TimeWords.colon, isTight(end), whole(end + 1) != nil { end += 2 }
    if word(end) == Self.plus, whole(end + 1) != nil {
      end += 2
      if word(end) == TimeWords.colon, whole(end + 1) != nil { end += 2 }
    }
    return clock(index..<end)
  }

  private func readHourClock(at index: Int) -> TimeExpression? {
    guard let hour = whole(index), hour <= 24 else { return nil }
    let isShort = word(index + 1) == TimeWords.hourSign && isTight(index + 1)
    guard isShort || word(index + 1) == TimeWords.hour,
      !TimeWords.afterLength.contains(word(index + 2))
    else { return nil }
    if let minute = whole(index + 2), minute < 60, isShort ? isTight(index + 2) : true {
      let isSpelled = word(index + 3) == TimeWords.minute || word(index + 3) == TimeWords.minuteSign
      guard isShort || isSpelled, isShort || !isLength(at: index) else { return nil }
      return clock(index..<(isSpelled ? index + 4 : index + 3))
    }
    let isShown =
      Self.beforeClock.contains(word(index - 1)) || Self.afterClock.contains(word(index + 2))
      || isShort && (text.sentence(at: index).lowerBound == index || opensHours(at: index))
    return isShown ? clock(index..<index + 2) : nil
  }

  /// Whether hours and minutes are how long something took: `về đích sau 1 giờ 45 phút 30 giây`.
  private func isLength(at index: Int) -> Bool {
    if word(index + 5) == Self.second { return true }
    return Self.beforeLength.contains(word(index - 1)) && !Self.afterClock.contains(word(index + 4))
  }

  /// Whether a short hour begins opening times or the like: `từ 6h đến 23h55`, `từ 7h - 11h`.
  private func opensHours(at index: Int) -> Bool {
    guard word(index - 1) == Self.from, Self.until.contains(word(index + 2)),
      let end = whole(index + 3), end <= 24
    else { return false }
    return word(index + 4) == TimeWords.hourSign || word(index + 4) == TimeWords.hour
  }

  /// `phút 49`, `phút thứ 63`, `phút bù giờ thứ 2`.
  private func readMatchMinute(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.minute, !isNumber(index - 1) else { return nil }
    let place = word(index + 1) == TimeWords.the ? index + 2 : index + 1
    guard let minute = whole(place), minute <= 120,
      TimeWords.numerals[word(index - 1)] == nil
    else { return nil }
    var end = place + 1
    while word(end) == TimeWords.and || word(end) == TimeWords.comma
      || Self.until.contains(word(end)) && word(index - 1) == Self.from, let next = whole(end + 1),
      next <= 120, next > minute, !isWord(end + 2) || TimeWords.afterMinutes.contains(word(end + 2))
    {
      end += 2
    }
    return clock(index..<end)
  }

  private func isTight(_ index: Int) -> Bool { text.token(at: index)?.hasSpaceBefore == false }

  private func clock(_ tokens: Range<Int>) -> TimeExpression {
    TimeExpression(tokens, .none, reason: .clockTime)
  }

  private static let plus: WordKey = "+"
  private static let second: WordKey = "giây"
  private static let beforeLength: WordSet = ["sau", "trong", "hết", "mất", "dài", "suốt"]
  private static let from: WordKey = "từ"
  private static let until: WordSet = ["đến", "tới", "-", "–"]
  private static let beforeClock: WordSet = ["lúc", "hồi", "vào", "khoảng", "trước", "đến"]
  private static let afterClock: WordSet = [
    "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "ngày", "hôm", "cùng", "kém", "rưỡi", "thứ",
  ]
}
