extension TimeReader {
  /// Reads what begins with `năm`: `năm 2020`, `năm 2019-2020`, `năm học 2020-2021`, `năm ngoái`.
  func readYear(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.year else { return nil }
    if word(index + 1) == TimeWords.school { return readSchoolYear(at: index) }
    if let today, text.token(at: index + 1)?.isSymbol != false,
      Self.planned.contains(word(index - 1))
    {
      return TimeExpression(index..<index + 1, .months(1...12, year: today.year))
    }
    return readYears(at: index + 1).map { found in
      TimeExpression(index..<found.tokens.upperBound, found.shape, reason: .year)
    }
  }

  /// Reads `2020`, or `2016-2020` as a range.
  func readYears(at index: Int) -> TimeExpression? {
    guard let first = year(index) else { return nil }
    if isDash(index + 1) || word(index + 1) == TimeWords.slash, let last = year(index + 2),
      first < last
    {
      return TimeExpression(index..<index + 3, .years(first...last))
    }
    if isDash(index + 1) || word(index + 1) == TimeWords.slash, let short = whole(index + 2),
      short == first % 100 + 1,
      text.token(at: index + 2)?.count == 2
    {
      return TimeExpression(index..<index + 3, .years(first...first + 1))
    }
    return TimeExpression(index..<index + 1, .years(first...first), reason: .year)
  }

  /// Reads `học kỳ II`, `học kỳ 1 năm học 2020-2021`: September to December, January to May.
  func readTerm(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.school, word(index + 1) == TimeWords.period,
      let term = TimeWords.romans[word(index + 2)] ?? whole(index + 2), (1...2).contains(term)
    else { return nil }
    var end = index + 3
    var first: Int?
    if let year = readYear(at: end), case .schoolYear(let start) = year.shape {
      (first, end) = (start, year.tokens.upperBound)
    }
    let year = first.map { term == 1 ? $0 : $0 + 1 }
    return TimeExpression(
      index..<end,
      .months(term == 1 ? 9...12 : 1...5, year: year),
      reason: .schoolYear
    )
  }

  /// `năm học 2020-2021`, `năm học 2020 - 2021`, `năm học này`.
  private func readSchoolYear(at index: Int) -> TimeExpression? {
    let place = index + 2
    if let years = readYears(at: place), case .years(let range) = years.shape {
      return TimeExpression(
        index..<years.tokens.upperBound,
        .schoolYear(range.lowerBound),
        reason: .schoolYear
      )
    }
    guard let today, let shift = word(place) == Self.new ? 0 : TimeWords.yearShifts[word(place)]
    else { return nil }
    let current = today.month >= 8 ? today.year : today.year - 1
    return TimeExpression(index..<place + 1, .schoolYear(current + shift), reason: .schoolYear)
  }

  /// Reads a year that no `năm` announces: after a word that dates things, after a name
  /// (`Wimbledon 2013`), between brackets, or in a range of years.
  func readBareYear(at index: Int) -> TimeExpression? {
    guard let years = readYears(at: index) else { return nil }
    let end = years.tokens.upperBound
    let before = text.token(at: index - 1)
    let next = text.token(at: end)
    guard word(index - 1) != TimeWords.number, before?.key != TimeWords.slash || years.isRange,
      next?.key != TimeWords.slash || next?.hasSpaceBefore == true,
      !(isDash(end) && text.token(at: end + 1)?.isAllCapitals == true)
    else { return nil }
    let isNamed = before?.isWord == true && before?.isCapitalised == true
    let isFirst = text.sentence(at: index).lowerBound == index
    let isBracketed = before?.key == TimeWords.opening && next?.key == TimeWords.closing
    guard
      years.isRange || isNamed || isBracketed || isFirst && next?.isCapitalised != true
        || TimeWords.beforeYear.contains(word(index - 1)), !isCounted(end)
    else { return nil }
    return years
  }

  /// Whether what follows is a unit, so that the number is a figure of about two thousand.
  private func isCounted(_ index: Int) -> Bool { Self.units.contains(word(index)) }

  private static let new: WordKey = "mới"

  /// What `năm` with nothing after it belongs to: `kế hoạch năm`, `dự toán năm`.
  private static let planned: WordSet = ["hoạch", "toán", "tiêu"]

  private static let units: WordSet = [
    "người", "đồng", "tỷ", "triệu", "nghìn", "ngàn", "usd", "ha", "m", "km", "kg", "tấn", "%",
    "hộ", "con", "cây", "ca", "vụ", "xe", "học", "căn", "lượt", "doanh", "đô", "bài", "chiếc",
    "trường", "em", "cán", "điểm", "đơn", "cổ", "suất", "mw", "m2", "m3", "lít", "đại", "trẻ",
  ]
}

extension TimeExpression {
  /// Whether it spans several years.
  fileprivate var isRange: Bool {
    if case .years(let years) = shape { return years.count > 1 }
    return false
  }
}
