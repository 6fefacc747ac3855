import Foundation

/// A text of an attribute or of JSON as the reader would see it: NFC, white space folded, tags left
/// out, and the character references resolved that pages put into JSON.
func plainText(_ text: String) -> String {
  var text = text
  if text.utf8.contains(UInt8(ascii: "&")) { text = resolveReferences(in: text) }
  if text.utf8.contains(UInt8(ascii: "<")) { text = removeTags(from: text) }
  var bytes: [UInt8] = []
  var folder = TextFolder()
  text.makeContiguousUTF8()
  folder.fold(text.utf8.span, into: &bytes)
  return normalized(bytes[...])
}

/// UTF-8 as a string in NFC.
func normalized(_ bytes: ArraySlice<UInt8>) -> String {
  normalized(bytes, isNFC: isSurelyNFC(bytes))
}

/// UTF-8 as a string in NFC, in which it is known to be with `isNFC`.
func normalized(_ bytes: ArraySlice<UInt8>, isNFC: Bool) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  return isNFC ? text : text.precomposedStringWithCanonicalMapping
}

/// Whether there is no byte of a character that NFC may change.
///
/// Of the leads here, CC and CD begin the combining marks, E0 the Indic vowels, E1 the Hangul
/// letters and Greek with marks (but BA and BB after it Vietnamese, which is as it should be), E3
/// 80 AA to AF and E3 82 99 and 9A the East Asian marks, EF the compatibility forms (but BC and
/// above after it full width), F0 signs of old scripts and of music (but 9F after it pictures).
func isSurelyNFC(_ bytes: ArraySlice<UInt8>) -> Bool {
  var position = bytes.startIndex
  while position < bytes.endIndex {
    switch bytes[position] {
    case 0..<0xCC: break
    case 0xCC, 0xCD, 0xE0, 0xF1...0xFF: return false
    case 0xE3:
      guard position + 2 < bytes.endIndex else { return false }
      let (second, third) = (bytes[position + 1], bytes[position + 2])
      guard second != 0x80 || !(0xAA...0xAF).contains(third),
        second != 0x82 || third != 0x99 && third != 0x9A
      else { return false }
    case 0xEF:
      guard position + 1 < bytes.endIndex, bytes[position + 1] >= 0xBC else { return false }
    case 0xF0:
      guard position + 1 < bytes.endIndex, bytes[position + 1] == 0x9F else { return false }
    case 0xE1:
      let next = position + 1
      guard next < bytes.endIndex, bytes[next] == 0xBA || bytes[next] == 0xBB else { return false }
    case 0xE2:
      let next = position + 1
      guard next < bytes.endIndex, bytes[next] != 0x84, bytes[next] < 0x8C else { return false }
    default: break
    }
    position += 1
  }
  return true
}

private func resolveReferences(in text: String) -> String {
  var result = ""
  var rest = text[...]
  while let mark = rest.firstIndex(of: "&") {
    result += rest[..<mark]
    rest = rest[mark...]
    guard let end = rest.prefix(10).firstIndex(of: ";"),
      let character = character(named: rest[rest.index(after: mark)..<end])
    else {
      result += "&"
      rest = rest.dropFirst()
      continue
    }
    result.append(character)
    rest = rest[rest.index(after: end)...]
  }
  return result + rest
}

private func character(named name: Substring) -> Character? {
  if name.hasPrefix("#") {
    let isHex = name.dropFirst().lowercased().hasPrefix("x")
    let code = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return code.flatMap { Unicode.Scalar($0) }.map(Character.init)
  }
  return [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "hellip": "…",
  ][name]
}

private func removeTags(from text: String) -> String {
  var result = ""
  var rest = text[...]
  while let mark = rest.firstIndex(of: "<") {
    result += rest[..<mark]
    let after = rest[rest.index(after: mark)...]
    guard let next = after.first, next.isLetter || next == "/", let end = after.firstIndex(of: ">")
    else {
      result += "<"
      rest = after
      continue
    }
    result += " "
    rest = after[after.index(after: end)...]
  }
  return result + rest
}
