import ASCII

/// Which charset a page is in, found as the HTML Standard says (§13.2.3, determining the encoding).
///
/// In this order: a byte order mark, the HTTP header, a `<meta>`, a guess.
///
/// - Parameters:
///   - bytes: The page as it came.
///   - contentType: The HTTP header, such as `text/html; charset=utf-8`; `nil` where there is none.
/// - Returns: The name of the Encoding Standard in lower case.
func sniffCharset(of bytes: [UInt8], contentType: String?) -> String {
  bytes.withUnsafeBufferPointer { sniffCharset(of: $0, contentType: contentType) }
}

func sniffCharset(of bytes: UnsafeBufferPointer<UInt8>, contentType: String?) -> String {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
  if bytes.starts(with: [0xFE, 0xFF]) { return "utf-16be" }
  if bytes.starts(with: [0xFF, 0xFE]) { return "utf-16le" }
  if let contentType, let label = charsetLabel(in: Array(contentType.utf8)),
    let name = charset(named: label)
  {
    return name
  }
  if let name = MetaPrescan(bytes: bytes).charset() { return name }
  return guessCharset(of: bytes)
}

/// The value after `charset=` in a header or a meta's content, HTML Standard §2.4.4.
func charsetLabel(in value: [UInt8]) -> String? {
  let word = Array("charset".utf8)
  var position = 0
  while position + word.count <= value.count {
    guard value[position..<position + word.count].elementsEqual(word, by: { $0 | 0x20 == $1 })
    else {
      position += 1
      continue
    }
    position += word.count
    while position < value.count, isSpace(value[position]) { position += 1 }
    guard position < value.count, value[position] == UInt8(ascii: "=") else { continue }
    position += 1
    while position < value.count, isSpace(value[position]) { position += 1 }
    return label(at: position, in: value)
  }
  return nil
}

private func label(at start: Int, in value: [UInt8]) -> String? {
  guard start < value.count else { return nil }
  let quote = value[start]
  if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
    guard let end = value[(start + 1)...].firstIndex(of: quote) else { return nil }
    return String(decoding: value[start + 1..<end], as: UTF8.self)
  }
  let end = value[start...].firstIndex { isSpace($0) || $0 == UInt8(ascii: ";") } ?? value.count
  return String(decoding: value[start..<end], as: UTF8.self)
}

/// windows-1258 where the tone marks of Vietnamese follow its vowels, or else windows-1252.
private func guessCharset(of bytes: UnsafeBufferPointer<UInt8>) -> String {
  var high = 0
  var marks = 0
  var previous: UInt8 = 0
  for byte in bytes {
    if byte >= 0x80 {
      high += 1
      if vietnameseTones.contains(byte), vietnameseVowels.contains(previous) { marks += 1 }
    }
    previous = byte
  }
  return marks >= 4 && marks * 6 >= high ? "windows-1258" : "windows-1252"
}

/// The combining grave, hook, tilde, acute and dot below of windows-1258.
private let vietnameseTones: Set<UInt8> = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]

private let vietnameseVowels: Set<UInt8> = Set("aeiouyAEIOUY".utf8).union([
  0xC2, 0xC3, 0xCA, 0xD4, 0xD5, 0xDD, 0xE2, 0xE3, 0xEA, 0xF4, 0xF5, 0xFD,
])
