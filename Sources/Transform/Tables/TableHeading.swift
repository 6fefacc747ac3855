import Records

/// What the heading of a table's row or column, or its caption, says of the cells under it.
struct TableHeading: Sendable {
  /// What a column holds.
  enum Role: Sendable {
    case figures

    /// The rows' numbers: `STT`.
    case numbering

    /// The unit of each row: `ĐVT`.
    case units
  }

  /// How the numbers of a column moved.
  enum Movement: Sendable {
    case up
    case down

    /// As their signs say; a number without a sign is a level.
    case signed
  }

  /// The heading without its unit; empty where there is none.
  var words = ""
  var role = Role.figures

  /// Whether it is more than numbers and signs.
  var hasWord = false
  var unit: UnitReading?
  var movement: Movement?
  var status: Observation.Status?

  /// The days of a time that it names.
  var period: Period?

  /// Whether a time is all that it says: `Năm 2020`, `2020`, `Quý III`.
  var isTime = false
}

/// Reads the headings and captions of an article's tables.
struct TableHeadingReader: Sendable {
  let publishedOn: Day?

  func heading(_ heading: String) -> TableHeading {
    let text = ArticleText(lowercasedFirst(heading))
    var read = TableHeading(words: heading)
    guard text.count > 0 else { return read }
    read.role = role(of: text)
    read.hasWord = text.tokens.contains { $0.isWord && $0.count > 1 }
    let (unit, stretch) = unit(in: text)
    read.unit = unit
    if let stretch {
      let start = text.characters(of: stretch).lowerBound
      read.words = String(String.UnicodeScalarView(heading.unicodeScalars.prefix(start)))
    }
    while let last = read.words.last, last == " " || last == ":" { read.words.removeLast() }
    read.movement = movement(in: text)
    if !HeadingWords.notStatuses.contains(text.word(at: 0)) {
      read.status = StatusReader.status(beginning: text)
    }
    let times = findPeriods(in: text, publishedOn: publishedOn)
    if let time = times.first(where: { !$0.isBase && ($0.start != nil || $0.end != nil) }) {
      read.period = time.period
      read.isTime = text.tokens.indices.allSatisfy {
        time.tokens.contains($0) || text.tokens[$0].isSymbol
      }
    } else if let (year, index) = year(in: text) {
      read.period = Period.year(year)
      read.isTime = text.tokens.indices.allSatisfy { $0 == index || text.tokens[$0].isSymbol }
    }
    return read
  }

  /// The unit that a caption gives all cells that have no other.
  func caption(_ caption: String) -> TableHeading {
    var read = heading(caption)
    read.status = nil
    read.movement = nil
    return read
  }

  /// A cell of the units' column: `triệu đồng`, `%`, `người`.
  func unit(ofCell cell: String) -> UnitReading? {
    let text = ArticleText(lowercasedFirst(cell))
    if let (unit, _) = unit(at: 0, in: text) { return unit }
    guard let first = text.token(at: 0), first.isWord else { return nil }
    return UnitReading(
      tokens: 0..<0,
      name: text.string(of: 0..<text.count),
      kind: .count,
      isCounted: true,
      isKnown: false
    )
  }

  func rank(ofRow heading: String) -> TableCell.Rank {
    let text = ArticleText(heading)
    guard let first = text.token(at: 0) else { return .plain }
    if HeadingWords.totals.contains(where: { text.matches($0, at: 0) }) { return .total }
    let isNumbered = first.isNumber && text.string(of: 0..<1).contains(".")
    let isNested = first.isSymbol || isNumbered || text.matches(HeadingWords.among, at: 0)
    return isNested ? .nested : .plain
  }

  private func role(of text: ArticleText) -> TableHeading.Role {
    for phrase in HeadingWords.numbering
    where text.count == phrase.count && text.matches(phrase, at: 0) {
      return .numbering
    }
    for phrase in HeadingWords.units where text.count == phrase.count && text.matches(phrase, at: 0)
    {
      return .units
    }
    return .figures
  }

  /// The unit in brackets, after a colon or a comma, after `Số`, or which is all that there is:
  /// `Doanh thu (tỷ đồng)`, `ĐVT: triệu USD`, `Sản lượng, tấn`, `Số học sinh`, `%`.
  ///
  /// - Returns: The unit, and the words that the heading does without where they are at its end.
  private func unit(in text: ArticleText) -> (unit: UnitReading?, stretch: Range<Int>?) {
    for index in text.tokens.indices.reversed() where text.tokens[index].isSymbol {
      let word = text.word(at: index)
      if HeadingWords.openings.contains(word), let (unit, end) = unit(at: index + 1, in: text),
        end >= text.count || HeadingWords.closings.contains(text.word(at: end))
      {
        return (unit, index > 0 && end + 1 >= text.count ? index..<text.count : nil)
      }
      let isOpened = HeadingWords.openings.contains(text.word(at: index - 1))
      if word == AmountReader.percent, !isOpened, let (unit, _) = unit(at: index, in: text) {
        return (unit, nil)
      }
    }
    var start = 0
    for phrase in HeadingWords.numberOf where text.matches(phrase, at: 0) { start = phrase.count }
    guard let (unit, end) = unit(at: start, in: text) else { return (nil, nil) }
    if start > 0 { return (unit.kind == .count ? unit : nil, nil) }
    return (end >= text.count && HeadingWords.standAlone.contains(unit.kind) ? unit : nil, nil)
  }

