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
    while place > floor {
      let token = text.tokens[place]
      if token.isSymbol, token.key == StatusWords.semicolon { break }
      if token.isSymbol { isNear = false }
      if let status = StatusWords.table.longestMatch(
        in: text,
        endingAt: place + 1,
        from: draft.sentence.lowerBound,
        limit: 3
      ) {
        let isAdjacent = draft.tokens.lowerBound - place <= 4
        if status.value != .estimate || isAdjacent, isNear || status.value != .norm {
          return status.value
        }
      }
      place -= 1
    }
    return .actual
  }

  /// What a table's heading begins with: `Kế hoạch 2020`, `Ước thực hiện`; `nil` where it says
  /// nothing.
  static func status(beginning heading: ArticleText) -> Observation.Status? {
    StatusWords.table.longestMatch(in: heading, at: 0)?.value
  }
}

private enum StatusWords {
  static let semicolon: WordKey = ";"

  static let table = PhraseTable<Observation.Status>(
    rows(ofLexicon: LexiconFiles.statuses).compactMap { row in
      Observation.Status(rawValue: row[row.count - 1]).map { (phrase: row[0], value: $0) }
    }
  )
}
