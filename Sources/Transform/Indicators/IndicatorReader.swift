import Records

/// Names what each figure of a sentence measures, in the article's own words.
///
/// A figure's own clause comes first; where it says nothing, the figure before is spoken of still.
struct IndicatorReader: Sendable {
  let text: ArticleText
  let clauses: ClauseReader
  let entities: EntityReader
  let deeds: DeedReader
  let cutter: ClauseCutter

  /// What a figure measures.
  struct Indicator: Sendable {
    var words = ""

    /// The class within it; `nil` where the text breaks nothing down.
    var category: String?

    /// The class that a share is of, where nothing else tells its class.
    var part: String?

    /// The noun of measure that it begins with; empty where it has none.
    var noun = 0..<0

    /// Where its words stand, as far as it was put together from the text.
    var sources: [Range<Int>] = []
  }

  /// What has been said so far.
  struct Memory {
    /// What the newest figures of the sentence measure, each with its unit.
    var told: [(draft: Draft, indicator: Indicator)] = []

    /// The words before the newest figure of the sentence that had some.
    var subject: Range<Int>?

    /// What the newest figure that has words of its own is told to come from.
    var deed: Deed?

    /// By the first word of a counted noun, the noun with what has narrowed it in the text so far.
    var narrowed = WordMap<(noun: Range<Int>, words: Range<Int>)>()

    /// What a breakdown breaks down.
    var head: Indicator?
    var headUnit: UnitReading?

    /// Whether a bracket, which will close, began it.
    var isInBracket = false

    /// The measure that is spoken of, also from sentence to sentence.
    var spoken: Spoken?

    /// What shares are told to be of.
    var whole: Range<Int>?

    /// Words before a colon.
    var title: Range<Int>?

    var last: Indicator { told.last?.indicator ?? Indicator() }

    /// Begins a new sentence, and keeps its memory for it.
    mutating func forget() {
      var emptied = told
      told = []
      emptied.removeAll(keepingCapacity: true)
      self = Memory(told: emptied)
    }
  }

  init(text: ArticleText, clauses: ClauseReader) {
    self.text = text
    self.clauses = clauses
    entities = EntityReader(text: text, clauses: clauses)
    deeds = DeedReader(text: text, chunker: ChunkReader(text: text, clauses: clauses))
    cutter = ClauseCutter(text: text, clauses: clauses)
  }

  /// Names all figures; they stand in the text's order.
  func indicators(of drafts: [Draft]) -> [Indicator] {
    var indicators: [Indicator] = []
    indicators.reserveCapacity(drafts.count)
    var memory = Memory()
    var byCounted = WordMap<Indicator>()
    var sentence: Range<Int>?
    let all = drafts.span
    for index in all.indices {
      let draft = all[index]
      if draft.sentence != sentence {
        let goesOn = text.matches(Marks.among, at: draft.sentence.lowerBound)
        let previous = goesOn ? memory.told.first : nil
        let (spoken, whole, narrowed) = (memory.spoken, memory.whole, memory.narrowed)
        memory.forget()
        (memory.spoken, memory.whole, memory.narrowed) = (spoken, whole, narrowed)
        if let previous {
          memory.head = previous.indicator
          memory.headUnit = previous.draft.unit
        }
        sentence = draft.sentence
      }
      if let cell = draft.cell {
        indicators.append(Indicator(words: cell.indicator, category: cell.category))
        continue
      }
      let counted = countedWord(of: draft)
      var indicator = indicator(of: draft, &memory)
      if let first = firstOfNames(draft, memory) { indicator = first }
      if let counted, let earlier = byCounted[counted],
        let name = nameAlone(before: draft)
      {
        indicator = Indicator(words: earlier.words, category: string(name))
      } else if let counted, !indicator.words.isEmpty {
        byCounted.set(indicator, for: counted)
      }
      if let side = side(of: draft) { indicator.category = side }
      if let name = nameAfterIs(draft, memory) { indicator.category = name }
      indicators.append(completed(indicator, of: draft))
      memory.told.append((draft, indicator))
    }
    nameParallels(of: drafts, in: &indicators)
    nameRows(of: drafts, in: &indicators)
    nameKinds(of: drafts, in: &indicators)
    nameInTurn(drafts, in: &indicators)
    takeInTurn(drafts, in: &indicators)
    for index in indicators.indices where indicators[index].category == nil {
      indicators[index].category = indicators[index].part
    }
    return indicators
  }

