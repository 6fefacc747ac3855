import Records

extension IndicatorReader {
  /// What is measured: from the noun that names a measure on, with whom it belongs to.
  func measured(
    _ draft: Draft,
    own: Range<Int>?,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: inout Memory
  ) -> Indicator {
    let isPercent = draft.unit?.kind == .percent
    let attributes = attributes(right)
    if let earlier = earlier(draft, left, memory) { return earlier }
    if let inPart = inPart(draft, own: own, memory) { return inPart }
    if isPercent, draft.change == nil, let ofPlan = ofPlan(left, right) { return ofPlan }
    var own = own
    if let words = own { own = widened(words, left: left, of: draft) }
    let head = own.flatMap { self.head(of: $0) }
    if isPercent, draft.change == nil, head == nil, attributes.count >= 3, !endsInShare(draft) {
      return Indicator(words: string(attributes), sources: [attributes])
    }
    let isNamed = draft.unit?.kind == .measure && left.count >= 2
    if draft.change == nil, !isNamed, !isPercent || head == nil && !endsInShare(draft),
      let first = attributes.first, headLength(at: first) != nil
    {
      return headAfter(draft, attributes, left: left, memory)
    }
    if left.isEmpty, let listed = listed(draft, attributes, memory) { return listed }
    if let carried = carried(draft, own: own, left: left, memory) { return carried }
    if isPercent, draft.change == nil, let own, !own.isEmpty, saysShare(draft) {
      return share(of: own, in: attributes, of: draft, &memory)
    }
    guard let own, !own.isEmpty else {
      guard draft.change == nil else { return memory.last }
      return Indicator(words: string(attributes), sources: [attributes])
    }
    if let head {
      var indicator = measured(draft, head: head, of: own, right, memory)
      // Of an index it is told how it moves.
      if draft.unit?.kind == .index, let move = move(of: draft) { indicator.words += move }
      return indicator
    }
    if let price = sharePrice(draft, own) { return price }
    if let spoken = spoken(draft, own, memory) { return spoken }
    if let same = sameMeasure(draft, own, memory) { return same }
    return unnamed(draft, own: own, left: left, right: right, memory)
  }

  /// What is measured where a clause has a noun for it.
  private func measured(
    _ draft: Draft,
    head: Range<Int>,
    of own: Range<Int>,
    _ right: Range<Int>,
    _ memory: Memory
  ) -> Indicator {
    let isLevel = draft.change == nil || draft.change == .to
    let dimension = dimension(of: draft).flatMap { isNamedBy(head) ? nil : $0 }
    let noun = head.prefix(headLength(at: head.lowerBound) ?? 0)
    let before = own.lowerBound..<head.lowerBound
    let aim = aim(before)
    var said = saidOf(head, noun)
    if said.count == noun.count, before.isEmpty, text.tokens[max(0, head.lowerBound - 1)].isSymbol,
      let again = again(noun, memory)
    {
      return again
    }
    if said.count == noun.count, let spoken = spokenPhrase(of: noun, draft, memory) {
      said = spoken
    }
    var builder = IndicatorBuilder(prefix: dimension ?? "")
    builder.add(first: aim)
    builder.add(first: said)
    if let deed = deed(behind: head, of: draft, memory) {
      builder.add(whole: deed)
      return builder.indicator { string($0) }
    }
    if let first = noun.first, IndicatorLexicon.chances.contains(text.word(at: first)) {
      builder.add(first: wordsAfter(draft))
    }
    if isLevel, said.count < 5 { builder.add(first: phrase(right).prefix(7)) }
    if builder.count < 8 {
      let rest = before.lowerBound..<min(before.upperBound, aim.lowerBound)
      addOwner(to: &builder, from: clauses.trimmed(rest), head: head, of: draft, memory)
    }
    if isLevel, builder.count <= 5 { builder.add(first: tail(of: draft, 10 - builder.count)) }
    var indicator = builder.indicator { string($0) }
    indicator.noun = noun
    return indicator
  }

  /// The words right before a noun of measure that make a plan of it: `mục tiêu doanh thu`.
  private func aim(_ before: Range<Int>) -> Range<Int> {
    var start = before.upperBound
    while start - 2 >= before.lowerBound,
      IndicatorLexicon.aims.contains(where: { text.matches($0, at: start - 2) })
    {
      start -= 2
    }
    return start..<before.upperBound
  }

  /// A noun of measure with what narrows it, without what is told of it: `giá vàng [tăng trở lại]`.
  private func saidOf(_ head: Range<Int>, _ noun: Range<Int>) -> Range<Int> {
    var start = noun.upperBound
    while start < head.upperBound, let verb = cutter.verb(in: start..<head.upperBound) {
      let isPassive = IndicatorLexicon.passives.contains(text.word(at: verb.tokens.lowerBound))
      if verb.sort == .moves
        || verb.sort == .aux && !isPassive && verb.tokens.lowerBound > noun.upperBound
      {
        return head.lowerBound..<verb.tokens.lowerBound
      }
      start = verb.tokens.upperBound
    }
    return head
  }

