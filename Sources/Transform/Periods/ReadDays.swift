extension TimeReader {
  /// Reads a date: `24/11`, `24-11-2020`, `24.11.2020`, `ngày 5 tháng 3 năm 2020`, `20-22/11`.
  ///
  /// - Parameters:
  ///   - index: Where it begins.
  ///   - isCued: Whether a word such as `ngày` stands before it; a bare `9/12` may as well be a
  ///     ratio or a score.
  ///   - isRange: Whether it is the end of a range of days, and so can't be anything else.
  /// - Returns: The date; `nil` where there is none.
  func readDay(at index: Int, isCued: Bool, isRange: Bool = false) -> TimeExpression? {
    guard isNumber(index), word(index - 1) != TimeWords.slash else { return nil }
    let isNamed = isRange || isCued && !TimeWords.weakCues.contains(word(index - 1))
    let found =
      readSlashed(at: index, isCued: isCued) ?? readDotted(at: index, isCued: isNamed)
      ?? (isCued ? readWorded(at: index) : nil)
      ?? (isNamed ? readHyphened(at: index) : readLongHyphened(at: index))
    guard let found, !continuesNumber(found.tokens.upperBound),
      isNamed || !isFraction(found)
    else { return nil }
    return found
  }

  /// Whether a slash and more follow, as in `15/2022/NĐ-CP`, or a sign that makes it a figure.
  private func continuesNumber(_ end: Int) -> Bool {
    guard let token = text.token(at: end), !token.hasSpaceBefore else { return false }
    return token.key == TimeWords.slash || token.isNumber
      || isDash(end) && text.token(at: end + 1)?.isAllCapitals == true
  }

  /// Whether `2/3` without a year counts a part of something: `đến 2/3 dân số`.
  private func isFraction(_ expression: TimeExpression) -> Bool {
    guard case .day(let day, let month?, nil) = expression.shape, day < month, month <= 10 else {
      return false
    }
    return Self.wholes.contains(word(expression.tokens.upperBound))
  }

  private static let wholes: WordSet = [
    "số", "dân", "diện", "tổng", "giá", "sản", "thu", "thời", "quãng", "chặng", "nhu", "lượng",
    "thị", "vốn", "quân", "đại", "thành", "trường", "hộ", "học", "người", "xã", "huyện", "bàn",
    "nước", "cổ", "công", "doanh", "khối", "phần", "nhân", "của", "so", "mức", "chi", "chiều",
  ]

  private func isDay(_ value: Int) -> Bool { (1...31).contains(value) }

  private func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }

  /// `24/11`, `24/11/2020`, `24/11-2020`, and `20-22/11` with its first day left to a range.
  private func readSlashed(at index: Int, isCued: Bool) -> TimeExpression? {
    guard let day = whole(index), isDay(day), word(index + 1) == TimeWords.slash,
      let month = whole(index + 2), isMonth(month), !tokenHasSpace(index + 1)
    else { return nil }
    if word(index + 3) == TimeWords.slash || isDash(index + 3), let year = year(index + 4) {
      let isLaw = word(index + 5) == TimeWords.slash
      guard !isLaw else { return nil }
      return date(index..<index + 5, day, month, year)
    }
    if word(index + 3) == TimeWords.slash, let short = whole(index + 4), short < 100,
      text.token(at: index + 4)?.count == 2, isCued
    {
      return date(index..<index + 5, day, month, short < 50 ? 2000 + short : 1900 + short)
    }
    if word(index + 3) == TimeWords.same, word(index + 4) == TimeWords.year, let lastYear {
      return date(index..<index + 5, day, month, lastYear)
    }
    if word(index + 3) == TimeWords.year, let year = trailingYear(index + 3) {
      return date(index..<year.end, day, month, year.year)
    }
    // `05/09` may also be a ratio: 05/09 xã.
    let isPadded =
      (month < 10 && isPair(index + 2) || day < 10 && isPair(index))
      && (!isWord(index + 3) || Self.afterDate.contains(word(index + 3)))
    guard isCued || isPadded || isAlone(index..<index + 3) else { return nil }
    return TimeExpression(index..<index + 3, .day(day, month: month, year: nil), reason: .date)
  }

  private func isPair(_ index: Int) -> Bool { text.token(at: index)?.count == 2 }

  private static let afterDate: WordSet = [
    "là", "tới", "tại", "ở", "đến", "và", "với", "do", "để", "vừa", "này", "qua", "trở", "của",
  ]

  private func tokenHasSpace(_ index: Int) -> Bool {
    text.token(at: index)?.hasSpaceBefore != false
  }

  /// Whether tokens fill a pair of brackets.
  private func isAlone(_ tokens: Range<Int>) -> Bool {
    word(tokens.lowerBound - 1) == TimeWords.opening
      && (word(tokens.upperBound) == TimeWords.closing)
  }

  /// `24.11.2020`, and `17.10` after `ngày` or alone in brackets.
  private func readDotted(at index: Int, isCued: Bool) -> TimeExpression? {
    guard let parts = dotted(index), isDay(parts[0]), parts.count > 1, isMonth(parts[1]) else {
      return nil
    }
    if parts.count == 3, (1900...2100).contains(parts[2]) {
      return date(index..<index + 1, parts[0], parts[1], parts[2])
    }
    guard parts.count == 2, isCued || isAlone(index..<index + 1),
      let token = text.token(at: index), token.count <= 5
    else { return nil }
    return TimeExpression(
      index..<index + 1,
      .day(parts[0], month: parts[1], year: nil),
      reason: .date
    )
  }

  /// `5 tháng 3`, `5 tháng 3 năm 2020`, after `ngày`.
  private func readWorded(at index: Int) -> TimeExpression? {
    guard let day = whole(index), isDay(day) else { return nil }
    let place = word(index + 1) == TimeWords.comma ? index + 2 : index + 1
    guard word(place) == TimeWords.month, let month = numeral(place + 1), isMonth(month.value)
    else { return nil }
    let end = place + 1 + month.length
    if isLunar(monthAt: place + 1, end: end) { return TimeExpression(index..<end, .none) }
    if let year = trailingYear(end) {
      return date(index..<year.end, day, month.value, year.year)
    }
    return TimeExpression(index..<end, .day(day, month: month.value, year: nil), reason: .date)
  }

  /// Whether a month is one of the lunar calendar: `tháng Chạp`, `tháng 3 âm lịch`.
  func isLunar(monthAt index: Int, end: Int) -> Bool {
    word(index) == Self.firstMonth || word(index) == Self.lastMonth
      || word(end) == Self.lunar && word(end + 1) == Self.calendar
  }

  private static let firstMonth: WordKey = "giêng"
  private static let lastMonth: WordKey = "chạp"
  private static let lunar: WordKey = "âm"
  private static let calendar: WordKey = "lịch"

  /// `23-10`, `7 - 8`, after `ngày`; a range of days where a month follows: `10-14/8`.
  private func readHyphened(at index: Int) -> TimeExpression? {
    if let long = readLongHyphened(at: index) { return long }
    guard let day = whole(index), isDay(day), isDash(index + 1), let month = whole(index + 2),
      isMonth(month), word(index + 3) != TimeWords.slash, word(index + 3) != TimeWords.month
    else { return nil }
    return TimeExpression(index..<index + 3, .day(day, month: month, year: nil), reason: .date)
  }

  /// `24-11-2020`, `06-08-2026` even where a word sticks to its year.
  private func readLongHyphened(at index: Int) -> TimeExpression? {
    guard let day = whole(index), isDay(day), isDash(index + 1), !tokenHasSpace(index + 1),
      let month = whole(index + 2), isMonth(month), isDash(index + 3) || isSlash(index + 3),
      let year = year(index + 4)
    else { return nil }
    return date(index..<index + 5, day, month, year)
  }

  private func isSlash(_ index: Int) -> Bool { word(index) == TimeWords.slash }

  private func date(_ tokens: Range<Int>, _ day: Int, _ month: Int, _ year: Int) -> TimeExpression {
    TimeExpression(tokens, .day(day, month: month, year: year), reason: .date)
  }

  /// Reads `ngày …`, `mùng …` and `sáng 23/3`: what a cue word announces; the cue is part of it.
  func readCuedDay(at index: Int) -> TimeExpression? {
    var place = index
    while place < index + 4, TimeWords.beforeDate.contains(word(place)), !isNumber(place) {
      place += 1
    }
    guard place > index, isNumber(place), let day = readDay(at: place, isCued: true) else {
      return readSameDay(at: index) ?? readLoneDay(at: index)
    }
    var whole = day
    whole.tokens = index..<day.tokens.upperBound
    return whole
  }

  /// `cùng ngày`: the day named last.
  private func readSameDay(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.same, word(index + 1) == TimeWords.day, let lastDay else {
      return nil
    }
    return TimeExpression(index..<index + 2, .fixed(.day(lastDay)), reason: .date)
  }

  /// `ngày 5`, with no month; `ngày 1 đến 7-8` is a range whose end tells it.
  private func readLoneDay(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.day || word(index) == Self.first, let day = whole(index + 1),
      isDay(day), text.token(at: index + 1)?.count ?? 3 <= 2, !isNumber(index - 1),
      TimeWords.numerals[word(index - 1)] == nil, !TimeWords.lengths.contains(word(index + 2))
    else { return nil }
    // Days before and after Tết are the lunar calendar's.
    if word(index + 2) == Self.newYear { return TimeExpression(index..<index + 3, .none) }
    return TimeExpression(index..<index + 2, .day(day, month: nil, year: nil), reason: .date)
  }

  private static let newYear: WordKey = "tết"
  private static let first: WordKey = "mùng"
}

extension TimeReader {
  /// Reads days of one month, `20-22/11`, `17-21/08/2026`, as a fixed range where the year is known.
  func readDayRange(at index: Int, isCued: Bool) -> TimeExpression? {
    let isSpelled = word(index - 1) == TimeWords.from && word(index + 1) == TimeWords.to
    guard let first = whole(index), (1...31).contains(first), isDash(index + 1) || isSpelled,
      text.token(at: index)?.count ?? 3 <= 2,
      let last = readDay(at: index + 2, isCued: isCued || word(index - 1) == TimeWords.opening),
      case .day(let day, _, _) = last.shape, day > first, !last.hasPoint(in: self)
    else { return nil }
    return TimeExpression(index..<index + 1, .day(first, month: nil, year: nil), reason: .date)
  }
}

extension TimeExpression {
  /// Whether it was written with points, which ranges are not.
  fileprivate func hasPoint(in reader: TimeReader) -> Bool {
    reader.dotted(tokens.lowerBound) != nil
  }
}
