import ASCII

/// An IPv4 address.
package struct IPv4Address: Hashable, Sendable {
  package var value: UInt32

  package init(value: UInt32) {
    self.value = value
  }

  /// Reads what browsers read: one to four parts, decimal, octal (`0…`) or hexadecimal (`0x…`).
  package init?(_ text: some StringProtocol) {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true, parts.count > 1 { parts.removeLast() }
    guard parts.count <= 4 else { return nil }
    let numbers = parts.compactMap { Self.number($0) }
    guard numbers.count == parts.count, let last = numbers.last else { return nil }
    guard numbers.dropLast().allSatisfy({ $0 <= 255 }), last < 1 << (8 * UInt64(5 - parts.count))
    else { return nil }
    var value = last
    for (index, number) in numbers.dropLast().enumerated() {
      value += number << (8 * UInt64(3 - index))
    }
    self.value = UInt32(value)
  }

  /// What one part is worth; what passes 32 bits is cut to a number that no address has.
  static func number(_ text: some StringProtocol) -> UInt64? {
    let text = text.lowercased()
    guard !text.isEmpty else { return nil }
    let isHex = text.hasPrefix("0x")
    let isOctal = !isHex && text.hasPrefix("0") && text.utf8.count > 1
    let digits = text.dropFirst(isHex ? 2 : isOctal ? 1 : 0)
    if digits.isEmpty { return 0 }
    let radix: UInt64 = isHex ? 16 : isOctal ? 8 : 10
    var value: UInt64 = 0
    for byte in digits.utf8 {
      guard let digit = hexadecimalValue(byte), digit < radix else { return nil }
      value = min(value * radix + UInt64(digit), 1 << 40)
    }
    return value
  }
}

extension IPv4Address: CustomStringConvertible {
  package var description: String {
    "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
  }
}

/// An IPv6 address.
package struct IPv6Address: Hashable, Sendable {
  /// The eight parts, the first of them first.
  package var parts: [UInt16]

  /// Reads an address without brackets and zone, by the WHATWG URL Standard's «IPv6 parser».
  package init?(_ text: some Sequence<UInt8>) {
    let text = String(decoding: Array(text), as: UTF8.self)
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    var sides: [[UInt16]] = []
    for (index, half) in halves.enumerated() {
      guard let parts = Self.parts(of: half, mayEndInIPv4: index == halves.count - 1) else {
        return nil
      }
      sides.append(parts)
    }
    let missing = 8 - sides.reduce(0) { $0 + $1.count }
    guard halves.count == 1 ? missing == 0 : missing >= 1 else { return nil }
    let zeros = [UInt16](repeating: 0, count: missing)
    parts = sides.count == 1 ? sides[0] : sides[0] + zeros + sides[1]
  }

  private static func parts(of half: Substring, mayEndInIPv4: Bool) -> [UInt16]? {
    guard !half.isEmpty else { return [] }
    var parts: [UInt16] = []
    let texts = half.split(separator: ":", omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() {
      if mayEndInIPv4, index == texts.count - 1, text.contains(".") {
        guard let address = strictIPv4(text) else { return nil }
        parts += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
      } else {
        guard (1...4).contains(text.utf8.count),
          text.utf8.allSatisfy({ hexadecimalValue($0) != nil }),
          let part = UInt16(text, radix: 16)
        else { return nil }
        parts.append(part)
      }
    }
    return parts
  }

  /// Four decimal parts without leading zeros, which is all that IPv6 may end in.
  private static func strictIPv4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy(isDigit),
        let number = UInt32(part), number <= 255, part.utf8.count == 1 || !part.hasPrefix("0")
      else { return nil }
      value = value << 8 | number
    }
    return value
  }
}

extension IPv6Address: CustomStringConvertible {
  /// The shortest form: the longest run of two zeros or more is `::`.
  package var description: String {
    var longest = 0..<0
    var index = 0
    while index < 8 {
      let end = parts[index...].firstIndex { $0 != 0 } ?? 8
      if end - index > max(longest.count, 1) { longest = index..<end }
      index = max(end, index + 1)
    }
    let hex = parts.map { String($0, radix: 16) }
    guard !longest.isEmpty else { return hex.joined(separator: ":") }
    return hex[..<longest.lowerBound].joined(separator: ":") + "::"
      + hex[longest.upperBound...].joined(separator: ":")
  }
}
