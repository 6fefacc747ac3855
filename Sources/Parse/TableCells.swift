import ASCII
import Markup

/// The cells of a table as the page spells them.
struct TableCells {
  struct Cell {
    var text = ""
    var characters = 0
    var linkCharacters = 0
    var isHeading = false
    var columns = 1
    var rows = 1
  }

  private(set) var caption: String?
  private(set) var rows: [[Cell]] = []

  /// How many rows stand in a `<thead>`.
  private var rowsInHead = 0

  /// Reads the table at `id`.
  ///
  /// - Returns: `false` where it holds another table, which only layouts do.
  mutating func read(_ id: Int, in tree: borrowing HTMLTree) -> Bool {
    guard !((id + 1)..<tree.end(id)).contains(where: { tree.tag($0) == .table }) else {
      return false
    }
    var headEnd = 0
    var position = id + 1
    while position < tree.end(id) {
      let end = tree.end(position)
      switch tree.tag(position) {
      case .form, .h1: return false
      case .thead: headEnd = end
      case .caption:
        let text = text(of: position, in: tree).text
        caption = text.isEmpty ? nil : text
        position = end
        continue
      case .tr:
        rows.append([])
        if position < headEnd { rowsInHead = rows.count }
      case .td, .th:
        if rows.isEmpty { rows.append([]) }
        rows[rows.count - 1].append(text(of: position, in: tree))
        position = end
        continue
      default: break
      }
      position += 1
    }
    rows.removeAll { $0.isEmpty }
    return true
  }

  /// Several short cells in several rows, not all of them links.
  var looksLikeData: Bool {
    let filled = rows.joined().filter { $0.characters > 0 }
    guard rows.count >= 2, filled.count >= 4, rows.filter({ $0.count >= 2 }).count * 2 > rows.count
    else { return false }
    let characters = filled.reduce(0) { $0 + $1.characters }
    let links = filled.reduce(0) { $0 + $1.linkCharacters }
    let cells = rows.reduce(0) { $0 + $1.count }
    return characters <= 150 * filled.count && filled.allSatisfy { $0.characters <= 800 }
      && links * 2 < characters && filled.count * 3 >= cells
  }

  /// How many rows at the top are headings.
  var headingRows: Int {
    if rowsInHead > 0, rowsInHead < rows.count { return rowsInHead }
    let marked = rows.prefix { $0.allSatisfy { $0.isHeading || $0.characters == 0 } }.count
    if marked > 0, marked < rows.count { return marked }
    guard let first = rows.first else { return 0 }
    let isNamed = first.allSatisfy { !$0.text.utf8.contains(where: isDigit) && $0.characters <= 60 }
    let hasFigures = rows.dropFirst().joined().contains { $0.text.utf8.contains(where: isDigit) }
    return isNamed && hasFigures ? 1 : 0
  }

  /// The rows, all of one width.
  ///
  /// - Parameters:
  ///   - columnLimit: The most columns.
  ///   - rowLimit: The most rows.
  ///   - isRepeating: Whether a cell stands in all the places that it spans, or in the first alone.
  /// - Returns: The cells' texts; empty where there is none.
  func grid(columnLimit: Int, rowLimit: Int, isRepeating: Bool) -> [[String]] {
    var grid: [[String?]] = Array(repeating: [], count: min(rows.count, rowLimit))
    for (y, row) in rows.prefix(rowLimit).enumerated() {
      var x = 0
      for cell in row {
        while x < grid[y].count, grid[y][x] != nil { x += 1 }
        guard x < columnLimit else { break }
        for below in y..<min(grid.count, y + cell.rows) {
          for right in x..<min(columnLimit, x + cell.columns) {
            while grid[below].count <= right { grid[below].append(nil) }
            let isFirst = below == y && right == x
            grid[below][right] = grid[below][right] ?? (isFirst || isRepeating ? cell.text : "")
          }
        }
        x += cell.columns
      }
    }
    let width = grid.map(\.count).max() ?? 0
    return grid.map { row in
      (0..<width).map { column in (column < row.count ? row[column] : nil) ?? "" }
    }
  }

  private func text(of id: Int, in tree: borrowing HTMLTree) -> Cell {
    var cell = Cell()
    var bytes: [UInt8] = []
    var folder = TextFolder()
    var linkEnd = 0
    for node in id..<tree.end(id) {
      let tag = tree.tag(node)
      if tag == .a, tree.value(of: .href, at: node) != nil {
        linkEnd = max(linkEnd, tree.end(node))
      }
      if tag == .text {
        let before = folder.characters
        folder.fold(tree.bytes[tree.text(node)], into: &bytes)
        if node < linkEnd { cell.linkCharacters += folder.characters - before }
      } else if tag.isBlock {
        folder.fold([0x20], into: &bytes)
      }
    }
    cell.text = String(decoding: bytes, as: UTF8.self)
    cell.characters = folder.characters
    cell.isHeading = tree.tag(id) == .th
    cell.columns = span(.colspan, of: id, in: tree)
    cell.rows = span(.rowspan, of: id, in: tree)
    return cell
  }

  private func span(_ name: HTMLAttribute, of id: Int, in tree: borrowing HTMLTree) -> Int {
    let value = tree.string(of: name, at: id).flatMap { Int($0) } ?? 1
    return min(max(value, 1), 1000)
  }
}
