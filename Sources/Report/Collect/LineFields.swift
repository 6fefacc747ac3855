import FoundationEssentials

/// The members of the one object on a line of JSON, found without decoding what nobody asks for.
///
/// It finds where members begin and end; that the line is JSON through and through is for the
/// decoder to judge where a member is decoded.
struct LineFields {
  private let line: ArraySlice<UInt8>
  private var members: [(key: Range<Int>, value: Range<Int>)] = []

  /// Fails where the line is no object whose members can be told apart.
  init?(_ line: ArraySlice<UInt8>) {
    self.line = line
    members.reserveCapacity(40)
    var scanner = Scanner(bytes: line, place: line.startIndex)
    guard scanner.take(UInt8(ascii: "{")) else { return nil }
    if !scanner.take(UInt8(ascii: "}")) {
      repeat {
        guard let key = scanner.string(), scanner.take(UInt8(ascii: ":")),
          let value = scanner.value()
        else { return nil }
        members.append((key, value))
      } while scanner.take(UInt8(ascii: ","))
      guard scanner.take(UInt8(ascii: "}")) else { return nil }
    }
    guard scanner.isAtEnd else { return nil }
  }

  /// A member as it stands on the line; `nil` where it is `null` or not there.
  func bytes(_ key: StaticString) -> ArraySlice<UInt8>? {
    let wanted = key.description.utf8
    guard
      let member = members.first(where: { member in
        member.key.count == wanted.count + 2
          && line[(member.key.lowerBound + 1)..<(member.key.upperBound - 1)].elementsEqual(wanted)
      })
    else { return nil }
    let value = line[member.value]
    return value.elementsEqual("null".utf8) ? nil : value
  }

  /// A text; `nil` where it is none, or not there.
  func text(_ key: StaticString) -> String? {
    guard let value = bytes(key), value.first == UInt8(ascii: "\"") else { return nil }
    guard value.contains(UInt8(ascii: "\\")) else {
      return String(validating: value.dropFirst().dropLast(), as: UTF8.self)
    }
    return try? JSONDecoder().decode(String.self, from: Data(value))
  }

  /// A number; `nil` where it is none, or not there.
  func number(_ key: StaticString) -> Double? {
    bytes(key).flatMap { Double(String(decoding: $0, as: UTF8.self)) }
  }
}

/// Steps over the parts of a JSON text.
private struct Scanner {
  let bytes: ArraySlice<UInt8>
  var place: Int

  /// Whether nothing but space is left.
  var isAtEnd: Bool { bytes[place...].allSatisfy(Self.isSpace) }

  /// Steps over `byte` and the space before it, if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard place < bytes.endIndex, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// The string that comes next, its quotes included.
  mutating func string() -> Range<Int>? {
    skipSpace()
    guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "\"") else { return nil }
    let start = place
    place += 1
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "\""):
        place += 1
        return start..<place
      default: place += 1
      }
    }
    return nil
  }

  /// The value that comes next, however deep.
  mutating func value() -> Range<Int>? {
    skipSpace()
    let start = place
    var depth = 0
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return range(from: start) }
        depth -= 1
        place += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { return range(from: start) }
        place += 1
      default: place += 1
      }
    }
    return nil
  }

  /// What was stepped over, without the space at its end; `nil` where that is nothing.
  private func range(from start: Int) -> Range<Int>? {
    var end = place
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return end > start ? start..<end : nil
  }

  private mutating func skipSpace() {
    while place < bytes.endIndex, Self.isSpace(bytes[place]) { place += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
