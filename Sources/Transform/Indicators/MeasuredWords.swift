import Records

extension IndicatorReader {
  /// What is measured: from the noun that names a measure on, with whom it belongs to.
  func measured(
    _ draft: Draft,
    own: Range<Int>?,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: Memory
  ) -> Indicator {
    let isPercent = draft.unit?.kind == .percent
    let attributes = attributes(right)
    if isPercent, draft.change == nil, let ofPlan = ofPlan(left, right) { return ofPlan }
    if isPercent, draft.change == nil, attributes.count >= 3, !endsInShare(draft) {
      return Indicator(words: string(attributes), sources: [attributes])
    }
    if draft.change == nil, !isPercent, let first = attributes.first, headLength(at: first) != nil {
      var builder = IndicatorBuilder()
      builder.add(first: attributes.prefix(8))
      addEntity(to: &builder, of: draft, beside: attributes)
      return builder.indicator(string)
    }
    if left.isEmpty, let listed = listed(draft, attributes, memory) { return listed }
    if let carried = carried(draft, own: own, left: left, memory) { return carried }
    if isPercent, draft.change == nil, let own, !own.isEmpty, saysShare(draft) {
      var builder = IndicatorBuilder(prefix: "tỷ lệ")
      builder.add(first: attributes.prefix(5))
      builder.add(last: own.suffix(6))
      return builder.indicator(string)
    }
    guard let own, !own.isEmpty else {
      guard draft.change == nil else { return memory.last }
      return Indicator(words: string(attributes), sources: [attributes])
    }
    if let head = head(of: own) { return measured(draft, head: head, of: own, right, memory) }
    if let price = sharePrice(draft, own) { return price }
    return unnamed(draft, own: own, left: left, right: right)
  }

  /// How far a plan is met: `Thu ngân sách đạt 52% dự toán`.
  private func ofPlan(_ left: Range<Int>, _ right: Range<Int>) -> Indicator? {
    guard left.count >= 2, let first = right.first,
      IndicatorLexicon.plans.contains(text.word(at: first))
    else { return nil }
    var builder = IndicatorBuilder()
    if let head = head(of: left) { builder.add(first: head) }
    addLast(8, of: left, to: &builder)
    var indicator = builder.indicator(string)
    let plan = right.prefix(4)
    indicator.words += " so với " + string(plan)
    indicator.sources.append(plan)
    return indicator
  }

  /// What the figure before measures, where a clause says no more than a move.
  private func carried(_ draft: Draft, own: Range<Int>?, left: Range<Int>, _ memory: Memory)
    -> Indicator?
  {
    let isAside = own.map { !$0.overlaps(left) && $0.count >= 2 } ?? false
    let isLevelAside = isAside && draft.change == nil && opensBracket(before: draft)
    guard left.isEmpty || isMoveAlone(left), !memory.last.words.isEmpty, !isLevelAside else {
      return nil
    }
    var carried = memory.last
    carried.category = nil
    if memory.told.last?.draft.form == .rank {
      let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
      carried.words = unit + carried.words.dropFirst("thứ hạng".count)
    }
    return carried
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
    var builder = IndicatorBuilder(prefix: dimension ?? "")
    builder.add(first: head)
    if isLevel, head.count < 5 { builder.add(first: phrase(right).prefix(7)) }
    if builder.count < 4, let thing = countedThing(memory) { builder.add(first: thing) }
    if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
    if builder.count < 8 {
      addLast(8, of: clauses.trimmed(own.lowerBound..<head.lowerBound), to: &builder)
    }
    if isLevel, builder.count <= 5 { builder.add(first: tail(of: draft, 10 - builder.count)) }
    return builder.indicator(string)
  }

  /// What is measured where a clause has no noun for it.
  private func unnamed(_ draft: Draft, own: Range<Int>, left: Range<Int>, right: Range<Int>)
    -> Indicator
  {
    let attributes = attributes(right)
    let isLevel = draft.change == nil || draft.change == .to
    if let moved = moved(draft, own: own) { return moved }
    let isMoney = draft.unit?.kind == .money
    var builder = IndicatorBuilder(prefix: prefix(of: draft, own: own))
    let verb = left.count == 1 ? left : own
    if verb.count < 6 { addEntity(to: &builder, of: draft, beside: verb) }
    if let end = verbAfterSubject(verb) {
      builder.add(first: verb.lowerBound..<end)
      builder.add(first: max(end, verb.upperBound - 4)..<verb.upperBound)
    } else {
      addLast(8, of: verb, to: &builder)
    }
    if isLevel {
      builder.add(first: (isMoney ? predicate(right) ?? attributes : attributes).prefix(6))
      if builder.count <= 6 { builder.add(first: tail(of: draft, 11 - builder.count)) }
    }
    return builder.indicator(string)
  }

  /// Where the verb of a long clause stands, after a short subject.
  private func verbAfterSubject(_ clause: Range<Int>) -> Int? {
    guard clause.count > 8 else { return nil }
    return clause.dropFirst().prefix(6).first {
      IndicatorLexicon.verbs.contains(text.word(at: $0))
    }
  }

  /// A thing of its own in a list of things in several units: `90 lợn, 12 tấn đệm bông`.
  private func listed(_ draft: Draft, _ attributes: Range<Int>, _ memory: Memory) -> Indicator? {
    guard draft.change == nil, !attributes.isEmpty, draft.unit?.kind == .measure,
      let told = memory.told.last, told.draft.unit?.kind != .measure
    else { return nil }
    var builder = IndicatorBuilder()
    builder.add(first: attributes)
    if let subject = memory.subject { builder.add(last: subject.suffix(6)) }
    return builder.indicator(string)
  }

  private func opensBracket(before draft: Draft) -> Bool {
    text.word(at: draft.tokens.lowerBound - 1) == Marks.open
  }

  /// A name alone with its verb, where what it measures needs no noun: `Nasdaq tăng 0,3%`.
  private func moved(_ draft: Draft, own: Range<Int>) -> Indicator? {
    guard draft.unit?.kind != .money, own.count <= 4, isNameOnly(own) else { return nil }
    switch draft.change {
    case .increase: return Indicator(words: string(own) + " tăng", sources: [own])
    case .decrease: return Indicator(words: string(own) + " giảm", sources: [own])
    case .from, .to, nil: return nil
    }
  }

  private func isNameOnly(_ words: Range<Int>) -> Bool {
    text.tokens[words.lowerBound].isCapitalised
      && words.allSatisfy { !text.tokens[$0].isWord || text.tokens[$0].isCapitalised }
  }

  /// What narrows a noun of measure, after its figure: `mức đóng 22% vào quỹ`.
  private func phrase(_ right: Range<Int>) -> Range<Int> {
    guard let first = right.first, right.count >= 2,
      IndicatorLexicon.prepositions.contains(text.word(at: first)),
      !IndicatorLexicon.times.contains(text.word(at: first + 1))
    else { return attributes(right) }
    return right
  }

  /// What for, whose or where, after a figure of which little else is said: `… 2 tỷ đồng để xây
  /// trường`.
  private func tail(of draft: Draft, _ limit: Int) -> Range<Int> {
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
