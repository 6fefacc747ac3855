import Records

/// What a table's headings say of the figure in one cell.
struct TableCell: Sendable {
  var indicator: String
  var category: String?
  var period: Period?
  var place: PlaceMention?

  /// The row that it stands in, which is its sentence.
  var line: Range<Int>

  /// Its column, from 0, and where its table begins.
  var column: Int
  var table: Int

  /// What its row is to those around it.
  var rank: Rank

  enum Rank: Sendable {
    case plain

    /// The sum of the others: `Tổng cộng`.
    case total

    /// A part of another row: `- Trong đó: nữ`, `1.1`.
    case nested
  }
}

/// Reads the cells of an article's tables, whose rows stand in its text as lines.
struct TableReader: Sendable {
  let text: ArticleText
  let reader: FigureReader
  let headings: TableHeadingReader
  let mentions: Mentions
  private let tables: [Rows]

  /// The lines of one table.
  struct Rows: Sendable {
    var table: ArticleTable
    var tokens: Range<Int>
  }

  /// The places and times that the article names.
  struct Mentions: Sendable {
    var places: [PlaceMention]
    var periods: [PeriodMention]

    /// For each token one more than the index of the period that holds it, 0 for none.
    var periodAt: [Int32]
  }

  init(
    article: Article,
    text: ArticleText,
    reader: FigureReader,
    mentions: Mentions,
    publishedOn: Day?
  ) {
    self.text = text
    self.reader = reader
    self.mentions = mentions
    headings = TableHeadingReader(publishedOn: publishedOn)
    let found: [Rows] = article.tables.compactMap { table in
      let start = text.token(atCharacter: table.characters.lowerBound)
      let end = text.token(atCharacter: table.characters.upperBound)
      return start < end ? Rows(table: table, tokens: start..<end) : nil
    }
    tables = found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The table that holds a token.
  func rows(at index: Int) -> Rows? {
    let place = tables.firstIndex(past: { $0.tokens.upperBound > index })
    guard place < tables.count, tables[place].tokens.contains(index) else { return nil }
    return tables[place]
  }

  /// Reads all lines of a table.
  ///
  /// - Parameters:
  ///   - rows: The table.
  ///   - readWords: Reads a cell that is more than a number with its unit.
  /// - Returns: Its figures, and its other numbers with why they are none.
  func read(
    _ rows: Rows,
    readWords: (Range<Int>) -> (drafts: [Draft], masks: [Mask])
  ) -> (drafts: [Draft], masks: [Mask]) {
    let lines = lines(of: rows)
    let layout = TableLayout(rows.table, lines: lines, reader: self)
    var drafts: [Draft] = []
    var masks: [Mask] = []
    for (number, line) in lines.enumerated() {
      let cells = cells(of: line)
      guard number >= layout.headingLines else {
        for cell in cells { mask(cell, into: &masks) }
        continue
      }
      let row = layout.row(cells, strings: layout.strings(ofLine: number))
      for (column, tokens) in cells.enumerated() {
        guard column > layout.headColumn, layout.role(of: column) == .figures else {
          mask(tokens, into: &masks)
          continue
        }
        let context = layout.context(of: column, in: row)
        read(Cell(tokens: tokens, line: line, context: context), &drafts, &masks, readWords)
      }
    }
    return (drafts, masks)
  }

  /// The cells of a line, which `|` parts.
  func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where text.word(at: index) == Marks.bar {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<line.upperBound)
    return cells
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

  /// Says of all numbers of a cell that they are headings.
  private func mask(_ cell: Range<Int>, into masks: inout [Mask]) {
    for index in cell where text.tokens[index].isNumber {
      masks.append(Mask(tokens: index..<index + 1, reason: isInPeriod(index) ? .date : .table))
    }
  }

  func isInPeriod(_ index: Int) -> Bool { mentions.periodAt[index] != 0 }

  enum Marks {
    static let bar: WordKey = "|"
    static let open: WordKey = "("
    static let close: WordKey = ")"
    static let plus: WordKey = "+"
    static let minus: WordSet = ["-", "−", "–"]
  }
}
