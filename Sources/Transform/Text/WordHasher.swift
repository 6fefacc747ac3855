/// Folds the letters of a word into its key; see `WordKey` for what is folded.
struct WordHasher {
  /// The letters, 7 bits each, the newest lowest; what no longer fits is in `hash`.
  ///
  /// The newest three always stay here, for a mark or the word's end may still change them.
  private var letters: UInt64 = 0
  private var hash: UInt64 = 0
  private var tone: UInt64 = 0

  /// How many letters there is room for at first.
  static let plainLength = 9

  /// Adds a plain letter, for which there must be room.
  @inline(__always)
  mutating func add(_ letter: LetterClass) {
    letters = letters << 7 | UInt64(letter.letter)
    tone = letter.tone == 0 ? tone : UInt64(letter.tone)
  }

  /// Adds any other letter.
  mutating func add(foreign scalar: UInt32) {
    makeRoom()
    letters = letters << 7 | Self.foreign
    hash = mix(hash ^ UInt64(lowercased(scalar)))
  }

  /// Adds a combining mark: a tone to the word, or a shape to its newest letter.
  mutating func mark(_ mark: LetterClass) {
    if mark.tone != 0 { tone = UInt64(mark.tone) }
    if mark.letter != 0 { letters = letters & ~96 | UInt64(mark.letter) }
  }

  @inline(__always)
  consuming func finish() -> WordKey {
    if letters & 127 == Self.y {
      let isAfterQU = letters >> 7 & 0x3FFF == Self.qu
      if isAfterQU || isConsonant(letters >> 7 & 127) { letters = letters & ~127 | Self.i }
    }
    return WordKey(hash: mix(mix(hash ^ letters) &+ tone &+ 1 << 42))
  }

  /// Makes room for one letter more.
  mutating func makeRoom() {
    guard letters >> 56 != 0 else { return }
    hash = mix(hash ^ letters >> 21)
    letters &= 0x1F_FFFF
  }

  /// Whether a letter is one, and no vowel.
  private func isConsonant(_ letter: UInt64) -> Bool {
    letter != 0 && Self.noConsonants >> (letter & 31) & 1 == 0
  }

  private func lowercased(_ scalar: UInt32) -> UInt32 {
    guard scalar > 0xB3, let scalar = Unicode.Scalar(scalar) else { return scalar }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
  }

  private static let i: UInt64 = 9
  private static let y: UInt64 = 25
  private static let qu: UInt64 = 17 << 7 | 21

  /// Stands among the letters for a foreign one; no letter with its shape has these bits.
  private static let foreign: UInt64 = 127

  /// The bits of a, e, i, o, u, y and of what is foreign.
  private static let noConsonants: UInt32 =
    1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25 | 1 << 31
}

/// One step of a 64-bit multiplicative hash.
@inline(__always)
func mix(_ value: UInt64) -> UInt64 {
  let product = value &* 0x9E37_79B9_7F4A_7C15
  return product ^ (product >> 32)
}
