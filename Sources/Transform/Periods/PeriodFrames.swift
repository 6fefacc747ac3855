import Records

/// The period in force at each place of an article: what its reports are about.
///
/// A report's span (`9 tháng đầu năm`, `quý III`, `tuần qua`) is in force until another one, a
/// single month, a year or some years until the paragraph ends, a day not beyond its sentence.
struct PeriodFrames: Sendable {
  /// For each mention the index of the last one before it that is in force for the rest of its
  /// paragraph; -1 for none.
  private(set) var weak: [Int] = []

  /// Likewise for what is in force until another one is.
  private(set) var strong: [Int] = []

  /// Likewise for days.
  private(set) var days: [Int] = []

  init(_ mentions: [PeriodMention]) {
    var (lastWeak, lastStrong, lastDay) = (-1, -1, -1)
    for (index, mention) in mentions.enumerated() {
      weak.append(lastWeak)
      strong.append(lastStrong)
      days.append(lastDay)
      guard !mention.isBase, !mention.isPlanned, let start = mention.start, let end = mention.end
      else { continue }
      if start == end { lastDay = index }
      if mention.isReport { lastStrong = index }
      if end.number - start.number >= 4 { lastWeak = index }
    }
    weak.append(lastWeak)
    strong.append(lastStrong)
    days.append(lastDay)
  }
}

extension PeriodMention {
  /// Whether it is a span that reports are made of: some days to some months, but no single month.
  var isReport: Bool {
    guard !isBase, !isPlanned, let start, let end else { return false }
    let length = end.number - start.number + 1
    return length >= 4 && length < 365 && !(28...31).contains(length)
  }
}

extension ContextResolver {
  /// The period that a figure takes over from what precedes its sentence; `nil` for none.
  func inherited(by tokens: Range<Int>, in sentence: Range<Int>, _ hints: Hints) -> Period? {
    let index = firstIndex(periods, from: sentence.lowerBound) { $0.tokens.lowerBound }
    if topic.isSport || topic.isMarket { return session(by: tokens, before: index, hints) }
    guard inherits(tokens, hints), !isTeaser(sentence) else { return nil }
    let paragraph = text.paragraph(at: tokens.lowerBound)
    let weak = frames.weak[index]
    if weak >= 0, periods[weak].tokens.lowerBound >= paragraph.lowerBound, carries(periods[weak]) {
      return periods[weak].period
    }
    guard [.actual, .estimate].contains(hints.status) else { return nil }
    let strong = frames.strong[index]
    return strong >= 0 ? periods[strong].period : topic.period
  }

  /// Whether a figure takes over the period of what precedes its sentence.
  private func inherits(_ tokens: Range<Int>, _ hints: Hints) -> Bool {
    hints.status != .norm && hints.kind != .duration && hints.change != .from
  }

  /// Whether a mention is in force for the rest of its paragraph.
  private func carries(_ mention: PeriodMention) -> Bool {
    mention.isReport || !topic.isNarrative
  }

  /// Whether a sentence's paragraph is the beginning of another article, cut off with points.
  private func isTeaser(_ sentence: Range<Int>) -> Bool {
    let last = text.paragraph(at: sentence.lowerBound).upperBound - 1
    return Self.points.contains(text.word(at: last))
      && text.word(at: last - 1) == text.word(at: last)
      || text.word(at: last) == Self.ellipsis
  }

  private static let ellipsis: WordKey = "…"
  private static let points: Set<WordKey> = ["."]

  /// The day of the match or of the trading session that a figure is of.
  private func session(by tokens: Range<Int>, before index: Int, _ hints: Hints) -> Period? {
    guard hints.status == .actual || hints.status == .estimate else { return nil }
    if topic.isSport {
      let isOfMatch =
        hints.kind == .score
        || hints.kind == .count && tokens.contains { Self.points2.contains(text.word(at: $0)) }
      guard isOfMatch else { return nil }
    } else if hints.kind == .duration || hints.kind == .rate {
      return nil
    }
    let day = frames.days[index]
    return day >= 0 ? periods[day].period : topic.day.map(Period.day)
  }

  private static let points2: Set<WordKey> = ["bàn", "điểm", "thẻ", "quả", "hiệp"]
}
