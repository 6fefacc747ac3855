/// Fills `text` with the page as UTF-8 that is valid and holds no NUL.
///
/// Whatever is declared, bytes that are valid UTF-8 and not all ASCII are UTF-8: pages that lie
/// about it outnumber texts that are so by chance.
///
/// - Returns: `false` where `bytes` themselves are such UTF-8; `text` is then as it was.
func decodeText(
  _ bytes: UnsafeBufferPointer<UInt8>,
  contentType: String?,
  into text: inout [UInt8]
) -> Bool {
  let form = checkUTF8(bytes)
  if form == .valid, !bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return false }
  let charset = form == .valid ? "utf-8" : sniffCharset(of: bytes, contentType: contentType)
  if form == .ascii, !charset.hasPrefix("utf-16"), charset != "iso-2022-jp" { return false }
  if charset == "utf-8" || !convert(bytes, from: charset, into: &text) {
    text = Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
  if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
  if text.contains(0) {
    text = text.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
      .joined(separator: [0xEF, 0xBF, 0xBD]).map { $0 }
  }
  return true
}

/// The page as UTF-8 that is valid and holds no NUL.
func decodedText(_ page: [UInt8], contentType: String?) -> [UInt8] {
  var text: [UInt8] = []
  let isDecoded = page.withUnsafeBufferPointer {
    decodeText($0, contentType: contentType, into: &text)
  }
  return isDecoded ? text : page
}

func checkUTF8(_ bytes: [UInt8]) -> UTF8Form {
  bytes.withUnsafeBufferPointer { checkUTF8($0) }
}

enum UTF8Form {
  case ascii
  case valid

  /// Not UTF-8, or with a NUL in it.
  case invalid
}

/// Whether `bytes` are UTF-8, by the table of Unicode §3.9, eight ASCII bytes a step.
func checkUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Form {
  let raw = UnsafeRawBufferPointer(bytes)
  let count = raw.count
  var position = 0
  var isASCII = true
  while position < count {
    if position + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      // No byte above 0x7F, and none that is zero.
      if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
        position += 8
        continue
      }
    }
    let byte = raw[position]
    if byte &- 1 < 0x7F {
      position += 1
      continue
    }
    isASCII = false
    let length = sequenceLength(at: position, in: raw)
    guard length > 0 else { return .invalid }
    position += length
  }
  return isASCII ? .ascii : .valid
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
