/// A hash table from single tokens to values, made for many lookups of which most find nothing.
struct KeyTable<Value: Sendable>: Sendable {
  /// Open addressing, at most a quarter full; a slot without value is free.
  private let slots: [(key: WordKey, value: Value?)]
  private let mask: Int

  /// - Parameter pairs: Of equal keys the first counts.
  init(_ pairs: [(key: WordKey, value: Value)]) {
    var size = 16
    while size < pairs.count * 4 { size *= 2 }
    var slots = [(key: WordKey, value: Value?)](repeating: (WordKey(hash: 0), nil), count: size)
    for pair in pairs {
      var slot = Int(truncatingIfNeeded: pair.key.hash) & (size - 1)
      while slots[slot].value != nil, slots[slot].key != pair.key { slot = (slot + 1) & (size - 1) }
      if slots[slot].value == nil { slots[slot] = (pair.key, pair.value) }
    }
    self.slots = slots
    mask = size - 1
  }

  @inline(__always)
  subscript(key: WordKey) -> Value? {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while let value = slots[slot].value {
      if slots[slot].key == key { return value }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
