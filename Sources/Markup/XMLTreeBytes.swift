/// Mends what makes libxml2 give up on a feed, or lose a part of an address.
///
/// What stands before the first `<` goes, characters that XML does not know become spaces, UTF-16
/// becomes UTF-8, and an `&` that begins no reference of XML's own becomes one, for feeds write
/// addresses with bare ampersands. So entities that a document type declares are never expanded.
func mendXML(_ bytes: [UInt8]) -> [UInt8] {
  let bytes = decodeUTF16(bytes) ?? bytes
  guard var index = bytes.firstIndex(of: UInt8(ascii: "<")) else { return [] }
  var mended: [UInt8] = []
  mended.reserveCapacity(bytes.count - index + 64)
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "<"), let end = endOfLiteral(at: index, in: bytes) {
      mended += bytes[index..<end].map { $0.isXML ? $0 : UInt8(ascii: " ") }
      index = end
      continue
    }
    if byte == UInt8(ascii: "&") {
      let (reference, length) = readReference(at: index, in: bytes)
      mended += reference
      index += length
      continue
    }
    mended.append(byte.isXML ? byte : UInt8(ascii: " "))
    index += 1
  }
  return mended
}

/// Where the CDATA section or comment that begins at `index` ends; `nil` where there is none.
private func endOfLiteral(at index: Int, in bytes: [UInt8]) -> Int? {
  for (start, end) in [("<![CDATA[", "]]>"), ("<!--", "-->")]
  where bytes[index...].starts(with: start.utf8) {
    let end = Array(end.utf8)
    var position = index + start.utf8.count
    while position + end.count <= bytes.count {
      if bytes[position] == end[0], bytes[position...].starts(with: end) {
        return position + end.count
      }
      position += 1
    }
    return nil
  }
  return nil
}

/// The `&` at `index` as a character reference, and how many bytes it stands for: one of XML's
/// five entities, a character reference already, or a bare ampersand.
///
/// Once it met a mistake, libxml2 drops the entities that XML declares, but no character reference.
private func readReference(at index: Int, in bytes: [UInt8]) -> (reference: [UInt8], length: Int) {
  let bare = (Array("&#38;".utf8), 1)
  let rest = bytes[(index + 1)...].prefix(12)
  guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return bare }
  let name = String(decoding: rest[..<semicolon], as: UTF8.self)
  let entities = ["amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39]
  let length = semicolon - index + 1
  if let entity = entities[name] { return (Array("&#\(entity);".utf8), length) }
  guard name.hasPrefix("#") else { return bare }
  let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
  guard let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
    Unicode.Scalar(number) != nil, number >= 0x20 || [9, 10, 13].contains(number)
  else { return bare }
  return (Array("&#\(number);".utf8), length)
}

/// The text of a UTF-16 document, told by its byte order mark or its first `<`, in UTF-8 without
/// its XML declaration; `nil` for any other.
private func decodeUTF16(_ bytes: [UInt8]) -> [UInt8]? {
  let isBig = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, UInt8(ascii: "<")])
  let isLittle = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [UInt8(ascii: "<"), 0])
  guard isBig || isLittle else { return nil }
  var units: [UInt16] = []
  for index in stride(from: 0, to: bytes.count - 1, by: 2) {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(isBig ? first << 8 | second : second << 8 | first)
  }
  let text = String(decoding: units, as: UTF16.self)
  guard let start = text.firstRange(of: "<?xml"), let end = text.firstRange(of: "?>") else {
    return Array(text.utf8)
  }
  return start.lowerBound < end.lowerBound ? Array(text[end.upperBound...].utf8) : Array(text.utf8)
}

extension UInt8 {
  /// Whether XML 1.0 knows it as a character, or as a part of one.
  fileprivate var isXML: Bool { self >= 0x20 || self == 9 || self == 10 || self == 13 }
}
