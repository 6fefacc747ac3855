import Records

/// Names what each figure of a sentence measures, in the article's own words.
///
/// A figure's own clause comes first; where it says nothing, the figure before is spoken of still.
struct IndicatorReader: Sendable {
  let text: ArticleText
  let clauses: ClauseReader
  let entities: EntityReader

  /// What a figure measures.
  struct Indicator: Sendable {
    var words = ""

    /// The class within it; `nil` where the text breaks nothing down.
    var category: String?
  }

  /// What has been said so far.
  struct Memory {
    /// What the newest figures of the sentence measure, each with its unit.
    var told: [(draft: Draft, indicator: Indicator)] = []

    /// The words before the newest figure of the sentence that had some.
    var subject: Range<Int>?

    /// What a breakdown breaks down.
    var head: Indicator?
    var headUnit: UnitReading?

    /// Whether a bracket, which will close, began it.
    var isInBracket = false

    /// Words before a colon.
    var title: Range<Int>?

    var last: Indicator { told.last?.indicator ?? Indicator() }
  }

  init(text: ArticleText, clauses: ClauseReader) {
    self.text = text
    self.clauses = clauses
    entities = EntityReader(text: text, clauses: clauses)
  }

  /// Names all figures; they stand in the text's order.
  func indicators(of drafts: [Draft]) -> [Indicator] {
    var indicators: [Indicator] = []
    indicators.reserveCapacity(drafts.count)
    var memory = Memory()
    var byUnit: [WordKey: Indicator] = [:]
    var sentence: Range<Int>?
    for draft in drafts {
      if draft.sentence != sentence {
        let previous = memory.told.first
        memory = Memory()
        if let previous, text.matches(Marks.among, at: draft.sentence.lowerBound) {
          memory.head = previous.indicator
          memory.headUnit = previous.draft.unit
        }
        sentence = draft.sentence
      }
      if let column = draft.column {
        indicators.append(Indicator(words: draft.row ?? "", category: column))
        continue
      }
      let unit = unitKey(of: draft)
      var indicator = indicator(of: draft, &memory)
      if let unit, draft.unit?.isCounted == true, let earlier = byUnit[unit],
        let name = nameAlone(before: draft)
      {
        indicator = Indicator(words: earlier.words, category: string(name))
      } else if let unit, !indicator.words.isEmpty {
        byUnit[unit] = indicator
      }
      indicators.append(indicator)
      memory.told.append((draft, indicator))
    }
    nameParallels(of: drafts, in: &indicators)
    nameRows(of: drafts, in: &indicators)
    nameInTurn(drafts, in: &indicators)
    return indicators
  }

  /// What stands for a figure's unit when its like is sought.
  private func unitKey(of draft: Draft) -> WordKey? {
    guard let unit = draft.unit, unit.kind != .percent, unit.kind != .age else { return nil }
    if unit.isCounted {
      return unit.tokens.isEmpty ? nil : text.word(at: unit.tokens.lowerBound)
    }
    return unit.code.map { WordKey($0) }
  }

  /// The name right before a figure, where its clause says no more: `Ninh Hòa 1.403 ca`.
  private func nameAlone(before draft: Draft) -> Range<Int>? {
    let floor = draft.sentence.lowerBound
    let (left, stop) = clauses.left(of: draft.tokens.lowerBound, floor: floor)
    if isOfPrevious(left, stop, draft) { return nil }
    return draft.change == nil && entities.isNameAlone(left) ? left : nil
  }

  private func indicator(of draft: Draft, _ memory: inout Memory) -> Indicator {
    let sentence = draft.sentence
    var (left, stop) = clauses.left(of: draft.tokens.lowerBound, floor: sentence.lowerBound)
    if isOfPrevious(left, stop, draft) { left = left.lowerBound..<left.lowerBound }
    if draft.unit?.kind == .age, draft.form != .ratio { return age(of: draft, memory) }
    if let told = memory.told.last, repeats(told.draft, draft), !told.indicator.words.isEmpty {
      return told.indicator
    }
    noteHead(left, stop, draft, &memory)
    if let part = part(left, stop: stop, of: draft, memory) { return part }
    let own = subject(left, stop: stop, of: draft, memory)
    let right = clauses.right(of: draft.tokens.upperBound, ceiling: sentence.upperBound, limit: 12)
    if draft.form == .rank || draft.form == .score {
      let end = draft.tokens.upperBound
      let loser = clauses.right(
        of: end,
        ceiling: sentence.upperBound,
        limit: 12,
        past: Marks.before
      )
      return placed(draft, own ?? left, right: draft.form == .score ? loser : right)
    }
    defer { if !left.isEmpty { memory.subject = left } }
    if draft.unit?.isCounted == true || draft.form == .ratio {
      if let next = next(draft, left, memory) { return next }
      let words = counted(draft, own: own, left: left, right: right, memory)
      return Indicator(words: words, category: single(left))
    }
    var words = measured(draft, own: own, left: left, right: right, memory)
    if words.isEmpty { words = string(following(draft)) }
    return Indicator(
      words: words,
      category: words == memory.last.words ? memory.last.category : single(left)
    )
  }

