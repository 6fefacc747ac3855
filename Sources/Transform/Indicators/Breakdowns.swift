import Records

extension IndicatorReader {
  /// Notes what a list breaks down: what is before a colon, a bracket or `trong đó`.
  func noteHead(_ left: Range<Int>, _ stop: Int?, _ draft: Draft, _ memory: inout Memory) {
    if let stop, text.word(at: stop) == Marks.colon, memory.title == nil, memory.told.isEmpty {
      let before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
      if before.count >= 2, isTitle(before) { memory.title = before }
    }
    guard let last = memory.told.last else { return }
    let gap = last.draft.tokens.upperBound..<draft.tokens.lowerBound
    var (opens, isBracket, closes) = (false, false, false)
    let (open, close, inIt) = (Marks.open, Marks.close, Marks.inIt)
    let comprise = Marks.comprise
    for place in gap {
      let word = text.word(at: place)
      if word == open { isBracket = true }
      if word == open || comprise.contains(word) { opens = true }
      if word == inIt, text.word(at: place + 1) == Marks.it { opens = true }
      if word == close {
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

  /// Whether words before a colon name what comes after it, and do not only lead to it.
  private func isTitle(_ words: Range<Int>) -> Bool {
    guard let last = words.last else { return false }
    return !Marks.leadsOn.contains(text.word(at: last))
      && ChunkWords.table.longestMatch(
        in: text,
        endingAt: words.upperBound,
        from: words.lowerBound
      )?
      .value != .say
  }

  /// A part of what is broken down: `trong đó mầm non 58.412`, `(truy thu 41,2 tỷ đồng)`.
  func part(_ left: Range<Int>, stop: Int?, of draft: Draft, _ memory: inout Memory)
    -> Indicator?
  {
    let isShare =
      draft.unit?.kind == .percent && (left.isEmpty || isShareWord(left))
      && draft.change == nil
    if isShare, let last = memory.told.last?.indicator, !last.words.isEmpty {
      return share(draft, of: last, &memory)
    }
    if left.isEmpty, let part = unnamedPart(stop: stop, of: draft, memory) { return part }
    guard (1...12).contains(left.count) else { return nil }
    // What stands right after the figure says what it is: `Chi nhánh A đạt 3 tỷ đồng lợi nhuận`.
    if draft.unit?.isCounted != true, headLength(at: draft.tokens.upperBound) != nil { return nil }
    let like = memory.told.suffix(16).last { $0.draft.unit?.kind == draft.unit?.kind }
    if let title = memory.title, memory.told.isEmpty || like?.indicator.category != nil {
      return Indicator(words: string(title), category: string(classWords(left)))
    }
    let isClass = Marks.classes.contains(text.word(at: left.lowerBound))
    if isClass, let first = memory.told.first {
      return Indicator(words: first.indicator.words, category: string(classWords(left)))
    }
    guard let head = memory.head, draft.unit?.kind == memory.headUnit?.kind,
      draft.change == nil, !head.words.isEmpty, isOfHead(draft, memory)
    else { return nil }
    return Indicator(words: head.words, category: string(classWords(left)))
  }

  /// Whether a figure counts what is broken down, or things by a noun for anything.
  private func isOfHead(_ draft: Draft, _ memory: Memory) -> Bool {
    guard let unit = draft.unit?.tokens, let head = memory.headUnit?.tokens, !unit.isEmpty,
      !head.isEmpty, draft.unit?.isCounted == true
    else { return true }
    let word = text.word(at: unit.lowerBound)
    return head.contains { text.word(at: $0) == word } || Marks.anything.contains(word)
  }

  /// A share that says more of the figure before: `…, bằng 47% dự toán`, `…, chiếm 27% thu nội địa`.
  private func share(_ draft: Draft, of last: Indicator, _ memory: inout Memory) -> Indicator {
    let whole = clauses.right(
      of: draft.tokens.upperBound,
      ceiling: draft.sentence.upperBound,
      limit: 8
    )
    let attributes = attributes(whole)
    if saysShare(draft), !attributes.isEmpty { memory.whole = attributes }
    var share = last
    if let first = whole.first, IndicatorLexicon.plans.contains(text.word(at: first)) {
      let base = share.words.firstRange(of: " so với ").map { share.words[..<$0.lowerBound] }
      share.words = (base.map { String($0) } ?? share.words) + " so với " + string(whole.prefix(5))
      share.sources.append(whole)
    } else if let category = last.category {
      share.words =
        "tỷ lệ \(category) trong " + (whole.isEmpty ? last.words : string(whole.prefix(7)))
      share.sources.append(whole)
    } else if saysShare(draft), let whole = wholeSpoken(draft, memory), !last.words.hasPrefix("tỷ")
    {
      let part = last.words.split(separator: " ").prefix(6).joined(separator: " ")
      share.words = "tỷ lệ \(part) trong " + string(whole.prefix(7))
      share.sources.append(whole)
    } else if let first = attributes.first, headLength(at: first) != nil,
      let of = last.words.firstRange(of: " trong ")
    {
      share.words = String(last.words[..<of.upperBound]) + string(attributes.prefix(6))
      share.sources.append(attributes)
    } else if !last.words.hasPrefix("tỷ lệ") {
      share.words = "tỷ lệ " + last.words
    }
    return share
  }

  /// A part whose own clause has no words of its own: `14 giải (01 giải Nhì …)`, `mầm non (604
  /// người)`, `không đạt 0`.
  private func unnamedPart(stop: Int?, of draft: Draft, _ memory: Memory) -> Indicator? {
    guard draft.change == nil, draft.unit?.kind != .percent,
      let first = memory.told.prefix(16).first(where: { $0.draft.unit?.kind == draft.unit?.kind })
    else { return nil }
    let before = stop.flatMap { stop -> Range<Int>? in
      guard text.word(at: stop) == Marks.open || text.word(at: stop) == Marks.colon else {
        return nil
      }
      let words = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
      return (1...6).contains(words.count) ? words : nil
    }
    let right = clauses.right(
      of: draft.tokens.upperBound,
      ceiling: draft.sentence.upperBound,
      limit: 6
    )
    if let stop, text.word(at: stop) == Marks.colon, let before, isSameThing(draft, memory) {
      let words = memory.head?.words ?? first.indicator.words
      return Indicator(words: words, category: text.string(of: before))
    }
    if let head = memory.head, draft.unit?.isCounted == true {
      if memory.isInBracket, !right.isEmpty || before == nil {
        let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) }
        return Indicator(words: head.words, category: right.isEmpty ? unit : string(right))
      }
      if !right.isEmpty, sameUnit(draft.unit, memory.headUnit), !tells(right, draft) {
        return Indicator(words: head.words, category: string(right))
      }
    }
    if stop.map({ text.word(at: $0) }) == Marks.open {
      return before.map {
        Indicator(words: first.indicator.words, category: string(classWords($0)))
      }
    }
    let raw = clauses.wordsBefore(draft.tokens.lowerBound, floor: draft.sentence.lowerBound)
    guard memory.last.category != nil, raw.count >= 2,
      !Marks.joints.contains(text.word(at: raw.upperBound - 1))
    else { return nil }
    return Indicator(words: first.indicator.words, category: text.string(of: raw))
  }

  /// Whether words tell what things do, not of which kind they are: `trong đó có 3 trường đã được
  /// công nhận đạt chuẩn`.
  private func tells(_ right: Range<Int>, _ draft: Draft) -> Bool {
    guard let first = right.first, right.count >= 3, exists(draft) else { return false }
    return ChunkWords.table.longestMatch(in: text, at: first)?.value == .aux
  }

  /// Whether a figure counts what the head of a list, or else the first figure before it, counts.
  private func isSameThing(_ draft: Draft, _ memory: Memory) -> Bool {
    sameUnit(draft.unit, memory.headUnit)
      || memory.told.prefix(16).contains { sameUnit(draft.unit, $0.draft.unit) }
  }

  /// The beginning of the clause after a figure's: `Dù giảm 2%, giá dầu vẫn cao`.
  func following(_ draft: Draft) -> Range<Int> {
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

  func isShareWord(_ left: Range<Int>) -> Bool {
    left.count <= 3 && left.allSatisfy { Marks.share.contains(text.word(at: $0)) }
  }
}
