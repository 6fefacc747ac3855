import Markup

/// A table that holds data and no layout, its spans resolved.
struct DataTable {
  private(set) var caption: String?

  /// As many cells as the table has columns, all empty where it has no heading.
  private(set) var header: [String] = []
  private(set) var rows: [[String]] = []

  /// The heading's rows and the others, as they are read.
  ///
  /// A cell that spans several places stands in the first of them, and the others are empty, so
  /// that no figure is said twice. Empty cells at a row's end are left out.
  private(set) var allRows: [[String]] = []

  /// How many characters of each of `allRows` are links.
  private(set) var linkCharacters: [Int] = []

  private static let columnLimit = 60
  private static let rowLimit = 2000

  /// - Returns: `nil` where the table at `id` arranges parts of the page.
  init?(at id: Int, in tree: borrowing HTMLTree) {
    guard tree.string(of: .role, at: id) != "presentation" else { return nil }
    var reader = TableCells()
    guard reader.read(id, in: tree), reader.looksLikeData else { return nil }
    caption = reader.caption
    let (columns, lines) = (Self.columnLimit, Self.rowLimit)
    let grid = reader.grid(columnLimit: columns, rowLimit: lines, isRepeating: true)
    guard grid.count >= 2, let width = grid.first?.count, width >= 2 else { return nil }
    allRows = reader.grid(columnLimit: columns, rowLimit: lines, isRepeating: false).map { row in
      Array(row[..<(row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
    }
    linkCharacters = (0..<grid.count).map { row in
      row < reader.rows.count ? reader.rows[row].reduce(0) { $0 + $1.linkCharacters } : 0
    }
    let headings = reader.headingRows
    rows = Array(grid[headings...])
    header = (0..<width).map { column in
      var words: [String] = []
      for row in grid[..<headings] where row[column] != words.last && !row[column].isEmpty {
        words.append(row[column])
      }
      return words.joined(separator: " ")
    }
  }
}
