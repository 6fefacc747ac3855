import Records

extension ContextResolver {
  /// The day of the event that an article is about, where a figure is the event's own: those who
  /// came to `Hội nghị`, what was handed over at `buổi lễ`, who died.
  func eventDay(of tokens: Range<Int>, in sentence: Range<Int>, _ hints: Hints) -> Day? {
    guard hints.kind == .count || hints.kind == .money || hints.kind == .ratio,
      let day = leadDay
    else { return nil }
    if isOfVictims(tokens) { return day }
    let head = sentence.lowerBound..<min(tokens.lowerBound, sentence.lowerBound + 40)
    if head.contains(where: { Self.sayings.longestMatch(in: text, at: $0) != nil }) { return nil }
    return head.contains { Self.occasions.longestMatch(in: text, at: $0) != nil } ? day : nil
  }

  /// The first day that the beginning of an article names.
  private var leadDay: Day? {
    let end = text.paragraphs.prefix(2).last?.upperBound ?? 0
    let first = periods.prefix(4).first {
      $0.tokens.lowerBound < end && !$0.isBase && $0.start != nil && $0.start == $0.end
    }
    guard let day = first?.start, let published = topic.publishedOn,
      (0...10).contains(published.number - day.number)
    else { return nil }
    return day
  }

  /// Whether people are counted whom something befell: `làm 5 người thiệt mạng`.
  private func isOfVictims(_ tokens: Range<Int>) -> Bool {
    (tokens.lowerBound + 1..<tokens.upperBound + 3).contains {
      Self.harms.longestMatch(in: text, at: $0) != nil
    }
  }

  private static let harms = PhraseTable<Bool>(
    ["thiệt mạng", "chết", "tử vong", "bị thương", "mất tích", "tử nạn", "mắc kẹt"]
      .map { ($0, true) }
  )
  private static let occasions = PhraseTable<Bool>(
    [
      "hội nghị", "buổi lễ", "lễ trao", "lễ khai mạc", "phiên họp", "hội thảo", "cuộc họp",
      "buổi làm việc", "diễn đàn", "đại hội", "lễ công bố", "trao bằng khen", "trao giấy khen",
      "khen thưởng", "tham dự", "đã trao",
    ].map { ($0, true) }
  )
}
