/// Phrases of tokens and what each means, found by their first token in constant time.
struct PhraseTable<Value: Sendable>: Sendable {
  struct Entry: Sendable {
    let phrase: [WordKey]
    let value: Value
  }

  /// Entries that begin with the same token stand together, the longest first.
  private let entries: [Entry]

  /// A hash table with open addressing, half empty: where the entries of a first token begin, plus
  /// one, and how many there are.
  private let slots: [(key: WordKey, first: Int32, count: Int32)]
  private let mask: Int

  /// - Parameter pairs: Of equal phrases the first counts; a phrase is cut into tokens as a text is.
  init(_ pairs: [(phrase: String, value: Value)]) {
    var grouped: [WordKey: [Entry]] = [:]
    for pair in pairs {
      let phrase = tokenize(Array(pair.phrase.utf8)).map(\.key)
      guard let first = phrase.first else { continue }
      if grouped[first]?.contains(where: { $0.phrase == phrase }) == true { continue }
      grouped[first, default: []].append(Entry(phrase: phrase, value: pair.value))
    }
    var size = 16
    while size < grouped.count * 2 { size *= 2 }
    var slots = [(key: WordKey, first: Int32, count: Int32)](
      repeating: (WordKey(hash: 0), 0, 0),
      count: size
    )
    var entries: [Entry] = []
    for (key, group) in grouped {
      var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while slots[slot].count > 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (key, Int32(entries.count), Int32(group.count))
      entries += group.sorted { $0.phrase.count > $1.phrase.count }
    }
    self.entries = entries
    self.slots = slots
    mask = size - 1
  }

  /// The words that phrases begin with.
  var firstWords: [WordKey] { slots.filter { $0.count > 0 }.map(\.key) }

  /// The longest phrase that stands in a text from an index on: how many tokens it takes, and what
  /// it means.
  func longestMatch(in text: ArticleText, at index: Int) -> (length: Int, value: Value)? {
    guard let slot = slot(of: text.word(at: index)) else { return nil }
    for place in Int(slot.first)..<Int(slot.first + slot.count)
    where text.matches(entries[place].phrase, at: index) {
      return (entries[place].phrase.count, entries[place].value)
    }
    return nil
  }

  /// The longest phrase that ends just before an index, and begins at `start` or later.
  ///
  /// It tries each length, so keep such tables to short phrases.
  func longestMatch(in text: ArticleText, endingAt end: Int, from start: Int, limit: Int = 6)
    -> (length: Int, value: Value)?
  {
    for length in stride(from: min(limit, end - start), to: 0, by: -1) {
      guard let slot = slot(of: text.word(at: end - length)) else { continue }
      for place in Int(slot.first)..<Int(slot.first + slot.count)
      where entries[place].phrase.count == length
        && text.matches(entries[place].phrase, at: end - length)
      {
        return (length, entries[place].value)
      }
    }
    return nil
  }

  @inline(__always)
  private func slot(of key: WordKey) -> (key: WordKey, first: Int32, count: Int32)? {
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while slots[place].count > 0 {
      if slots[place].key == key { return slots[place] }
      place = (place + 1) & mask
    }
    return nil
  }
}
