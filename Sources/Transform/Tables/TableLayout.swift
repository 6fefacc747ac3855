import Records

/// How a table is laid out: which column holds the rows' headings, which their units, and what each
/// column's heading says.
struct TableLayout {
  /// How many of its first lines are headings.
  let headingLines: Int
  private let start: Int
  private let table: ArticleTable
  private let reader: TableReader
  private let caption: TableHeading?
  private let columns: [TableHeading]

  /// The column of the rows' headings; those before it number the rows.
  let headColumn: Int

  private let unitColumn: Int?

  /// The row under the headings that a line is, where each line is one.
  private let firstRow: Int?

  /// The heading of one row.
  struct Row {
    var heading: TableHeading
    var unit: UnitReading?
    var place: PlaceMention?
    var rank: TableCell.Rank
    var line: Range<Int>
  }

  init(_ table: ArticleTable, lines: [Range<Int>], reader: TableReader) {
    self.table = table
    start = lines.first?.lowerBound ?? 0
    self.reader = reader
    caption = table.caption.map { reader.headings.caption($0) }
    let first = lines.first.map { reader.cells(of: $0) } ?? []
    if lines.count >= table.rows.count, !Self.holdsFigures(first, reader) {
      headingLines = max(lines.isEmpty ? 0 : 1, lines.count - table.rows.count)
      columns = table.header.map { reader.headings.heading($0) }
    } else {
      headingLines = 0
      columns = []
    }
    firstRow = lines.count - table.rows.count == headingLines ? headingLines : nil
    headColumn = Self.headColumn(table.rows, after: columns.firstIndex { $0.role == .figures } ?? 0)
    unitColumn = columns.firstIndex { $0.role == .units }
  }

  /// The column of the rows' headings: the first that may be one, but for one of bare numbers before
  /// one of words.
  private static func headColumn(_ rows: [[String]], after first: Int) -> Int {
    func holdWords(_ column: Int) -> Bool {
      rows.contains { row in
        row.indices.contains(column)
          && row[column].unicodeScalars.contains(where: \.properties.isAlphabetic)
      }
    }
    let areOrdinals = rows.allSatisfy { row in
      !row.indices.contains(first) || row[first].utf8.count < 4
    }
    return areOrdinals && !holdWords(first) && holdWords(first + 1) ? first + 1 : first
  }

  /// Whether the first line of a table is a row like others: a number with a unit, or with decimals,
  /// begins a cell after its first.
  private static func holdsFigures(_ cells: [Range<Int>], _ reader: TableReader) -> Bool {
    cells.dropFirst().contains { cell in
      guard let first = cell.first, reader.text.tokens[first].isNumber, !reader.isInPeriod(first),
        let amount = reader.reader.amounts.amount(at: first, limit: cell.upperBound)
      else { return false }
      let end = amount.tokens.upperBound
      let unit = reader.reader.units.unit(at: end, after: amount, limit: cell.upperBound)
      return unit?.isKnown == true || amount.hasThousands || amount.decimals > 0
    }
  }

  /// The cells of a line as the table has them; none where its lines and rows don't match.
  func strings(ofLine line: Int) -> [String] {
    guard let firstRow, table.rows.indices.contains(line - firstRow) else { return [] }
    return table.rows[line - firstRow]
  }

  func role(of column: Int) -> TableHeading.Role {
    columns.indices.contains(column) ? columns[column].role : .figures
  }

  func row(_ cells: [Range<Int>], strings: [String]) -> Row {
    func string(_ column: Int) -> String? {
      if strings.indices.contains(column) { return strings[column] }
      return cells.indices.contains(column) ? reader.text.string(of: cells[column]) : nil
    }
    let head = string(headColumn) ?? ""
    var row = Row(
      heading: reader.headings.heading(head),
      rank: reader.headings.rank(ofRow: head),
      line: (cells.first?.lowerBound ?? 0)..<(cells.last?.upperBound ?? 0)
    )
    row.unit = unitColumn.flatMap(string).flatMap { reader.headings.unit(ofCell: $0) }
    if cells.indices.contains(headColumn) { row.place = reader.place(named: cells[headColumn]) }
    return row
  }

  /// What the headings, and the caption where they are silent, say of the cells of a column.
  func context(of column: Int, in row: Row) -> TableReader.Context {
    let heading = columns.indices.contains(column) ? columns[column] : TableHeading()
    var cell = TableCell(
      indicator: row.heading.words,
      line: row.line,
      column: column,
      table: start,
      rank: row.rank
    )
    cell.place = row.place
    cell.period =
      joined(row.heading.period, heading.period) ?? caption?.period
    (cell.indicator, cell.category) = names(row, heading)
    return TableReader.Context(
      cell: cell,
      unit: heading.unit?.kind == .percent
        ? heading.unit : row.unit ?? row.heading.unit ?? heading.unit ?? caption?.unit,
      movement: heading.movement ?? row.heading.movement,
      status: heading.status ?? row.heading.status ?? .actual,
      isNamed: row.heading.hasWord || heading.hasWord
    )
  }

  /// What is measured and its class: the row and the column, but that a place or a time is never
  /// what is measured: there it is the other, or what the caption says.
  private func names(_ row: Row, _ column: TableHeading) -> (String, String?) {
    let own = row.heading.words.isEmpty ? nil : row.heading.words
    let says = column.words.isEmpty ? nil : column.words
    guard let own, let says else { return (own ?? says ?? caption?.words ?? "", nil) }
    guard row.heading.isTime || row.place != nil else { return (own, says) }
    guard column.isTime, let caption, !caption.words.isEmpty else { return (says, own) }
    return (caption.words, row.heading.isTime ? nil : own)
  }

  /// The days of a row and a column together: of `Quý I` and `2019` the quarter of that year.
  private func joined(_ row: Period?, _ column: Period?) -> Period? {
    guard let row, let column else { return row ?? column }
    if row.lies(within: column) { return row }
    if column.lies(within: row) { return column }
    for (part, whole) in [(row, column), (column, row)] {
      guard let start = part.start, let end = part.end, let first = whole.start,
        let last = whole.end, start.parts.year == end.parts.year,
        whole == Period.year(first.parts.year), first.parts.year == last.parts.year
      else { continue }
      return part.shifted(years: first.parts.year - start.parts.year)
    }
    return column
  }
}
