import Records

extension IndicatorReader {
  /// A measure that the text is speaking of.
  struct Spoken {
    /// Its noun, and the noun with what narrows it.
    var noun: Range<Int>
    var phrase: Range<Int>
    var draft: Draft
    var indicator: Indicator

    /// Whether it is a share, a change or the like, of which less is told.
    var isShare: Bool
  }

  /// Notes the measure of a figure, of which what follows may be told without naming it again.
  func note(_ indicator: Indicator, of draft: Draft, in memory: inout Memory) {
    guard let first = indicator.noun.first else { return }
    let ceiling = min(draft.sentence.upperBound, first + 7)
    var end = indicator.noun.upperBound
    while end < ceiling, text.tokens[end].isWord, !clauses.isFigure[end], !clauses.isPeriod[end],
      !SpokenWords.ends.contains(text.word(at: end))
    {
      end += 1
    }
    if let verb = cutter.verb(in: indicator.noun.upperBound..<max(end, indicator.noun.upperBound)) {
      end = max(indicator.noun.upperBound, verb.tokens.lowerBound)
    }
    memory.spoken = Spoken(
      noun: indicator.noun,
      phrase: first..<end,
      draft: draft,
      indicator: indicator,
      isShare: SpokenWords.shares.contains(text.word(at: first))
    )
  }

  /// A figure whose clause names a class alone, of the measure that is spoken of: `Giá heo hơi ở Long
  /// An là 33.000 đồng/kg. An Giang tăng 1.000 đồng`.
  func spoken(_ draft: Draft, _ own: Range<Int>, _ memory: Memory) -> Indicator? {
    let cut = cutter.cut(own)
    if cut.subject.isEmpty, let verb = cut.verb, verb.sort == .has || verb.sort == .moves,
      let told = memory.told.last, told.draft.tokens.upperBound <= own.lowerBound,
      !told.indicator.noun.isEmpty, draft.unit?.kind != .percent
    {
      return told.indicator
    }
    guard let spoken = memory.spoken, goesOn(draft, spoken) else { return nil }
    if let verb = cut.verb, verb.sort == .acts || verb.sort == .says { return nil }
    let subject = cut.subject
    guard (1...9).contains(subject.count), !isMarket(subject), let name = named(subject) else {
      return nil
    }
    let isOwner = clauses.isPlace[name.lowerBound] || entities.isNameAlone(name)
    var builder = IndicatorBuilder()
    var phrase = isOwner ? spoken.phrase : spoken.noun
    // Of another place or owner nothing is said any more.
    let other = phrase.dropFirst(spoken.noun.count).first {
      clauses.isPlace[$0] || text.word(at: $0) == text.word(at: name.lowerBound)
    }
    phrase = phrase.lowerBound..<(other ?? phrase.upperBound)
    builder.add(first: phrase)
    builder.add(first: isOwner ? cutter.listed(name, floor: draft.sentence.lowerBound) : name)
    var indicator = builder.indicator { string($0) }
    indicator.noun = spoken.noun
    return indicator
  }

  /// The measure that is spoken of, at another time: `Lũy kế 4 tháng đạt 80 tấn`.
  func earlier(_ draft: Draft, _ left: Range<Int>, _ memory: Memory) -> Indicator? {
    guard memory.told.isEmpty, !left.isEmpty, isTimeAlone(left), let spoken = memory.spoken,
      spoken.draft.unit?.code == draft.unit?.code, spoken.draft.unit?.kind == draft.unit?.kind,
      text.paragraph(at: draft.sentence.lowerBound).contains(spoken.draft.tokens.lowerBound)
    else { return nil }
    return spoken.indicator
  }

