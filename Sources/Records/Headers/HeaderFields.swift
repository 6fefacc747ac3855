import ASCII

/// The named fields at the head of a WARC record or an HTTP message, in their order.
package struct HeaderFields: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var all: [Field] = []

  package init(_ fields: [Field] = []) {
    all = fields
  }

  /// The first value of the field so named, in whatever case; `nil` where there is none.
  package subscript(name: String) -> String? {
    all.first { isSameName($0.name, name) }?.value
  }

  /// All values of the field so named, in whatever case.
  package func values(of name: String) -> [String] {
    all.filter { isSameName($0.name, name) }.map(\.value)
  }

  package mutating func append(_ name: String, _ value: String) {
    all.append(Field(name, value))
  }
}

extension HeaderFields {
  /// Reads lines such as `Name: value`.
  ///
  /// Lines may end in CRLF or LF; one that begins with a blank continues the one before; one
  /// without a colon is passed over. What is no UTF-8 becomes U+FFFD.
  package init(lines bytes: ArraySlice<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first else { continue }
      if first == 0x20 || first == 0x09 {
        guard !all.isEmpty else { continue }
        let more = trimmedText(line)
        if !more.isEmpty { all[all.count - 1].value += " " + more }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      all.append(Field(trimmedText(line[..<colon]), trimmedText(line[(colon + 1)...])))
    }
  }
}

/// Where the head that `bytes` begins with ends: the index after its empty line.
///
/// - Parameters:
///   - bytes: A head and what follows it.
///   - index: From where on to look, since it is known that the head doesn't end before.
/// - Returns: `nil` where there is no empty line.
package func headEnd(of bytes: ArraySlice<UInt8>, from index: Int) -> Int? {
  var index = index
  while let lineEnd = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
    var next = lineEnd + 1
    while next < bytes.endIndex, bytes[next] == 0x0D { next += 1 }
    if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 }
    index = lineEnd + 1
  }
  return nil
}

/// The text of `bytes` without blanks and line ends around it.
func trimmedText(_ bytes: ArraySlice<UInt8>) -> String {
  var bytes = bytes
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whether two field names differ at most in the case of ASCII letters.
private func isSameName(_ left: String, _ right: String) -> Bool {
  left.utf8.count == right.utf8.count
    && zip(left.utf8, right.utf8).allSatisfy { lowercase($0) == lowercase($1) }
}
