/// A text as the transform stage reads it: its bytes, tokens, sentences and paragraphs.
///
/// Every place is a token's index; offsets in bytes and in code points come from the tokens and
/// always refer to the text as given, whatever its coding.
///
/// A class, because every reader holds the text: so they all hold one reference to it.
final class ArticleText: Sendable {
  /// The text as given.
  private let source: String

  /// The text in UTF-8.
  let bytes: [UInt8]

  let tokens: [Token]

  /// The sentences, as ranges of token indices: they touch, and cover all tokens.
  let sentences: [Range<Int>]

  /// The lines, likewise.
  let paragraphs: [Range<Int>]

  init(_ text: String) {
    source = text
    bytes = Array(text.utf8)
    tokens = tokenize(bytes, traits: WordTraits.table)
    paragraphs = splitParagraphs(tokens)
    sentences = splitSentences(tokens, paragraphs: paragraphs)
  }

  var count: Int { tokens.count }

  /// The folded word at an index; a key that no token has where the index is outside the text.
  @inline(__always)
  func word(at index: Int) -> WordKey {
    index >= 0 && index < tokens.count ? tokens[index].key : WordKey(hash: 0)
  }

  /// The token at an index; `nil` outside the text.
  @inline(__always)
  func token(at index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  /// The first token from an index on and before an end that has one of some traits; the end where
  /// none has.
  @inline(__always)
  func next(_ traits: WordTraits, from index: Int, to end: Int) -> Int {
    let tokens = tokens
    var index = index
    while index < end, tokens[index].traits.isDisjoint(with: traits) { index &+= 1 }
    return index
  }

  /// Whether these words, numbers and symbols stand one after the other from an index on.
  ///
  /// Keep the phrase in a `static let`: making a key out of a literal takes a while.
  func matches(_ phrase: [WordKey], at index: Int) -> Bool {
    guard index >= 0, index + phrase.count <= tokens.count else { return false }
    for offset in 0..<phrase.count where tokens[index + offset].key != phrase[offset] {
      return false
    }
    return true
  }

  /// Whether the two tokens before and at an index touch, as in `120m`.
  func isTight(at index: Int) -> Bool {
    guard let token = token(at: index) else { return false }
    return index > 0 && !token.hasSpaceBefore
  }

  /// Where tokens stand, in bytes.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let start = range.lowerBound < count ? Int(tokens[range.lowerBound].start) : bytes.count
      return start..<start
    }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// Where tokens stand, in Unicode code points.
  func characters(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let last = tokens[range.upperBound - 1]
    return Int(tokens[range.lowerBound].character)..<Int(last.character + last.count)
  }

  /// What tokens say, exactly as the text has it.
  func string(of range: Range<Int>) -> String {
    String(substring(of: range))
  }

  /// Adds what tokens say to what there is, after a space.
  func append(_ range: Range<Int>, to said: inout String) {
    if said.isEmpty {
      said = string(of: range)
    } else {
      said += " "
      said += string(of: range)
    }
  }

  private func substring(of range: Range<Int>) -> Substring {
    let bytes = bytes(of: range)
    let source = source.utf8
    let start = source.index(source.startIndex, offsetBy: bytes.lowerBound)
    return Substring(source[start..<source.index(start, offsetBy: bytes.count)])
  }

  /// The code point at a byte, and how many bytes it takes.
  @inline(__always)
  func scalar(atByte index: Int) -> (value: UInt32, width: Int) {
    let bytes = bytes
    return decodeScalar(bytes.span, at: index)
  }

  /// The index, in code points, of the one that begins at or holds a byte.
  func character(atByte byte: Int) -> Int {
    let index = firstToken { $0.end > Int32(byte) }
    let before = index > 0 ? tokens[index - 1] : nil
    var position = before.map { Int($0.end) } ?? 0
    var character = before.map { Int($0.character + $0.count) } ?? 0
    while position < min(byte, bytes.count) {
      position += scalar(atByte: position).width
      if position <= byte { character += 1 }
    }
    return character
  }

  /// The index of the first token that ends after a code point; `count` where there is none.
  func token(atCharacter character: Int) -> Int {
    firstToken { $0.character + $0.count > Int32(character) }
  }

  /// The sentence that holds a token; empty where the index is outside the text.
  func sentence(at index: Int) -> Range<Int> { Self.range(holding: index, in: sentences) }

  /// The paragraph that holds a token; empty where the index is outside the text.
  func paragraph(at index: Int) -> Range<Int> { Self.range(holding: index, in: paragraphs) }

  private static func range(holding index: Int, in ranges: [Range<Int>]) -> Range<Int> {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].contains(index) else { return index..<index }
    return ranges[low]
  }

  private func firstToken(where isPast: (Token) -> Bool) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if isPast(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
