import Records

extension ContextResolver {
  /// Whether a figure stands in brackets right after what something is compared with.
  func isBracketed(_ tokens: Range<Int>, after base: PeriodMention) -> Bool {
    let gap = tokens.lowerBound - base.tokens.upperBound
    return (0...2).contains(gap) && text.word(at: base.tokens.upperBound) == TimeWords.opening
  }

  /// Whether a period stands so close after a figure that it is the figure's: `33% năm 2025`.
  func isRightAfter(_ mention: PeriodMention, _ tokens: Range<Int>) -> Bool {
    guard mention.tokens.lowerBound - tokens.upperBound <= 4 else { return false }
    return (tokens.upperBound..<mention.tokens.lowerBound).allSatisfy {
      text.tokens[$0].isWord && !Self.breaks.contains(text.word(at: $0))
    }
  }

  /// Whether a figure is itself what is compared with: `thay vì 36,63 triệu đồng trong ngày hôm qua`.
  func isDated(_ tokens: Range<Int>, by base: PeriodMention) -> Bool {
    guard (1...3).contains(base.tokens.lowerBound - tokens.upperBound) else { return false }
    return (tokens.upperBound..<base.tokens.lowerBound).allSatisfy {
      Self.within.contains(text.word(at: $0)) || text.word(at: $0) == TimeWords.day
    }
  }

  private static let within: WordSet = ["trong", "vào", "hồi", "của"]
  private static let breaks: WordSet = [
    "và", "xuống", "lên", "còn", "so", "từ", "nhưng", "thì",
  ]

  /// Whether a mention stands right before a figure, with nothing but a word or two between.
  func isClose(_ mention: PeriodMention, before tokens: Range<Int>) -> Bool {
    guard (0...3).contains(tokens.lowerBound - mention.tokens.upperBound) else { return false }
    return (mention.tokens.upperBound..<tokens.lowerBound).allSatisfy { text.tokens[$0].isWord }
  }

  /// Whether a mention is that of the level before: `từ 4,74% cuối quý I xuống 3,97%`.
  func isOfLevelBefore(_ mention: PeriodMention, _ tokens: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    guard mention.start != nil, (1...4).contains(tokens.lowerBound - mention.tokens.upperBound),
      (start - 3..<start).contains(where: { text.token(at: $0)?.isNumber == true })
    else { return false }
    return (mention.tokens.upperBound..<tokens.lowerBound).allSatisfy {
      Self.reaching.contains(text.word(at: $0))
    }
  }

  private static let reaching: WordSet = [
    "xuống", "lên", "còn", "mức", "khoảng", "hơn", "gần", "chỉ",
  ]

  /// Whether another number stands between a figure and a mention after it.
  func isFigure(between tokens: Range<Int>, and mention: PeriodMention) -> Bool {
    (tokens.upperBound..<mention.tokens.lowerBound).contains { text.tokens[$0].isNumber }
  }

  /// Whether a mention stands in another clause than a figure before it, and tells the time of one
  /// that follows: `có 5.000 công nhân, doanh thu nửa đầu năm đạt 900 tỷ đồng`.
  func isOfNextClause(_ mention: PeriodMention, than tokens: Range<Int>) -> Bool {
    guard
      (tokens.upperBound..<mention.tokens.lowerBound).contains(where: {
        Self.clauseMarks.contains(text.word(at: $0))
      })
    else { return false }
    let sentence = text.sentence(at: tokens.lowerBound)
    let reach = mention.tokens.upperBound..<min(sentence.upperBound, mention.tokens.upperBound + 12)
    for place in reach {
      if Self.clauseMarks.contains(text.word(at: place)) { return false }
      if text.tokens[place].isNumber { return true }
    }
    return false
  }

  private static let clauseMarks: WordSet = [",", ";", "và", "còn", "nhưng"]

  /// Whether a length of time is a sentence: `phạt 9 năm 6 tháng tù`.
  func isPunishment(_ tokens: Range<Int>, _ hints: Hints) -> Bool {
    guard hints.kind == .duration, hints.status == .actual else { return false }
    let around = tokens.lowerBound - 3..<tokens.upperBound + 2
    return around.contains { Self.punishments.contains(text.word(at: $0)) }
  }

  private static let punishments: WordSet = ["tù", "phạt", "tuyên", "án", "giam", "chế"]

  /// The first day that an article names.
  var verdictDay: Day? {
    periods.prefix(3).first { $0.reason == .date && !$0.isBase && $0.start == $0.end }?.start
  }

  /// Whether a figure is the same at any time: a height, or what happens each year.
  func isLasting(_ tokens: Range<Int>, _ hints: Hints) -> Bool {
    if hints.kind == .measure || hints.kind == .rate,
      isOfProduct(hints, in: text.sentence(at: tokens.lowerBound))
    {
      return true
    }
    if hints.kind == .measure,
      (tokens.lowerBound - 3..<tokens.lowerBound).contains(where: {
        Self.dimensions.contains(text.word(at: $0))
      })
    {
      return true
    }
    return isRepeated(tokens)
  }

  private static let dimensions: WordSet = [
    "cao", "dài", "rộng", "sâu", "cách", "nặng", "dày", "kính", "tầm", "bắn", "tích",
  ]

  /// Whether a figure is what comes again and again: `2.000 trẻ mỗi năm`.
  func isRepeated(_ tokens: Range<Int>) -> Bool { round(of: tokens) != nil }

  /// Of a figure that comes again and again how often it does, in days: 366 for `mỗi năm`.
  private func round(of tokens: Range<Int>) -> Int? {
    let each = Self.each
    for place in tokens.lowerBound - 4..<tokens.upperBound + 9 {
      if place >= tokens.upperBound, text.token(at: place)?.isWord != true { return nil }
      guard each.contains(text.word(at: place)) else { continue }
      if let days = Self.rounds[text.word(at: place + 1)] { return days }
    }
    return nil
  }

  /// Whether a mention spans several rounds of what comes again and again.
  func outlasts(_ mention: PeriodMention, _ tokens: Range<Int>) -> Bool {
    guard let start = mention.start, let end = mention.end else { return false }
    return end.number - start.number + 1 > round(of: tokens) ?? 366
  }

  private static let rounds = KeyTable<Int>([
    ("năm", 366), ("tháng", 31), ("ngày", 1), ("tuần", 7), ("quý", 92), ("giờ", 1), ("vụ", 366),
  ])
  private static let each: WordSet = ["mỗi", "hằng", "hàng"]
}
