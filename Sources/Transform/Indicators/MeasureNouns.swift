import Records

extension IndicatorReader {
  /// What a figure without any noun for it is called.
  func prefix(of draft: Draft, own: Range<Int>) -> String {
    if draft.unit?.kind == .percent { return draft.change == nil ? "tỷ lệ" : "" }
    if draft.unit?.kind == .duration { return isSentence(draft) ? "án tù" : "thời gian" }
    if let dimension = dimension(of: draft) { return dimension }
    if let code = draft.unit?.code, let noun = IndicatorLexicon.nouns[code] { return noun }
    guard draft.unit?.kind == .money else { return "" }
    if isPrice(draft) || trades(own) && !isLarge(draft) { return "giá" }
    guard draft.change == .increase || draft.change == .decrease else { return "số tiền" }
    return own.contains { text.tokens[$0].isAllCapitals } ? "giá cổ phiếu" : "số tiền"
  }

  /// Whether words say that something is bought or sold; `mua ròng` says how much more of it is.
  private func trades(_ words: Range<Int>) -> Bool {
    words.contains {
      IndicatorLexicon.trades.contains(text.word(at: $0))
        && text.word(at: $0 + 1) != IndicatorLexicon.net
    }
  }

  /// Whether money is more than one thing is bought for.
  private func isLarge(_ draft: Draft) -> Bool {
    draft.amount.value.map { ExactNumber(100_000_000_000) <= $0 } ?? false
  }

  /// Whether money is so much for a thing, not for a time.
  private func isPrice(_ draft: Draft) -> Bool {
    guard draft.unit?.kind == .money, let code = draft.unit?.code,
      let slash = code.utf8.firstIndex(of: UInt8(ascii: "/"))
    else { return false }
    return !IndicatorLexicon.spans.contains(String(code[slash...]))
  }

  /// Whether a length of time is a prison sentence: `5 năm tù`.
  private func isSentence(_ draft: Draft) -> Bool {
    let end = draft.tokens.upperBound
    return (end - 1...end).contains { text.word(at: $0) == IndicatorLexicon.prison }
  }

  /// What a measure is of, where an adjective before it tells: `cầu dài 2,4 km`.
  func dimension(of draft: Draft) -> String? {
    guard draft.unit?.kind == .measure || draft.unit?.kind == .rate,
      draft.unit?.code.map({ IndicatorLexicon.areas.contains($0) }) != true
    else { return nil }
    let start = draft.tokens.lowerBound
    let floor = max(draft.sentence.lowerBound, start - 4)
    for place in stride(from: start - 1, through: floor, by: -1) {
      if let noun = IndicatorLexicon.dimensions[text.word(at: place)] { return noun }
    }
    return nil
  }

  /// Whether a noun of measure says by itself what dimension it is: `bề rộng`, `tầm bắn`.
  func isNamedBy(_ head: Range<Int>) -> Bool {
    head.prefix(2).contains { IndicatorLexicon.extents.contains(text.word(at: $0)) }
  }

  /// The price of a share that moves: `cổ phiếu của Hòa Bình, niêm yết từ năm 2006, giảm 4,5%`.
  func sharePrice(_ draft: Draft, _ own: Range<Int>) -> Indicator? {
    let isMove = draft.unit?.kind == .percent && draft.change != nil
    let isSmall =
      draft.unit?.kind == .money
      && draft.amount.value.map { $0 < ExactNumber(10_000_000) } ?? false
    guard isMove || isSmall else { return nil }
    let floor = max(draft.sentence.lowerBound, own.lowerBound - 30)
    var place = own.upperBound - 1
    while place > floor {
      if clauses.isFigure[place] { return nil }
      if text.matches(IndicatorLexicon.share, at: place - 1) {
        var end = place + 1
        while end < own.upperBound, end < place + 7, text.tokens[end].isWord,
          !IndicatorLexicon.verbs.contains(text.word(at: end))
        {
          end += 1
        }
        let words = place - 1..<end
        return Indicator(words: "giá " + string(words), sources: [words])
      }
      place -= 1
    }
    return nil
  }

  /// How many words a noun that names a measure takes from a token on; `nil` where none stands.
  func headLength(at index: Int) -> Int? {
    let match = IndicatorLexicon.heads.longestMatch(in: text, at: index)
    return match.flatMap { $0.value ? $0.length : nil }
  }

  /// The last noun before a figure that names a measure, and what follows it.
  func head(of words: Range<Int>) -> Range<Int>? {
    var best: Int?
    var index = words.lowerBound
    while index < words.upperBound {
      guard let match = IndicatorLexicon.heads.longestMatch(in: text, at: index) else {
        index += 1
        continue
      }
      if match.value, index + match.length <= words.upperBound, !isInName(index, of: words) {
        let joins =
          index > words.lowerBound && best != nil
          && IndicatorLexicon.of.contains(text.word(at: index - 1))
        // What a measure does, not what it is: `lợi nhuận cũng tăng trưởng 3%`.
        let isMove =
          best.map { index - $0 <= 8 } ?? false && match.length == 2
          && text.matches(Marks.growth, at: index)
        if !joins, !isMove { best = best.map { index - $0 <= 4 ? $0 : index } ?? index }
      }
      index += match.length
    }
    return best.map { $0..<words.upperBound }
  }

  /// Whether a word stands in a name, as in `Công ty Đầu tư Hoa Sen`, or says a noun once more in
  /// brackets: `tổng sản phẩm (GRDP)`.
  private func isInName(_ index: Int, of words: Range<Int>) -> Bool {
    guard index > words.lowerBound else { return false }
    let before = text.tokens[index - 1]
    if before.isSymbol, before.key != Marks.open, before.hasSpaceBefore { return false }
    let token = text.tokens[index]
    return token.isCapitalised && !token.isAllCapitals || before.key == Marks.open
  }

  /// Whether the words before a share say whose it is: `chiếm`, `sở hữu`, `góp`.
  func endsInShare(_ draft: Draft) -> Bool {
    let start = draft.tokens.lowerBound
    return (max(draft.sentence.lowerBound, start - 3)..<start).contains {
      IndicatorLexicon.shares.contains(text.word(at: $0))
    }
  }

  /// Whether `chiếm` or `góp` stands right before a share.
  func saysShare(_ draft: Draft) -> Bool {
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
