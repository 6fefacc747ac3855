/// What a code point is to the tokenizer, in 16 bits.
///
/// Bits 0 to 6 are the letter, 1 to 26 for `a` to `z`, with its shape in 32 (breve, stroke), 64
/// (circumflex) or 96 (horn). Bits 8 to 10 are the tone. The others are flags.
struct LetterClass: Sendable, Equatable {
  var bits: UInt16

  /// `²` or `³`, which a word may hold but not begin with.
  static let superscript: UInt16 = 1 << 7

  static let capital: UInt16 = 1 << 11
  static let letter: UInt16 = 1 << 12
  static let mark: UInt16 = 1 << 13

  /// A letter that Vietnamese lacks: its own code point is what is hashed.
  static let foreign: UInt16 = 1 << 14

  static let space: UInt16 = 1 << 15

  var isLetter: Bool { bits & Self.letter != 0 }
  var isCapital: Bool { bits & Self.capital != 0 }
  var isMark: Bool { bits & Self.mark != 0 }
  var isForeign: Bool { bits & Self.foreign != 0 }

  /// A letter of the Vietnamese alphabet, or `f`, `j`, `w`, `z`.
  var isPlain: Bool { bits & (Self.letter | Self.foreign) == Self.letter }

  /// Whether a word goes on with it.
  var isWord: Bool { bits & (Self.letter | Self.mark | Self.superscript) != 0 }

  var isSpace: Bool { bits & Self.space != 0 }
  var letter: UInt16 { bits & 0x7F }
  var tone: UInt16 { (bits >> 8) & 7 }
}

/// The classes of the code points below U+1F00, which hold all Vietnamese letters; the Unicode
/// Character Database tells the rest.
let letterClasses: [LetterClass] = makeLetterClasses()

/// The class of a code point from U+1F00 on.
@inline(never)
func farLetterClass(of scalar: UInt32) -> LetterClass {
  switch scalar {
  case 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
    return LetterClass(bits: LetterClass.space)
  default:
    guard let scalar = Unicode.Scalar(scalar) else { return LetterClass(bits: 0) }
    return classify(scalar)
  }
}

private func classify(_ scalar: Unicode.Scalar) -> LetterClass {
  let properties = scalar.properties
  guard properties.isAlphabetic else { return LetterClass(bits: 0) }
  let capital = properties.isUppercase ? LetterClass.capital : 0
  return LetterClass(bits: LetterClass.letter | LetterClass.foreign | capital)
}

/// Each row: a letter without tone, then with grave, acute, tilde, hook above, dot below.
private let vowelRows: [(letter: UInt16, lower: String, upper: String)] = [
  (1, "aàáãảạ", "AÀÁÃẢẠ"),
  (1 + 32, "ăằắẵẳặ", "ĂẰẮẴẲẶ"),
  (1 + 64, "âầấẫẩậ", "ÂẦẤẪẨẬ"),
  (5, "eèéẽẻẹ", "EÈÉẼẺẸ"),
  (5 + 64, "êềếễểệ", "ÊỀẾỄỂỆ"),
  (9, "iìíĩỉị", "IÌÍĨỈỊ"),
  (15, "oòóõỏọ", "OÒÓÕỎỌ"),
  (15 + 64, "ôồốỗổộ", "ÔỒỐỖỔỘ"),
  (15 + 96, "ơờớỡởợ", "ƠỜỚỠỞỢ"),
  (21, "uùúũủụ", "UÙÚŨỦỤ"),
  (21 + 96, "ưừứữửự", "ƯỪỨỮỬỰ"),
  (25, "yỳýỹỷỵ", "YỲÝỸỶỴ"),
  (4 + 32, "đ", "Đ"),
]

private func makeLetterClasses() -> [LetterClass] {
  var classes = [LetterClass](repeating: LetterClass(bits: 0), count: 0x1F00)
  for value in 0x80..<UInt32(0x1F00) {
    if let scalar = Unicode.Scalar(value) { classes[Int(value)] = classify(scalar) }
  }
  for letter in 0..<26 {
    let bits = LetterClass.letter | UInt16(letter + 1)
    classes[0x61 + letter] = LetterClass(bits: bits)
    classes[0x41 + letter] = LetterClass(bits: bits | LetterClass.capital)
  }
  for row in vowelRows {
    for (tone, scalar) in row.lower.unicodeScalars.enumerated() {
      classes[Int(scalar.value)].bits = LetterClass.letter | row.letter | UInt16(tone) << 8
    }
    for (tone, scalar) in row.upper.unicodeScalars.enumerated() {
      classes[Int(scalar.value)].bits =
        LetterClass.letter | LetterClass.capital | row.letter | UInt16(tone) << 8
    }
  }
  // Combining marks: five tones, then circumflex, breve and horn; any other mark changes nothing.
  for value in 0x300..<0x370 { classes[value].bits = LetterClass.mark }
  for (tone, value) in [0x300, 0x301, 0x303, 0x309, 0x323].enumerated() {
    classes[value].bits |= UInt16(tone + 1) << 8
  }
  for (value, shape) in [(0x302, 64), (0x306, 32), (0x31B, 96)] {
    classes[value].bits |= UInt16(shape)
  }
  for value in [0xB2, 0xB3] { classes[value].bits = LetterClass.superscript }
  for value in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680] {
    classes[value].bits = LetterClass.space
  }
  return classes
}
