import Records

/// How a figure moved, from the words before it in its clause.
struct ChangeReader: Sendable {
  let text: ArticleText

  /// A word that moves what follows it.
  enum Verb: String, Sendable {
    case up
    case down

    /// `lên`, `xuống`, `về`: the level reached, where they stand right before the figure.
    case to

    /// `còn`: likewise, unless it means "still" or "also".
    case remain

    /// `chỉ còn`: likewise, and a few words may stand between.
    case only

    /// `vượt`: more than, or a difference.
    case exceed

    /// Ends the search: the figure is a level, or belongs to another verb.
    case stop

    /// Says nothing; the search goes on.
    case skip
  }

  /// Finds how a figure moved.
  ///
  /// - Parameters:
  ///   - draft: The figure.
  ///   - start: Where it begins, its qualifier included.
  ///   - isOccupied: Whether a token belongs to another figure.
  /// - Returns: `nil` for a level.
  func change(of draft: Draft, from start: Int, isOccupied: (Int) -> Bool) -> Observation.Change? {
    if let signed = draft.signed { return signed }
    if draft.form == .score || draft.isNegative { return nil }
    if ChangeWords.inARow.contains(text.word(at: draft.tokens.upperBound)),
      text.word(at: draft.tokens.upperBound + 1) != ChangeWords.wife
    {
      return nil
    }
    if let move = moveBeforeComma(draft, start) { return move }
    var place = skipFillers(before: start, in: draft.sentence)
    let floor = max(draft.sentence.lowerBound, start - 10)
    var isDirect = true
    while place >= floor {
      let token = text.tokens[place]
      if token.isSymbol || isOccupied(place) { return nil }
      guard
        let match = ChangeWords.table.longestMatch(
          in: text,
          endingAt: place + 1,
          from: draft.sentence.lowerBound,
          limit: 4
        )
      else {
        place -= 1
        isDirect = false
        continue
      }
      let first = place + 1 - match.length
      switch judge(match.value, at: first, draft, isDirect: isDirect, distance: start - place) {
      case .found(let change): return change
      case .level:
        return grows(draft, before: first) ? .increase : compared(draft, before: first, isOccupied)
      case .goOn:
        place = first - 1
        if match.value != .skip { isDirect = false }
      }
    }
    return nil
  }

  private enum Judgement {
    case found(Observation.Change)
    case level
    case goOn
  }

  private func judge(
    _ verb: Verb,
    at index: Int,
    _ draft: Draft,
    isDirect: Bool,
    distance: Int
  ) -> Judgement {
    switch verb {
    case .up:
      // `cộng 5 điểm`, but not `cộng đồng`.
      return text.word(at: index) == ChangeWords.add && !isDirect ? .goOn : .found(.increase)
    case .down:
      guard ChangeWords.narrow.contains(text.word(at: index)) else { return .found(.decrease) }
      // `phải mất 3 ngày` takes them.
      if text.word(at: index) == ChangeWords.lose,
        draft.unit?.kind == .duration || draft.form == .rank
      {
        return .level
      }
      return isDirect ? .found(.decrease) : .level
    case .to:
      // `trở lại mức 34.000 đồng`, but not `lấp đầy trở lại 400 triệu thùng`.
      if text.word(at: index) == ChangeWords.turn, text.word(at: index + 2) != ChangeWords.level {
        return .level
      }
      if isExtent(draft, at: index) || isHandedOver(draft, at: index) { return .level }
      return isDirect && draft.unit?.kind != .age ? .found(.to) : .goOn
    case .remain:
      let isStill = ChangeWords.still.contains(text.word(at: index - 1))
      return isDirect && !isStill && !draft.amount.isSpelled && draft.form != .ratio
        && draft.unit?.kind != .duration && !isUndone(draft) ? .found(.to) : .level
    case .only: return distance <= 7 ? .found(.to) : .level
    case .exceed: return exceeds(draft, isDirect: isDirect)
    case .stop:
      if draft.form == .multiple, text.word(at: index) == ChangeWords.from { return .goOn }
      // `chuyển thêm cho …`, `tăng thêm là`: what joins the verb to its figure ends nothing.
      let adds =
        ChangeWords.joints.contains(text.word(at: index))
        && text.word(at: index - 1) == ChangeWords.more
      return adds ? .found(.increase) : .level
    case .skip: return .goOn
    }
  }

