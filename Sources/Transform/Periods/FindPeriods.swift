/// Finds the dates, periods and clock times of a text, in its order and apart from each other.
///
/// - Parameters:
///   - text: The article.
///   - publishedOn: What `24/11`, `tháng trước` and `hôm qua` are reckoned from; where it is `nil`
///     such are found but mean no days.
/// - Returns: Mentions that don't overlap.
func findPeriods(in text: ArticleText, publishedOn: Day?) -> [PeriodMention] {
  var finder = PeriodFinder(text: text, today: publishedOn)
  finder.run()
  if let publishedOn, let today = finder.spokenOn(published: publishedOn) {
    finder = PeriodFinder(text: text, today: today)
    finder.run()
  }
  return finder.mentions
}

/// Walks over a text and collects its expressions of time.
struct PeriodFinder {
  let text: ArticleText
  var reader: TimeReader
  var mentions: [PeriodMention] = []

  /// The period named last that nothing is compared with, and the paragraph it stands in.
  var frame: (period: Period, paragraph: Int)?
  var paragraph = 0

  /// The week, month and quarter named last, which `trong tuần`, `trong tháng`, `trong quý` mean.
  var week: Period?
  var month: Period?
  var quarter: Period?

  /// The days of the harvest named last, which `vụ này` means.
  var season: Period?

  /// The span named last, which `thời gian trên`, `giai đoạn này` mean.
  var span: Period?

  init(text: ArticleText, today: Day?) {
    self.text = text
    reader = TimeReader(text: text, today: today)
  }

  mutating func run() {
    let count = text.count
    var index = text.next([.digits, .time], from: 0, to: count)
    while index < count {
      while paragraph < text.paragraphs.count, text.paragraphs[paragraph].upperBound <= index {
        paragraph += 1
      }
      let end = read(at: index).map { add($0) } ?? 0
      index = text.next([.digits, .time], from: max(end, index + 1), to: count)
    }
  }

  /// Reads one expression that begins at a token.
  func read(at index: Int) -> TimeExpression? {
    guard let token = text.token(at: index) else { return nil }
    if token.isNumber { return readNumber(at: index) }
    guard token.isWord, let cue = Self.cues[token.key] else { return nil }
    switch cue {
    case .day: return reader.readCuedDay(at: index) ?? reader.readRelative(at: index)
    case .month: return reader.readMonth(at: index) ?? reader.readRelative(at: index)
    case .quarter: return reader.readQuarter(at: index) ?? reader.readRelative(at: index)
    case .year:
      return reader.readYear(at: index) ?? reader.readRelative(at: index)
        ?? reader.readPlacedLength(at: index)
    case .reference: return readBackReference(at: index)
    case .same:
      return readBackReference(at: index) ?? reader.readSamePeriod(at: index)
        ?? reader.readCuedDay(at: index)
    case .summer: return reader.readSummer(at: index)
    case .era: return reader.readEra(at: index) ?? reader.readRelative(at: index)
    case .clock: return reader.readClock(at: index)
    case .celebration: return reader.readAnniversary(at: index)
    case .numeral:
      return reader.readMonthCount(at: index, isCued: isCountCued(index))
        ?? reader.readPlacedLength(at: index)
    case .relative: return reader.readRelative(at: index)
    case .term: return reader.readTerm(at: index)
    case .weekday: return reader.readWeekday(at: index)
    }
  }

  private func readNumber(at index: Int) -> TimeExpression? {
    let isCued = isDateCued(index)
    return reader.readClock(at: index) ?? reader.readDayRange(at: index, isCued: isCued)
      ?? reader.readDay(at: index, isCued: isCued) ?? reader.readBareMonth(at: index)
      ?? reader.readMonthCount(at: index, isCued: isCountCued(index))
      ?? reader.readPlacedLength(at: index) ?? reader.readBareYear(at: index)
  }

  /// Whether what stands before a number tells that a date begins: `phiên 6/11`, `thời điểm 30/9`.
  private func isDateCued(_ index: Int) -> Bool {
    let before = text.word(at: index - 1)
    return TimeWords.beforeDate.contains(before)
      || TimeWords.pairsBeforeDate[before].map { $0 == text.word(at: index - 2) } == true
  }

  /// Whether `9 tháng` with nothing after it may be the year so far.
  private func isCountCued(_ index: Int) -> Bool {
    text.sentence(at: index).lowerBound == index
      || Self.countCues.contains(text.word(at: index - 1)) || isCountFollowed(index)
  }

  /// What may follow it: `10 tháng đạt 450 tỷ đồng`.
  private func isCountFollowed(_ index: Int) -> Bool {
    guard let count = reader.numeral(index) else { return false }
    return Self.countVerbs.contains(text.word(at: index + count.length + 1))
  }

  private static let countVerbs: WordSet = ["đạt", "ước", "tăng", "giảm", "qua"]
  private static let countCues: WordSet = [
    "chung", "kế", "qua", "hết", "bàn", "quả", "sau", "trong", "của", "tổng", "cộng", "hình",
  ]

  private enum Cue {
    case day
    case month
    case quarter
    case year
    case same
    case summer
    case era
    case clock
    case celebration
    case numeral
    case relative
    case weekday
    case term
    case reference
  }

  /// The words that an expression of time may begin with.
  static var cueWords: [WordKey] { groups.flatMap(\.words) }

  private static let cues = KeyTable<Cue>(
    groups.flatMap { (cue, words) in words.map { ($0, cue) } }
  )

  private static var groups: [(cue: Cue, words: [WordKey])] {
    [
      (.day, ["ngày", "hôm", "mùng", "mồng", "sáng", "trưa", "chiều", "tối", "đêm", "rạng"]),
      (.month, ["tháng"]), (.quarter, ["quý"]), (.year, ["năm"]), (.same, ["cùng"]),
      (.weekday, ["thứ", "chủ"]), (.term, ["học"]), (.reference, ["thời", "giai", "khoảng", "vụ"]),
      (.summer, ["hè"]),
      (.era, ["thế", "thập", "những", "tuần"]),
      (.clock, ["phút"]),
      (.celebration, ["kỷ", "tổng", "sơ", "mừng"]),
      (
        .numeral,
        ["một", "hai", "ba", "bốn", "tư", "sáu", "bảy", "tám", "chín", "mười"]
      ),
      (
        .relative,
        ["đầu", "giữa", "cuối", "nửa", "cả", "trong", "hiện", "đến", "tới", "bây", "sang", "bán"]
      ),
    ]
  }
}
