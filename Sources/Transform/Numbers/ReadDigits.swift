import Records

/// A number token's digits, and where its marks stand.
struct DigitToken: Sendable {
  /// Digits and marks in ASCII, whatever the text had.
  private let characters: [UInt8]

  /// The marks in order: `.` or `,`.
  let marks: [UInt8]

  /// How many digits stand before the first mark, between marks, and after the last.
  let groups: [Int]

  init(_ token: Token, in text: ArticleText) {
    var characters: [UInt8] = []
    var marks: [UInt8] = []
    var groups = [0]
    var position = Int(token.start)
    while position < Int(token.end) {
      let (scalar, width) = decodeScalar(text.bytes.span, at: position)
      position += width
      if let digit = digit(scalar) {
        characters.append(UInt8(0x30 + digit))
        groups[groups.count - 1] += 1
      } else if let mark = decimalMark(scalar) {
        characters.append(mark)
        marks.append(mark)
        groups.append(0)
      }
    }
    self.characters = characters
    self.marks = marks
    self.groups = groups
  }

  var digitCount: Int { groups.reduce(0, +) }

  var hasLeadingZero: Bool { characters.first == UInt8(ascii: "0") && digitCount > 1 }

  /// Whether all groups after the first have three digits, and the first one to three.
  var isGrouped: Bool {
    !marks.isEmpty && groups.dropFirst().allSatisfy { $0 == 3 } && (1...3).contains(groups[0])
      && !(characters.first == UInt8(ascii: "0"))
  }

  /// The number where its marks from index `decimal` on are decimal, the others thousands.
  ///
  /// - Parameter decimal: The index of the decimal mark among `marks`; `nil` for a whole number.
  /// - Returns: `nil` where the number needs more than 38 digits.
  func value(decimal: Int?) -> ExactNumber? {
    var significand: Int128 = 0
    for character in characters where character >= 0x30 {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      guard !overflow, product < Int128.max - 10 else { return nil }
      significand = product + Int128(character - 0x30)
    }
    let decimals = decimal.map { groups[($0 + 1)...].reduce(0, +) } ?? 0
    return ExactNumber(exactly: significand, scale: decimals)
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
  guard let first = token.marks.first, let last = token.marks.last else {
    return token.value(decimal: nil).map {
      DigitReading(value: $0, decimals: 0, whole: nil, hasThousands: false)
    }
  }
  let lastIndex = token.marks.count - 1
  if token.marks.count == 1 { return readOneMark(token, mark: first, style: style) }
  let isUniform = token.marks.allSatisfy { $0 == first }
  if isUniform {
    guard token.isGrouped, let value = token.value(decimal: nil) else { return nil }
    return DigitReading(value: value, decimals: 0, whole: nil, hasThousands: true)
  }
  let isThousands = token.marks.dropLast().allSatisfy { $0 == first } && last != first
  let grouped = token.groups[1..<token.groups.count - 1].allSatisfy { $0 == 3 }
  guard isThousands, grouped, (1...3).contains(token.groups[0]),
    let value = token.value(decimal: lastIndex)
  else { return nil }
  return DigitReading(
    value: value,
    decimals: token.groups.last ?? 0,
    whole: nil,
    hasThousands: true
  )
}

private func readOneMark(_ token: DigitToken, mark: UInt8, style: MarkStyle) -> DigitReading? {
  guard let decimal = token.value(decimal: 0), let whole = token.value(decimal: nil) else {
    return nil
  }
  let asDecimal = DigitReading(
    value: decimal,
    decimals: token.groups[1],
    whole: token.isGrouped ? whole : nil,
    hasThousands: false
  )
  let asWhole = DigitReading(value: whole, decimals: 0, whole: nil, hasThousands: true)
  guard token.isGrouped else { return asDecimal }
  if mark == UInt8(ascii: ".") { return asWhole }
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
