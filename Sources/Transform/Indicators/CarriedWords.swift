import Records

extension IndicatorReader {
  /// A measure whose noun is said of the figure before alone: `doanh thu miền Bắc đạt 3 tỷ đồng,
  /// miền Nam 5 tỷ đồng`.
  func sameMeasure(_ draft: Draft, _ own: Range<Int>, _ memory: Memory) -> Indicator? {
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

  /// What the figure before measures, where a clause says no more than a move.
  func carried(_ draft: Draft, own: Range<Int>?, left: Range<Int>, _ memory: Memory)
    -> Indicator?
  {
    let isAside = own.map { !$0.overlaps(left) && $0.count >= 2 } ?? false
    let isLevelAside = isAside && draft.change == nil && opensBracket(before: draft)
    guard left.isEmpty || isMoveAlone(left) || isTimeAlone(left), !isLevelAside
    else { return nil }
    guard var carried = lastLike(draft, memory)?.indicator, !carried.words.isEmpty else {
      return nil
    }
    carried.category = nil
    if memory.told.last?.draft.form == .rank {
      let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
      carried.words = unit + carried.words.dropFirst("thứ hạng".count)
    }
    return carried
  }

  /// The newest figure of the sentence that measures something of a figure's sort.
  func lastLike(_ draft: Draft, _ memory: Memory) -> (draft: Draft, indicator: Indicator)? {
    let isTime = draft.unit?.kind == .duration || draft.unit?.kind == .age
    return memory.told.suffix(8).last {
      isTime || $0.draft.unit?.kind != .duration && $0.draft.unit?.kind != .age
    } ?? memory.told.last
  }

  /// A measure that is named right after its figure: `A đạt 3 tỷ đồng doanh thu và 1 tỷ đồng lãi`.
  func headAfter(
    _ draft: Draft,
    _ attributes: Range<Int>,
    left: Range<Int>,
    _ memory: Memory
  ) -> Indicator {
    var base = left
    if let told = memory.told.last?.draft, left.isEmpty, told.unit?.kind == draft.unit?.kind,
      draft.tokens.lowerBound - told.tokens.upperBound <= 8
    {
      base = clauses.left(of: told.tokens.lowerBound, floor: draft.sentence.lowerBound).words
    }
    let isShare = draft.unit?.kind == .percent
    let isNamed = attributes.first.map { IndicatorLexicon.ratios.contains(text.word(at: $0)) }
    let parts = parts(of: base)
    var builder = IndicatorBuilder(prefix: isShare && isNamed != true ? "tỷ lệ" : "")
    if isShare { builder.add(first: parts.told.prefix(4)) }
    builder.add(first: attributes.prefix(8))
    if let owner = parts.subject ?? owner(before: base.lowerBound, of: draft, isCompanys: true) {
      builder.add(first: owner.prefix(7))
    } else {
      builder.add(first: isShare ? 0..<0 : parts.told.prefix(7))
      if !entities.holdsName(parts.told) { addEntity(to: &builder, of: draft, beside: attributes) }
    }
    var indicator = builder.indicator { string($0) }
    if !isShare, let first = attributes.first {
      indicator.noun = first..<first + (headLength(at: first) ?? 0)
    }
    return indicator
  }

  private func opensBracket(before draft: Draft) -> Bool {
    text.word(at: draft.tokens.lowerBound - 1) == Marks.open
  }
}
