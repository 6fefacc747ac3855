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
}

private enum StatusWords {
  static let semicolon: WordKey = ";"

  static let table = PhraseTable<Observation.Status>(
    ["phấn đấu", "mục tiêu", "đặt mục tiêu", "hướng tới", "hướng đến"].map { ($0, .target) }
      + [
        "kế hoạch", "dự toán", "sẽ", "đề xuất", "đề nghị", "phương án", "đăng ký", "chỉ tiêu",
        "dự định", "muốn", "hứa", "sắp", "tổng mức đầu tư",
      ].map { ($0, .plan) }
      + ["dự kiến", "dự báo", "có thể", "kỳ vọng", "nguy cơ", "dự tính", "dự đoán", "ước sẽ"]
      .map { ($0, .forecast) }
      + ["ước", "ước tính", "ước đạt", "sơ bộ", "ước khoảng", "ước thực hiện"]
      .map { ($0, .estimate) }
      + [
        "quy định", "mức phạt", "phạt từ", "thuế suất", "định mức", "mức đóng", "phải", "bắt buộc",
      ]
      .map { ($0, .norm) }
  )
}
