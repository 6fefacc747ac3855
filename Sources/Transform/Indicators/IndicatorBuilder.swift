/// Gathers the words of an indicator from several places of a text, none twice.
struct IndicatorBuilder {
  /// How many words it takes at most where nothing else is said.
  static let limit = 12

  private let limit: Int

  private var prefix: String
  private(set) var ranges: [Range<Int>] = []
  private(set) var count: Int

  /// Words of no place that lead to a stretch: `của`, `được`.
  private var leads: [Int: String] = [:]

  /// What is said of a stretch instead of its words.
  private var said: [Int: String] = [:]

  /// Stretches that the prefix is made of.
  private var taken: [Range<Int>] = []

  init(prefix: String = "", limit: Int = Self.limit) {
    self.prefix = prefix
    self.limit = limit
    count = prefix.isEmpty ? 0 : 1 + Self.spaces(in: prefix)
  }

  /// Goes on with an indicator.
  init(beginning indicator: IndicatorReader.Indicator) {
    prefix = indicator.words
    limit = Self.limit
    taken = indicator.sources
    count = Self.spaces(in: indicator.words) + 1
  }

  private static func spaces(in words: String) -> Int {
    let bytes = words.utf8Span.span
    var count = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: " ") { count += 1 }
    return count
  }

  /// How many more it takes.
  var room: Int { max(0, limit - count) }

  /// Adds the first words of a stretch, as far as there is room.
  mutating func add(first words: Range<Int>) {
    let words = words.prefix(max(0, limit - count))
    add(all: words, counting: words.count)
  }

  /// Adds a stretch as something else than its words.
  mutating func add(_ words: Range<Int>, as said: String) {
    let place = ranges.count
    add(first: words)
    if ranges.count > place { self.said[place] = said }
  }

  /// Adds the last words of a stretch, as far as there is room.
  mutating func add(last words: Range<Int>) {
    let words = words.suffix(max(0, limit - count))
    add(all: words, counting: words.count)
  }

  /// Adds the first words of a stretch after a word that leads to them.
  mutating func add(first words: Range<Int>, after lead: String) {
    let place = ranges.count
    add(first: words.prefix(max(0, limit - count - 1)))
    guard ranges.count > place else { return }
    leads[place] = lead
    count += 1
  }

  /// Adds a stretch that is not to be cut after a word that leads to it.
  mutating func add(whole words: Range<Int>, after lead: String? = nil) {
    let place = ranges.count
    add(all: words, counting: words.count)
    guard ranges.count > place, let lead else { return }
    leads[place] = lead
    count += 1
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
    for (place, range) in ranges.enumerated() {
      var words = said[place] ?? string(range)
      guard !words.isEmpty else { continue }
      if let lead = leads[place] { words = lead + " " + words }
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
