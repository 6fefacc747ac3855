/// A set of words that is made once and asked often, so that most answers are one comparison.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// Open addressing, at most a quarter full; 0 is free.
  private let slots: [UInt64]
  private let mask: Int

  init(arrayLiteral words: WordKey...) {
    self.init(words)
  }

  init(_ words: [WordKey]) {
    var size = 8
    while size < words.count * 4 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for word in words {
      var slot = Int(truncatingIfNeeded: word.hash) & (size - 1)
      while slots[slot] != 0, slots[slot] != word.hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = word.hash
    }
    self.slots = slots
    mask = size - 1
  }

  @inline(__always)
  func contains(_ word: WordKey) -> Bool {
    var slot = Int(truncatingIfNeeded: word.hash) & mask
    while slots[slot] != 0 {
      if slots[slot] == word.hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
