import Records

/// Reads the cells of an article's tables, whose rows stand in its text as lines.
struct TableReader: Sendable {
  let text: ArticleText
  let reader: FigureReader
  private let tables: [Rows]

  /// The lines of one table.
  struct Rows: Sendable {
    var table: ArticleTable
    var tokens: Range<Int>
  }

  init(article: Article, text: ArticleText, reader: FigureReader) {
    self.text = text
    self.reader = reader
    let found: [Rows] = article.tables.compactMap { table in
      let start = text.token(atCharacter: table.characters.lowerBound)
      let end = text.token(atCharacter: table.characters.upperBound)
      return start < end ? Rows(table: table, tokens: start..<end) : nil
    }
    tables = found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The table that holds a token.
  func rows(at index: Int) -> Rows? {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if tables[middle].tokens.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    guard low < tables.count, tables[low].tokens.contains(index) else { return nil }
    return tables[low]
  }

  /// Reads all lines of a table.
  ///
  /// - Parameters:
  ///   - rows: The table.
  ///   - drafts: Where its figures go.
  ///   - masks: Where its other numbers go.
  ///   - isInPeriod: Whether a token belongs to a time.
  func read(
    _ rows: Rows,
    into drafts: inout [Draft],
    masks: inout [Mask],
    isInPeriod: (Int) -> Bool
  ) {
    let caption = unit(in: rows.table.caption)
    for (number, line) in lines(of: rows).enumerated() {
      let cells = cells(of: line)
      for (column, cell) in cells.enumerated() {
        let heading = column < rows.table.header.count ? rows.table.header[column] : nil
        let isHeading = number == 0 && cells.count == rows.table.header.count
        read(
          Cell(
            tokens: cell,
            line: line,
            heading: heading,
            row: cells.first.map { text.string(of: $0) },
            unit: unit(in: heading) ?? caption,
            isHeading: isHeading || column == 0
          ),
          into: &drafts,
          masks: &masks,
          isInPeriod: isInPeriod
        )
      }
    }
  }

  private struct Cell {
    var tokens: Range<Int>
    var line: Range<Int>
    var heading: String?
    var row: String?
    var unit: UnitReading?
    var isHeading: Bool
  }

  private func read(
    _ cell: Cell,
    into drafts: inout [Draft],
    masks: inout [Mask],
    isInPeriod: (Int) -> Bool
  ) {
    guard let first = cell.tokens.first(where: { text.tokens[$0].isNumber }) else { return }
    let amount = reader.amounts.amount(at: first, limit: cell.tokens.upperBound)
    guard !cell.isHeading, !isInPeriod(first), var amount,
      cell.tokens.allSatisfy({
        $0 == first || amount.tokens.contains($0) || !text.tokens[$0].isNumber
      })
    else {
      for index in cell.tokens where text.tokens[index].isNumber {
        masks.append(Mask(tokens: index..<index + 1, reason: isInPeriod(index) ? .date : .table))
      }
      return
    }
    let own = reader.units.unit(
      at: amount.tokens.upperBound,
      after: amount,
      limit: cell.tokens.upperBound
    )
    let unit = own ?? cell.unit
    if own == nil, let scale = cell.unit?.scale, scale > 0 {
      amount.exponent += scale
      amount.hasScale = true
    }
    var draft = Draft(
      tokens: amount.tokens.lowerBound..<(own?.tokens.upperBound ?? amount.tokens.upperBound),
      number: amount.tokens,
      amount: amount,
      unit: unit,
      sentence: cell.line
    )
    draft.column = cell.heading ?? ""
    draft.row = cell.row
    drafts.append(draft)
  }

  /// The lines of a table, as token ranges.
  private func lines(of rows: Rows) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var index = rows.tokens.lowerBound
    while index < rows.tokens.upperBound {
      let line = text.paragraph(at: index)
      guard !line.isEmpty else { break }
      lines.append(max(line.lowerBound, index)..<min(line.upperBound, rows.tokens.upperBound))
      index = line.upperBound
    }
    return lines
  }

  /// The cells of a line, which `|` parts.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where text.word(at: index) == TableWords.bar {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<line.upperBound)
    return cells
  }

  /// The unit that a heading or caption gives: `Doanh thu (tỷ đồng)`, `ĐVT: triệu USD`, `Tỷ lệ (%)`.
  private func unit(in heading: String?) -> UnitReading? {
    guard let heading else { return nil }
    let words = ArticleText(heading)
    let amounts = AmountReader(text: words, style: .vietnamese)
    for index in words.tokens.indices {
      let word = words.word(at: index)
      guard word == TableWords.open || word == TableWords.colon || word == AmountReader.percent
      else {
        continue
      }
      var place = word == AmountReader.percent ? index : index + 1
      var scale = 0
      while let power = amounts.scale(at: place) {
        scale += power
        place += 1
      }
      guard let match = UnitEntry.table.longestMatch(in: words, at: place) else { continue }
      return UnitReading(
        tokens: 0..<0,
        name: words.string(of: place..<place + match.length),
        code: match.value.code,
        kind: match.value.kind,
        isCounted: match.value.kind == .multiple,
        isKnown: true,
        scale: scale
      )
    }
    return nil
  }

  private enum TableWords {
    static let bar: WordKey = "|"
    static let open: WordKey = "("
    static let colon: WordKey = ":"
  }
}
