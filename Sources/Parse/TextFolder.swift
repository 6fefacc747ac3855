/// Copies text and makes each run of white space one space, none at the start.
///
/// Soft hyphens, zero-width characters and controls are left out: they are no text.
struct TextFolder {
  /// Whether white space waits for a character to stand before.
  private(set) var isSpaced: Bool

  /// Whether nothing has been written yet.
  private var isFirst: Bool

  /// How many code points were written.
  private(set) var characters = 0

  /// How many commas and ends of sentences.
  private(set) var stops = 0

  /// The first byte of the character that was written last.
  private var lead: UInt8 = 0

  init(isSpaced: Bool = false, isFirst: Bool = true) {
    self.isSpaced = isSpaced
    self.isFirst = isFirst
  }

  mutating func fold(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    fold(bytes.span, into: &text)
  }

  mutating func fold(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
    lead = text.last { $0 & 0xC0 != 0x80 } ?? 0
    // All that is written was read, but for a space that had waited.
    let room = bytes.count + 1
    if text.capacity - text.count < room {
      text.reserveCapacity(max(text.count + room, text.capacity * 2))
    }
    var folder = self  // in registers rather than in memory
    text.append(addingCapacity: room) { folder.fold(bytes, into: &$0) }
    self = folder
  }

  @inline(__always)
  private mutating func fold(_ bytes: Span<UInt8>, into text: inout OutputSpan<UInt8>) {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20, byte < 0x7F {
        position += 1
        put(byte, &text)
        if byte <= 0x3F { stops += isStop(byte) ? 1 : 0 }
      } else if byte <= 0x20 {
        position += 1
        isSpaced = true
      } else if byte == 0x7F {
        position += 1
      } else {
        position += foldWide(bytes, at: position, byte, into: &text)
      }
    }
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, _ text: inout OutputSpan<UInt8>) {
    lead = byte
    if isSpaced {
      if !isFirst {
        text.append(0x20)
        characters += 1
      }
      isSpaced = false
    }
    isFirst = false
    text.append(byte)
    characters += 1
  }

  private func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";")
  }

  /// A character of several bytes; how many.
  private mutating func foldWide(
    _ bytes: Span<UInt8>,
    at start: Int,
    _ first: UInt8,
    into text: inout OutputSpan<UInt8>
  ) -> Int {
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, bytes.count - start)
    var code = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(1, length) { code = code << 6 | UInt32(bytes[start + offset] & 0x3F) }
    switch code {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      isSpaced = true
      return length
    case 0x80...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF:
      return length
    case 0x200C, 0x200D:
      guard isAfterJoining else { return length }
    case 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF1F, 0x060C, 0x06D4, 0x0964, 0x2026:
      stops += 2
    default: break
    }
    put(first, &text)
    for offset in 1..<max(1, length) { text.append(bytes[start + offset]) }
    return length
  }

  /// Whether what was written last is of a script that needs its joiners: Arabic, Indic, signs.
  private var isAfterJoining: Bool {
    (0xD8...0xDB).contains(lead) || lead == 0xE0 || lead >= 0xF0
  }
}