  /// What is measured where a clause has no noun for it.
  private func unnamed(
    _ draft: Draft,
    own: Range<Int>,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: Memory
  ) -> Indicator {
    let attributes = attributes(right)
    let isLevel = draft.change == nil || draft.change == .to
    if let moved = moved(draft, own: own) { return moved }
    let isMoney = draft.unit?.kind == .money
    let isDeed = isMoney || draft.unit?.kind == .measure || draft.unit?.kind == .rate
    if isDeed, !left.isEmpty {
      let isVerb =
        isMoney && left.count == 1 && !own.overlaps(left)
        && cutter.verb(in: left)?.sort == .has && cutter.verb(in: own)?.sort == .acts
      let verb = isVerb ? left : nil
      if left.count >= 2 || verb != nil { return deed(draft, own: own, verb: verb, right: right) }
    }
    var builder = IndicatorBuilder(prefix: prefix(of: draft, own: own))
    let verb = left.count == 1 ? left : own
    if verb.count < 6 { addEntity(to: &builder, of: draft, beside: verb) }
    if verb.count > 8, let end = self.verb(of: verb) {
      builder.add(first: verb.lowerBound..<end)
      builder.add(first: max(end, verb.upperBound - 4)..<verb.upperBound)
    } else {
      addLast(8, of: verb, to: &builder)
    }
    if isLevel {
      builder.add(first: (isMoney ? predicate(right) ?? attributes : attributes).prefix(6))
      if builder.count <= 8 { builder.add(first: tail(of: draft, 12 - builder.count)) }
    }
    return builder.indicator { string($0) }
  }

  /// Where the verb of a clause stands, after a short subject.
  private func verb(of clause: Range<Int>) -> Int? {
    clause.dropFirst().prefix(6).first { IndicatorLexicon.verbs.contains(text.word(at: $0)) }
  }

  /// A thing of its own in a list of things in several units: `90 lợn, 12 tấn đệm bông`.
  private func listed(_ draft: Draft, _ attributes: Range<Int>, _ memory: Memory) -> Indicator? {
    guard draft.change == nil, !attributes.isEmpty, draft.unit?.kind == .measure,
      let told = memory.told.last, told.draft.unit?.kind != .measure
    else { return nil }
    var builder = IndicatorBuilder()
    builder.add(first: attributes)
    if let subject = memory.subject { builder.add(last: subject.suffix(6)) }
    return builder.indicator { string($0) }
  }

  /// A name alone with its verb, where what it measures needs no noun: `Nasdaq tăng 0,3%`.
  private func moved(_ draft: Draft, own: Range<Int>) -> Indicator? {
    guard draft.unit?.kind != .money, own.count <= 4, isNameOnly(own) else { return nil }
    return move(of: draft).map { Indicator(words: string(own) + $0, sources: [own]) }
  }

  private func move(of draft: Draft) -> String? {
    switch draft.change {
    case .increase: " tăng"
    case .decrease: " giảm"
    case .from, .to, nil: nil
    }
  }

  private func isNameOnly(_ words: Range<Int>) -> Bool {
    text.tokens[words.lowerBound].isCapitalised
      && words.allSatisfy { !text.tokens[$0].isWord || text.tokens[$0].isCapitalised }
  }

  /// What narrows a noun of measure, after its figure: `mức đóng 22% vào quỹ`.
  func phrase(_ right: Range<Int>) -> Range<Int> {
    guard let first = right.first, right.count >= 2,
      IndicatorLexicon.prepositions.contains(text.word(at: first)),
      !IndicatorLexicon.times.contains(text.word(at: first + 1))
    else { return attributes(right) }
    return right
  }

  /// The words after a figure, up to the next mark: `khả năng 33% ngân hàng tăng lãi suất`.
  private func wordsAfter(_ draft: Draft) -> Range<Int> {
    let start = draft.tokens.upperBound
    let ceiling = min(draft.sentence.upperBound, start + 9)
    let end = (start..<max(start, ceiling)).first {
      !text.tokens[$0].isWord || clauses.isFigure[$0] || clauses.isPeriod[$0]
    }
    return start..<(end ?? ceiling)
  }

  /// What for, whose or where, after a figure of which little else is said: `… 2 tỷ đồng để xây
  /// trường`.
  func tail(of draft: Draft, _ limit: Int) -> Range<Int> {
    let start = draft.tokens.upperBound
    var end = start
    let ceiling = min(draft.sentence.upperBound, start + limit)
    while end < ceiling, text.tokens[end].isWord, !clauses.isFigure[end], !clauses.isPeriod[end] {
      end += 1
    }
    let isTail =
      end - start >= 3 && IndicatorLexicon.tails.contains(text.word(at: start))
      && !IndicatorLexicon.times.contains(text.word(at: start + 1))
    return isTail ? start..<end : start..<start
  }
}
