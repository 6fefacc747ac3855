/// What is told to be done with what a figure counts, by the words before it.
struct Deed: Sendable {
  /// How the words lead to the figure.
  enum Link: Sendable {
    /// The figure is what is done something to: `đội nhà ghi hai bàn`.
    case object

    /// … who does what the words after it say: `bão khiến 3 người bị thương`.
    case doer

    /// … what somebody or something has: `huyện có 30 trường`.
    case possession

    /// … for whom it is done: `tặng quà cho 165 em`.
    case recipient

    /// … whose it is: `chợ thuộc 10 huyện`.
    case owner

    /// … where or when, or what comes along.
    case aside
  }

  var link: Link

  /// Who does it; empty where nobody is named.
  var subject: Range<Int>

  /// What is done, the words up to the link included.
  var verb: Range<Int>

  /// The same with the verbs before it, as far as they are its subject's and near.
  var told: Range<Int>

  /// The noun phrase right before the link.
  var thing: Range<Int>
}

/// Finds what is done, and by whom, in the words before a figure.
struct DeedReader: Sendable {
  let text: ArticleText
  let chunker: ChunkReader

  /// What the words before a figure tell.
  ///
  /// - Parameters:
  ///   - words: The words of its clause up to the figure.
  ///   - isList: Whether they hold a list of what is done, of which all is meant.
  /// - Returns: `nil` where no verb and no preposition leads to it.
  func deed(before words: Range<Int>, isList: Bool = false) -> Deed? {
    let chunks = chunker.chunks(of: words.suffix(DeedWords.longest))
    var last = chunks.count - 1
    while last >= 0, Self.isBesideVerb(chunks[last].kind) { last -= 1 }
    guard last >= 0 else { return nil }
    switch chunks[last].kind {
    case .cause: return cause(chunks, last)
    case .verb, .light: return deed(.object, chunks, verb: last, end: last)
    case .have: return deed(.possession, chunks, verb: last, end: last)
    case .to: return led(.recipient, chunks, by: last, isList: isList)
    case .of: return led(.owner, chunks, by: last)
    case .in, .with: return led(.aside, chunks, by: last)
    case .noun, .say, .aux, .degree, .and, .joint, .mark: return nil
    }
  }

  /// Who a clause speaks of: its first noun phrase that no preposition leads to and a verb follows;
  /// who only tells of it where there is no other.
  func mainSubject(of words: Range<Int>) -> Range<Int>? {
    var teller: Range<Int>?
    let chunks = chunker.chunks(of: words.prefix(DeedWords.longest))
    for index in chunks.indices where chunks[index].kind == .noun {
      let isLed = index > 0 && Self.isPreposition(chunks[index - 1].kind)
      var next = index + 1
      while next + 1 < chunks.count, chunks[next].kind == .of || chunks[next].kind == .in,
        chunks[next + 1].kind == .noun
      {
        next += 2
      }
      guard !isLed, next < chunks.count else { continue }
      // `bà Lê Hoa, giám đốc hãng, …`
      let isDescribed = chunks[index].isName && chunks[next].kind == .mark
      guard Self.isVerbal(chunks[next].kind) || isDescribed else { continue }
      let subject = chunks[index].tokens.lowerBound..<chunks[next - 1].tokens.upperBound
      guard chunks[next].kind == .say else { return subject }
      teller = teller ?? subject
    }
    return teller
  }

  /// A deed that a preposition leads from.
  private func led(_ link: Deed.Link, _ chunks: [Chunk], by last: Int, isList: Bool = false)
    -> Deed?
  {
    var verb = last - 1
    if isList, let first = chunks.firstIndex(where: { Self.isVerb($0.kind) }), first < last {
      return deed(link, chunks, verb: first, end: last - 1)
    }
    while verb >= 0, chunks[verb].kind != .joint, chunks[verb].kind != .say {
      let kind = chunks[verb].kind
      if Self.isVerb(kind) || kind == .have {
        return deed(link, chunks, verb: verb, end: last - 1)
      }
      verb -= 1
    }
    guard link == .owner, last > 0, chunks[last - 1].kind == .noun else { return nil }
    let thing = chunks[last - 1].tokens
    let none = thing.lowerBound..<thing.lowerBound
    return Deed(link: link, subject: none, verb: none, told: none, thing: thing)
  }

