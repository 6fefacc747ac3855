enum UTF8Form {
  case ascii
  case valid

  /// Not UTF-8, or with a NUL in it.
  case invalid
}

/// Whether `bytes` are UTF-8, by the table of Unicode §3.9.
///
/// - Returns: Also whether characters are among them that XML has not; told of UTF-8 alone.
func checkUTF8(
  _ bytes: UnsafeBufferPointer<UInt8>
) -> (form: UTF8Form, hasNoncharacters: Bool) {
  let raw = UnsafeRawBufferPointer(bytes)
  let count = raw.count
  var position = 0
  var isASCII = true
  var hasNoncharacters = false
  while position < count {
    while position + blockSize <= count {
      let block = raw.loadUnaligned(fromByteOffset: position, as: Block.self)
      guard isPlain(block) else { break }
      position += blockSize
    }
    // What stopped the blocks is near; single steps are the faster ones up to it and through it.
    let end = min(count, position + blockSize)
    while position < end {
      let byte = raw[position]
      if byte < 0x80 {
        guard byte != 0 else { return (.invalid, false) }
        if byte < 0x20, !isXMLCharacter(UInt32(byte)) { hasNoncharacters = true }
        position += 1
        continue
      }
      isASCII = false
      let length = sequenceLength(at: position, in: raw)
      guard length > 0 else { return (.invalid, false) }
      if byte == 0xEF, raw[position + 1] == 0xBF, raw[position + 2] >= 0xBE {
        hasNoncharacters = true
      }
      position += length
    }
  }
  return (isASCII ? .ascii : .valid, hasNoncharacters)
}

private typealias Block = SIMD4<UInt64>
private let blockSize = 32

/// Whether all bytes are ASCII and, but for tabs and line ends, no controls.
///
/// Below 0x80 the sums carry nothing from byte to byte, and set a byte's high bit where it is at
/// least 0x20, or is not the one that it is compared with.
@inline(__always)
private func isPlain(_ block: Block) -> Bool {
  let most = Block(repeating: 0x7F7F_7F7F_7F7F_7F7F)
  let isNoTab = (block ^ Block(repeating: 0x0909_0909_0909_0909)) &+ most
  let isNoLineFeed = (block ^ Block(repeating: 0x0A0A_0A0A_0A0A_0A0A)) &+ most
  let isNoReturn = (block ^ Block(repeating: 0x0D0D_0D0D_0D0D_0D0D)) &+ most
  let isNoControl = block &+ Block(repeating: 0x6060_6060_6060_6060)
  let isOther = block | (isNoTab & isNoLineFeed & isNoReturn & ~isNoControl)
  return (isOther[0] | isOther[1] | isOther[2] | isOther[3]) & 0x8080_8080_8080_8080 == 0
}

/// How many bytes the character at `position` takes, from 2 to 4; 0 where it is none.
private func sequenceLength(at position: Int, in raw: UnsafeRawBufferPointer) -> Int {
  let first = raw[position]
  let second: ClosedRange<UInt8>
  let length: Int
  switch first {
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return 0
  }
  guard position + length <= raw.count, second.contains(raw[position + 1]) else { return 0 }
  for offset in 2..<max(2, length) where raw[position + offset] & 0xC0 != 0x80 { return 0 }
  return length
}
