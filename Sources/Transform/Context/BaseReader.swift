import Records

/// Against what a figure changed, in the text's own words.
struct BaseReader: Sendable {
  let text: ArticleText
  let isFigure: [Bool]

  /// - Parameter draft: A figure whose change is known.
  /// - Returns: The words of `so với …` after it, of a `cùng kỳ` or plan right after it, or of a
  ///   `so với …` that begins its sentence; `nil` where the text names no base.
  func base(of draft: Draft) -> Range<Int>? {
    let end = draft.tokens.upperBound
    if draft.change != .to, draft.change != .from {
      let floor = min(draft.sentence.upperBound, end + 6)
      for place in end..<max(end, floor) {
        let token = text.tokens[place]
        if token.isSymbol || isFigure[place] { break }
        if let base = phrase(at: place, in: draft.sentence) { return base }
      }
    }
    guard draft.change == .increase || draft.change == .decrease else { return nil }
    if text.matches(BaseWords.exceed, at: draft.tokens.lowerBound - 3) {
      return draft.tokens.lowerBound - 2..<draft.tokens.lowerBound
    }
    return phrase(at: draft.sentence.lowerBound, in: draft.sentence)
  }

  /// `so với X`, `so X`, `cùng kỳ …`, `kế hoạch …`, `dự toán …` from a token on.
  private func phrase(at index: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = index
    if text.word(at: start) == BaseWords.compared {
      start += text.word(at: start + 1) == BaseWords.with ? 2 : 1
    } else if !BaseWords.bare.contains(text.word(at: start)) {
      return nil
    }
    guard start < sentence.upperBound else { return nil }
    var end = start
    while end < min(sentence.upperBound, start + 10) {
      let token = text.tokens[end]
      let isLast = text.token(at: end + 1)?.hasSpaceBefore ?? true
      if token.isSymbol, isLast || !BaseWords.inner.contains(token.key) { break }
      if isFigure[end] || (end > start && BaseWords.ends.contains(token.key)) { break }
      end += 1
    }
    return end > start ? start..<end : nil
  }

  private enum BaseWords {
    static let compared: WordKey = "so"
    static let with: WordKey = "với"
    static let exceed: [WordKey] = ["vượt", "kế", "hoạch"]
    static let bare: WordSet = ["cùng", "kế", "dự"]
    static let inner: WordSet = ["/", "-", "."]
    static let ends: WordSet = [
      "và", "nhờ", "do", "vì", "đạt", "lên", "xuống", "còn", "trong", "với", "tăng", "giảm", "thì",
      "là", "nhưng", "khi", "để", "vẫn", "cho", "đã", "gồm",
    ]
  }
}
