/// Phrases of tokens and what each means, found by their first token in constant time.
struct PhraseTable<Value: Sendable>: Sendable {
  /// A phrase after its first token, as a stretch of `words`.
  private struct Rest {
    var start: Int32
    var count: Int32
  }

  /// Phrases that begin with the same token stand together, the longest first.
  private var rests: [Rest] = []
  private var values: [Value] = []
  private var words: [WordKey] = []

  /// A hash table with open addressing, at most half full: which phrases begin with a token.
  private var slots: [(key: WordKey, first: Int32, count: Int32)]
  private let mask: Int

  /// The first and the last tokens of phrases.
  private let firsts: WordFilter
  private let lasts: WordFilter

  /// The phrases of one token, and the first and the last two tokens of all others.
  private let singles: WordFilter
  private let firstPairs: WordFilter
  private let lastPairs: WordFilter

  /// - Parameter pairs: Of equal phrases the first counts; a phrase is cut into tokens as a text is.
  init(_ pairs: [(phrase: String, value: Value)]) {
    let phrases = Self.tokenized(pairs.map(\.phrase))
    let order = phrases.indices.filter { !phrases[$0].isEmpty }.sorted {
      let (one, other) = (phrases[$0], phrases[$1])
      if one[0] != other[0] { return one[0].hash < other[0].hash }
      return one.count != other.count ? one.count > other.count : $0 < $1
    }
    var size = 16
    while size < order.count * 2 { size *= 2 }
    slots = Array(repeating: (WordKey(hash: 0), 0, 0), count: size)
    mask = size - 1
    firsts = WordFilter(phrases.compactMap(\.first))
    lasts = WordFilter(phrases.compactMap(\.last))
    let longer = phrases.filter { $0.count > 1 }
    singles = WordFilter(phrases.filter { $0.count == 1 }.map { $0[0] })
    firstPairs = WordFilter(longer.map { Self.pair($0[0], $0[1]) })
    lastPairs = WordFilter(longer.map { Self.pair($0[$0.count - 2], $0[$0.count - 1]) })
    var group: ArraySlice<Int> = []
    for index in order {
      let phrase = phrases[index]
      if let last = group.last, phrases[last][0] != phrase[0] {
        addSlot(phrases[last][0], count: group.count)
        group = []
      }
      if group.contains(where: { phrases[$0] == phrase }) { continue }
      group.append(index)
      rests.append(Rest(start: Int32(words.count), count: Int32(phrase.count - 1)))
      words += phrase.dropFirst()
      values.append(pairs[index].value)
    }
    if let last = group.last { addSlot(phrases[last][0], count: group.count) }
  }

  /// Points from a token to the newest phrases.
  private mutating func addSlot(_ key: WordKey, count: Int) {
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while slots[slot].count > 0 { slot = (slot + 1) & mask }
    slots[slot] = (key, Int32(rests.count - count), Int32(count))
  }

  /// The tokens of phrases, cut in one go.
  private static func tokenized(_ phrases: [String]) -> [[WordKey]] {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for phrase in phrases {
      bytes += phrase.utf8
      bytes.append(UInt8(ascii: "\n"))
      ends.append(bytes.count)
    }
    let tokens = tokenize(bytes)
    var index = 0
    return ends.map { end in
      let start = index
      while index < tokens.count, tokens[index].start < end { index += 1 }
      return tokens[start..<index].map(\.key)
    }
  }

  /// The words that phrases begin with.
  var firstWords: [WordKey] { slots.filter { $0.count > 0 }.map(\.key) }

  /// The longest phrase that stands in a text from an index on: how many tokens it takes, and what
  /// it means.
  @inline(__always)
  func longestMatch(in text: ArticleText, at index: Int) -> (length: Int, value: Value)? {
    let first = text.word(at: index)
    guard firsts.mayContain(first) else { return nil }
    guard
      singles.mayContain(first) || firstPairs.mayContain(Self.pair(first, text.word(at: index + 1)))
    else { return nil }
    return match(in: text, at: index)
  }

  /// Two tokens as one for the filters.
  @inline(__always)
  private static func pair(_ one: WordKey, _ other: WordKey) -> WordKey {
    WordKey(hash: mix(one.hash &+ other.hash << 1))
  }

  private func match(in text: ArticleText, at index: Int) -> (length: Int, value: Value)? {
    guard let slot = slot(of: text.word(at: index)) else { return nil }
    for place in Int(slot.first)..<Int(slot.first + slot.count) where stands(place, text, index) {
      return (Int(rests[place].count) + 1, values[place])
    }
    return nil
  }

  /// The longest phrase that ends just before an index, and begins at `start` or later.
  ///
  /// It tries each length, so keep such tables to short phrases.
  @inline(__always)
  func longestMatch(in text: ArticleText, endingAt end: Int, from start: Int, limit: Int = 6)
    -> (length: Int, value: Value)?
  {
    let last = text.word(at: end - 1)
    guard lasts.mayContain(last) else { return nil }
    guard
      singles.mayContain(last) || lastPairs.mayContain(Self.pair(text.word(at: end - 2), last))
    else { return nil }
    return match(in: text, endingAt: end, from: start, limit: limit)
  }

  private func match(in text: ArticleText, endingAt end: Int, from start: Int, limit: Int)
    -> (length: Int, value: Value)?
  {
    for length in stride(from: min(limit, end - start), to: 0, by: -1) {
      guard let slot = slot(of: text.word(at: end - length)) else { continue }
      for place in Int(slot.first)..<Int(slot.first + slot.count)
      where Int(rests[place].count) == length - 1 && stands(place, text, end - length) {
        return (length, values[place])
      }
    }
    return nil
  }

  /// Whether a phrase whose first token stands at an index goes on there.
  @inline(__always)
  private func stands(_ place: Int, _ text: ArticleText, _ index: Int) -> Bool {
    let rest = rests[place]
    let count = Int(rest.count)
    guard index + count < text.count else { return false }
    for offset in 0..<count
    where text.tokens[index + 1 + offset].key != words[Int(rest.start) + offset] {
      return false
    }
    return true
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
