import Records

/// Changes that a figure takes from the ones beside it.
struct ChangeLinks: Sendable {
  let text: ArticleText

  /// Carries changes along lists, to conversions, and between the levels of `từ 12% xuống 8%`.
  ///
  /// - Parameter drafts: In the text's order, each with the change that its own words give.
  func connect(_ drafts: inout [Draft]) {
    for index in drafts.indices {
      let next = index + 1 < drafts.count ? drafts[index + 1].tokens.lowerBound : nil
      let draft = drafts[index]
      if isFrom(draft, next: next) { drafts[index].change = .from }
      guard index > 0, drafts[index].change == nil, drafts[index - 1].sentence == draft.sentence
      else { continue }
      let previous = drafts[index - 1]
      drafts[index].change =
        isFromAfter(previous, draft) ? .from : carried(from: previous, to: draft)
    }
  }

  /// `từ 12% xuống 8%`, `thay vì 36,63 triệu đồng`, `giảm từ mức 55%`.
  private func isFrom(_ draft: Draft, next: Int?) -> Bool {
    guard draft.form == .plain else { return false }
    var place = draft.tokens.lowerBound - 1
    var steps = 0
    while place > draft.sentence.lowerBound, steps < 4,
      LinkWords.fillers.contains(text.word(at: place))
    {
      place -= 1
      steps += 1
    }
    if text.matches(LinkWords.instead, at: place - 1) { return true }
    guard text.word(at: place) == LinkWords.from else { return false }
    if LinkWords.moves.contains(text.word(at: place - 1)) { return true }
    let end = min(next ?? .max, draft.tokens.upperBound + 12)
    for following in draft.tokens.upperBound..<max(draft.tokens.upperBound, end) {
      let word = text.word(at: following)
      if following >= draft.sentence.upperBound || LinkWords.breaks.contains(word) { return false }
      if LinkWords.levels.contains(word), text.word(at: following - 1) != LinkWords.turn {
        return true
      }
    }
    return false
  }

  /// `giảm xuống còn 66 triệu USD trong nửa đầu năm từ 372 triệu USD`: the level said after.
  private func isFromAfter(_ previous: Draft, _ draft: Draft) -> Bool {
    guard previous.change == .to, draft.form == .plain,
      draft.unit?.kind == previous.unit?.kind,
      text.word(at: draft.tokens.lowerBound - 1) == LinkWords.from
    else { return false }
    let gap = previous.tokens.upperBound..<max(previous.tokens.upperBound, draft.tokens.lowerBound)
    return gap.count <= 12
      && gap.allSatisfy { !LinkWords.clauseMarks.contains(text.word(at: $0)) }
  }

  private func carried(from previous: Draft, to draft: Draft) -> Observation.Change? {
    if previous.change == .increase || previous.change == .decrease, closes(draft) { return .to }
    let gap = previous.tokens.upperBound..<max(previous.tokens.upperBound, draft.tokens.lowerBound)
    guard gap.count <= 14, !gap.isEmpty, let change = previous.change else { return nil }
    let first = text.word(at: gap.lowerBound)
    if change == .increase || change == .decrease {
      if previous.inheritsUnit, gap.count <= 2,
        gap.allSatisfy({ LinkWords.listed.contains(text.word(at: $0)) })
      {
        return change
      }
      if gap.contains(where: { LinkWords.same.contains(text.word(at: $0)) }),
        LinkWords.marks.contains(first), gap.count <= 6
      {
        return change
      }
      if previous.unit?.kind == .percent, draft.unit?.kind == .percent,
        first == LinkWords.and && gap.count <= 2 || isComparedAgain(gap, draft)
      {
        return change
      }
      if first == LinkWords.open,
        gap.count == 1 || gap.count == 2 && text.word(at: gap.lowerBound + 1) == LinkWords.equals,
        draft.unit?.kind == .percent,
        previous.unit?.kind != .percent
      {
        return change
      }
      if draft.unit?.kind == .money, draft.unit?.code == previous.unit?.code, isPrice(gap) {
        return .to
      }
      if isLevel(gap), draft.unit?.kind != .count, draft.unit?.kind != .percent {
        return .to
      }
    }
    if change == .to, gap.count <= 4, draft.unit?.kind == .money, previous.unit?.kind == .money,
      draft.unit?.code != previous.unit?.code,
      gap.contains(where: { LinkWords.same.contains(text.word(at: $0)) })
    {
      return .to
    }
    if change == .to, draft.unit?.kind == previous.unit?.kind, isInTurn(previous, gap) {
      return .to
    }
    if change == .to, gap.count <= 4, first == LinkWords.comma,
      gap.contains(where: { text.word(at: $0) == LinkWords.even }),
      draft.unit?.kind == previous.unit?.kind
    {
      return .to
    }
    return nil
  }

