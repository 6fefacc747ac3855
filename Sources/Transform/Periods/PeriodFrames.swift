import Records

/// The period in force at each place of an article; see `PeriodMention.Force`.
struct PeriodFrames: Sendable {
  /// For each mention, and for the end, the index of the last one before it that is in force for
  /// the rest of its paragraph; -1 for none.
  private(set) var inParagraph: [Int] = []

  /// Likewise of the last one that is in force until another one is.
  private(set) var inReport: [Int] = []

  /// Likewise of the last day.
  private(set) var days: [Int] = []

  init(_ mentions: [PeriodMention], in text: ArticleText) {
    var (paragraph, report, day) = (-1, -1, -1)
    inParagraph.reserveCapacity(mentions.count + 1)
    inReport.reserveCapacity(mentions.count + 1)
    days.reserveCapacity(mentions.count + 1)
    for (index, mention) in mentions.enumerated() {
      inParagraph.append(paragraph)
      inReport.append(report)
      days.append(day)
      switch mention.force {
      case .report: (paragraph, report) = (index, index)
      case .paragraph: paragraph = index
      case .sentence: break
      }
      if !mention.isBase, mention.start != nil, mention.start == mention.end,
        mention.reason == .date || text.word(at: mention.tokens.upperBound - 1) != Self.past
      {
        day = index
      }
    }
    inParagraph.append(paragraph)
    inReport.append(report)
    days.append(day)
  }

  /// What ends `hôm qua`, `đêm qua`: a day that is told of by the way.
  private static let past: WordKey = "qua"
}

extension ContextResolver {
  /// The period that a figure takes over from what precedes its sentence; `nil` for none.
  func inherited(by tokens: Range<Int>, in sentence: Range<Int>, _ hints: Hints) -> Period? {
    let index = firstIndex(periods, from: sentence.lowerBound) { $0.tokens.lowerBound }
    if topic.isSport || topic.isMarket { return session(by: tokens, before: index, hints) }
    guard hints.status != .norm, hints.kind != .duration, hints.change != .from,
      !isTeaser(sentence), !isRepeated(tokens)
    else { return nil }
    let isActual = hints.status == .actual || hints.status == .estimate
    let frame = frames.inParagraph[index]
    let paragraph = text.paragraph(at: tokens.lowerBound)
    let day = frames.days[index]
    if isActual, day > frame, !isApart(periods[day]),
      periods[day].tokens.lowerBound >= paragraph.lowerBound,
      happens(hints), !isHad(tokens), !topic.isNarrative, !isOngoing(tokens, in: sentence)
    {
      return periods[day].period
    }
    if isActual, isNow(before: index, since: frame, in: paragraph) { return .unknown }
    if frame >= 0, periods[frame].tokens.lowerBound >= paragraph.lowerBound,
      carries(periods[frame], isActual: isActual)
    {
      return periods[frame].period
    }
    if topic.isBusiness, let period = transaction(after: sentence, in: paragraph) { return period }
    if let day = eventDay(of: tokens, in: sentence, hints) { return .day(day) }
    guard isActual, !isAsked(tokens, hints) else { return nil }
    let report = frames.inReport[index]
    if isOngoing(tokens, in: sentence) { return nil }
    if report >= 0, speaksOfAnother(than: periods[report], after: sentence, in: paragraph) {
      return nil
    }
    if report >= 0, !topic.isBusiness || periods[report].isOfMonths {
      return periods[report].period
    }
    return topic.period
  }

