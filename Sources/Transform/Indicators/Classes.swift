import Records

extension IndicatorReader {
  /// What a clause singles out: `riêng gỗ đạt 1,1 tỷ USD`.
  func single(_ left: Range<Int>) -> String? {
    guard (1...6).contains(left.count), ClassWords.single == text.word(at: left.lowerBound - 1),
      !clauses.isPeriod[left.lowerBound]
    else { return nil }
    return string(classWords(left))
  }

  /// The class that a counted noun bears: `21/333 bài loại giỏi`.
  func grade(_ right: Range<Int>) -> String? {
    guard (2...4).contains(right.count), Marks.classes.contains(text.word(at: right.lowerBound))
    else { return nil }
    return string(right)
  }

  /// The part that a share of `trong đó` takes: `…, trong đó dân tộc Thái chiếm 70% dân số`.
  func ofThem(_ left: Range<Int>, _ draft: Draft) -> String? {
    guard draft.unit?.kind == .percent, (1...6).contains(left.count),
      (left.lowerBound - 3..<left.lowerBound).contains(where: {
        text.matches(Marks.among, at: $0)
      })
    else { return nil }
    return string(classWords(left))
  }

  /// The side of a trade that stands right after a price: `36,7 triệu đồng/lượng bán ra`.
  func side(of draft: Draft) -> String? {
    guard draft.unit?.kind == .money else { return nil }
    let end = draft.tokens.upperBound
    let start = text.word(at: end) == Marks.open ? end + 1 : end
    let isSide = ClassWords.sides.contains { text.matches($0, at: start) }
    guard isSide, start + 2 <= draft.sentence.upperBound else { return nil }
    return text.string(of: start..<start + 2)
  }

  /// The next in an order, of the same thing as the one before: `tiếp đến là xã Tân Lập 31 hồ sơ`.
  func next(_ draft: Draft, _ left: Range<Int>, _ memory: Memory) -> Indicator? {
    guard (3...12).contains(left.count), draft.change == nil,
      ClassWords.next.contains(where: { text.matches($0, at: left.lowerBound) }),
      let told = memory.told.last(where: { isLike($0.draft, draft) }), !told.indicator.words.isEmpty
    else { return nil }
    return Indicator(words: told.indicator.words, category: string(classWords(left)))
  }

  private func isLike(_ one: Draft, _ other: Draft) -> Bool {
    guard let a = one.unit, let b = other.unit, a.isCounted, b.isCounted, !a.tokens.isEmpty,
      !b.tokens.isEmpty
    else { return false }
    return text.word(at: a.tokens.lowerBound) == text.word(at: b.tokens.lowerBound)
  }

  /// Gives figures that follow `lần lượt` the names before it: `Hà Giang và Yên Bái lần lượt 3 và 5
  /// tấn`.
  func nameInTurn(_ drafts: [Draft], in indicators: inout [Indicator]) {
    for index in drafts.indices
    where isInTurn(drafts[index].tokens.lowerBound, in: drafts[index].sentence)
      && drafts[index].cell == nil
    {
      var end = index + 1
      while end < drafts.count, end - index < 8, follows(drafts[end], drafts[end - 1]) { end += 1 }
      guard end - index >= 2 else { continue }
      guard let names = names(before: drafts[index], count: end - index) else { continue }
      for (place, name) in zip(index..<end, names) where indicators[place].category == nil {
        indicators[place].category = string(classWords(name))
      }
    }
  }

  private func isInTurn(_ start: Int, in sentence: Range<Int>) -> Bool {
    let inTurn = ClassWords.inTurn
    return (max(sentence.lowerBound, start - 4)..<start).contains {
      text.matches(inTurn, at: $0) && $0 + 1 < start
    }
  }

  /// Whether only a comma or `và` stands between two figures.
  private func follows(_ draft: Draft, _ previous: Draft) -> Bool {
    let gap = draft.tokens.lowerBound - previous.tokens.upperBound
    return draft.sentence == previous.sentence && gap == 1
      && ClassWords.joints.contains(text.word(at: previous.tokens.upperBound))
  }

  /// As many names before a figure, in the text's order; `nil` where there are more or fewer.
  private func names(before draft: Draft, count: Int) -> [Range<Int>]? {
    var names: [Range<Int>] = []
    var end = draft.tokens.lowerBound
    while names.count < count {
      let (left, stop) = clauses.left(of: end, floor: draft.sentence.lowerBound)
      var parts: [Range<Int>] = []
      var start = left.lowerBound
      for place in left where text.word(at: place) == ClassWords.and {
        parts.append(start..<place)
        start = place + 1
      }
      parts.append(start..<left.upperBound)
      names.insert(contentsOf: parts, at: 0)
      guard let stop, text.word(at: stop) == ClassWords.comma, names.count < count else { break }
      end = stop
    }
    let areNames = names.allSatisfy { (1...12).contains($0.count) }
    return names.count == count && areNames ? names : nil
  }

  private enum ClassWords {
    static let single: WordKey = "riêng"
    static let sides: [[WordKey]] = [["mua", "vào"], ["bán", "ra"]]
    static let and: WordKey = "và"
    static let comma: WordKey = ","
    static let joints: WordSet = ["và", ","]
    static let inTurn: [WordKey] = ["lần", "lượt"]
    static let next: [[WordKey]] = [
      ["tiếp", "đến"], ["tiếp", "theo"], ["kế", "đến"], ["đứng", "sau"], ["theo", "sau"],
    ]
  }
}
