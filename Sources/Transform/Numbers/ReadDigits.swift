import Records

/// A number token's digits, and where its marks stand.
struct DigitToken: Sendable {
  /// All digits as a number; `nil` where it needs more than 38 digits.
  private let significand: Int128?

  let digitCount: Int

  /// How many marks, `.` or `,`, stand in it.
  let markCount: Int

  /// The first and the last mark; 0 where there is none.
  let firstMark: UInt8
  let lastMark: UInt8

  /// How many digits stand before the first mark, and after the last.
  let firstGroup: Int
  let lastGroup: Int

  /// Whether all marks before the last are like the first.
  let isUniformBeforeLast: Bool

  /// Whether three digits stand between any two marks.
  let hasThreesInside: Bool

  private let startsWithZero: Bool

  init(_ token: Token, in text: ArticleText) {
    var value = DigitValue()
    var (digits, marks, group, first) = (0, 0, 0, 0)
    var (firstMark, lastMark): (UInt8, UInt8) = (0, 0)
    var (isUniform, hasThrees) = (true, true)
    var startsWithZero = false
    var position = Int(token.start)
    while position < Int(token.end) {
      let (scalar, width) = text.scalar(atByte: position)
      position += width
      if let digit = digit(scalar) {
        if digits == 0, marks == 0 { startsWithZero = digit == 0 }
        value.append(digit)
        digits += 1
        group += 1
      } else if let mark = decimalMark(scalar) {
        if marks == 0 {
          (first, firstMark) = (group, mark)
        } else if group != 3 {
          hasThrees = false
        }
        if marks > 1, lastMark != firstMark { isUniform = false }
        lastMark = mark
        marks += 1
        group = 0
      }
    }
    significand = value.significand
    digitCount = digits
    markCount = marks
    self.firstMark = firstMark
    self.lastMark = lastMark
    firstGroup = marks == 0 ? group : first
    lastGroup = group
    isUniformBeforeLast = isUniform
    hasThreesInside = hasThrees
    self.startsWithZero = startsWithZero
  }

  var hasMarks: Bool { markCount > 0 }

  /// Whether all its marks are alike.
  var isUniform: Bool { isUniformBeforeLast && lastMark == firstMark }

  var hasLeadingZero: Bool { startsWithZero && digitCount > 1 }

  /// Whether all groups after the first have three digits, and the first one to three.
  var isGrouped: Bool {
    hasMarks && hasThreesInside && lastGroup == 3 && (1...3).contains(firstGroup)
      && !startsWithZero
  }

  /// The number where so many of its digits are decimals.
  ///
  /// - Returns: `nil` where the number needs more than 38 digits.
  func value(decimals: Int = 0) -> ExactNumber? {
    significand.flatMap { ExactNumber(exactly: $0, scale: decimals) }
  }
}

/// Digits that become a number, one after the other.
private struct DigitValue {
  private var small: UInt64 = 0
  private var count = 0
  private var large: Int128?

  /// All digits so far; `nil` once there are too many.
  var significand: Int128? { count <= Self.smallest ? Int128(small) : large }

  /// So many digits always go into 64 bits.
  private static let smallest = 18

  @inline(__always)
  mutating func append(_ digit: Int) {
    count += 1
    if count <= Self.smallest { small = small * 10 + UInt64(digit) } else { appendLarge(digit) }
  }

  private mutating func appendLarge(_ digit: Int) {
    let before = count == Self.smallest + 1 ? Int128(small) : large
    guard let (product, overflow) = before?.multipliedReportingOverflow(by: 10), !overflow,
      product < Int128.max - 10
    else {
      large = nil
      return
    }
    large = product + Int128(digit)
  }
}

/// A number token's readings.
struct DigitReading: Sendable {
  var value: ExactNumber

  /// How many decimals are printed.
  var decimals: Int

  /// What it is where its one mark, before three digits, is of the other sort.
  ///
  /// It has no decimals then; `nil` where there is no doubt.
  var whole: ExactNumber?

  /// Whether it has a mark between thousands.
  var hasThousands: Bool
}

/// Reads a number token.
///
///     readDigits("1.330")      // 1330
///     readDigits("1,330.5")    // 1330.5: of two marks the last is the decimal one
///     readDigits("1,330")      // 1.33, or 1330 where one counts what is indivisible
///
/// - Returns: `nil` where the marks make no number, as in `0999.12.34.56` and `20.11.1982`.
func readDigits(_ token: DigitToken, style: MarkStyle) -> DigitReading? {
  if token.markCount == 1 { return readOneMark(token, style: style) }
  guard token.hasMarks else {
    return token.value().map {
      DigitReading(value: $0, decimals: 0, whole: nil, hasThousands: false)
    }
  }
  if token.isUniform {
    guard token.isGrouped, let value = token.value() else { return nil }
    return DigitReading(value: value, decimals: 0, whole: nil, hasThousands: true)
  }
  guard token.isUniformBeforeLast, token.hasThreesInside, (1...3).contains(token.firstGroup),
    let value = token.value(decimals: token.lastGroup)
  else { return nil }
  return DigitReading(value: value, decimals: token.lastGroup, whole: nil, hasThousands: true)
}

private func readOneMark(_ token: DigitToken, style: MarkStyle) -> DigitReading? {
  guard let decimal = token.value(decimals: token.lastGroup), let whole = token.value() else {
    return nil
  }
  let asDecimal = DigitReading(
    value: decimal,
    decimals: token.lastGroup,
    whole: token.isGrouped ? whole : nil,
    hasThousands: false
  )
  let asWhole = DigitReading(value: whole, decimals: 0, whole: nil, hasThousands: true)
  guard token.isGrouped else { return asDecimal }
  if token.firstMark == UInt8(ascii: ".") { return asWhole }
  return style == .english ? asWhole : asDecimal
}

/// Which marks an article writes.
enum MarkStyle: Sendable {
  /// `.` between thousands, `,` before decimals.
  case vietnamese

  /// Mostly so, but for some that are English.
  case mixed

  /// The other way round, as agencies and stock-market sites write.
  case english
}
