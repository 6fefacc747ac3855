import Records

extension IndicatorReader {
  /// What is counted: its noun, what narrows it, and who does what with it.
  func counted(
    _ draft: Draft,
    own: Range<Int>?,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: Memory
  ) -> Indicator {
    let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
    var builder = IndicatorBuilder(prefix: names(draft, own) ? "" : unit)
    let attributes = right.isEmpty ? moving(draft) : attributes(right)
    if left.isEmpty, attributes.isEmpty, let predicate = opening(draft, right) {
      builder.add(first: predicate.prefix(9))
      if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
      return builder.indicator { string($0) }
    }
    builder.add(first: attributes.prefix(8))
    if attributes.count >= 5 { return builder.indicator { string($0) } }
    if let title = memory.title, attributes.isEmpty, left.count < 2 {
      builder.add(last: title)
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

  /// How counted things move: `208 mã tăng giá, 45 mã đứng giá`.
  private func moving(_ draft: Draft) -> Range<Int> {
    let end = draft.tokens.upperBound
    let isMove = draft.change == nil && IndicatorLexicon.turns.contains(text.word(at: end))
    guard isMove, end < draft.sentence.upperBound else { return end..<end }
    let next = text.word(at: end + 1)
    if IndicatorLexicon.turned.contains(next) { return end..<end + 2 }
    guard let token = text.token(at: end + 1), token.isWord else { return end..<end + 1 }
    return next == Marks.and ? end..<end + 1 : end..<end
  }

  /// What is said of things that begin their clause after a comma: `…, 10 dịch vụ bị báo lỗi`, or
  /// where they are: `11 ga trên cao`.
  private func opening(_ draft: Draft, _ right: Range<Int>) -> Range<Int>? {
    guard let first = right.first, right.count >= 2 else { return nil }
    let start = draft.tokens.lowerBound
    let word = text.word(at: first)
    let begins = text.word(at: start - 1) == Marks.comma || start == draft.sentence.lowerBound
    guard begins || IndicatorLexicon.where.contains(word), !IndicatorLexicon.joints.contains(word)
    else { return nil }
    return right
  }

  /// What is said of things that begin their clause: `3 nạn nhân đang được điều trị`.
  func predicate(_ right: Range<Int>) -> Range<Int>? {
    guard let first = right.first, right.count >= 3,
      !IndicatorLexicon.joints.contains(text.word(at: first))
    else { return nil }
    return right
  }

  /// What narrows a counted noun, right after it; nothing where a joint or another verb begins.
  func attributes(_ right: Range<Int>) -> Range<Int> {
    guard let first = right.first, !IndicatorLexicon.notAttributes.contains(text.word(at: first))
    else { return right.lowerBound..<right.lowerBound }
    return right
  }

  func addLast(_ limit: Int, of words: Range<Int>, to builder: inout IndicatorBuilder) {
    let count = min(limit, IndicatorBuilder.limit - builder.count)
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
