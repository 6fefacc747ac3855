/// Gathers the words of an indicator from several places of a text, none twice.
struct IndicatorBuilder {
  /// How many words it takes at most.
  static let limit = 12

  private var prefix: String
  private(set) var ranges: [Range<Int>] = []
  private(set) var count: Int

  /// Stretches that the prefix is made of.
  private var taken: [Range<Int>] = []

  init(prefix: String = "") {
    self.prefix = prefix
    count = prefix.isEmpty ? 0 : 1 + Self.spaces(in: prefix)
  }

  /// Goes on with an indicator.
  init(beginning indicator: IndicatorReader.Indicator) {
    prefix = indicator.words
    taken = indicator.sources
    count = Self.spaces(in: indicator.words) + 1
  }

  private static func spaces(in words: String) -> Int {
    let bytes = words.utf8Span.span
    var count = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: " ") { count += 1 }
    return count
  }

  /// Adds the first words of a stretch, as far as there is room.
  mutating func add(first words: Range<Int>) {
    let words = words.prefix(max(0, Self.limit - count))
    add(all: words, counting: words.count)
  }

  /// Adds the last words of a stretch, as far as there is room.
  mutating func add(last words: Range<Int>) {
    let words = words.suffix(max(0, Self.limit - count))
    add(all: words, counting: words.count)
  }

  /// Adds a stretch of which some words are not to be counted.
  mutating func add(all words: Range<Int>, counting count: Int) {
    guard !words.isEmpty, !ranges.contains(where: { $0.overlaps(words) }),
      !taken.contains(where: { $0.overlaps(words) })
    else { return }
    ranges.append(words)
    self.count += count
  }

  /// The words in the order in which they were added.
  func indicator(_ string: (Range<Int>) -> String) -> IndicatorReader.Indicator {
    var all = prefix
    for range in ranges {
      let words = string(range)
      guard !words.isEmpty else { continue }
      if all.isEmpty {
        all = words
      } else {
        all += " "
        all += words
      }
    }
    return IndicatorReader.Indicator(words: all, sources: taken + ranges)
  }
}
