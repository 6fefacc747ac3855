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
    let isNamed = draft.unit?.kind == .measure && left.count >= 2
    if draft.change == nil, !isPercent, !isNamed, let first = attributes.first,
      headLength(at: first) != nil
    {
      var builder = IndicatorBuilder()
      builder.add(first: attributes.prefix(8))
      addEntity(to: &builder, of: draft, beside: attributes)
      return builder.indicator { string($0) }
    }
    if left.isEmpty, let listed = listed(draft, attributes, memory) { return listed }
    if let carried = carried(draft, own: own, left: left, memory) { return carried }
    if isPercent, draft.change == nil, let own, !own.isEmpty, saysShare(draft) {
      return share(of: own, in: attributes)
    }
    guard let own, !own.isEmpty else {
      guard draft.change == nil else { return memory.last }
      return Indicator(words: string(attributes), sources: [attributes])
    }
    if let head = head(of: own) {
      var indicator = measured(draft, head: head, of: own, right, memory)
      // Of an index it is told how it moves.
      if draft.unit?.kind == .index, let move = move(of: draft) { indicator.words += move }
      return indicator
    }
    if let price = sharePrice(draft, own) { return price }
    if let same = sameMeasure(draft, own, memory) { return same }
    return unnamed(draft, own: own, left: left, right: right)
  }

  /// A measure whose noun is said of the figure before alone: `doanh thu miền Bắc đạt 3 tỷ đồng,
  /// miền Nam 5 tỷ đồng`.
  private func sameMeasure(_ draft: Draft, _ own: Range<Int>, _ memory: Memory) -> Indicator? {
    guard own.count <= 6, let told = memory.told.last, let unit = draft.unit,
      unit.kind == .money || unit.kind == .measure, told.draft.unit?.code == unit.code,
      told.draft.change == draft.change, !told.indicator.noun.isEmpty,
      let stop = clauses.left(of: draft.tokens.lowerBound, floor: draft.sentence.lowerBound).stop,
      IndicatorLexicon.listMarks.contains(text.word(at: stop)), stop < own.lowerBound
    else { return nil }
    var builder = IndicatorBuilder()
    builder.add(first: told.indicator.noun)
    builder.add(first: own)
    var indicator = builder.indicator { string($0) }
    indicator.noun = told.indicator.noun
    return indicator
  }

  /// What a share is of: `Dân tộc Thái chiếm 70% dân số`.
  private func share(of own: Range<Int>, in whole: Range<Int>) -> Indicator {
    var builder = IndicatorBuilder(prefix: "tỷ lệ")
    let end = own.count > 6 ? verb(of: own) : nil
    let part = end.map { own.lowerBound..<$0 } ?? own.suffix(6)
    builder.add(first: part)
    var indicator = builder.indicator { string($0) }
    if head(of: part) == nil { indicator.part = string(classWords(part)) }
    guard !whole.isEmpty else { return indicator }
    indicator.words += " trong " + string(whole.prefix(5))
    indicator.sources.append(whole)
    return indicator
  }

  /// How far a plan is met: `Thu ngân sách đạt 52% dự toán`.
  private func ofPlan(_ left: Range<Int>, _ right: Range<Int>) -> Indicator? {
    guard left.count >= 2, let first = right.first,
      IndicatorLexicon.plans.contains(text.word(at: first))
    else { return nil }
    var builder = IndicatorBuilder()
    if let head = head(of: left) { builder.add(first: head) }
    addLast(8, of: left, to: &builder)
    var indicator = builder.indicator { string($0) }
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
    if let deed = deed(behind: head, of: draft, memory) {
      builder.add(whole: deed)
      return builder.indicator { string($0) }
    }
    if isLevel, head.count < 5 { builder.add(first: phrase(right).prefix(7)) }
    if builder.count < 4, let thing = countedThing(memory) { builder.add(first: thing) }
    if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
    if builder.count < 8 {
      addLast(8, of: clauses.trimmed(own.lowerBound..<head.lowerBound), to: &builder)
    }
    if isLevel, builder.count <= 5 { builder.add(first: tail(of: draft, 10 - builder.count)) }
    var indicator = builder.indicator { string($0) }
    indicator.noun = head.prefix(headLength(at: head.lowerBound) ?? 0)
    return indicator
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

  private func opensBracket(before draft: Draft) -> Bool {
    text.word(at: draft.tokens.lowerBound - 1) == Marks.open
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
