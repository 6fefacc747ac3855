/// Folds the letters of a word into its key; see `WordKey` for what is folded.
struct WordHasher {
  private var hash: UInt64 = 0
  private var tone: UInt64 = 0

  /// The last three letters, the newest first; the newest is not yet in `hash`, for a mark or the
  /// word's end may still change it.
  private var last: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0

  mutating func add(_ letter: LetterClass, _ scalar: UInt32) {
    commit()
    (third, second) = (second, last)
    if letter.isForeign {
      last = UInt64(lowercased(scalar)) | 1 << 32
    } else {
      last = UInt64(letter.letter)
      if letter.tone != 0 { tone = UInt64(letter.tone) }
    }
  }

  /// Adds a combining mark: a tone to the word, or a shape to its newest letter.
  mutating func mark(_ mark: LetterClass) {
    if mark.tone != 0 { tone = UInt64(mark.tone) }
    if mark.letter != 0 { last = last & ~96 | UInt64(mark.letter) }
  }

  consuming func finish() -> WordKey {
    let y: UInt64 = 25
    let isAfterQU = second == 21 && third == 17
    if last == y, isAfterQU || isConsonant(second) { last = 9 }
    commit()
    return WordKey(hash: mix(hash &+ tone &+ 1 << 42))
  }

  private mutating func commit() {
    if last != 0 { hash = mix(hash &+ last) }
  }

  private func isConsonant(_ letter: UInt64) -> Bool {
    let plain = letter & 31
    guard letter != 0, letter < 128 else { return false }
    return ![1, 5, 9, 15, 21, 25].contains(plain)
  }

  private func lowercased(_ scalar: UInt32) -> UInt32 {
    guard scalar > 0xB3, let scalar = Unicode.Scalar(scalar) else { return scalar }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
  }
}

/// One step of a 64-bit multiplicative hash.
@inline(__always)
func mix(_ value: UInt64) -> UInt64 {
  let product = value &* 0x9E37_79B9_7F4A_7C15
  return product ^ (product >> 32)
}