  /// `giá cũng tăng, khoảng 30%`: a verb whose figure comes after a comma, with its qualifier.
  private func moveBeforeComma(_ draft: Draft, _ start: Int) -> Observation.Change? {
    var comma = start - 1
    while ChangeWords.averages.contains(text.word(at: comma)) { comma -= 1 }
    guard text.word(at: comma) == ChangeWords.comma else { return nil }
    var end = comma
    while end > comma - 3, ChangeWords.degrees.contains(text.word(at: end - 1)) { end -= 1 }
    guard end < comma || start < draft.tokens.lowerBound && draft.unit?.kind == .percent,
      draft.unit?.kind == .percent || draft.unit?.kind == .money,
      let match = ChangeWords.table.longestMatch(
        in: text,
        endingAt: end,
        from: draft.sentence.lowerBound,
        limit: 4
      ), end == comma || match.value == .up || match.value == .down
    else { return nil }
    switch match.value {
    case .up: return .increase
    case .down: return .decrease
    default: return nil
    }
  }

  /// `trả về 6 kết quả`, `tải lên 7 ảnh`: what something is handed over or told of.
  private func isHandedOver(_ draft: Draft, at index: Int) -> Bool {
    guard draft.unit?.isCounted == true else { return false }
    if ChangeWords.handing.contains(text.word(at: index - 1)) { return true }
    // `thông tin về bốn thiết bị`: what does not fall is only spoken of.
    return text.word(at: index) == ChangeWords.about
      && !(index - 6..<index).contains { ChangeWords.fallers.contains(text.word(at: $0)) }
  }

  /// `còn 12 triệu liều chưa phân bổ`: what is still to be done.
  private func isUndone(_ draft: Draft) -> Bool {
    (draft.tokens.upperBound..<draft.tokens.upperBound + 3).contains {
      text.word(at: $0) == ChangeWords.notYet
    }
  }

  /// `độ cao lên tới 40 km`: how far something goes, where nothing in the clause moves it there.
  private func isExtent(_ draft: Draft, at index: Int) -> Bool {
    guard text.word(at: index) == ChangeWords.up,
      ChangeWords.until.contains(text.word(at: index + 1)),
      draft.unit?.kind != .percent, draft.unit?.kind != .index, draft.unit != nil,
      !draft.inheritsUnit
    else { return false }
    for place in stride(
      from: index - 1,
      through: max(draft.sentence.lowerBound, index - 12),
      by: -1
    ) {
      if text.tokens[place].isSymbol { break }
      if ChangeWords.movers.contains(text.word(at: place)) { return false }
      if draft.unit?.kind == .money, text.word(at: place) == ChangeWords.price { return false }
    }
    return true
  }

  /// `vượt 0,3% so với kế hoạch` is a difference, `vượt 60% dự toán`, `vượt 9.000 ca` a bound.
  private func exceeds(_ draft: Draft, isDirect: Bool) -> Judgement {
    guard isDirect else { return .found(.increase) }
    let isCompared = text.word(at: draft.tokens.upperBound) == ChangeWords.than
    let isSmall = draft.unit?.kind == .percent && draft.amount.mantissa < ExactNumber(50)
    return isCompared || isSmall ? .found(.increase) : .level
  }

  /// Whether a share is a rate of growth: `tốc độ tăng trưởng … là 18%`, and whether a level is one
  /// above a plan: `vượt kế hoạch năm 2020 là 06 trường`.
  private func grows(_ draft: Draft, before index: Int) -> Bool {
    let floor = max(draft.sentence.lowerBound - 1, index - 14)
    for place in stride(from: index - 1, to: floor, by: -1) {
      if text.tokens[place].isSymbol { return false }
      if draft.unit?.kind == .percent, text.word(at: place) == ChangeWords.growth.second,
        text.word(at: place - 1) == ChangeWords.growth.first
      {
        return true
      }
      if index - place < 6, text.word(at: place) == ChangeWords.plan.second,
        text.word(at: place - 1) == ChangeWords.plan.first,
        text.word(at: place - 2) == ChangeWords.beyond
      {
        return true
      }
    }
    return false
  }

