import ASCII

/// Reads a date of a `<meta>`, a `datetime` or JSON-LD: ISO 8601 as pages spell it.
///
///     readISODate("2020-11-24T16:05:00+07:00")    // with time and zone
///     readISODate("2020-11-24 16:05")             // with time alone
///     readISODate("2020-11-24")                   // a day
func readISODate(_ text: String) -> PageDate? {
  let scanner = DateScanner(text)
  guard scanner.isYear(0), let year = scanner.number(0), let month = scanner.number(2),
    let day = scanner.number(4), let mark = scanner.mark(1), mark == "-" || mark == "/",
    scanner.mark(3) == mark
  else { return nil }
  guard var date = PageDate(year: year, month: month, day: day) else { return nil }
  let hour = scanner.word(5) == "t" ? 6 : 5
  if let time = readClock(at: hour, in: scanner) {
    date.time = time.seconds
    date.offset = readZone(from: time.next, in: scanner)
  }
  return date
}

/// Finds the date in a line of a page, such as `Thứ Ba, 24/11/2020 16:05 (GMT+7)`.
///
/// - Parameters:
///   - text: A short line.
///   - isDayFirst: Whether `3/4/2020` is the third of April; `nil` where that is not known, and
///     then such a date is none.
/// - Returns: `nil` where there is no date, or several different ones.
func findDate(in text: String, isDayFirst: Bool?) -> PageDate? {
  findDate(in: Array(text.utf8)[...], isDayFirst: isDayFirst)
}

func findDate(in text: ArraySlice<UInt8>, isDayFirst: Bool?) -> PageDate? {
  guard text.count(where: isDigit) >= 4 else { return nil }
  let scanner = DateScanner(text)
  var found: (date: PageDate, span: Range<Int>)?
  var index = 0
  while index < scanner.tokens.count {
    guard let next = readDay(at: index, in: scanner, isDayFirst: isDayFirst) else {
      index += 1
      continue
    }
    if let found, found.date.dayText != next.date.dayText { return nil }
    if found == nil { found = next }
    index = next.span.upperBound
  }
  guard let found else { return nil }
  var date = found.date
  if date.time == nil, let clock = findClock(around: found.span, in: scanner) { date.time = clock }
  date.offset = readZone(from: 0, in: scanner)
  return date
}

/// A day that begins at a token.
private func readDay(
  at index: Int,
  in scanner: DateScanner,
  isDayFirst: Bool?
) -> (date: PageDate, span: Range<Int>)? {
  guard let first = scanner.number(index) else { return readNamedMonth(at: index, in: scanner) }
  if let mark = scanner.mark(index + 1), "/-.".contains(mark), scanner.mark(index + 3) == mark,
    let second = scanner.number(index + 2), let third = scanner.number(index + 4)
  {
    let span = index..<index + 5
    if scanner.isYear(index) {
      return PageDate(year: first, month: second, day: third).map { ($0, span) }
    }
    if isDayFirst == true, scanner.hasTwoDigits(index + 4), mark == "/" {
      return PageDate(year: 2000 + third, month: second, day: first).map { ($0, span) }
    }
    guard scanner.isYear(index + 4) else { return nil }
    let isFirst = isDayFirst ?? (first > 12 ? true : second > 12 ? false : nil)
    guard let isFirst else { return nil }
    let date =
      isFirst
      ? PageDate(year: third, month: second, day: first)
      : PageDate(year: third, month: first, day: second)
    return date.map { ($0, span) }
  }
  // 24 tháng 11 năm 2020, 24 tháng 11, 2020
  if scanner.word(index + 1) == "tháng", let month = scanner.number(index + 2) {
    let year =
      scanner.word(index + 3) == "năm" || scanner.mark(index + 3) != nil ? index + 4 : index + 3
    guard scanner.isYear(year), let number = scanner.number(year) else { return nil }
    return PageDate(year: number, month: month, day: first).map { ($0, index..<year + 1) }
  }
  return readNamedMonth(at: index, in: scanner)
}

/// `24 Nov 2020`, `24. November 2020`, `November 24, 2020`.
private func readNamedMonth(
  at index: Int,
  in scanner: DateScanner
) -> (date: PageDate, span: Range<Int>)? {
  if let day = scanner.number(index) {
    var next = index + 1
    if scanner.mark(next) == "." || ["st", "nd", "rd", "th", "de"].contains(scanner.word(next)) {
      next += 1
    }
    guard let month = scanner.word(next).flatMap(monthNumber) else { return nil }
    next += 1
    if scanner.mark(next) != nil || ["de", "of"].contains(scanner.word(next)) { next += 1 }
    guard scanner.isYear(next), let year = scanner.number(next) else { return nil }
    return PageDate(year: year, month: month, day: day).map { ($0, index..<next + 1) }
  }
  guard let month = scanner.word(index).flatMap(monthNumber) else { return nil }
  var next = index + 1
  if scanner.mark(next) == "." { next += 1 }
  guard let day = scanner.number(next) else { return nil }
  next += 1
  if ["st", "nd", "rd", "th"].contains(scanner.word(next)) { next += 1 }
  if scanner.mark(next) == "," { next += 1 }
  guard scanner.isYear(next), let year = scanner.number(next) else { return nil }
  return PageDate(year: year, month: month, day: day).map { ($0, index..<next + 1) }
}
