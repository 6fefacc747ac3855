import Records

extension IndicatorReader {
  /// What is counted: its noun, what narrows it, and who does what with it.
  func counted(
    _ draft: Draft,
    own: Range<Int>?,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: inout Memory
  ) -> Indicator {
    let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
    var builder = IndicatorBuilder(prefix: names(draft, own) ? "" : unit, limit: 14)
    let attributes = narrowing(draft, left, right)
    builder.add(first: attributes)
    noteNarrowed(draft, attributes, &memory)
    if attributes.isEmpty, let known = narrowed(draft, memory) { builder.add(first: known) }
    let isSaid =
      left.isEmpty && opens(draft) || exists(draft) && head(of: left) == nil && isTold(left)
    if isSaid, attributes.count >= 2 || attributes.isEmpty && builder.count >= 3 {
      if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
      return builder.indicator { string($0) }
    }
    if attributes.count >= 5 { return builder.indicator { string($0) } }
    if let deed = deed(of: draft, left: left, &memory),
      !(deed.link == .possession && deed.subject.count < 2 && (own?.count ?? 0) > 2),
      addDeed(deed, of: draft, memory, to: &builder) || deed.link == .doer && builder.count > 2
    {
      return builder.indicator { string($0) }
    }
    if let title = memory.title, attributes.isEmpty, left.count < 2 {
      if let subject = deeds.mainSubject(of: title), entities.holdsName(subject) {
        builder.add(first: subject, after: "của")
      } else {
        builder.add(last: title)
      }
      return builder.indicator { string($0) }
    }
    if own == nil, attributes.isEmpty, let predicate = predicate(right) {
      builder.add(first: predicate)
      return builder.indicator { string($0) }
    }
    if let own, own.count >= 2 || !own.isEmpty && attributes.isEmpty {
      addLast(10 - attributes.count, of: own, to: &builder)
    } else if attributes.isEmpty, let same = sameThing(draft, memory) {
      return same
    } else if attributes.isEmpty, let subject = memory.subject {
      builder.add(last: subject.suffix(8))
    }
    if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
    return builder.indicator { string($0) }
  }

  /// Whether words do no more than say who tells a figure: `công an cho biết ghi nhận`.
  private func isTold(_ left: Range<Int>) -> Bool {
    var place = left.lowerBound
    while place < left.upperBound {
      let match = ChunkWords.table.longestMatch(in: text, at: place)
      if match?.value == .say { return true }
      place += match?.length ?? 1
    }
    return left.isEmpty
  }

  /// Whether words name what is counted by themselves: `số ca mắc là 412 ca`.
  private func names(_ draft: Draft, _ own: Range<Int>?) -> Bool {
    guard let own, let noun = draft.unit?.tokens.first, draft.form == .plain else { return false }
    return own.suffix(9).dropFirst().contains {
      text.word(at: $0) == text.word(at: noun) && text.word(at: $0 - 1) == Marks.number
    }
  }

  /// Adds the name that the sentence speaks of, where the words of a figure hold none.
  func addEntity(to builder: inout IndicatorBuilder, of draft: Draft, beside own: Range<Int>?) {
    if let own {
      if entities.holdsName(own) { return }
      // `toàn tỉnh` says whose it is.
      if own.contains(where: { IndicatorLexicon.whole.contains(text.word(at: $0)) }) { return }
    }
    let start = own?.lowerBound ?? draft.tokens.lowerBound
    guard let name = entities.entity(before: start, in: draft.sentence) else { return }
    let first = text.word(at: name.lowerBound)
    let isSaid = builder.ranges.contains { $0.contains { text.word(at: $0) == first } }
    if !isSaid { builder.add(first: name) }
  }

  /// What a figure of the same unit in the sentence is said to measure.
  private func sameThing(_ draft: Draft, _ memory: Memory) -> Indicator? {
    guard let unit = draft.unit, unit.isCounted, !unit.tokens.isEmpty else { return nil }
    let key = text.word(at: unit.tokens.lowerBound)
    let second = text.word(at: unit.tokens.lowerBound + 1)
    let told = memory.told.suffix(16).last {
      guard let other = $0.draft.unit, other.isCounted, !other.tokens.isEmpty else { return false }
      return text.word(at: other.tokens.lowerBound) == key
        && (other.tokens.count == 1 || unit.tokens.count == 1
          || text.word(at: other.tokens.lowerBound + 1) == second)
    }
    return told?.indicator
  }

  func addLast(_ limit: Int, of words: Range<Int>, to builder: inout IndicatorBuilder) {
    let count = min(limit, builder.room)
    guard count > 0 else { return }
    builder.add(all: lastWords(count, of: words), counting: min(count, words.count))
  }

  /// The last words of a stretch, brackets in it not counted.
  private func lastWords(_ count: Int, of words: Range<Int>) -> Range<Int> {
    var (place, left, isAside) = (words.upperBound, count, false)
    while place > words.lowerBound, left > 0 || isAside {
      place -= 1
      let word = text.word(at: place)
      if word == Marks.close { isAside = true }
      if !isAside { left -= 1 }
      if word == Marks.open { isAside = false }
    }
    return place..<words.upperBound
  }
}