  /// `cao hơn của công ty trong nước 29%`: a comparison whose other side stands between.
  private func compared(_ draft: Draft, before index: Int, _ isOccupied: (Int) -> Bool)
    -> Observation.Change?
  {
    let floor = max(draft.sentence.lowerBound, index - 8)
    for place in stride(from: index - 1, to: floor, by: -1) {
      if text.tokens[place].isSymbol || isOccupied(place) { return nil }
      guard text.word(at: place) == Qualifiers.more else { continue }
      let adjective = text.word(at: place - 1)
      if ChangeWords.greater.contains(adjective) { return .increase }
      if ChangeWords.less.contains(adjective) { return .decrease }
    }
    return nil
  }

  private func skipFillers(before start: Int, in sentence: Range<Int>) -> Int {
    var place = start - 1
    while place > sentence.lowerBound, ChangeWords.fillers.contains(text.word(at: place)) {
      let isComparison =
        text.word(at: place) == Qualifiers.more
        && Qualifiers.comparatives.contains(text.word(at: place - 1))
      if isComparison { break }
      place -= 1
    }
    return place
  }
}

enum ChangeWords {
  static let comma: WordKey = ","
  static let from: WordKey = "từ"
  static let up: WordKey = "lên"
  static let until: WordSet = ["tới", "đến"]
  static let movers: WordSet = [
    "tăng", "nâng", "đẩy", "đưa", "leo", "vọt", "nhảy", "vươn", "bật", "mở", "phình", "điều",
    "cộng", "kéo", "giảm",
  ]
  static let joints: WordSet = ["cho", "là", "được"]
  static let more: WordKey = "thêm"
  static let inARow: WordSet = ["liên"]
  static let wife: WordKey = "doanh"
  static let price: WordKey = "giá"
  static let turn: WordKey = "trở"
  static let level: WordKey = "mức"
  static let add: WordKey = "cộng"
  static let notYet: WordKey = "chưa"
  static let about: WordKey = "về"
  static let fallers: WordSet = ["giảm", "hạ", "rút", "kéo", "đưa", "lùi", "rơi", "tụt", "trở"]
  static let handing: WordSet = ["trả", "báo", "cáo", "gửi", "tải", "đăng", "treo", "đem", "nói"]
  static let averages: WordSet = ["bình", "quân", "trung"]
  static let degrees: WordSet = [
    "cao", "mạnh", "nhất", "khá", "nhẹ", "nhanh", "thấp", "lớn", "đều", "sâu", "vọt",
  ]
  static let lose: WordKey = "mất"

  /// Words that move only what stands right after them: `hạ 8 điểm`, but not `hạ tầng`.
  static let narrow: WordSet = ["mất", "hạ"]
  static let greater: WordSet = ["cao", "nhiều", "đắt"]
  static let less: WordSet = ["thấp", "ít", "rẻ", "kém"]
  static let still: WordSet = ["vẫn", "hiện", "cũng", "đang", "lại"]
  static let than: WordKey = "so"
  static let growth: (first: WordKey, second: WordKey) = ("tăng", "trưởng")
  static let plan: (first: WordKey, second: WordKey) = ("kế", "hoạch")
  static let beyond: WordKey = "vượt"
  static let fillers: WordSet = [
    "mức", "mốc", "ngưỡng", "vùng", "con", "số", "khoảng", "gần", "hơn", "tròn", "lần", "lượt",
    "cả",
    "tới", "đến", "giá", "ngắn", "hạn", "hỗ", "trợ", "quanh", "dưới", "đạt", "thành", "ít",
    "nhất", "tối", "đa", "thiểu", "tận", "tương", "ứng", "vị", "trí", "hạng", "thứ",
  ]

  static let table = PhraseTable<ChangeReader.Verb>(
    rows(ofLexicon: LexiconFiles.changes).compactMap { row in
      ChangeReader.Verb(rawValue: row[row.count - 1]).map { (phrase: row[0], value: $0) }
    }
  )
}
