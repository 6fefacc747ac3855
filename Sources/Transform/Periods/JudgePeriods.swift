extension PeriodFinder {
  /// Reads `trong thời gian trên`, `giai đoạn này`: the span named last; `vụ này`: the season.
  func readBackReference(at index: Int) -> TimeExpression? {
    if let season, text.matches(Self.thisSeason, at: index) {
      return TimeExpression(index..<index + 2, .fixed(season))
    }
    guard let span, let found = Self.references.longestMatch(in: text, at: index) else {
      return nil
    }
    return TimeExpression(index..<index + found.length, .fixed(span))
  }

  private static let thisSeason: [WordKey] = ["vụ", "này"]
  private static let references = PhraseTable<Bool>(
    [
      "thời gian trên", "cùng thời gian trên", "cùng thời gian này", "giai đoạn này",
      "giai đoạn trên", "khoảng thời gian này", "khoảng thời gian trên", "cùng giai đoạn",
    ].map { ($0, true) }
  )

  /// How far a mention is in force: spans that reports are made of until the next such, single
  /// months and years until the paragraph ends, anything else not beyond its sentence.
  func force(
    of mention: PeriodMention,
    _ expression: TimeExpression
  ) -> PeriodMention.Force {
    guard !mention.isBase, !mention.isPlanned, let end = mention.end,
      !text.isCaption(at: mention.tokens.lowerBound)
    else { return .sentence }
    guard let start = mention.start else {
      guard let today = reader.today, end <= today else { return .sentence }
      // What a lead says of the end of June holds for all that follows.
      return paragraph == 0 ? .report : .paragraph
    }
    switch expression.shape {
    case .relative(let meaning) where meaning.unit == .year && meaning.count == 0: break
    case .relative, .fixed: return .sentence
    case .schoolYear:
      // Its report comes when it is over, or nearly so.
      return reader.today.map { end.number - $0.number < 60 } == true ? .report : .paragraph
    case .months, .years, .day, .samePeriod, .none: break
    }
    let length = end.number - start.number + 1
    let before = max(0, mention.tokens.lowerBound - 5)..<mention.tokens.lowerBound
    if before.contains(where: { isHarvest($0) }) { return .report }
    if length < 4 { return .sentence }
    // Reports are made of quarters, not of summers.
    if text.word(at: expression.tokens.lowerBound) == Self.summer { return .paragraph }
    if case .day = expression.shape { return length < 365 ? .report : .paragraph }
    return length < 365 && !(28...31).contains(length) ? .report : .paragraph
  }

  /// Whether `vụ` is a harvest's, not an accident's: `vụ đông xuân`, `niên vụ`.
  private func isHarvest(_ index: Int) -> Bool {
    guard text.word(at: index) == Self.harvest else { return false }
    return Self.harvests.contains(text.word(at: index + 1))
      || Self.beforeHarvest.contains(text.word(at: index - 1))
  }

  private static let harvests: WordSet = [
    "đông", "hè", "thu", "mùa", "xuân", "lúa", "chiêm", "ép", "cà", "vải", "tôm", "nuôi", "sản",
  ]
  private static let beforeHarvest: WordSet = ["niên", "mùa", "thời"]

  /// Whether a date is that of a list's entry, to whose headline it sticks: `- 06-08-2026Tên bài`.
  func isStamp(_ mention: PeriodMention) -> Bool {
    guard mention.reason == .date, let next = text.token(at: mention.tokens.upperBound),
      next.isWord, next.isCapitalised, !next.hasSpaceBefore
    else { return false }
    return mention.tokens.lowerBound - text.paragraph(at: mention.tokens.lowerBound).lowerBound <= 1
  }

  /// Whether something is compared with what begins at a token: `so với năm 2019`, `gấp đôi năm
  /// ngoái`, `cao hơn hôm qua`.
  func isCompared(_ start: Int) -> Bool {
    let first = text.sentence(at: start).lowerBound
    var place = start - 1
    let (since, like, comparisons, stops) = (Self.since, Self.like, Self.comparisons, Self.stops)
    while place >= max(first, start - 9) {
      let key = text.word(at: place)
      if key == since, isSuperlative(before: place) { return true }
      if key == like, text.word(at: place - 1) == Self.similar { return true }
      if comparisons.contains(key) { return place >= start - 2 || key != Self.than }
      if stops.contains(key) { return false }
      place -= 1
    }
    return false
  }

  /// Whether something is the first or the most since then: `thấp nhất kể từ năm 2015`.
  private func isSuperlative(before index: Int) -> Bool {
    (index - 6..<index).contains { Self.superlatives.contains(text.word(at: $0)) }
  }

  private static let superlatives: WordSet = ["nhất", "đầu", "kỷ"]
  private static let like: WordKey = "tự"
  private static let similar: WordKey = "tương"

  /// Whether a date is that of a law or a decision: `Nghị định số 108/2014/NĐ-CP ngày 20/11/2014`,
  /// `Thông báo 368 ngày 2/12`.
  func isCitation(_ start: Int) -> Bool {
    if text.token(at: start - 1)?.isNumber == true {
      let end = text.word(at: start - 2) == Self.number ? start - 2 : start - 1
      if Self.documents.longestMatch(in: text, endingAt: end, from: max(0, end - 3)) != nil {
        return true
      }
    }
    guard let token = text.token(at: start - 1), token.isWord, token.isAllCapitals else {
      return false
    }
    let before = text.word(at: start - 2)
    return before == TimeWords.hyphen || before == TimeWords.slash
  }

  /// Whether a time is told by the way: when somebody was born, a law made.
  func isAside(_ tokens: Range<Int>) -> Bool {
    if Self.reporting.longestMatch(in: text, at: tokens.upperBound) != nil { return true }
    let start = tokens.lowerBound
    if Self.asides.longestMatch(in: text, endingAt: start, from: max(0, start - 3)) != nil {
      return true
    }
    return isSinceWhen(start)
  }

  /// Whether a time is that of what something has gone on since: `từ khi chợ mở cửa hồi tháng 3`.
  private func isSinceWhen(_ start: Int) -> Bool {
    for place in stride(from: start - 1, to: max(1, start - 14), by: -1) {
      guard let token = text.token(at: place), token.isWord || token.key == TimeWords.hyphen else {
        return false
      }
      if text.word(at: place) == Self.when { return text.word(at: place - 1) == Self.from }
    }
    return false
  }

  /// Whether a plan, a target or a budget is what begins at a token measures.
  func isPlanned(_ start: Int) -> Bool {
    for place in stride(from: start - 1, to: max(0, start - 5), by: -1) {
      guard let token = text.token(at: place), token.isWord else { return false }
      if Self.plans.longestMatch(in: text, at: place) != nil { return true }
    }
    return false
  }

  private static let plans = PhraseTable<Bool>([
    ("kế hoạch", true), ("dự toán", true), ("mục tiêu", true), ("chỉ tiêu", true),
    ("nghị quyết", true),
  ])
  private static let asides = PhraseTable<Bool>(
    [
      "sinh", "SN", "sinh vào", "ban hành", "gia nhập", "từ trần", "mất", "thành lập từ", "công bố",
      "công bố hồi", "công bố đầu", "công bố vào",
    ].map {
      ($0, true)
    }
  )
  private static let reporting = PhraseTable<Bool>(
    ["đưa tin", "dẫn lời", "dẫn nguồn", "dẫn tin", "cho hay"].map { ($0, true) }
  )
  private static let documents = PhraseTable<Bool>(
    [
      "quyết định", "nghị quyết", "nghị định", "thông tư", "thông báo", "công văn", "văn bản",
      "chỉ thị", "tờ trình", "công điện",
    ].map { ($0, true) }
  )
  private static let number: WordKey = "số"
  private static let when: WordKey = "khi"
  private static let from: WordKey = "từ"
  private static let since: WordKey = "kể"
  private static let summer: WordKey = "hè"
  private static let harvest: WordKey = "vụ"
  private static let than: WordKey = "hơn"
  private static let comparisons: WordSet = ["so", "hơn", "gấp", "kém", "như", "thay"]
  private static let stops: WordSet = [",", ";", "(", ")", ":", "đạt", "là", "và", "từ"]
}

extension ArticleText {
  /// Whether a token stands in a picture's caption: `Khai thác than (Ảnh minh họa)`.
  func isCaption(at index: Int) -> Bool {
    let paragraph = paragraph(at: index)
    guard paragraph.count < 50, paragraph.lowerBound > 0 else { return false }
    return paragraph.dropFirst().contains {
      word(at: $0) == Self.picture && tokens[$0].isCapitalised
    }
  }

  private static let picture: WordKey = "ảnh"
}
