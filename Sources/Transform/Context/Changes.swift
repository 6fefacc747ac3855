import Records

/// How a figure moved, from the words before it in its clause.
struct ChangeReader: Sendable {
  let text: ArticleText

  /// A word that moves what follows it.
  enum Verb: Sendable {
    case up
    case down

    /// `lên`, `xuống`, `còn`: the level reached.
    case to

    /// Ends the search: the figure is a level, or belongs to another verb.
    case stop

    /// Says nothing; the search goes on.
    case skip
  }

  /// - Parameters:
  ///   - start: Where the figure begins, its qualifier included.
  ///   - isOccupied: Whether a token belongs to another figure.
  func change(of draft: Draft, from start: Int, isOccupied: (Int) -> Bool) -> Observation.Change? {
    if let signed = draft.signed { return signed }
    if draft.form == .score || draft.form == .rank { return levelReached(before: start) }
    var place = start - 1
    let floor = max(draft.sentence.lowerBound, start - 9)
    var isDirect = true
    while place >= floor {
      let token = text.tokens[place]
      if token.isSymbol, !ChangeWords.transparent.contains(token.key) { break }
      if isOccupied(place), !token.isSymbol { break }
      if let match = ChangeWords.table.longestMatch(
        in: text,
        endingAt: place + 1,
        from: draft.sentence.lowerBound,
        limit: 3
      ) {
        if let change = judge(match.value, at: place + 1 - match.length, draft, isDirect) {
          return change.value
        }
        place -= match.length
      } else {
        place -= 1
      }
      isDirect = false
    }
    return nil
  }

  private struct Judgement {
    var value: Observation.Change?
  }

  /// What a verb makes of the figure; `nil` where the search goes on.
  private func judge(_ verb: Verb, at index: Int, _ draft: Draft, _ isDirect: Bool) -> Judgement? {
    switch verb {
    case .up: return Judgement(value: .increase)
    case .down: return Judgement(value: .decrease)
    case .to: return Judgement(value: isDirect || draft.unit != nil ? .to : nil)
    case .stop: return Judgement(value: nil)
    case .skip: return nil
    }
  }

  private func levelReached(before start: Int) -> Observation.Change? {
    for place in stride(from: start - 1, to: max(-1, start - 4), by: -1)
    where ChangeWords.reached.contains(text.word(at: place)) {
      return .to
    }
    return nil
  }
}

enum ChangeWords {
  static let transparent: Set<WordKey> = ["(", "+", "-", "–", "−", "≥"]
  static let reached: Set<WordKey> = ["lên", "xuống"]

  static let table = PhraseTable<ChangeReader.Verb>(
    [
      "tăng", "tăng thêm", "thêm", "tăng trưởng", "cộng", "cộng thêm", "nhích", "vọt", "cao hơn",
      "nhiều hơn", "đắt hơn", "lớn hơn", "dài hơn", "nhanh hơn", "bổ sung", "vượt", "hơn kế hoạch",
      "vượt kế hoạch", "leo", "đội thêm", "tăng gấp", "mở rộng thêm",
    ].map { ($0, .up) }
      + [
        "giảm", "sụt", "sụt giảm", "mất", "thấp hơn", "ít hơn", "nhỏ hơn", "rẻ hơn", "kém",
        "kém hơn", "trượt", "hụt", "rớt", "giảm bớt", "bốc hơi", "cắt giảm", "mất đi", "mất thêm",
        "co lại", "lùi", "ngắn hơn", "chậm hơn",
      ].map { ($0, .down) }
      + [
        "lên", "xuống", "còn", "chỉ còn", "xuống còn", "lên mức", "xuống mức", "về mức", "lên đến",
        "lên tới", "xuống đến", "xuống tới", "xuống dưới", "về", "lên thành", "lên quanh", "lùi về",
        "xuống mốc", "lên mốc", "giảm còn", "đổi thành",
      ].map { ($0, .to) }
      + [
        "đạt", "có", "là", "chiếm", "với", "của", "gồm", "cho", "bằng", "được", "tại", "trong",
        "từ", "ở", "khi", "do", "và", "nhờ", "trên", "gấp", "về đích", "tương đương", "tương ứng",
        "còn lại", "mang về", "thu về", "trở về", "còn lãi", "còn nợ", "còn thiếu", "còn có",
        "so với", "để", "theo", "qua", "thì", "mà", "bị",
      ].map { ($0, .stop) }
  )
}
