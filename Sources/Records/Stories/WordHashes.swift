import ASCII

/// Hands the words of a text on as hashes, in their order, each with whether it has a digit.
///
/// What typography and spelling vary is folded away: case, Vietnamese marks (so that hoà and hòa
/// are one), quotation marks, dashes, spaces, and the marks within a number (1.330 and 1,330). A
/// letter of a script that writes no spaces is a word of its own.
///
/// - Parameters:
///   - text: The text, in NFC.
///   - each: Gets the words.
func forEachWordHash(of text: String, _ each: (_ hash: UInt64, _ isNumber: Bool) -> Void) {
  var text = text
  text.makeContiguousUTF8()
  let bytes = text.utf8.span
  var word = Word()
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    var length = 1
    if lead < 0x80 {
      let folded = asciiFold[Int(lead)]
      if folded != 0 {
        word.append(folded)
      } else if !isMarkInNumber(bytes, at: index, word) {
        word.end(each)
      }
    } else {
      length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - index)
      var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for offset in 1..<max(length, 1) {
        scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
      }
      word.append(scalar: scalar, each)
    }
    index += length
  }
  word.end(each)
}

/// A word on its way, by FNV-1a.
private struct Word {
  private static let empty: UInt64 = 0xCBF2_9CE4_8422_2325
  private var hash = empty
  private(set) var lastIsDigit = false
  private var hasDigit = false

  mutating func append(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
    lastIsDigit = byte < UInt8(ascii: "a")
    if lastIsDigit { hasDigit = true }
  }

  mutating func append(scalar: UInt32, _ each: (UInt64, Bool) -> Void) {
    switch scalar {
    case 0xC0..<0x250: fold(latinFold[Int(scalar - 0xC0)], scalar)
    case 0x300..<0x370: break  // marks that NFC could not join
    case 0x1E00..<0x1F00: fold(vietnameseFold[Int(scalar - 0x1E00)], scalar)
    case 0x80..<0xC0, 0x2000..<0x2C00, 0x3000..<0x3040, 0xFE00..<0xFE70, 0xFF00..<0xFF10:
      end(each)
    case 0x2E80...:
      end(each)
      appendWhole(scalar)
      end(each)
    default: appendWhole(scalar)
    }
  }

  mutating func end(_ each: (UInt64, Bool) -> Void) {
    guard hash != Self.empty else { return }
    each(hash, hasDigit)
    self = Word()
  }

  private mutating func fold(_ letter: UInt8, _ scalar: UInt32) {
    if letter == 0 { appendWhole(scalar) } else { append(letter) }
  }

  private mutating func appendWhole(_ scalar: UInt32) {
    hash = (hash ^ UInt64(scalar) ^ 0x8000_0000) &* 0x0100_0000_01B3
    lastIsDigit = false
  }
}

/// Whether the byte is a point or comma between two digits.
private func isMarkInNumber(_ bytes: Span<UInt8>, at index: Int, _ word: Word) -> Bool {
  guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else { return false }
  return word.lastIsDigit && index + 1 < bytes.count && isDigit(bytes[index + 1])
}

/// Letters and digits as themselves in lower case, all else 0.
private let asciiFold: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
  isLetter(byte) || isDigit(byte) ? lowercase(byte) : 0
}

/// The base letters of U+00C0 to U+024F; 0 where the letter stands for itself.
private let latinFold: [UInt8] = foldTable(
  from: 0xC0,
  count: 0x190,
  [
    "a": "ÀÁÂÃÄÅàáâãäåĂă", "c": "Çç", "d": "ĐđÐð", "e": "ÈÉÊËèéêë", "i": "ÌÍÎÏìíîïĨĩ",
    "n": "Ññ", "o": "ÒÓÔÕÖòóôõöƠơ", "u": "ÙÚÛÜùúûüŨũƯư", "y": "ÝýÿŸ",
  ]
)

/// The base letters of U+1E00 to U+1EFF; 0 where the letter stands for itself.
private let vietnameseFold: [UInt8] = foldTable(
  from: 0x1E00,
  count: 0x100,
  [
    "a": "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ", "e": "ẸẹẺẻẼẽẾếỀềỂểỄễỆệ", "i": "ỈỉỊị",
    "o": "ỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ", "u": "ỤụỦủỨứỪừỬửỮữỰự", "y": "ỲỳỴỵỶỷỸỹ",
  ]
)

private func foldTable(from first: UInt32, count: Int, _ rows: [Character: String]) -> [UInt8] {
  var table = [UInt8](repeating: 0, count: count)
  for (letter, accented) in rows {
    for scalar in accented.unicodeScalars {
      table[Int(scalar.value - first)] = letter.asciiValue ?? 0
    }
  }
  return table
}
