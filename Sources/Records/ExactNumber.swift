import ASCII

/// An exact decimal number: `significand` divided by ten to the power of `scale`.
///
///     ExactNumber(133, scale: 2).description    // "1.33"
///
/// Always in lowest terms, so that equal numbers are equal values. Never binary.
package struct ExactNumber: Sendable, Hashable {
  /// All digits, with the sign.
  package let significand: Int128

  /// How many of the digits stand after the decimal mark, from 0.
  package let scale: Int

  /// Fails where the number needs more than 38 digits.
  ///
  /// - Parameters:
  ///   - significand: All digits, with the sign.
  ///   - scale: How many of them are decimals; negative for a number of whole tens, hundreds ….
  package init?(exactly significand: Int128, scale: Int) {
    guard significand != 0 else {
      self.init(0)
      return
    }
    var (significand, scale) = (significand, scale)
    while scale > 0, significand % 10 == 0 {
      significand /= 10
      scale -= 1
    }
    while scale < 0 {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      significand = product
      scale += 1
    }
    guard scale <= 38 else { return nil }
    self.init(unchecked: significand, scale: scale)
  }

  package init(_ whole: Int) {
    self.init(unchecked: Int128(whole), scale: 0)
  }

  /// This number times ten to the power of `exponent`; `nil` where it needs more than 38 digits.
  package func shifted(by exponent: Int) -> ExactNumber? {
    ExactNumber(exactly: significand, scale: scale - exponent)
  }

  package var isWhole: Bool { scale == 0 }

  package var negated: ExactNumber { ExactNumber(unchecked: -significand, scale: scale) }

  private init(unchecked significand: Int128, scale: Int) {
    self.significand = significand
    self.scale = scale
  }
}

extension ExactNumber: Comparable {
  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if let (a, b, _) = align(left, right) { return a < b }
    return left.approximate < right.approximate
  }

  /// The sum; `nil` where it needs more than 38 digits.
  package static func + (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
    guard let (a, b, scale) = align(left, right) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactNumber(exactly: sum, scale: scale)
  }

  package static func - (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
    left + right.negated
  }

  /// The product; `nil` where it needs more than 38 digits.
  package static func * (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
    let (product, overflow) = left.significand.multipliedReportingOverflow(by: right.significand)
    return overflow ? nil : ExactNumber(exactly: product, scale: left.scale + right.scale)
  }

  /// The nearest binary number: for comparing within a tolerance, never for output.
  package var approximate: Double {
    var value = Double(significand)
    for _ in 0..<scale { value /= 10 }
    return value
  }

  private static func align(
    _ left: ExactNumber,
    _ right: ExactNumber
  ) -> (left: Int128, right: Int128, scale: Int)? {
    let scale = max(left.scale, right.scale)
    guard
      let a = raise(left.significand, by: scale - left.scale),
      let b = raise(right.significand, by: scale - right.scale)
    else { return nil }
    return (a, b, scale)
  }

  private static func raise(_ number: Int128, by exponent: Int) -> Int128? {
    var number = number
    for _ in 0..<exponent {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      number = product
    }
    return number
  }
}

extension ExactNumber: CustomStringConvertible {
  /// The number in full, such as `1330000000`, `-2.5`: no exponent, no thousands mark.
  package var description: String {
    var digits: [UInt8] = []
    digits.append(decimal: significand, decimals: scale)
    return String(decoding: digits, as: UTF8.self)
  }

  /// As a JSON number that no reader takes for an integer, such as `1330000000.0`.
  package var jsonNumber: String { isWhole ? description + ".0" : description }

  /// Reads what `description` writes; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    var significand: Int128 = 0
    var scale: Int?
    let digits = Array(text.utf8.dropFirst(isNegative ? 1 : 0))
    guard digits.first != UInt8(ascii: "."), digits.last != UInt8(ascii: "."), !digits.isEmpty
    else { return nil }
    for byte in digits {
      if byte == UInt8(ascii: "."), scale == nil {
        scale = 0
        continue
      }
      guard isDigit(byte) else { return nil }
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      significand = product + Int128(byte - UInt8(ascii: "0"))
      scale? += 1
    }
    self.init(exactly: isNegative ? -significand : significand, scale: scale ?? 0)
  }
}

extension [UInt8] {
  /// Appends a number in full, its last digits behind a point.
  mutating func append(decimal number: Int128, decimals: Int = 0) {
    if number < 0 { append(UInt8(ascii: "-")) }
    guard let small = UInt64(exactly: number.magnitude), decimals == 0 else {
      return append(large: number.magnitude, decimals: decimals)
    }
    var (length, bound) = (1, UInt64(10))
    while bound <= small, length < 19 { (length, bound) = (length + 1, bound &* 10) }
    if bound <= small { length += 1 }
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: length))
    var (rest, place) = (small, count)
    while rest > 0 {
      place -= 1
      self[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private mutating func append(large number: UInt128, decimals: Int) {
    var digits: [UInt8] = []
    var rest = number
    // From the last digit on.
    while rest > 0 || digits.count <= decimals {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    for (index, digit) in digits.reversed().enumerated() {
      if index == digits.count - decimals { append(UInt8(ascii: ".")) }
      append(digit)
    }
  }
}
