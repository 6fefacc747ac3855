/// A dictionary from words to values that is built while a text is read.
///
/// A word's key is a good hash as it is, so nothing is hashed again.
struct WordMap<Value> {
  /// Open addressing, at most half full; a slot without value is free.
  private var slots: [(key: WordKey, value: Value)?]
  private var count = 0

  init() {
    slots = Array(repeating: nil, count: 16)
  }

  subscript(key: WordKey) -> Value? { slots[slot(of: key)]?.value }

  mutating func set(_ value: Value, for key: WordKey) {
    let place = slot(of: key)
    let isNew = slots[place] == nil
    slots[place] = (key, value)
    guard isNew else { return }
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private func slot(of key: WordKey) -> Int {
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while let found = slots[slot], found.key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    for case let entry? in old { slots[slot(of: entry.key)] = entry }
  }
}

extension WordMap: Sendable where Value: Sendable {}
