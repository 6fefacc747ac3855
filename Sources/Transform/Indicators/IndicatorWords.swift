import Records

extension IndicatorReader {
  /// What is counted: its noun, what narrows it, and who does what with it.
  func counted(
    _ draft: Draft,
    own: Range<Int>?,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: Memory
  ) -> String {
    let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
    var builder = IndicatorBuilder(prefix: unit)
    let attributes = attributes(right)
    builder.add(first: attributes.prefix(8))
    if attributes.count >= 5 { return builder.words(string) }
    if let title = memory.title, attributes.isEmpty, left.count < 2 {
      builder.add(last: title)
      return builder.words(string)
    }
    if own == nil, attributes.isEmpty, let predicate = predicate(right) {
      builder.add(first: predicate)
      return builder.words(string)
    }
    if let own, own.count >= 2 || !own.isEmpty && attributes.isEmpty {
      addLast(10 - attributes.count, of: own, to: &builder)
    } else if attributes.isEmpty, let same = sameThing(draft, memory) {
      return same
    } else if attributes.isEmpty, let subject = memory.subject {
      builder.add(last: subject.suffix(8))
    }
    if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
    return builder.words(string)
  }

  private func addEntity(
    to builder: inout IndicatorBuilder,
    of draft: Draft,
    beside own: Range<Int>?
  ) {
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
  private func sameThing(_ draft: Draft, _ memory: Memory) -> String? {
    guard let unit = draft.unit, unit.isCounted, !unit.tokens.isEmpty else { return nil }
    let key = text.word(at: unit.tokens.lowerBound)
    let second = text.word(at: unit.tokens.lowerBound + 1)
    let told = memory.told.suffix(16).last {
      guard let other = $0.draft.unit, other.isCounted, !other.tokens.isEmpty else { return false }
      return text.word(at: other.tokens.lowerBound) == key
        && (other.tokens.count == 1 || unit.tokens.count == 1
          || text.word(at: other.tokens.lowerBound + 1) == second)
    }
    return told?.indicator.words
  }

  /// What is said of things that begin their clause: `3 nạn nhân đang được điều trị`.
  private func predicate(_ right: Range<Int>) -> Range<Int>? {
    guard let first = right.first, right.count >= 3,
      !IndicatorLexicon.joints.contains(text.word(at: first))
    else { return nil }
    return right
  }

  /// What narrows a counted noun, right after it; nothing where a joint or another verb begins.
  private func attributes(_ right: Range<Int>) -> Range<Int> {
    guard let first = right.first, !IndicatorLexicon.notAttributes.contains(text.word(at: first))
    else { return right.lowerBound..<right.lowerBound }
    return right
  }

  /// What narrows a noun of measure, after its figure: `mức đóng 22% vào quỹ`.
  private func phrase(_ right: Range<Int>) -> Range<Int> {
    guard let first = right.first, right.count >= 2,
      IndicatorLexicon.prepositions.contains(text.word(at: first)),
      !IndicatorLexicon.times.contains(text.word(at: first + 1))
    else { return attributes(right) }
    return right
  }

  /// What is measured: from the noun that names a measure on, with whom it belongs to.
  func measured(
    _ draft: Draft,
    own: Range<Int>?,
    left: Range<Int>,
    right: Range<Int>,
    _ memory: Memory
  ) -> String {
    let isPercent = draft.unit?.kind == .percent
    let attributes = attributes(right)
    if isPercent, draft.change == nil, attributes.count >= 3, !endsInShare(draft) {
      return string(attributes)
    }
    if draft.change == nil, let first = attributes.first,
      IndicatorLexicon.heads.longestMatch(in: text, at: first) != nil, !isPercent
    {
      var builder = IndicatorBuilder()
      builder.add(first: attributes.prefix(8))
      addEntity(to: &builder, of: draft, beside: attributes)
      return builder.words(string)
    }
    if left.isEmpty, let listed = listed(draft, attributes, memory) { return listed }
    if let carried = carried(draft, own: own, left: left, memory) { return carried }
    if isPercent, draft.change == nil, let own, !own.isEmpty, saysShare(draft) {
      var builder = IndicatorBuilder(prefix: "tỷ lệ")
      builder.add(first: attributes.prefix(5))
      builder.add(last: own.suffix(6))
      return builder.words(string)
    }
    guard let own, !own.isEmpty else {
      return draft.change == nil ? string(attributes) : memory.last.words
    }
    if let head = head(of: own) { return measured(draft, head: head, of: own, right, memory) }
    return unnamed(draft, own: own, left: left, right: right)
  }

  /// What the figure before measures, where a clause says no more than a move.
  private func carried(_ draft: Draft, own: Range<Int>?, left: Range<Int>, _ memory: Memory)
    -> String?
  {
    let isAside = own.map { !$0.overlaps(left) && $0.count >= 2 } ?? false
    let isLevelAside = isAside && draft.change == nil && opensBracket(before: draft)
    guard left.isEmpty || isMoveAlone(left), !memory.last.words.isEmpty, !isLevelAside else {
      return nil
    }
    guard let last = memory.told.last, last.draft.form == .rank else { return memory.last.words }
    let unit = draft.unit.map { $0.name ?? text.string(of: $0.tokens) } ?? ""
    return unit + last.indicator.words.dropFirst("thứ hạng".count)
  }

  /// What is measured where a clause has a noun for it.
  private func measured(
    _ draft: Draft,
    head: Range<Int>,
    of own: Range<Int>,
    _ right: Range<Int>,
    _ memory: Memory
  ) -> String {
    let isLevel = draft.change == nil || draft.change == .to
    var builder = IndicatorBuilder()
    builder.add(first: head)
    if isLevel, head.count < 5 { builder.add(first: phrase(right).prefix(7)) }
    if builder.count < 4, let thing = countedThing(memory) { builder.add(first: thing) }
    if builder.count < 7 { addEntity(to: &builder, of: draft, beside: own) }
    if builder.count < 8 {
      addLast(8, of: clauses.trimmed(own.lowerBound..<head.lowerBound), to: &builder)
    }
    return builder.words(string)
  }

  /// What is measured where a clause has no noun for it.
  private func unnamed(_ draft: Draft, own: Range<Int>, left: Range<Int>, right: Range<Int>)
    -> String
  {
    let attributes = attributes(right)
    let isLevel = draft.change == nil || draft.change == .to
    if let moved = moved(draft, own: own) { return moved }
    let isMoney = draft.unit?.kind == .money
    var builder = IndicatorBuilder(prefix: prefix(of: draft, own: own))
    let verb = left.count == 1 ? left : own
    if verb.count < 6 { addEntity(to: &builder, of: draft, beside: verb) }
    addLast(8, of: verb, to: &builder)
    if isLevel {
      builder.add(first: (isMoney ? predicate(right) ?? attributes : attributes).prefix(6))
    }
    return builder.words(string)
  }

  /// A thing of its own in a list of things in several units: `90 lợn, 12 tấn đệm bông`.
  private func listed(_ draft: Draft, _ attributes: Range<Int>, _ memory: Memory) -> String? {
    guard draft.change == nil, !attributes.isEmpty, draft.unit?.kind == .measure,
      let told = memory.told.last, told.draft.unit?.kind != .measure
    else { return nil }
    var builder = IndicatorBuilder()
    builder.add(first: attributes)
    if let subject = memory.subject { builder.add(last: subject.suffix(6)) }
    return builder.words(string)
  }

  private func opensBracket(before draft: Draft) -> Bool {
    text.word(at: draft.tokens.lowerBound - 1) == Marks.open
  }

  /// A name alone with its verb, where what it measures needs no noun: `Nasdaq tăng 0,3%`.
  private func moved(_ draft: Draft, own: Range<Int>) -> String? {
    guard draft.unit?.kind != .money, own.count <= 4, isNameOnly(own) else { return nil }
    switch draft.change {
    case .increase: return string(own) + " tăng"
    case .decrease: return string(own) + " giảm"
    case .from, .to, nil: return nil
    }
  }

  /// Whether a length of time is a prison sentence: `5 năm tù`.
  private func isSentence(_ draft: Draft) -> Bool {
    let end = draft.tokens.upperBound
    return (end - 1...end).contains { text.word(at: $0) == IndicatorLexicon.prison }
  }

  private func isNameOnly(_ words: Range<Int>) -> Bool {
    text.tokens[words.lowerBound].isCapitalised
      && words.allSatisfy { !text.tokens[$0].isWord || text.tokens[$0].isCapitalised }
  }

  func addLast(_ limit: Int, of words: Range<Int>, to builder: inout IndicatorBuilder) {
    let count = min(limit, IndicatorBuilder.limit - builder.count)
    guard count > 0 else { return }
    builder.add(all: lastWords(count, of: words), counting: min(count, words.count))
  }

  /// The last words of a stretch, brackets in it not counted.
  func lastWords(_ count: Int, of words: Range<Int>) -> Range<Int> {
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

  /// What a figure without any noun for it is called: a price where a ticker moves.
  private func prefix(of draft: Draft, own: Range<Int>) -> String {
    if draft.unit?.kind == .percent { return draft.change == nil ? "tỷ lệ" : "" }
    if draft.unit?.kind == .duration { return isSentence(draft) ? "án tù" : "thời gian" }
    if let code = draft.unit?.code, let noun = IndicatorLexicon.nouns[code] { return noun }
    guard draft.unit?.kind == .money else { return "" }
    if own.contains(where: { IndicatorLexicon.trades.contains(text.word(at: $0)) }) { return "giá" }
    guard draft.change == .increase || draft.change == .decrease else { return "số tiền" }
    return own.contains { text.tokens[$0].isAllCapitals } ? "giá cổ phiếu" : "số tiền"
  }

  /// The last noun before a figure that names a measure, and what follows it.
  func head(of words: Range<Int>) -> Range<Int>? {
    var best: Int?
    var index = words.lowerBound
    while index < words.upperBound {
      if let match = IndicatorLexicon.heads.longestMatch(in: text, at: index),
        index + match.length <= words.upperBound
      {
        let joins =
          index > words.lowerBound && best != nil
          && IndicatorLexicon.of.contains(text.word(at: index - 1))
        if !joins { best = best.map { index - $0 <= 4 ? $0 : index } ?? index }
        index += match.length
      } else {
        index += 1
      }
    }
    return best.map { $0..<words.upperBound }
  }

  /// Whether the words before a share say whose it is: `chiếm`, `sở hữu`, `góp`.
  private func endsInShare(_ draft: Draft) -> Bool {
    let start = draft.tokens.lowerBound
    return (max(draft.sentence.lowerBound, start - 3)..<start).contains {
      IndicatorLexicon.shares.contains(text.word(at: $0))
    }
  }

  /// Whether `chiếm` or `góp` stands right before a share.
  private func saysShare(_ draft: Draft) -> Bool {
    let start = draft.tokens.lowerBound
    return (max(draft.sentence.lowerBound, start - 2)..<start).contains {
      IndicatorLexicon.takes.contains(text.word(at: $0))
    }
  }

  /// Whether nothing but a verb of change stands before a figure.
  func isMoveAlone(_ words: Range<Int>) -> Bool {
    words.count <= 2 && words.allSatisfy { IndicatorLexicon.moves.contains(text.word(at: $0)) }
  }
}
