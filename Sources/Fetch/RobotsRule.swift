import ASCII

/// One `Allow` or `Disallow` line.
package struct RobotsRule: Sendable, Equatable {
  package let isAllowed: Bool

  /// How much it outweighs others: the octets of its pattern.
  package let length: Int

  /// What must follow one another, with anything between; the first stands at the path's start.
  private let pieces: [[UInt8]]

  /// Whether the last piece must be the path's end.
  private let isAnchored: Bool

  init(isAllowed: Bool, pattern: ArraySlice<UInt8>) {
    self.isAllowed = isAllowed
    isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = normalizeForRobots(Array(pattern), isPattern: true)
    length = pattern.count
    let body = isAnchored ? pattern.dropLast() : pattern[...]
    pieces = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map {
      normalizeForRobots(Array($0), isPattern: false)
    }
  }

  /// The rule for `/x/` that an `Allow: /x/index.html` implies, as Google has it; `nil` for others.
  static func impliedByIndex(_ pattern: ArraySlice<UInt8>) -> RobotsRule? {
    guard let slash = pattern.lastIndex(of: UInt8(ascii: "/")),
      pattern[(slash + 1)...].starts(with: "index.htm".utf8)
    else { return nil }
    return RobotsRule(isAllowed: true, pattern: pattern[...slash] + [UInt8(ascii: "$")])
  }

  /// An empty pattern says nothing.
  var isEmpty: Bool { length == 0 }

  /// Whether the rule is about `path`, normalized by `normalizeForRobots`.
  func matches(_ path: [UInt8]) -> Bool {
    guard let first = pieces.first, path.starts(with: first) else { return false }
    var position = first.count
    if pieces.count == 1 { return !isAnchored || position == path.count }
    for piece in pieces.dropFirst().dropLast() {
      guard let start = path.firstRange(of: piece, from: position) else { return false }
      position = start + piece.count
    }
    let last = pieces[pieces.count - 1]
    if !isAnchored { return path.firstRange(of: last, from: position) != nil }
    return path.count - last.count >= position && path.suffix(last.count) == last[...]
  }
}

/// Brings a path or a rule into the one form in which they are compared, octet by octet.
///
/// Escapes of unreserved characters are undone, all others are in upper case, and what is not
/// ASCII is escaped; so `/b%c3%bc`, `/bü` and `/%62%C3%BC` are one (RFC 9309, section 2.2.2). In a
/// pattern `*` and `$` stay what they are; elsewhere they are escaped.
func normalizeForRobots(_ bytes: [UInt8], isPattern: Bool) -> [UInt8] {
  var normal: [UInt8] = []
  var index = 0
  while index < bytes.count {
    var byte = bytes[index]
    var isEscaped = byte >= 0x80 || byte <= 0x20 || "\"'<>\\^`{|}".utf8.contains(byte)
    if let escaped = escape(at: index, in: bytes) {
      byte = escaped
      isEscaped = !escaped.isUnreserved
      index += 2
    } else if !isPattern, byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$") {
      isEscaped = true
    }
    index += 1
    if isEscaped {
      normal.appendEscape(of: byte)
    } else {
      normal.append(byte)
    }
  }
  return normal
}

extension UInt8 {
  /// Whether it means the same escaped or not (RFC 3986, section 2.3).
  var isUnreserved: Bool { isLetter(self) || isDigit(self) || "-._~".utf8.contains(self) }
}

extension [UInt8] {
  /// Where `piece` first begins at or after `start`; `nil` where it does not.
  fileprivate func firstRange(of piece: [UInt8], from start: Int) -> Int? {
    guard let first = piece.first else { return start }
    guard count - piece.count >= start else { return nil }
    return (start...(count - piece.count)).first {
      self[$0] == first && self[$0..<($0 + piece.count)] == piece[...]
    }
  }
}
