/// A part of a clause: a phrase of nouns, a verb, or what joins them.
struct Chunk: Sendable, Equatable {
  enum Kind: String, Sendable {
    /// Anything that the lexicon does not tell to be something else.
    case noun

    case verb

    /// A verb that says nothing beside another: `tổ chức bồi dưỡng`.
    case light

    /// A verb of having or being, which says little of what it has.
    case have

    /// A verb whose object does what the next verb says: `giúp đội nhà ghi hai bàn`.
    case cause

    /// A verb that ends what it tells of: `ông Nam cho biết …`.
    case say

    /// What stands beside a verb: tense, mood, manner.
    case aux

    /// What stands before a number and says how exact it is.
    case degree

    /// What leads from a deed to whom it is done for.
    case to

    /// What leads from a thing to whose it is.
    case of

    /// What leads to a place or time.
    case `in`

    /// What leads to what comes along.
    case with

    /// `và`, `hoặc`.
    case and

    /// A word that begins a clause of its own.
    case joint

    /// A comma or another mark.
    case mark
  }

  var kind: Kind
  var tokens: Range<Int>

  /// Whether it holds a name.
  var isName = false
}

/// Cuts a stretch of text into its parts by a lexicon of verbs, prepositions and conjunctions.
///
/// It is shallow: words that it does not know are nouns, and neighbouring nouns are one phrase.
struct ChunkReader: Sendable {
  let text: ArticleText
  let clauses: ClauseReader

  /// The parts of a stretch in its order; times, figures and brackets are passed over.
  func chunks(of words: Range<Int>) -> [Chunk] {
    var chunks: [Chunk] = []
    chunks.reserveCapacity(words.count)
    var index = words.lowerBound
    // Whether a syllable stands alone so far: most words are of two.
    var isHalf = false
    while index < words.upperBound {
      if let end = asideEnd(at: index, in: words) {
        index = end
        continue
      }
      let token = text.tokens[index]
      if clauses.isPeriod[index] || clauses.isFigure[index] {
        (index, isHalf) = (index + 1, false)
        continue
      }
      guard token.isWord else {
        if let mark = mark(token, at: index) {
          chunks.append(mark)
        } else if token.isNumber, let last = chunks.last, last.kind == .noun,
          last.tokens.upperBound == index
        {
          // `đoàn kiểm tra số 3`
          chunks[chunks.count - 1].tokens = last.tokens.lowerBound..<index + 1
        }
        (index, isHalf) = (index + 1, false)
        continue
      }
      var (chunk, isKnown) = chunk(at: index, in: words)
      if isHalf, isKnown, chunk.tokens.count == 1, Self.mayEndWord(chunk.kind) {
        (chunk.kind, isKnown) = (.noun, false)
      }
      isHalf = !isKnown && !chunk.isName && !isHalf
      Self.add(chunk, to: &chunks)
      index = chunk.tokens.upperBound
    }
    return chunks
  }

  /// Whether a verb of one syllable may as well be the second one of a noun: `khoa học`.
  private static func mayEndWord(_ kind: Chunk.Kind) -> Bool {
    kind == .verb || kind == .cause || kind == .say || kind == .light
  }

  /// Adds a part, or makes the noun phrase before it longer.
  private static func add(_ chunk: Chunk, to chunks: inout [Chunk]) {
    guard let last = chunks.last, chunk.kind == .noun else {
      chunks.append(chunk)
      return
    }
    if last.kind == .noun {
      chunks[chunks.count - 1].tokens = last.tokens.lowerBound..<chunk.tokens.upperBound
      chunks[chunks.count - 1].isName = last.isName || chunk.isName
    } else if last.kind == .and, chunks.count > 1, chunks[chunks.count - 2].kind == .noun {
      chunks.removeLast()
      let start = chunks[chunks.count - 1].tokens.lowerBound
      chunks[chunks.count - 1].tokens = start..<chunk.tokens.upperBound
    } else {
      chunks.append(chunk)
    }
  }

  /// Where a bracket ends that opens at a token.
  private func asideEnd(at index: Int, in words: Range<Int>) -> Int? {
    guard text.word(at: index) == ChunkWords.open else { return nil }
    let close = (index..<min(words.upperBound, index + 32)).first {
      text.word(at: $0) == ChunkWords.close
    }
    return close.map { $0 + 1 }
  }

  private func mark(_ token: Token, at index: Int) -> Chunk? {
    ChunkWords.marks.contains(token.key) ? Chunk(kind: .mark, tokens: index..<index + 1) : nil
  }

  /// The part that begins at a token, and whether the lexicon has it.
  private func chunk(at index: Int, in words: Range<Int>) -> (Chunk, isKnown: Bool) {
    let token = text.tokens[index]
    let match = ChunkWords.table.longestMatch(in: text, at: index)
    let counted = CountNoun.table.longestMatch(in: text, at: index)
    let known = max(match?.value == .noun ? match?.length ?? 0 : 0, counted?.length ?? 0)
    let isFirst = index == words.lowerBound || !text.tokens[index - 1].isWord
    let isName =
      token.isCapitalised
      && (!isFirst || nextIsCapitalised(index) || clauses.isPlace[index])
    if known > 1, known >= match?.length ?? 0, index + known <= words.upperBound {
      return (Chunk(kind: .noun, tokens: index..<index + known, isName: isName), true)
    }
    if isName { return (Chunk(kind: .noun, tokens: index..<index + 1, isName: true), true) }
    guard let match, index + match.length <= words.upperBound else {
      return (Chunk(kind: .noun, tokens: index..<index + 1), counted != nil)
    }
    return (Chunk(kind: match.value, tokens: index..<index + match.length), true)
  }

  private func nextIsCapitalised(_ index: Int) -> Bool {
    text.token(at: index + 1)?.isCapitalised == true
  }
}

enum ChunkWords {
  static let open: WordKey = "("
  static let close: WordKey = ")"
  static let marks: WordSet = [",", ";", ":"]

  static let table = PhraseTable(
    rows(ofLexicon: LexiconFiles.clauseWords).compactMap { row -> (String, Chunk.Kind)? in
      guard row.count == 2, let kind = Chunk.Kind(rawValue: row[1]) else { return nil }
      return (phrase: row[0], value: kind)
    }
  )
}
