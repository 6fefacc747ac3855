import ASCII

/// Reads the ways in which servers, feeds and sitemaps write an instant.
///
///     readTime("Tue, 24 Nov 2020 09:05:00 GMT")   // HTTP, RFC 822: 2020-11-24T09:05:00Z
///     readTime("Tue, 24 Nov 2020 16:05:00 GMT+7") // many Vietnamese feeds: the same
///     readTime("Tue Nov 24 09:05:00 2020")        // C's asctime, which HTTP still knows
///     readTime("2020-11-24T16:05+07:00")          // RFC 3339 and W3C's shorter forms
///     readTime("2020-11-24")                      // the day's first instant in UTC
///     readTime("24/11/2020 16:05")                // no zone: taken for Vietnam's
///
/// - Returns: `nil` where it is none of these.
package func readTime(_ text: some StringProtocol) -> UTCTime? {
  var scanner = TimeScanner(text)
  return scanner.readISO() ?? scanner.readWords() ?? scanner.readSlashes()
}

private struct TimeScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8.prefix(80))
  }

  mutating func readISO() -> UTCTime? {
    start()
    guard let year = number(digits: 4...4) else { return nil }
    guard skip("-") else { return isAtEnd ? UTCTime(year: year, month: 1, day: 1) : nil }
    guard let month = number(digits: 1...2) else { return nil }
    guard skip("-") else { return isAtEnd ? UTCTime(year: year, month: month, day: 1) : nil }
    guard let day = number(digits: 1...2) else { return nil }
    if isAtEnd { return UTCTime(year: year, month: month, day: day) }
    guard skip("T") || skip("t") || skip(" ") else { return nil }
    skipSpaces()
    return readClock(year: year, month: month, day: day, zone: 0)
  }

  /// `24/11/2020 16:05` and `24-11-2020`.
  mutating func readSlashes() -> UTCTime? {
    start()
    guard let day = number(digits: 1...2), skip("/") || skip("-"),
      let month = number(digits: 1...2), skip("/") || skip("-"), let year = number(digits: 4...4)
    else { return nil }
    skipSpaces()
    let vietnam = 7 * 60
    if isAtEnd { return UTCTime(year: year, month: month, day: day, offsetMinutes: vietnam) }
    return readClock(year: year, month: month, day: day, zone: vietnam)
  }

  /// The forms that name the month; the weekday may be missing or wrong.
  mutating func readWords() -> UTCTime? {
    start()
    var word = self.word()
    if !word.isEmpty, monthNumber(word) == nil {
      if !skip(",") { _ = skip(".") }
      skipSpaces()
      word = self.word()
    }
    if let named = monthNumber(word) { return readAsctime(month: named) }
    guard word.isEmpty, let day = number(digits: 1...2), skip("-") || skip(" "),
      let named = monthNumber(self.word()), skip("-") || skip(" ") || skip(","),
      var year = number(digits: 2...4)
    else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    skipSpaces()
    if isAtEnd { return UTCTime(year: year, month: named, day: day) }
    return readClock(year: year, month: named, day: day, zone: 0)
  }

  private mutating func readAsctime(month: Int) -> UTCTime? {
    skipSpaces()
    guard let day = number(digits: 1...2), skip(" "), let hour = number(digits: 1...2), skip(":"),
      let minute = number(digits: 2...2), skip(":"), let second = number(digits: 2...2),
      skip(" "), let year = number(digits: 4...4)
    else { return nil }
    return UTCTime(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: minute,
      second: second
    )
  }

  private mutating func readClock(year: Int, month: Int, day: Int, zone: Int) -> UTCTime? {
    guard let hour = number(digits: 1...2), skip(":"), let minute = number(digits: 2...2)
    else { return nil }
    var second = 0
    if skip(":") {
      guard let digits = number(digits: 2...2) else { return nil }
      second = digits
      if skip(".") || skip(",") { while number(digits: 1...9) != nil {} }
    }
    return UTCTime(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: minute,
      second: second,
      offsetMinutes: readZone() ?? zone
    )
  }

  /// Minutes east of UTC; `nil` where no zone is written.
  private mutating func readZone() -> Int? {
    skipSpaces()
    let name = word().uppercased()
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    guard skip("+") || skip("-") else { return zones[name] }
    guard let digits = number(digits: 1...4) else { return zones[name] }
    var minutes = digits >= 100 ? digits / 100 * 60 + digits % 100 : digits * 60
    if skip(":") { minutes += number(digits: 2...2) ?? 0 }
    return isNegative ? -minutes : minutes
  }

  private mutating func start() {
    position = 0
    skipSpaces()
  }

  private var isAtEnd: Bool { bytes[position...].allSatisfy { $0 <= 0x20 } }

  private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func word() -> String {
    let end = bytes[position...].firstIndex { !isLetter($0) } ?? bytes.count
    defer { position = end }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  private mutating func number(digits: ClosedRange<Int>) -> Int? {
    let end = bytes[position...].prefix(digits.upperBound).prefix(while: isDigit).endIndex
    guard digits.contains(end - position) else { return nil }
    defer { position = end }
    return bytes[position..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private func monthNumber(_ word: String) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
  }
}

/// Minutes east of UTC of the zones that RFC 822 names, and Vietnam's.
private let zones = [
  "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
  "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "ICT": 420,
]
