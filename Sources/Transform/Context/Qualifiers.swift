import Records

/// Words just before a figure that make it a bound or an approximation.
enum Qualifiers {
  /// Finds the qualifier of a figure: in the words right before it, or `trở lên` after it.
  ///
  /// - Parameters:
  ///   - draft: The figure.
  ///   - text: Its text.
  /// - Returns: The qualifier and where it begins; `nil` where there is none.
  static func read(_ draft: Draft, in text: ArticleText) -> (Observation.Qualifier, start: Int)? {
    let end = draft.tokens.upperBound
    if text.word(at: end) == turn || text.word(at: end + 1) == turn {
      let place = text.word(at: end) == turn ? end + 1 : end + 2
      if text.word(at: place) == up { return (.atLeast, draft.tokens.lowerBound) }
      if text.word(at: place) == down { return (.atMost, draft.tokens.lowerBound) }
    }
    var place = draft.tokens.lowerBound
    if draft.form == .range, text.word(at: place) == from { place = draft.tokens.lowerBound }
    for _ in 0..<4 {
      if let match = table.longestMatch(
        in: text,
        endingAt: place,
        from: draft.sentence.lowerBound,
        limit: 3
      ) {
        return accepts(draft, match.value, at: place - match.length, in: text)
          ? (match.value, place - match.length) : nil
      }
      guard place > draft.sentence.lowerBound, fillers.contains(text.word(at: place - 1)) else {
        return isReckoned(before: place, in: text) ? (.approximately, draft.tokens.lowerBound) : nil
      }
      place -= 1
    }
    return nil
  }

  /// Whether `ước` stands before the verb of a figure: `ước tính tăng 3%`.
  private static func isReckoned(before place: Int, in text: ArticleText) -> Bool {
    var index = place - 1
    while index > place - 4, text.token(at: index)?.isWord == true {
      if text.word(at: index) == reckon {
        let isPlan = moves.contains(text.word(at: place - 1)) || index < place - 1
        return isPlan && text.word(at: index + 1) != doing
      }
      index -= 1
    }
    return false
  }

  private static let reckon: WordKey = "ước"
  private static let doing: WordKey = "thực"
  private static let moves: WordSet = ["tăng", "giảm"]

  private static func accepts(
    _ draft: Draft,
    _ qualifier: Observation.Qualifier,
    at index: Int,
    in text: ArticleText
  ) -> Bool {
    let word = text.word(at: index)
    if word == beyond, draft.unit?.kind == .percent,
      draft.amount.mantissa < ExactNumber(50)
        || text.word(at: draft.tokens.upperBound) == ChangeWords.than
    {
      return false
    }
    if word == more, comparatives.contains(text.word(at: index - 1)) { return false }
    if word == on {
      if aboveNouns.contains(text.word(at: index - 1)) { return false }
      // trên is "on" before a few places or things.
      if draft.unit?.isCounted == true, let value = draft.amount.value, value < ExactNumber(10) {
        return false
      }
    }
    return true
  }

  static let more: WordKey = "hơn"
  private static let beyond: WordKey = "vượt"

  /// After them `trên` points back: `thời gian trên`, `khoản trên`.
  private static let aboveNouns: WordSet = [
    "gian", "nêu", "nói", "kể", "phía", "khoản", "người",
  ]
  private static let on: WordKey = "trên"
  private static let from: WordKey = "từ"
  private static let turn: WordKey = "trở"
  private static let up: WordKey = "lên"
  private static let down: WordKey = "xuống"

  /// After them `hơn` compares: `cao hơn 5 điểm` is a difference.
  static let comparatives: WordSet = [
    "cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "đắt", "rẻ", "dài", "ngắn", "nhanh", "chậm", "tốt",
    "kém", "nặng", "mạnh", "già", "trẻ", "đông", "sâu", "rộng",
  ]

  private static let fillers: WordSet = [
    "mức", "mốc", "con", "số", "tổng", "vùng", "ngưỡng", "đạt", "tròn", "là",
  ]

  private static let table = PhraseTable<Observation.Qualifier>(
    rows(ofLexicon: LexiconFiles.qualifiers).compactMap { row in
      Observation.Qualifier(rawValue: row[row.count - 1]).map { (phrase: row[0], value: $0) }
    }
  )
}