  /// Whether a paragraph goes on with another long time than that of the paragraphs before.
  private func speaksOfAnother(
    than report: PeriodMention,
    after sentence: Range<Int>,
    in paragraph: Range<Int>
  ) -> Bool {
    guard report.tokens.lowerBound < paragraph.lowerBound else { return false }
    var index = firstIndex(periods, from: sentence.upperBound) { $0.tokens.lowerBound }
    while index < periods.count, periods[index].tokens.lowerBound < paragraph.upperBound {
      let mention = periods[index]
      if mention.isOverAMonth, mention.start != nil, mention.end != nil,
        mention.period != report.period, !mention.isBase || mention.isPlanned
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether `đến nay` is the last time that a paragraph named before a sentence; or `hiện`, where
  /// no report goes on after that.
  private func isNow(before index: Int, since frame: Int, in paragraph: Range<Int>) -> Bool {
    var place = index - 1
    while place > max(frame, index - 6), periods[place].tokens.lowerBound >= paragraph.lowerBound {
      if periods[place].isUntilNow(in: text)
        || frames.inReport[index] < 0 && periods[place].isNow(in: text)
      {
        return true
      }
      guard periods[place].isBase || periods[place].isPlanned else { return false }
      place -= 1
    }
    return false
  }

  /// Whether a time is only that of a part, which `riêng` picks out.
  private func isApart(_ mention: PeriodMention) -> Bool {
    let start = mention.tokens.lowerBound
    return (start - 3..<start).contains { text.word(at: $0) == Self.apart }
  }

  /// Whether something has it, at that time as at any other: `có 1.200 cơ sở lưu trú`.
  private func isHad(_ tokens: Range<Int>) -> Bool {
    text.word(at: tokens.lowerBound - 1) == Self.having
      && !Self.beforeHaving.contains(text.word(at: tokens.lowerBound - 2))
  }

  private static let beforeHaving: WordSet = ["đó", "còn", "đã", "vừa", "từng"]
  private static let having: WordKey = "có"
  private static let apart: WordKey = "riêng"

  /// Whether a figure is a price that is asked, or a measure of what is for sale: those are today's.
  private func isAsked(_ tokens: Range<Int>, _ hints: Hints) -> Bool {
    if hints.kind == .measure { return hints.unitCode == "m2" }
    // What a harvest fetched is the harvest's.
    guard hints.kind == .money, hints.unitCode?.hasSuffix("/kg") != true,
      hints.unitCode?.hasSuffix("/t") != true
    else { return false }
    if text.word(at: tokens.lowerBound - 1) == Self.price { return true }
    return (tokens.lowerBound - 10..<tokens.lowerBound).contains {
      Self.asking.longestMatch(in: text, at: $0) != nil
    }
  }

  private static let price: WordKey = "giá"
  private static let asking = PhraseTable<Bool>(
    [
      "rao", "chào bán", "chào giá", "có giá", "giá bán", "giá vé", "giá thuê", "giá dao động",
      "giá từ", "mức giá", "dao động từ", "giá niêm yết",
    ].map { ($0, true) }
  )

  /// Whether a figure may be that of something which happens on a day.
  private func happens(_ hints: Hints) -> Bool {
    switch hints.kind {
    case .count, .money, .percent, .ratio, .multiple, .score, .index: true
    default: false
    }
  }

  /// The time of a trade that the sentence after tells: `Giao dịch thực hiện từ 26/8 đến 24/9`.
  private func transaction(after sentence: Range<Int>, in paragraph: Range<Int>) -> Period? {
    var start = sentence.upperBound
    for _ in 0..<2 where start < paragraph.upperBound {
      let next = text.sentence(at: start)
      let index = firstIndex(periods, from: start) { $0.tokens.lowerBound }
      if text.matches(Self.trade, at: start) || text.matches(Self.time, at: start),
        index < periods.count, periods[index].tokens.lowerBound < next.upperBound,
        periods[index].force == .report
      {
        return periods[index].period
      }
      start = next.upperBound
    }
    return nil
  }

  private static let trade: [WordKey] = ["giao", "dịch"]
  private static let time: [WordKey] = ["thời", "gian"]

  /// Whether a figure is that of something still so: `các dự án đang chuẩn bị`, `còn thiếu 12 lớp`.
  private func isOngoing(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    // What a list's head says holds for all of it: `các dự án đang thi công: 10 dự án …`.
    let colon = TimeWords.colon
    let head = sentence.prefix(40).prefix { text.word(at: $0) != colon }
    if head.upperBound < min(tokens.lowerBound, sentence.lowerBound + 40),
      head.contains(where: { text.word(at: $0) == Self.ongoing })
    {
      return true
    }
    let (ongoing, still, lacking) = (Self.ongoing, Self.still, Self.lacking)
    return (max(sentence.lowerBound, tokens.lowerBound - 14)..<tokens.lowerBound).contains {
      text.word(at: $0) == ongoing || text.matches(still, at: $0) || text.matches(lacking, at: $0)
    }
  }

  private static let ongoing: WordKey = "đang"
  private static let still: [WordKey] = ["vẫn", "còn"]
  private static let lacking: [WordKey] = ["còn", "thiếu"]

  /// The last period of the sentence before, of which this one tells more: `Trong đó, …`, `Vụ cháy
  /// làm …`.
  func continued(_ sentence: Range<Int>, _ hints: Hints) -> Period? {
    guard hints.status == .actual || hints.status == .estimate, sentence.lowerBound > 0,
      text.matches(Self.ofWhich, at: sentence.lowerBound)
        || Self.events.contains(text.word(at: sentence.lowerBound))
          && !Self.harvests.contains(text.word(at: sentence.lowerBound + 1)),
      !text.isCaption(at: sentence.lowerBound - 1)
    else { return nil }
    let previous = text.sentence(at: sentence.lowerBound - 1)
    var index = firstIndex(periods, from: sentence.lowerBound) { $0.tokens.lowerBound } - 1
    while index >= 0, periods[index].tokens.lowerBound >= previous.lowerBound {
      let mention = periods[index]
      if !mention.isBase, !mention.isPlanned, mention.start != nil || mention.end != nil {
        return mention.period
      }
      index -= 1
    }
    return nil
  }

  /// Words that begin a sentence on the event that was just told: `Vụ cháy làm 3 người chết`.
  private static let events: WordSet = ["vụ", "trận", "cơn", "đám"]
  /// What makes `vụ` a harvest's.
  private static let harvests: WordSet = [
    "này", "đông", "hè", "thu", "mùa", "xuân", "lúa", "chiêm",
  ]
  private static let ofWhich: [WordKey] = ["trong", "đó"]

  /// Whether a mention is in force for the rest of its paragraph.
  private func carries(_ mention: PeriodMention, isActual: Bool) -> Bool {
    if mention.force == .report { return isActual || isAhead(mention) }
    return !topic.isNarrative && (isActual || mention.reason == .year && isAhead(mention))
  }

  /// Whether a period is not yet over on the day of publication, as those of plans are.
  func isAhead(_ mention: PeriodMention) -> Bool {
    guard let end = mention.end, let day = topic.publishedOn else { return true }
    return end >= day
  }

  /// Whether a sentence's paragraph is the beginning of another article, cut off with points.
  func isTeaser(_ sentence: Range<Int>) -> Bool {
    let paragraph = text.paragraph(at: sentence.lowerBound)
    let last = paragraph.upperBound - 1
    let first = firstIndex(periods, from: paragraph.lowerBound) { $0.tokens.lowerBound }
    if first < periods.count, periods[first].isStamp,
      periods[first].tokens.lowerBound <= paragraph.lowerBound + 1
    {
      return true
    }
    guard isCutOff(last), paragraph.lowerBound > 0, paragraph.count < 80 else { return false }
    // Teasers come in rows; a lone `…` leaves out the rest of a list.
    return isCutOff(paragraph.lowerBound - 1)
      || paragraph.upperBound < text.count
        && isCutOff(text.paragraph(at: paragraph.upperBound).upperBound - 1)
  }

  /// Whether points stand for what is left out at the end of a paragraph.
  private func isCutOff(_ last: Int) -> Bool {
    text.word(at: last) == Self.ellipsis
      || text.word(at: last) == Self.point && text.word(at: last - 1) == Self.point
  }

  private static let ellipsis: WordKey = "…"
  private static let point: WordKey = "."

  /// The day of the match or of the trading session that a figure is of.
  private func session(by tokens: Range<Int>, before index: Int, _ hints: Hints) -> Period? {
    let isActual = hints.status == .actual || hints.status == .estimate
    if topic.isSport {
      guard isActual else { return nil }
      let isOfMatch =
        hints.kind == .score
        || hints.kind == .count && tokens.contains { Self.scored.contains(text.word(at: $0)) }
      guard isOfMatch, !isOfCareer(text.sentence(at: tokens.lowerBound)) else { return nil }
    } else if hints.kind == .index, isThreshold(tokens) {
      return nil
    } else if hints.kind == .duration || hints.kind == .rate {
      return nil
    }
    if let since = topic.since, hints.kind == .money { return Period(start: since, end: nil) }
    let day = frames.days[index]
    if !isActual, day < 0 || !isAhead(periods[day]) { return nil }
    return day >= 0 ? periods[day].period : topic.day.map(Period.day)
  }

  private static let scored: WordSet = ["bàn", "điểm", "thẻ", "quả", "hiệp"]
}

extension PeriodMention {
  /// Whether it is made of whole months.
  var isOfMonths: Bool {
    guard let start, let end else { return false }
    return start.parts.day == 1 && end.adding(days: 1).parts.day == 1
  }
}