  /// Whether words narrow the figure before them, to which `và` joins this one: `20 hộ nghèo và 30
  /// hộ khá`.
  private func isOfPrevious(_ left: Range<Int>, _ stop: Int?, _ draft: Draft) -> Bool {
    guard let stop, clauses.isFigure[stop], left.lowerBound == stop + 1 else { return false }
    return text.word(at: draft.tokens.lowerBound - 1) == Marks.and
  }

  /// The words that name a figure: those of its clause, or of a clause before it without figure.
  private func subject(_ left: Range<Int>, stop: Int?, of draft: Draft, _ memory: Memory)
    -> Range<Int>?
  {
    if left.count >= 2 || left.count == 1 && text.tokens[left.lowerBound].isCapitalised {
      return left
    }
    guard let stop, !clauses.isFigure[stop] else { return left.isEmpty ? nil : left }
    let before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
    let told = memory.told.last?.draft.tokens.upperBound ?? 0
    if before.count >= 2, before.lowerBound >= told { return before }
    return left.isEmpty ? nil : left
  }

  /// Notes what a list breaks down: what is before a colon, a bracket or `trong đó`.
  private func noteHead(_ left: Range<Int>, _ stop: Int?, _ draft: Draft, _ memory: inout Memory) {
    if let stop, text.word(at: stop) == Marks.colon, memory.title == nil {
      let before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
      if before.count >= 2 { memory.title = before }
    }
    guard let last = memory.told.last else { return }
    let gap = last.draft.tokens.upperBound..<draft.tokens.lowerBound
    var (opens, isBracket, closes) = (false, false, false)
    for place in gap {
      let word = text.word(at: place)
      if word == Marks.open { isBracket = true }
      if word == Marks.open || Marks.comprise.contains(word) { opens = true }
      if word == Marks.inIt, text.word(at: place + 1) == Marks.it { opens = true }
      if word == Marks.close {
        closes = true
        // What opened here is an aside of its own.
        if isBracket { (opens, isBracket) = (false, false) }
      }
    }
    if closes, memory.isInBracket {
      memory.head = nil
      memory.headUnit = nil
    }
    // A share in brackets says more of the figure before, and breaks nothing down.
    if opens, draft.unit?.kind != .percent || !isBracket {
      memory.isInBracket = isBracket
      let head = memory.told.suffix(16).last { $0.draft.unit?.kind == draft.unit?.kind } ?? last
      memory.head = head.indicator
      memory.headUnit = head.draft.unit
    }
  }

  /// A part of what is broken down: `trong đó mầm non 58.412`, `(truy thu 41,2 tỷ đồng)`.
  private func part(_ left: Range<Int>, stop: Int?, of draft: Draft, _ memory: Memory)
    -> Indicator?
  {
    let isShare =
      draft.unit?.kind == .percent && (left.isEmpty || isShareWord(left))
      && draft.change == nil
    if isShare, let last = memory.told.last?.indicator, !last.words.isEmpty {
      let words = last.words.hasPrefix("tỷ lệ") ? last.words : "tỷ lệ " + last.words
      return Indicator(words: words, category: last.category)
    }
    if left.isEmpty, let part = unnamedPart(stop: stop, of: draft, memory) { return part }
    guard (1...12).contains(left.count) else { return nil }
    let like = memory.told.suffix(16).last { $0.draft.unit?.kind == draft.unit?.kind }
    if let title = memory.title, memory.told.isEmpty || like?.indicator.category != nil {
      return Indicator(words: string(title), category: string(classWords(left)))
    }
    let isClass = Marks.classes.contains(text.word(at: left.lowerBound))
    if isClass, let first = memory.told.first {
      return Indicator(words: first.indicator.words, category: string(classWords(left)))
    }
    guard let head = memory.head, draft.unit?.kind == memory.headUnit?.kind,
      draft.change == nil, !head.words.isEmpty
    else { return nil }
    return Indicator(words: head.words, category: string(classWords(left)))
  }

