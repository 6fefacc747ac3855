/// How often words occur that tell of what sort an article is; see `places-topics.tsv`.
struct CueScores {
  private var counts = [Int](repeating: 0, count: Cue.allCases.count)

  var business: Int { counts[Cue.business.rawValue] }
  var product: Int { counts[Cue.product.rawValue] }
  var nation: Int { counts[Cue.nation.rawValue] + fuel }
  var sport: Int { counts[Cue.sport.rawValue] }
  var market: Int { counts[Cue.market.rawValue] }
  var crime: Int { counts[Cue.crime.rawValue] }
  var price: Int { counts[Cue.price.rawValue] + fuel }
  private var fuel: Int { counts[Cue.fuel.rawValue] }

  mutating func add(_ text: ArticleText) {
    let cues = Self.cues
    var index = text.next(.topic, from: 0, to: text.count)
    while index < text.count {
      if let cue = cues.longestMatch(in: text, at: index)?.value { counts[cue.rawValue] += 1 }
      index = text.next(.topic, from: index + 1, to: text.count)
    }
  }

  /// The words that cues begin with.
  static var firstWords: [WordKey] { cues.firstWords }

  private enum Cue: Int, CaseIterable, Sendable {
    case business
    case product
    case nation
    case sport
    case market
    case crime
    case price
    case fuel

    init?(_ name: String) {
      guard let cue = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
      self = cue
    }
  }

  private static let cues = PhraseTable<Cue>(
    rows(ofLexicon: LexiconFiles.placesTopics).flatMap { fields -> [(String, Cue)] in
      guard fields.count == 2, let cue = Cue(fields[0]) else { return [] }
      return names(inColumn: fields[1]).map { ($0, cue) }
    }
  )
}
