extension TimeReader {
  /// Reads what begins with `tháng`: `tháng 10/2020`, `tháng 3 năm 2020`, `tháng 12 tới`.
  func readMonth(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.month else { return nil }
    return readMonthNumber(at: index + 1).map { found in
      TimeExpression(index..<found.tokens.upperBound, found.shape)
    }
  }

  /// Reads a month's number and perhaps its year, after `tháng` or in a list or range of months.
  func readMonthNumber(at index: Int) -> TimeExpression? {
    if let parts = dotted(index), parts.count == 2, (1...12).contains(parts[0]),
      (1900...2100).contains(parts[1])
    {
      return TimeExpression(index..<index + 1, .months(parts[0]...parts[0], year: parts[1]))
    }
    guard let month = numeral(index), (1...12).contains(month.value),
      !isNumber(index) || text.token(at: index)?.count ?? 3 <= 2
    else { return nil }
    let end = index + month.length
    let year = trailingYear(end)
    return TimeExpression(
      index..<(year?.end ?? end),
      .months(month.value...month.value, year: year?.year)
    )
  }

  /// Reads `10/2020`, a month and a year with no word before.
  func readBareMonth(at index: Int) -> TimeExpression? {
    guard let month = whole(index), (1...12).contains(month), word(index + 1) == TimeWords.slash,
      let year = year(index + 2), word(index + 3) != TimeWords.slash,
      word(index - 1) != TimeWords.slash, word(index - 1) != TimeWords.number,
      word(index - 1) != Self.round,
      text.token(at: index + 1)?.hasSpaceBefore == false
    else { return nil }
    return TimeExpression(index..<index + 3, .months(month...month, year: year))
  }

  private static let round: WordKey = "đợt"

  /// Reads `quý III/2020`, `quý 3 năm 2020`, `quý IV`.
  func readQuarter(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.quarter else { return nil }
    return readQuarterNumber(at: index + 1).map { found in
      TimeExpression(index..<found.tokens.upperBound, found.shape)
    }
  }

  /// Reads a quarter's number and perhaps its year, after `quý` or in a list of quarters.
  func readQuarterNumber(at index: Int) -> TimeExpression? {
    let key = word(index)
    guard let quarter = TimeWords.romans[key] ?? whole(index) ?? TimeWords.numerals[key],
      (1...4).contains(quarter)
    else { return nil }
    let year = trailingYear(index + 1)
    return TimeExpression(
      index..<(year?.end ?? index + 1),
      .months(quarter * 3 - 2...quarter * 3, year: year?.year)
    )
  }

  /// Reads `9 tháng đầu năm (2020)`, `6 tháng cuối năm`, `9 tháng năm 2020`, `9 tháng/2020`,
  /// `6T2026`, and `9 tháng` alone where that can only be the year so far.
  func readMonthCount(at index: Int, isCued: Bool) -> TimeExpression? {
    guard let count = numeral(index), (1...12).contains(count.value) else { return nil }
    let unit = index + count.length
    let isShort = word(unit) == TimeWords.letterT && text.token(at: unit)?.hasSpaceBefore == false
    guard word(unit) == TimeWords.month || isShort else { return nil }
    let place = unit + 1
    let isLast = word(place) == TimeWords.last
    if !isShort, isLast || word(place) == TimeWords.first, word(place + 1) == TimeWords.year {
      let year = trailingYear(place + 1)
      let months = isLast ? 13 - count.value...12 : 1...count.value
      return TimeExpression(
        index..<(year?.end ?? place + 2),
        .months(months, year: year?.year ?? today?.year)
      )
    }
    let isJoined = word(place) == TimeWords.slash || isDash(place) || word(place) == TimeWords.year
    if isJoined || isShort, let year = trailingYear(place) {
      return TimeExpression(index..<year.end, .months(1...count.value, year: year.year))
    }
    guard !isShort, isCued, let today, isYearSoFar(count.value, today) else { return nil }
    return TimeExpression(index..<place, .months(1...count.value, year: yearOf(count.value, today)))
  }

  /// Whether `count` months are what a report of these days counts from January.
  private func isYearSoFar(_ count: Int, _ today: Day) -> Bool {
    let done = today.month - 1
    return count == done || count == today.month || count == 12 && today.month <= 3
      || [3, 6, 9].contains(count) && done >= count && done - count <= 2
  }

  private func yearOf(_ count: Int, _ today: Day) -> Int {
    today.month < count ? today.year - 1 : today.year
  }
}