  /// A part whose own clause has no words of its own: `14 giải (01 giải Nhì …)`, `mầm non (604
  /// người)`, `không đạt 0`.
  private func unnamedPart(stop: Int?, of draft: Draft, _ memory: Memory) -> Indicator? {
    guard draft.change == nil, let first = memory.told.first, draft.unit?.kind != .percent,
      first.draft.unit?.kind == draft.unit?.kind
    else { return nil }
    let before = stop.flatMap { stop -> Range<Int>? in
      guard text.word(at: stop) == Marks.open else { return nil }
      let words = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
      return (1...6).contains(words.count) ? words : nil
    }
    let right = clauses.right(
      of: draft.tokens.upperBound,
      ceiling: draft.sentence.upperBound,
      limit: 6
    )
    if let head = memory.head, draft.unit?.isCounted == true {
      if memory.isInBracket, !right.isEmpty || before == nil {
        let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) }
        return Indicator(words: head.words, category: right.isEmpty ? unit : string(right))
      }
      if !right.isEmpty, sameUnit(draft.unit, memory.headUnit) {
        return Indicator(words: head.words, category: string(right))
      }
    }
    if stop.map({ text.word(at: $0) }) == Marks.open {
      return before.map {
        Indicator(words: first.indicator.words, category: string(classWords($0)))
      }
    }
    let raw = clauses.wordsBefore(draft.tokens.lowerBound, floor: draft.sentence.lowerBound)
    guard memory.last.category != nil, raw.count >= 2 else { return nil }
    return Indicator(words: first.indicator.words, category: text.string(of: raw))
  }

  /// The beginning of the clause after a figure's: `Dù giảm 2%, giá dầu vẫn cao`.
  private func following(_ draft: Draft) -> Range<Int> {
    let end = draft.tokens.upperBound
    let last = min(draft.sentence.upperBound, end + 12)
    let comma = (end..<max(end, last)).first { text.word(at: $0) == Marks.comma }
    guard let comma else { return end..<end }
    return clauses.right(of: comma + 1, ceiling: draft.sentence.upperBound, limit: 6)
  }

  func sameUnit(_ one: UnitReading?, _ other: UnitReading?) -> Bool {
    guard let one, let other, !one.tokens.isEmpty, one.tokens.count == other.tokens.count else {
      return false
    }
    return zip(one.tokens, other.tokens).allSatisfy { text.word(at: $0) == text.word(at: $1) }
  }

  private func isShareWord(_ left: Range<Int>) -> Bool {
    left.count <= 3 && left.allSatisfy { Marks.share.contains(text.word(at: $0)) }
  }

  /// Words as the text has them, times and figures left out.
  func string(_ words: Range<Int>) -> String {
    var parts: [String] = []
    var start = words.lowerBound
    var isAside = false
    for index in words {
      let word = text.word(at: index)
      if word == Marks.close, !isAside { parts = [] }
      let isLeftOut =
        isAside || Marks.adverbs.contains(word) || clauses.isPeriod[index]
        || clauses.isFigure[index]
        || word == Marks.open || word == Marks.close
        || index == start && text.tokens[index].isSymbol
      if word == Marks.open { isAside = true }
      if word == Marks.close { isAside = false }
      guard isLeftOut else { continue }
      if start < index, word != Marks.close || isAside {
        parts.append(text.string(of: start..<index))
      }
      start = index + 1
    }
    if start < words.upperBound { parts.append(text.string(of: start..<words.upperBound)) }
    return parts.joined(separator: " ")
  }

  enum Marks {
    static let adverbs: WordSet = [
      "đã", "đang", "sẽ", "cũng", "vẫn", "vừa", "từng", "đều", "này",
    ]
    static let before: WordKey = "trước"
    static let and: WordKey = "và"
    static let comma: WordKey = ","
    static let match: WordKey = "trận"
    static let colon: WordKey = ":"
    static let open: WordKey = "("
    static let close: WordKey = ")"
    static let comprise: WordSet = ["gồm"]
    static let inIt: WordKey = "trong"
    static let it: WordKey = "đó"
    static let among: [WordKey] = ["trong", "đó"]
    static let share: WordSet = ["tỷ", "lệ", "chiếm", "trọng", "đạt", "này"]
    static let classes: WordSet = ["loại", "hạng", "nhóm", "khối"]
  }
}
