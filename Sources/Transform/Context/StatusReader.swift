import Records

/// Whether a figure happened, or is planned, hoped, reckoned or prescribed.
struct StatusReader: Sendable {
  let text: ArticleText

  /// - Parameter draft: A figure.
  /// - Returns: What the words before it in its sentence say, the nearest first.
  func status(of draft: Draft) -> Observation.Status {
    let floor = max(draft.sentence.lowerBound - 1, draft.tokens.lowerBound - 24)
    var place = draft.tokens.lowerBound - 1
    var isNear = true
    let (semicolon, statuses) = (StatusWords.semicolon, StatusWords.table)
    while place > floor {
      let token = text.tokens[place]
      if token.isSymbol, token.key == semicolon { break }
      if token.isSymbol { isNear = false }
      if let status = statuses.longestMatch(
        in: text,
        endingAt: place + 1,
        from: draft.sentence.lowerBound,
        limit: 3
      ) {
        let isAdjacent = draft.tokens.lowerBound - place <= 4
        if status.value != .estimate || isAdjacent, isNear || status.value != .norm,
          !isMeasure(place + 1 - status.length..<place + 1, of: draft)
        {
          return status.value
        }
      }
      place -= 1
    }
    return .actual
  }

  /// Whether a plan is only what something else was measured by, as in `bằng 61% dự toán năm, tăng
  /// 12%`, and whether `các chỉ tiêu`, `vốn đăng ký` are what is measured.
  private func isMeasure(_ words: Range<Int>, of draft: Draft) -> Bool {
    let before = text.word(at: words.lowerBound - 1)
    if text.word(at: words.lowerBound) == StatusWords.enrolling {
      return before == StatusWords.capital
    }
    guard StatusWords.measures.contains(text.word(at: words.lowerBound + 1)) else { return false }
    if StatusWords.plurals.contains(before) {
      return text.word(at: words.lowerBound) == StatusWords.mark
    }
    guard before == StatusWords.percent else { return false }
    // A figure in brackets right after it is the plan's own.
    return text.word(at: draft.tokens.lowerBound - 1) != TimeWords.opening
  }

  /// What a table's heading begins with: `Kế hoạch 2020`, `Ước thực hiện`; `nil` where it says
  /// nothing.
  static func status(beginning heading: ArticleText) -> Observation.Status? {
    StatusWords.table.longestMatch(in: heading, at: 0)?.value
  }
}

private enum StatusWords {
  static let semicolon: WordKey = ";"
  static let enrolling: WordKey = "đăng"
  static let capital: WordKey = "vốn"
  static let percent: WordKey = "%"
  static let mark: WordKey = "chỉ"
  static let measures: WordSet = ["hoạch", "toán", "tiêu"]
  static let plurals: WordSet = ["các", "những", "nhiều", "số"]

  static let table = PhraseTable<Observation.Status>(
    rows(ofLexicon: LexiconFiles.statuses).compactMap { row in
      Observation.Status(rawValue: row[row.count - 1]).map { (phrase: row[0], value: $0) }
    }
  )
}
