extension BytePass {
  /// White space that may part two texts: in the text that is being kept, else for libxml2.
  mutating func appendSpace() {
    if textEnd == skeleton.count {
      content.append(UInt8(ascii: " "))
      endText()
    } else {
      skeleton.append(UInt8(ascii: " "))
    }
  }

  /// Goes on with the text that has just been kept, or begins one where a tag lies between.
  mutating func beginText() {
    guard textEnd != skeleton.count else { return }
    content.append(UInt8(ascii: " "))
    skeleton.append(number: texts.count)
    texts.append(UInt32(content.count)..<UInt32(content.count))
    textEnd = skeleton.count
  }

  /// Notes that the last text goes to here.
  mutating func endText() {
    let last = texts.count - 1
    texts[last] = texts[last].lowerBound..<UInt32(content.count)
  }

  /// Adds what stands at `range` to the text, but for what is no character of XML.
  mutating func appendCharacters(_ range: Range<Int>) {
    guard let base = bytes.baseAddress, !range.isEmpty else { return }
    guard hasNoncharacters else {
      content.append(base + range.lowerBound, count: range.count)
      return
    }
    var start = range.lowerBound
    for index in range {
      let length = noncharacterLength(at: index, end: range.upperBound)
      guard length > 0 else { continue }
      content.append(base + start, count: index - start)
      start = index + length
    }
    if start < range.upperBound {
      content.append(base + start, count: range.upperBound - start)
    }
  }

  /// How many bytes a character takes that XML has not (§2.2); 0 for one that it has.
  private func noncharacterLength(at index: Int, end: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 { return isXMLCharacter(UInt32(byte)) ? 0 : 1 }
    guard byte == 0xEF, index + 2 < end, bytes[index + 1] == 0xBF else { return 0 }
    return bytes[index + 2] >= 0xBE ? 3 : 0
  }
}

/// Whether a code point may stand in XML, §2.2.
func isXMLCharacter(_ code: UInt32) -> Bool {
  code >= 0x20 ? code != 0xFFFE && code != 0xFFFF : code == 0x09 || code == 0x0A || code == 0x0D
}