  /// The unit with its magnitude that begins at a token, and where it ends.
  private func unit(at index: Int, in text: ArticleText) -> (UnitReading, end: Int)? {
    let amounts = AmountReader(text: text, style: .vietnamese)
    var place = index
    var scale = 0
    while let power = amounts.scale(at: place) {
      scale += power
      place += 1
    }
    let one = Amount(
      tokens: index..<place,
      mantissa: ExactNumber(1),
      exponent: scale,
      decimals: 0,
      hasScale: scale > 0,
      isSpelled: false
    )
    let reader = UnitReader(text: text, amounts: amounts)
    guard var unit = reader.unit(at: place, after: one, limit: text.count), unit.isKnown else {
      return nil
    }
    let end = unit.tokens.upperBound
    unit.name = unit.name ?? text.string(of: unit.tokens)
    unit.tokens = 0..<0
    unit.scale = scale
    return (unit, end)
  }

  private func movement(in text: ArticleText) -> TableHeading.Movement? {
    for index in text.tokens.indices
    where HeadingWords.signed.contains(where: { text.matches($0, at: index) }) {
      return .signed
    }
    let start = text.tokens.indices.first { !HeadingWords.beforeMoves.contains(text.word(at: $0)) }
    switch text.word(at: start ?? 0) {
    case HeadingWords.up: return .up
    case HeadingWords.down: return .down
    default: return nil
    }
  }

  /// The year of `2020`, `Kế hoạch 2020`, and where it stands.
  private func year(in text: ArticleText) -> (year: Int, index: Int)? {
    let numbers = text.tokens.indices.filter { text.tokens[$0].isNumber }
    guard numbers.count == 1, let index = numbers.first, text.tokens[index].count == 4,
      !text.isTight(at: index),
      let year = Int(text.string(of: index..<index + 1)), (1900...2100).contains(year)
    else { return nil }
    return (year, index)
  }

  private func lowercasedFirst(_ heading: String) -> String {
    heading.prefix(1).lowercased() + heading.dropFirst()
  }
}

private enum HeadingWords {
  static let numbering: [[WordKey]] = [
    ["stt"], ["tt"], ["số", "tt"], ["số", "thứ", "tự"], ["#"], ["no"], ["no", "."],
  ]
  static let units: [[WordKey]] = [
    ["đvt"], ["đv", "tính"], ["đơn", "vị"], ["đơn", "vị", "tính"],
  ]
  static let numberOf: [[WordKey]] = [["số"], ["tổng", "số"], ["số", "lượng"]]
  static let totals: [[WordKey]] = [
    ["tổng", "cộng"], ["tổng", "số"], ["tổng"], ["cộng"], ["toàn", "tỉnh"], ["toàn", "huyện"],
    ["toàn", "ngành"], ["toàn", "quốc"], ["cả", "nước"], ["total"],
  ]
  static let among: [WordKey] = ["trong", "đó"]
  static let openings: WordSet = ["(", "[", ":", ","]
  static let closings: WordSet = [")", "]"]

  /// The kinds of unit that a heading may consist of, none of which is another thing's name too.
  static let standAlone: Set<Observation.Kind> = [.money, .percent]

  static let signed: [[WordKey]] = [
    ["tăng", "/", "giảm"], ["tăng", "(", "+"], ["tăng", ",", "giảm"], ["tăng", "giảm"],
    ["tăng", "-", "giảm"], ["+", "/", "-"], ["±"], ["thay", "đổi"], ["biến", "động"],
    ["chênh", "lệch"],
    ["so", "với"], ["so", "cùng"],
  ]
  /// What begins names of accounts too: `Phải thu`, `Sẽ trả`.
  static let notStatuses: WordSet = ["phải", "sẽ", "có", "muốn", "sắp"]

  /// `Tốc độ tăng`, `Mức giảm`: not `Tỷ lệ giảm nghèo`.
  static let beforeMoves: WordSet = ["tốc", "độ", "mức", "%"]
  static let up: WordKey = "tăng"
  static let down: WordKey = "giảm"
}
