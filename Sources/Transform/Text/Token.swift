/// One token of an article: a word, a number or a symbol, and where it stands.
///
/// A word is a run of letters: a Vietnamese syllable, a Latin word, an abbreviation. A number is a
/// run of digits with single `.` or `,` between digits inside, such as `1.330,5` and `20.11.1982`;
/// `/`, `:` and `-` never belong to it. Everything else that is no white space is a symbol of one
/// code point. So `120m2` is `120`, `m`, `2`, and `8h30` is `8`, `h`, `30`.
struct Token: Sendable, Equatable {
  enum Kind: UInt8, Sendable {
    case word
    case number
    case symbol
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// White space, or the text's beginning, stands before it.
    static let spaceBefore = Flags(rawValue: 1)

    /// A line break, or the text's beginning, stands before it.
    static let breakBefore = Flags(rawValue: 2)

    /// Its first letter is a capital.
    static let capitalised = Flags(rawValue: 4)

    /// All its letters are capitals.
    static let allCapitals = Flags(rawValue: 8)

    /// A capital stands after a small letter, as in `iPhone`.
    static let innerCapital = Flags(rawValue: 32)

    /// A number that holds digits other than ASCII's, such as fullwidth ones.
    static let foreignDigits = Flags(rawValue: 16)
  }

  /// Where it begins, in bytes of the text's UTF-8 from 0.
  var start: Int32

  /// Where it ends, exclusive, in bytes.
  var end: Int32

  /// Where it begins, in Unicode code points from 0.
  var character: Int32

  /// How many code points it has.
  var count: Int32

  /// What the token says, folded; see `WordKey`.
  var key: WordKey

  var kind: Kind
  var flags: Flags

  /// What the word may begin; set in an `ArticleText` alone.
  var traits: WordTraits = []

  /// The value of a number of one to nine ASCII digits and nothing else; -1 for anything else.
  var whole: Int32 = -1

  var bytes: Range<Int> { Int(start)..<Int(end) }
  var characters: Range<Int> { Int(character)..<Int(character + count) }
  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }
  var isSymbol: Bool { kind == .symbol }
  var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }
  var isCapitalised: Bool { flags.contains(.capitalised) }
  var isAllCapitals: Bool { flags.contains(.allCapitals) }
  var hasInnerCapital: Bool { flags.contains(.innerCapital) }
}

/// A token's text folded into 64 bits, so that tokens are compared without strings.
///
/// Folded are the case, the coding (composed or not), the place of the tone mark (`hoà`, `hòa`) and
/// `y` for `i` at the end of a syllable after a consonant (`kỳ`, `kì`; `quý`, `quí`): spellings of
/// one word have one key. Symbols and numbers have keys of their own, of their code points.
struct WordKey: Sendable, Hashable {
  let hash: UInt64

  init(hash: UInt64) { self.hash = hash }

  /// The key of a single token, such as `WordKey("kỳ")`; the first one's where there are several.
  init(_ text: String) {
    let tokens = tokenize(Array(text.utf8))
    hash = tokens.first?.key.hash ?? 0
  }
}

extension WordKey: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(text) }
}
