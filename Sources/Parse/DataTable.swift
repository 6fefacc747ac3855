import Markup

/// A table that holds data and no layout, its spans resolved.
struct DataTable {
  private(set) var caption: String?

  /// As many cells as the table has columns, all empty where it has no heading.
  private(set) var header: [String] = []
  private(set) var rows: [[String]] = []

  /// The heading's rows and the others, as they stand.
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
    let grid = reader.grid(columnLimit: Self.columnLimit, rowLimit: Self.rowLimit)
    guard grid.count >= 2, let width = grid.first?.count, width >= 2 else { return nil }
    allRows = grid
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
