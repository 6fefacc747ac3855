import Records

extension IndicatorReader {
  /// What a share is of: `Dân tộc Thái chiếm 70% dân số`.
  func share(of own: Range<Int>, in attributes: Range<Int>, of draft: Draft, _ memory: inout Memory)
    -> Indicator
  {
    var part = (head(of: own) == nil ? cutter.cut(own).subject : own).prefix(8)
    if part.isEmpty { part = own.suffix(6) }
    let isNamed = part.first.map { ShareWords.shares.contains(text.word(at: $0)) } ?? false
    let gives = text.word(at: draft.tokens.lowerBound - 1) == ShareWords.gives
    var builder = IndicatorBuilder(prefix: isNamed ? "" : gives ? "tỷ lệ đóng góp" : "tỷ lệ")
    builder.add(first: part)
    var indicator = builder.indicator { string($0) }
    if head(of: part) == nil { indicator.part = string(classWords(part)) }
    if !attributes.isEmpty { memory.whole = attributes.prefix(7) }
    guard let whole = wholeSpoken(draft, memory) else { return indicator }
    indicator.words += " trong " + string(whole)
    indicator.sources.append(whole)
    return indicator
  }

  /// What shares are of, as this figure or one before it in the paragraph says.
  func wholeSpoken(_ draft: Draft, _ memory: Memory) -> Range<Int>? {
    let paragraph = text.paragraph(at: draft.sentence.lowerBound)
    return memory.whole.flatMap { paragraph.contains($0.lowerBound) ? $0 : nil }
  }

  /// A share of whose class another figure tells more: `Các căn hộ giá trên 2 tỷ đồng chiếm 3%`.
  func shareOfTold(_ draft: Draft, _ memory: inout Memory) -> Indicator? {
    guard draft.unit?.kind == .percent, draft.change == nil, saysShare(draft),
      let told = memory.told.last,
      !(told.draft.tokens.upperBound..<draft.tokens.lowerBound).contains(where: {
        text.tokens[$0].isSymbol
      }),
      let clause = cutter.clausesBefore(
        draft.tokens.lowerBound,
        floor: draft.sentence.lowerBound,
        limit: 1
      ).first
    else { return nil }
    let subject = cutter.cut(clause).subject
    guard subject.count >= 2, subject.upperBound <= told.draft.tokens.lowerBound else { return nil }
    let right = clauses.right(
      of: draft.tokens.upperBound,
      ceiling: draft.sentence.upperBound,
      limit: 12
    )
    return share(of: subject, in: attributes(right), of: draft, &memory)
  }

  /// How far a plan is met: `Thu ngân sách đạt 52% dự toán`.
  func ofPlan(_ left: Range<Int>, _ right: Range<Int>) -> Indicator? {
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

  /// Whether words name nothing but a time: `29% theo quý và 37% theo năm`.
  func isTimeAlone(_ words: Range<Int>) -> Bool {
    words.allSatisfy { clauses.isPeriod[$0] || ShareWords.times.contains(text.word(at: $0)) }
  }

  private enum ShareWords {
    static let gives: WordKey = "góp"
    static let shares: WordSet = ["tỷ"]
    static let times: WordSet = [
      "quý", "năm", "tháng", "ngày", "tuần", "kỳ", "trước", "cùng", "qua", "phiên", "theo", "và",
      "lũy", "kế", "chung", "tính", "cộng", "dồn", "thời", "điểm", "lúc", "đầu", "cuối", "giữa",
      "nay",
    ]
  }
}
