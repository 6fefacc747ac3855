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
    if isLunar(monthAt: index, end: end) { return TimeExpression(index..<end, .none) }
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
  private static let of: WordKey = "của"

  /// Reads `quý III/2020`, `quý 3 năm 2020`, `quý IV`, `quý I và II`, `quý đầu năm`.
  func readQuarter(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.quarter else { return nil }
    if word(index + 1) == TimeWords.first || word(index + 1) == TimeWords.last,
      word(index + 2) == TimeWords.year
    {
      let year = trailingYear(index + 2)
      return TimeExpression(
        index..<(year?.end ?? index + 3),
        .months(word(index + 1) == TimeWords.first ? 1...3 : 10...12, year: year?.year)
      )
    }
    guard var whole = readQuarterNumber(at: index + 1) else { return nil }
    whole.tokens = index..<whole.tokens.upperBound
    while word(whole.tokens.upperBound) == TimeWords.and
      || word(whole.tokens.upperBound) == TimeWords.comma || isDash(whole.tokens.upperBound),
      TimeWords.romans[word(whole.tokens.upperBound + 1)] != nil,
      let next = readQuarterNumber(at: whole.tokens.upperBound + 1),
      let joined = whole.joined(with: next)
    {
      whole = joined
    }
    return whole
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
    let isQuarters = word(unit) == TimeWords.quarter && count.value <= 4
    guard word(unit) == TimeWords.month || isQuarters || isShort else { return nil }
    let place = word(unit + 1) == Self.of && word(unit + 2) == TimeWords.year ? unit + 2 : unit + 1
    let isLast = word(place) == TimeWords.last
    if !isShort, isLast || word(place) == TimeWords.first, word(place + 1) == TimeWords.year {
      let year = trailingYear(place + 1)
      let length = isQuarters ? 3 * count.value : count.value
      let months = isLast ? 13 - length...12 : 1...length
      return TimeExpression(
        index..<(year?.end ?? place + 2),
        .months(months, year: year?.year ?? today?.year)
      )
    }
    guard !isQuarters else { return nil }
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

extension TimeExpression {
  /// Months of one year and those right after them, as of `quý I và II`; `nil` for any others.
  fileprivate func joined(with next: TimeExpression) -> TimeExpression? {
    guard case .months(let first, nil) = shape, case .months(let last, let year) = next.shape,
      first.upperBound + 1 == last.lowerBound
    else { return nil }
    return TimeExpression(
      tokens.lowerBound..<next.tokens.upperBound,
      .months(first.lowerBound...last.upperBound, year: year)
    )
  }
}
