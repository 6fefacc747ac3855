/// What a word may be the first token of, so that readers pass over all others at once.
///
/// One look into one table, when a text is cut into tokens, takes the place of one a reader and
/// token. Each reader still tells by its own tables whether it has what it looks for.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// A number may begin with it, or it is `gấp`.
  static let number = WordTraits(rawValue: 1)

  /// An expression of time.
  static let time = WordTraits(rawValue: 2)

  /// The name of a country, a region, or of a unit by another name.
  static let placeName = WordTraits(rawValue: 4)

  /// The word for a level of units, as `tỉnh`.
  static let placeLevel = WordTraits(rawValue: 8)

  /// A cue to what an article is about.
  static let topic = WordTraits(rawValue: 16)

  /// A mark that may end a sentence.
  static let ending = WordTraits(rawValue: 32)

  /// Digits, whatever they say.
  static let digits = WordTraits(rawValue: 64)

  /// A word with a capital at its beginning.
  static let capital = WordTraits(rawValue: 128)

  /// The traits of all words that have any.
  static let table: Table = {
    var traits: [WordKey: WordTraits] = [:]
    let groups: [(WordTraits, [WordKey])] = [
      (.number, FigureFinder.numberWords), (.time, PeriodFinder.cueWords),
      (.placeName, PlaceNames.table.firstWords), (.placeLevel, LevelWords.firsts),
      (.topic, CueScores.firstWords), (.ending, SentenceMarks.ends),
    ]
    for (trait, words) in groups {
      for word in words { traits[word, default: []].insert(trait) }
    }
    return Table(traits)
  }()

  struct Table: Sendable {
    private let filter: WordFilter
    private let traits: KeyTable<WordTraits>

    init(_ traits: [WordKey: WordTraits]) {
      filter = WordFilter(traits.keys)
      self.traits = KeyTable(traits.map { ($0.key, $0.value) })
    }

    /// Without any word.
    static let none = Table([:])

    @inline(__always)
    subscript(word: WordKey) -> WordTraits {
      filter.mayContain(word) ? traits[word] ?? [] : []
    }
  }
}