  /// What makes the things that a figure counts do something.
  private func cause(_ chunks: [Chunk], _ last: Int) -> Deed {
    var deed = deed(.doer, chunks, verb: last, end: last)
    deed.thing = deed.verb.lowerBound..<deed.verb.lowerBound
    if last > 0, chunks[last - 1].kind == .noun {
      let first = phraseStart(last - 1, in: chunks)
      deed.thing = chunks[first].tokens.lowerBound..<chunks[last - 1].tokens.upperBound
    }
    return deed
  }

  private func deed(_ link: Deed.Link, _ chunks: [Chunk], verb: Int, end: Int) -> Deed {
    var first = verb
    while first > 0, Self.isVerb(chunks[first - 1].kind) { first -= 1 }
    let subject = subject(of: first, in: chunks)
    while first < verb || first == verb && first < end, chunks[first].kind == .light,
      Self.isVerb(chunks[first + 1].kind)
    {
      first += 1
    }
    let start = chunks[first].tokens.lowerBound
    var stop = chunks[end].tokens.upperBound
    // `mở thêm`, `công nhận mới`
    if end + 1 < chunks.count, DeedWords.afterVerb.contains(text.word(at: stop)) { stop += 1 }
    let thing = chunks[end].kind == .noun ? chunks[end].tokens : start..<start
    let near = subject.map { max($0.upperBound, start - 4) } ?? start
    return Deed(
      link: link,
      subject: subject ?? start..<start,
      verb: start..<stop,
      told: (subject == nil ? start : near)..<stop,
      thing: thing
    )
  }

  /// The noun phrase that does what a verb says.
  private func subject(of verb: Int, in chunks: [Chunk]) -> Range<Int>? {
    var index = verb - 1
    while index >= 0 {
      switch chunks[index].kind {
      case .joint, .say, .mark: return nil
      case .verb, .light, .have, .cause, .aux, .degree, .and, .to, .of, .in, .with: index -= 1
      case .noun:
        let first = phraseStart(index, in: chunks)
        if isSubject(first, in: chunks) {
          return chunks[first].tokens.lowerBound..<chunks[index].tokens.upperBound
        }
        index = first - 1
      }
    }
    return nil
  }

  /// Whether a noun phrase that a verb follows is its subject, and no verb's object before it.
  private func isSubject(_ first: Int, in chunks: [Chunk]) -> Bool {
    guard first > 0 else { return true }
    switch chunks[first - 1].kind {
    case .joint, .say, .cause, .mark, .and: return true
    case .have: return text.word(at: chunks[first - 1].tokens.lowerBound) == DeedWords.is
    case .to, .in, .with, .of, .verb, .light, .noun: return false
    case .aux, .degree:
      let before = chunks[..<(first - 1)].last { !Self.isBesideVerb($0.kind) }
      return before?.kind != .noun
    }
  }

  /// Where a noun phrase begins that ends with a part: `chủ tịch của hội`.
  private func phraseStart(_ index: Int, in chunks: [Chunk]) -> Int {
    var first = index
    while first >= 2, chunks[first - 1].kind == .of || chunks[first - 1].kind == .in,
      chunks[first - 2].kind == .noun
    {
      first -= 2
    }
    return first
  }

  private static func isBesideVerb(_ kind: Chunk.Kind) -> Bool { kind == .aux || kind == .degree }

  private static func isVerb(_ kind: Chunk.Kind) -> Bool {
    kind == .verb || kind == .light || kind == .cause
  }

  private static func isPreposition(_ kind: Chunk.Kind) -> Bool {
    kind == .to || kind == .of || kind == .in || kind == .with
  }

  private static func isVerbal(_ kind: Chunk.Kind) -> Bool {
    isVerb(kind) || kind == .have || kind == .aux || kind == .say
  }
}

private enum DeedWords {
  static let `is`: WordKey = "là"
  static let afterVerb: WordSet = ["thêm", "mới", "ra", "lại", "về", "vào"]

  /// How many words of a clause are looked at.
  static let longest = 40
}
