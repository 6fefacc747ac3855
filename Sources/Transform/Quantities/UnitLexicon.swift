import Records

/// A unit as the lexicon has it.
struct UnitEntry: Sendable {
  var kind: Observation.Kind

  /// ISO 4217 for money, UCUM for the rest; `nil` where there is none.
  var code: String?

  /// Whether capitals and small letters must be as in the lexicon: `m`, not `M`.
  var isExact: Bool

  /// How it is written in the lexicon.
  var phrase: [UInt8]

  static let table = PhraseTable(entries)

  /// Units that differ from another in their capitals alone, as newton metres from nanometres.
  static let otherCases = PhraseTable(
    Dictionary(grouping: entries) { $0.phrase.lowercased() }.values.compactMap { entries in
      entries.count > 1 ? entries.last : nil
    }
  )

  private static let entries: [(phrase: String, value: UnitEntry)] =
    rows(ofLexicon: LexiconFiles.units).compactMap { row in
      guard row.count >= 3, let kind = Observation.Kind(rawValue: String(row[1])) else {
        return nil
      }
      let entry = UnitEntry(
        kind: kind,
        code: row[2] == "-" ? nil : String(row[2]),
        isExact: row.count > 3 && row[3].contains("="),
        phrase: Array(row[0].utf8)
      )
      return (String(row[0]), entry)
    }
}

/// How a noun is counted.
enum CountNoun: Sendable {
  case noun

  /// A classifier, which takes the noun after it along.
  case classifier

  static let table = PhraseTable(
    rows(ofLexicon: LexiconFiles.countNouns).map {
      (String($0[0]), $0.count > 1 && $0[1] == "classifier" ? CountNoun.classifier : .noun)
    }
  )

  /// Words that no counted noun begins with.
  static let stops = KeyTable(
    rows(ofLexicon: LexiconFiles.stopWords).filter { !$0[0].contains(" ") }
      .map { (key: WordKey(String($0[0])), value: true) }
  )

  /// Verbs of two syllables of which the first alone may be a noun.
  static let verbs = PhraseTable(
    rows(ofLexicon: LexiconFiles.stopWords).filter { $0[0].contains(" ") }
      .map { (phrase: String($0[0]), value: true) }
  )

  /// Administrative units and such, which one number counts several of: `124 xã, phường`.
  static let joined: WordSet = ["xã", "phường", "huyện", "quận", "tỉnh", "thị", "thành"]
}

/// A unit as it stands in a text.
struct UnitReading: Sendable {
  /// Where it stands, the denominator of a rate included.
  var tokens: Range<Int>

  /// Name and code; `nil` where it has neither.
  private var terms: Terms?

  var kind: Observation.Kind

  /// Whether it is counted, so that a fraction of it makes no sense.
  var isCounted: Bool

  /// Whether it is in the lexicon, not any word.
  var isKnown: Bool

  /// Whether a denominator belongs to it: `đồng/kg`.
  var isRate = false

  /// The power of ten that a table's heading gives its numbers.
  var scale = 0

  /// In one place, because readings are copied a lot.
  private final class Terms: Sendable {
    let name: String?
    let code: String?

    init(name: String?, code: String?) {
      self.name = name
      self.code = code
    }
  }

  init(
    tokens: Range<Int>,
    name: String? = nil,
    code: String? = nil,
    kind: Observation.Kind,
    isCounted: Bool,
    isKnown: Bool,
    isRate: Bool = false,
    scale: Int = 0
  ) {
    self.tokens = tokens
    self.kind = kind
    self.isCounted = isCounted
    self.isKnown = isKnown
    self.isRate = isRate
    self.scale = scale
    if name != nil || code != nil { terms = Terms(name: name, code: code) }
  }

  /// What it is called; `nil` where that is what the text has at `tokens`.
  var name: String? {
    get { terms?.name }
    set { terms = Terms(name: newValue, code: code) }
  }

  /// As in `Observation.unitCode`.
  var code: String? {
    get { terms?.code }
    set { terms = Terms(name: name, code: newValue) }
  }
}
