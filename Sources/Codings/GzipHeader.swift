/// The head of a gzip member: RFC 1952, section 2.3.
package enum GzipHeader: Sendable, Equatable {
  /// It is this many bytes long.
  case found(length: Int)

  /// The bytes end within it.
  case cutOff

  /// These bytes begin no gzip member.
  case absent

  /// - Parameter bytes: From the member's first byte on.
  package init(_ bytes: ArraySlice<UInt8>) {
    let magic: [UInt8] = [0x1F, 0x8B, 8]
    guard bytes.prefix(3).elementsEqual(magic.prefix(bytes.count)), !bytes.isEmpty else {
      self = .absent
      return
    }
    let first = bytes.startIndex
    guard bytes.count >= 10 else {
      self = .cutOff
      return
    }
    let flags = bytes[first + 3]
    guard flags & 0xE0 == 0 else {
      self = .absent
      return
    }
    var rest = bytes.dropFirst(10)
    if flags & 4 != 0 {  // FEXTRA
      guard rest.count >= 2 else {
        self = .cutOff
        return
      }
      let size = Int(rest[rest.startIndex]) | Int(rest[rest.startIndex + 1]) << 8
      rest = rest.dropFirst(2 + size)
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {  // FNAME, FCOMMENT: text up to a NUL
      guard let end = rest.firstIndex(of: 0) else {
        self = .cutOff
        return
      }
      rest = rest[(end + 1)...]
    }
    rest = rest.dropFirst(flags & 2 != 0 ? 2 : 0)  // FHCRC
    // Deflate data and the trailer follow, so a head at the very end is cut off too.
    self = rest.isEmpty ? .cutOff : .found(length: rest.startIndex - first)
  }
}

/// The eight bytes after a gzip member's data.
package struct GzipTrailer: Sendable, Equatable {
  package static let length = 8

  /// CRC-32 of what the member decodes to.
  package var checksum: UInt32

  /// The length of what it decodes to, modulo 2 to the 32nd.
  package var size: UInt32

  /// - Returns: `nil` where there are fewer than eight bytes.
  package init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= Self.length else { return nil }
    func number(at offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[bytes.startIndex + offset + $1]) << (8 * UInt32($1)) }
    }
    checksum = number(at: 0)
    size = number(at: 4)
  }
}
