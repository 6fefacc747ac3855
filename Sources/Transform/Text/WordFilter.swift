/// Says of most words at once that they are not among some, and is small enough to stay at hand.
///
/// A bit a word, found by its key: what other words share it is for a real table to tell.
struct WordFilter: Sendable {
  private let bits: [UInt64]
  private let mask: UInt64

  init(_ words: some Collection<WordKey>) {
    var size = 64
    while size < words.count * 16 { size *= 2 }
    var bits = [UInt64](repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
    for word in words {
      let bit = word.hash & mask
      bits[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    self.bits = bits
  }

  /// Whether a word may be among them; `false` is certain.
  @inline(__always)
  func mayContain(_ word: WordKey) -> Bool {
    let bit = word.hash & mask
    return bits[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0
  }
}