  /// In what a clause's subject has changed: `tăng 15% về số doanh nghiệp`.
  func inPart(_ draft: Draft, own: Range<Int>?, _ memory: Memory) -> Indicator? {
    let end = draft.tokens.upperBound
    guard draft.change != nil, text.word(at: end) == SpokenWords.about,
      headLength(at: end + 1) != nil
    else { return nil }
    let part = clauses.right(of: end + 1, ceiling: draft.sentence.upperBound, limit: 7)
    var builder = IndicatorBuilder()
    builder.add(first: part)
    if let own, let subject = named(cutter.cut(own).subject) { builder.add(first: subject) }
    return builder.indicator { string($0) }
  }

  /// What a noun of measure alone is of, where the text is speaking of it: `giá heo hơi …; giá tăng`.
  func spokenPhrase(of noun: Range<Int>, _ draft: Draft, _ memory: Memory) -> Range<Int>? {
    guard let spoken = memory.spoken, spoken.phrase.count > noun.count, goesOn(draft, spoken),
      noun.count == spoken.noun.count,
      zip(noun, spoken.noun).allSatisfy({ text.word(at: $0) == text.word(at: $1) })
    else { return nil }
    return spoken.phrase
  }

  /// What a noun of measure alone is said to be of in the same sentence: `máy có giá …; giá tăng`.
  func again(_ noun: Range<Int>, _ memory: Memory) -> Indicator? {
    let told = memory.told.last { $0.indicator.noun.count == noun.count }?.indicator
    guard let told, told.words.utf8.contains(UInt8(ascii: " ")),
      zip(noun, told.noun).allSatisfy({ text.word(at: $0) == text.word(at: $1) })
    else { return nil }
    return told
  }

  /// Whether a figure may be one more of what another measures.
  private func goesOn(_ draft: Draft, _ spoken: Spoken) -> Bool {
    let told = spoken.draft
    guard let unit = draft.unit, let other = told.unit else { return false }
    let paragraph = text.paragraph(at: draft.sentence.lowerBound)
    guard paragraph.contains(told.tokens.lowerBound) else { return false }
    if spoken.isShare {
      return unit.kind == .percent && other.kind == .percent && draft.change == nil
        && told.sentence == draft.sentence
    }
    if unit.kind == .percent { return draft.change != nil && told.unit?.kind != .index }
    guard unit.kind == other.kind, unit.kind == .money || unit.kind == .measure else {
      return false
    }
    if unit.code == other.code { return isSmall(draft) == isSmall(told) }
    guard unit.kind == .money, let one = unit.code, let two = other.code else { return false }
    return draft.change != nil && (two.hasPrefix(one + "/") || one.hasPrefix(two + "/"))
  }

  private func isSmall(_ draft: Draft) -> Bool {
    draft.unit?.kind != .money || draft.unit?.code?.utf8.contains(UInt8(ascii: "/")) == true
      || draft.amount.value.map { $0 < ExactNumber(100_000_000) } ?? false
  }

  /// Whether words name an index or a share, which move by themselves.
  private func isMarket(_ words: Range<Int>) -> Bool {
    words.contains { SpokenWords.markets.contains(text.word(at: $0)) }
      || words.count == 1
        && words.allSatisfy { text.tokens[$0].isAllCapitals && text.tokens[$0].count <= 4 }
  }

  private enum SpokenWords {
    /// Nouns of shares and of changes, of which nothing more is told.
    static let shares: WordSet = [
      "tỷ", "thị", "mức", "tốc", "khả", "xác", "phần", "biên", "số", "tăng", "lãi", "khoảng",
      "thời",
      "độ", "chiều", "thương",
    ]
    static let about: WordKey = "về"
    static let ends: WordSet = [
      "tại", "ở", "của", "trong", "theo", "với", "từ", "cho", "do", "đối", "so", "để", "khi", "và",
    ]
    static let markets: WordSet = [
      "index", "nasdaq", "dow", "nikkei", "kospi", "hang", "shanghai", "chỉ", "cổ", "phiếu",
      "topix",
      "composite", "stoxx", "ftse", "dax",
    ]
  }
}
