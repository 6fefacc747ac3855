extension TimeReader {
  /// Reads `hôm qua`, `tuần trước`, `đầu năm 2020`, `nửa cuối năm`, `hiện nay`; see `periods.tsv`.
  func readRelative(at index: Int) -> TimeExpression? {
    guard let found = relatives.longestMatch(in: text, at: index) else { return nil }
    let end = index + found.length
    if found.value.unit == .now {
      guard isNow(index, length: found.length) else { return nil }
      return TimeExpression(index..<end, .none)
    }
    // `trong tuần tới` is another week than `trong tuần`.
    if let inner = relatives.longestMatch(in: text, at: index + 1),
      index + 1 + inner.length > end, inner.value.unit == found.value.unit
    {
      return nil
    }
    // `trong tuần 31`, `trong quý III` say which one themselves.
    if Self.spans.contains(word(end - 1)), isNumbered(end) || isEdge(end) { return nil }
    if Self.plurals.contains(word(index - 1)) { return TimeExpression(index..<end, .none) }
    if word(index) == TimeWords.year, numeralEnds(at: index) { return nil }
    if word(end - 1) == TimeWords.year || found.value.unit == .half {
      return readPartOfYear(index..<end, found.value)
    }
    if found.value.unit == .day, let day = readDay(at: end, isCued: true) {
      return TimeExpression(index..<day.tokens.upperBound, day.shape, reason: .date)
    }
    if word(index) == Self.within, !isNewsOfTheDay(end) { return nil }
    return TimeExpression(index..<end, .relative(found.value))
  }

  /// Whether `trong ngày` is the day a report tells of, not a day that anything takes.
  private func isNewsOfTheDay(_ end: Int) -> Bool {
    guard word(end - 1) == TimeWords.day else { return true }
    return !isWord(end) || Self.newsVerbs.contains(word(end))
  }

  private static let within: WordKey = "trong"
  private static let newsVerbs: WordSet = ["có", "ghi", "cả", "toàn", "thành", "tỉnh", "nước"]

  private func isNumbered(_ index: Int) -> Bool {
    isNumber(index) || word(index) == TimeWords.the || TimeWords.romans[word(index)] != nil
      || TimeWords.numerals[word(index)] != nil
  }

  /// Whether `đầu năm` or `cuối năm` says which one: `trong quý đầu năm`.
  private func isEdge(_ index: Int) -> Bool {
    (word(index) == TimeWords.first || word(index) == TimeWords.last)
      && word(index + 1) == TimeWords.year
  }

  /// Whether a numeral stands just before a token.
  private func numeralEnds(at index: Int) -> Bool {
    isNumber(index - 1) || TimeWords.numerals[word(index - 1)] != nil
  }

  /// `đầu năm`, `nửa cuối năm` with or without a year after it.
  private func readPartOfYear(
    _ tokens: Range<Int>,
    _ meaning: RelativeTimes.Meaning
  ) -> TimeExpression? {
    let isNamed = word(tokens.upperBound - 1) == TimeWords.year
    let place = isNamed ? tokens.upperBound - 1 : tokens.upperBound
    let half = meaning.unit == .half ? (meaning.count == 1 ? 1...6 : 7...12) : 1...12
    if word(place + 1) == TimeWords.school {
      return readYear(at: place)
    }
    if let year = trailingYear(place) {
      return TimeExpression(tokens.lowerBound..<year.end, .months(half, year: year.year))
    }
    // `nửa đầu tháng 11` is no half of a year.
    if word(tokens.upperBound - 1) == TimeWords.first
      || word(tokens.upperBound - 1) == TimeWords.last
    {
      return nil
    }
    if meaning.unit == .year, meaning.count != 0 {
      return TimeExpression(tokens, .relative(meaning))
    }
    // `trong năm trận`, `cả năm người` count: then a word follows.
    let next = text.token(at: tokens.upperBound)
    let isWhole = Self.wholes.contains(word(tokens.lowerBound))
    guard !isWhole || next?.isWord != true || Self.verbs.contains(word(tokens.upperBound)) else {
      return nil
    }
    return TimeExpression(tokens, .months(half, year: today?.year))
  }

  /// Whether `hiện` is the adverb, not a part of `thực hiện`, `hiện đại` and so on.
  private func isNow(_ index: Int, length: Int) -> Bool {
    guard word(index) == Self.now else { return true }
    return !Self.beforeOther.contains(word(index - 1)) && !Self.afterOther.contains(word(index + 1))
  }

  /// Reads `cùng kỳ`, `cùng kỳ năm trước`, `cùng kỳ 2019`.
  func readSamePeriod(at index: Int) -> TimeExpression? {
    guard word(index) == TimeWords.same, word(index + 1) == TimeWords.period else { return nil }
    let year = trailingYear(index + 2)
    return TimeExpression(index..<(year?.end ?? index + 2), .samePeriod(year: nil).with(year?.year))
  }

  /// Reads `hè 2020`, `mùa hè năm 2020`: June to August.
  func readSummer(at index: Int) -> TimeExpression? {
    guard word(index) == Self.summer, let year = trailingYear(index + 1) else { return nil }
    return TimeExpression(index..<year.end, .months(6...8, year: year.year))
  }

  private static let plurals: WordSet = ["các", "những", "nhiều", "vài", "mấy"]
  private static let spans: WordSet = ["tuần", "tháng", "quý"]
  private static let now: WordKey = "hiện"
  private static let summer: WordKey = "hè"
  private static let wholes: WordSet = ["trong", "cả"]
  private static let verbs: WordSet = [
    "là", "đạt", "của", "đã", "sẽ", "ước", "dự", "và", "có", "thu", "tăng", "giảm", "lãi", "xuất",
    "nhập", "kim", "doanh", "lợi", "sản", "tổng", "chỉ", "khoảng", "hơn", "gần", "cần", "phải",
    "còn",
  ]
  private static let beforeOther: WordSet = [
    "thực", "phát", "thể", "xuất", "biểu", "tái", "hoàn", "ẩn", "tự",
  ]
  private static let afterOther: WordSet = [
    "đại", "trường", "tượng", "hữu", "diện", "vật", "hành", "thực", "hình", "lên", "ra", "rõ",
  ]
}

extension TimeExpression.Shape {
  /// `samePeriod` of a year.
  fileprivate func with(_ year: Int?) -> Self { .samePeriod(year: year) }
}
