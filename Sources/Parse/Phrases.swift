import ASCII

/// Phrases that can be found in a text in one pass over its words.
struct PhraseSet: Sendable {
  private var phrases: [[UInt8]] = []

  /// For each slot, the first phrase whose beginning falls there, and for each phrase the next.
  private var heads: [Int16]
  private var nexts: [Int16] = []

  private static let size = 512

  /// - Parameter list: In lower case, each at least three bytes long.
  init(_ list: [String]) {
    heads = Array(repeating: -1, count: Self.size)
    for phrase in list {
      let bytes = Array(phrase.utf8)
      guard bytes.count >= 3 else { continue }
      let slot = Self.slot(bytes[0], bytes[1], bytes[2])
      nexts.append(heads[slot])
      heads[slot] = Int16(phrases.count)
      phrases.append(bytes)
    }
  }

  /// The first phrase that begins at the border of a word in `text`.
  func match(in text: [UInt8]) -> String? {
    var wasBorder = true
    for position in text.indices {
      let byte = text[position]
      let isWide = byte >= 0xE3
      if wasBorder || isWide, let phrase = match(at: position, in: text) { return phrase }
      wasBorder = byte < 0x30 || byte == 0x3A
    }
    return nil
  }

  /// The phrase that `text` begins with.
  func match(atStartOf text: [UInt8]) -> String? { match(at: 0, in: text) }

  private func match(at position: Int, in text: [UInt8]) -> String? {
    guard position + 3 <= text.count else { return nil }
    var next = heads[Self.slot(text[position], text[position + 1], text[position + 2])]
    while next >= 0 {
      let phrase = phrases[Int(next)]
      if position + phrase.count <= text.count,
        text[position..<position + phrase.count] == phrase[...]
      {
        return String(decoding: phrase, as: UTF8.self)
      }
      next = nexts[Int(next)]
    }
    return nil
  }

  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) &* 31 &+ Int(second) &* 7 &+ Int(third)) & (size - 1)
  }
}

/// A text in lower case, as many bytes long: Latin letters alone, those of Vietnamese included.
func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var bytes = Array(text)
  var position = 0
  while position < bytes.count {
    let byte = bytes[position]
    position += 1
    if byte < 0x80 {
      if byte &- UInt8(ascii: "A") < 26 { bytes[position - 1] = byte | 0x20 }
      continue
    }
    guard position < bytes.count, byte >= 0xC3 else { continue }
    let next = bytes[position]
    switch byte {
    case 0xC3 where next >= 0x80 && next <= 0x9E && next != 0x97: bytes[position] = next + 0x20
    case 0xC4 where next <= 0xB7 && next & 1 == 0: bytes[position] = next + 1
    case 0xC5 where next >= 0x8A && next <= 0xB6 && next & 1 == 0: bytes[position] = next + 1
    case 0xC6 where next == 0xA0 || next == 0xAF: bytes[position] = next + 1
    case 0xE1 where (next == 0xBA || next == 0xBB) && position + 1 < bytes.count:
      if bytes[position + 1] & 1 == 0 { bytes[position + 1] += 1 }
    default: break
    }
  }
  return bytes
}

/// A text for comparing: letters and digits alone, in lower case.
func comparable(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var key = lowercased(text)
  var count = 0
  var position = 0
  while position < key.count {
    let byte = key[position]
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    if isWordCharacter(byte, position + 1 < key.count ? key[position + 1] : 0) {
      for offset in position..<min(position + length, key.count) {
        key[count] = key[offset]
        count += 1
      }
    }
    position += length
  }
  key.removeLast(key.count - count)
  return key
}

func comparable(_ text: String) -> [UInt8] { comparable(Array(text.utf8)[...]) }

/// Whether a character counts for comparing, by its first two bytes: no ASCII mark, and none of the
/// blocks Latin-1 signs, General Punctuation, and CJK Symbols.
private func isWordCharacter(_ first: UInt8, _ second: UInt8) -> Bool {
  if first < 0x80 { return isDigit(first) || isLetter(first) }
  switch first {
  case 0x80...0xC2: return false
  case 0xE2: return second > 0x81
  case 0xE3: return second != 0x80
  case 0xEF: return second != 0xBC
  default: return true
  }
}