  /// `21% so với cùng kỳ và 6% so với tháng trước`: one change against two times.
  private func isComparedAgain(_ gap: Range<Int>, _ draft: Draft) -> Bool {
    guard let last = gap.last, text.word(at: last) == LinkWords.and else { return false }
    return LinkWords.against.contains(text.word(at: gap.lowerBound))
      && LinkWords.against.contains(text.word(at: draft.tokens.upperBound))
      && gap.allSatisfy { !LinkWords.clauseMarks.contains(text.word(at: $0)) }
  }

  /// `lên lần lượt 41.000 đồng và 42.000 đồng`: levels that a list shares.
  private func isInTurn(_ previous: Draft, _ gap: Range<Int>) -> Bool {
    gap.count <= 2 && gap.allSatisfy { LinkWords.listed.contains(text.word(at: $0)) }
      && (previous.tokens.lowerBound - 3..<previous.tokens.lowerBound).contains {
        text.matches(LinkWords.inTurn, at: $0) && text.word(at: $0 - 1) != LinkWords.remain
      }
  }

  /// `, có giá bán không cao hơn`: the price that a move led to.
  private func isPrice(_ gap: Range<Int>) -> Bool {
    guard let comma = gap.last(where: { text.word(at: $0) == LinkWords.comma }) else {
      return false
    }
    let after = comma + 1..<gap.upperBound
    return after.contains { text.word(at: $0) == LinkWords.price }
      && after.allSatisfy { LinkWords.priced.contains(text.word(at: $0)) }
  }

  /// `đóng cửa tại`, `chốt phiên ở mức`: the level that a move ended at.
  private func closes(_ draft: Draft) -> Bool {
    var place = draft.tokens.lowerBound - 1
    while place > draft.sentence.lowerBound, LinkWords.at.contains(text.word(at: place)) {
      place -= 1
    }
    return text.matches(LinkWords.closing, at: place - 1)
      || LinkWords.closed.contains(text.word(at: place))
      || LinkWords.closed.contains(text.word(at: place - 1))
  }

  /// `, đạt`, `so với cùng kỳ, đạt`: the level that a move led to.
  private func isLevel(_ gap: Range<Int>) -> Bool {
    guard let comma = gap.last(where: { text.word(at: $0) == LinkWords.comma }) else {
      return false
    }
    let before = gap.lowerBound..<comma
    let after = comma + 1..<gap.upperBound
    guard after.count <= 3, let first = after.first,
      LinkWords.reached.contains(text.word(at: first)), after.allSatisfy({ text.tokens[$0].isWord })
    else { return false }
    return before.isEmpty
      || LinkWords.asides.contains(text.word(at: before.lowerBound))
        && before.allSatisfy { text.tokens[$0].isWord || text.tokens[$0].isNumber }
  }

  private enum LinkWords {
    static let from: WordKey = "từ"
    static let instead: [WordKey] = ["thay", "vì"]
    static let moves: WordSet = ["giảm", "tăng", "nâng", "hạ"]
    static let fillers: WordSet = ["mức", "hơn", "gần", "khoảng", "trên", "dưới", "mốc"]
    static let turn: WordKey = "trở"
    static let breaks: WordSet = [".", ";", ":", ",", "đến", "tới"]
    static let levels: WordSet = ["lên", "xuống", "còn"]
    static let listed: WordSet = [",", "và", ";"]
    static let same: WordSet = ["tương", "hay", "tức"]
    static let marks: WordSet = ["(", ",", "tương", "hay", "tức"]
    static let at: WordSet = ["tại", "ở", "mức", "mốc", "quanh"]
    static let closing: [WordKey] = ["đóng", "cửa"]
    static let closed: WordSet = ["chốt", "dừng"]
    static let open: WordKey = "("
    static let and: WordKey = "và"
    static let equals: WordKey = "bằng"
    static let remain: WordKey = "còn"
    static let inTurn: [WordKey] = ["lần", "lượt"]
    static let clauseMarks: WordSet = [",", ";", ":", "(", ")", "."]
    static let price: WordKey = "giá"
    static let priced: WordSet = [
      "có", "với", "giá", "bán", "lẻ", "không", "cao", "hơn", "mới", "là", "mức", "tối", "đa",
    ]
    static let against: WordSet = ["so", "theo"]
    static let comma: WordKey = ","
    static let even: WordKey = "thậm"
    static let reached: WordSet = ["đạt", "đóng", "chốt", "dừng"]
    static let asides: WordSet = ["so", "trong"]
  }
}