  /// The first word of what a figure counts.
  private func countedWord(of draft: Draft) -> WordKey? {
    guard let unit = draft.unit, unit.isCounted, !unit.tokens.isEmpty, unit.kind != .percent,
      unit.kind != .age
    else { return nil }
    return text.word(at: unit.tokens.lowerBound)
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
    left = withoutPrevious(left, stop, draft)
    if clauses.isTimeAlone(left) || left.count <= 3 && opens(draft) {
      left = left.upperBound..<left.upperBound
    }
    if draft.unit?.kind == .age, draft.form != .ratio { return age(of: draft, memory) }
    if let told = memory.told.last, repeats(told.draft, draft), !told.indicator.words.isEmpty {
      return told.indicator
    }
    noteHead(left, stop, draft, &memory)
    if let share = shareOfTold(draft, &memory) { return share }
    if let part = part(left, stop: stop, of: draft, &memory) { return part }
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
      var indicator = counted(draft, own: own, left: left, right: right, &memory)
      indicator.category = single(left) ?? grade(right) ?? classAfter(draft)
      return indicator
    }
    var indicator = measured(draft, own: own, left: left, right: right, &memory)
    note(indicator, of: draft, in: &memory)
    if indicator.words.isEmpty { indicator.words = string(following(draft)) }
    indicator.category =
      indicator.words == memory.last.words
      ? memory.last.category : single(left) ?? ofThem(left, draft)
    return indicator
  }

  /// Whether words narrow the figure before them, to which `và` joins this one: `20 hộ nghèo và 30
  /// hộ khá`.
  func isOfPrevious(_ left: Range<Int>, _ stop: Int?, _ draft: Draft) -> Bool {
    guard let stop, clauses.isFigure[stop], left.lowerBound == stop + 1 else { return false }
    return (draft.tokens.lowerBound - 2..<draft.tokens.lowerBound).contains {
      Marks.joints.contains(text.word(at: $0))
    }
  }

  /// The words before a figure without those that narrow the figure before: `4 tỷ đồng doanh thu và
  /// lãi ròng 1 tỷ đồng`.
  private func withoutPrevious(_ left: Range<Int>, _ stop: Int?, _ draft: Draft) -> Range<Int> {
    if isOfPrevious(left, stop, draft) { return left.lowerBound..<left.lowerBound }
    // `30 nhà máy gạch và ngói thuộc 12 xã`
    let owns = ClauseWords.owning.contains(text.word(at: draft.tokens.lowerBound - 1))
    guard let stop, clauses.isFigure[stop], left.lowerBound <= stop + 2, !owns,
      let joint = left.last(where: { Marks.joints.contains(text.word(at: $0)) })
    else { return left }
    return clauses.trimmed(joint + 1..<left.upperBound)
  }

  /// The words that name a figure: those of its clause, or of a clause before it without figure.
  private func subject(_ left: Range<Int>, stop: Int?, of draft: Draft, _ memory: Memory)
    -> Range<Int>?
  {
    if left.count >= 2 || left.count == 1 && text.tokens[left.lowerBound].isCapitalised
      || !left.isEmpty && headLength(at: left.lowerBound) == left.count
    {
      return left
    }
    guard let stop, !clauses.isFigure[stop] else { return left.isEmpty ? nil : left }
    var before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
    if let base = before.dropFirst(2).first(where: { text.matches(Marks.comparedWith, at: $0) }) {
      before = clauses.trimmed(before.lowerBound..<base)
    }
    let told = memory.told.last?.draft.tokens.upperBound ?? 0
    if before.count >= 2, before.lowerBound > told || told == 0 { return before }
    return left.isEmpty ? nil : left
  }

  /// The unit of a figure with the words that narrow it.
  func thing(_ words: Range<Int>) -> String {
    let end = words.first { !clauses.isFigure[$0] } ?? words.upperBound
    let rest = string(end..<words.upperBound)
    let unit = text.string(of: words.lowerBound..<end)
    return rest.isEmpty ? unit : unit + " " + rest
  }

  /// Words as the text has them, times and figures left out.
  func string(_ words: Range<Int>) -> String {
    var said = ""
    var start = words.lowerBound
    var isAside = false
    let (open, close, adverbs) = (Marks.open, Marks.close, Marks.adverbs)
    for index in words {
      let word = text.word(at: index)
      if word == close, !isAside { said = "" }
      let isLeftOut =
        isAside || adverbs.contains(word) || clauses.isPeriod[index] || clauses.isFigure[index]
        || word == open || word == close || index == start && text.tokens[index].isSymbol
      if word == open { isAside = true }
      if word == close { isAside = false }
      guard isLeftOut else { continue }
      if start < index, word != close || isAside {
        text.append(start..<index, to: &said)
      }
      start = index + 1
    }
    if start < words.upperBound { text.append(start..<words.upperBound, to: &said) }
    return said
  }

  enum Marks {
    static let adverbs: WordSet = [
      "đã", "đang", "sẽ", "cũng", "vẫn", "vừa", "từng", "đều", "này", "là", "khi",
    ]
    static let before: WordKey = "trước"
    static let and: WordKey = "và"
    static let number: WordKey = "số"
    static let joints: WordSet = ["và", "hoặc", "cùng"]
    static let comma: WordKey = ","
    static let match: WordKey = "trận"
    static let colon: WordKey = ":"
    static let open: WordKey = "("
    static let close: WordKey = ")"
    static let comprise: WordSet = ["gồm"]
    static let inIt: WordKey = "trong"
    static let it: WordKey = "đó"
    static let comparedWith: [WordKey] = ["so", "với"]
    static let growth: [WordKey] = ["tăng", "trưởng"]
    static let among: [WordKey] = ["trong", "đó"]
    static let share: WordSet = ["tỷ", "lệ", "chiếm", "trọng", "đạt", "này"]
    /// Nouns that stand for whatever has been counted.
    static let anything: WordSet = [
      "người", "em", "trường", "đơn", "cái", "chiếc", "ca", "vụ", "lượt", "cơ", "hộ", "đối", "cháu",
      "bản", "mẫu", "loại", "nhóm", "con",
    ]
    static let leadsOn: WordSet = ["sau", "gồm", "rằng", "biết", "như", "rõ"]
    static let classes: WordSet = ["loại", "hạng", "nhóm", "khối"]
  }
}
