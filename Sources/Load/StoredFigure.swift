import FoundationEssentials
package import SystemPackage

/// A figure as the dataset holds it, with the article that states it.
package struct StoredFigure: Sendable {
  package var row: FigureRow
  package var article: ArticleRow

  /// The partition, `YYYY-MM-DD`.
  package var date: String
}

/// The figure with this id, and its article; `nil` where the dataset has no such figure.
///
/// It reads the newest partition first, and stops at the first that has the figure.
///
/// - Throws: `ReadError` where a part can't be read.
package func findFigure(_ id: String, in data: FilePath) throws(ReadError) -> StoredFigure? {
  let wanted = Array("{\"id\":\"\(id)\"".utf8)
  for date in storedDates(of: .observations, in: data).reversed() {
    let partition = Partition(date, of: data)
    for part in partition.storedParts(of: .observations).reversed() {
      var lines = try LineReader(part.path)
      while let line = try lines.next() {
        guard line.starts(with: wanted), let row = decode(FigureRow.self, line) else {
          continue
        }
        let versions: Set = [row.versionId]
        return try partition.articles(of: part.name, having: versions)[row.versionId].map {
          StoredFigure(row: row, article: $0, date: date)
        }
      }
    }
  }
  return nil
}

/// One telling figure of each of up to `count` articles, the newest partition first.
///
/// A figure tells more, the more of indicator, place, period and standard unit it has.
///
/// - Throws: `ReadError` where a part can't be read.
package func newestFigures(_ count: Int, in data: FilePath) throws(ReadError) -> [StoredFigure] {
  var found: [StoredFigure] = []
  for date in storedDates(of: .observations, in: data).reversed() {
    let partition = Partition(date, of: data)
    for part in partition.storedParts(of: .observations).reversed() where found.count < count {
      let rows = try tellingRows(of: part, count - found.count)
      let articles = try partition.articles(of: part.name, having: Set(rows.map(\.versionId)))
      for row in rows {
        guard let article = articles[row.versionId] else { continue }
        found.append(StoredFigure(row: row, article: article, date: date))
      }
    }
  }
  return found
}

/// The most telling figure of each of the first `count` articles of a part.
private func tellingRows(of part: StoredPart, _ count: Int) throws(ReadError) -> [FigureRow] {
  var rows: [FigureRow] = []
  var lines = try LineReader(part.path)
  while let line = try lines.next() {
    guard let row = decode(FigureRow.self, line) else { continue }
    // The figures of an article stand together.
    if rows.last?.versionId != row.versionId {
      guard rows.count < count else { break }
      rows.append(row)
    } else if let last = rows.last, last.weight < row.weight {
      rows[rows.count - 1] = row
    }
  }
  return rows
}

extension FigureRow {
  fileprivate var weight: Double {
    let told = [indicator, place, periodEnd, unit].count { $0 != nil }
    return Double(told) + confidence + (checks.isEmpty ? 0 : 1)
  }
}

extension Partition {
  fileprivate func articles(
    of part: String,
    having versions: Set<String>
  ) throws(ReadError) -> [String: ArticleRow] {
    var found: [String: ArticleRow] = [:]
    guard let stored = storedPart(of: .articles, named: part) else { return found }
    var lines = try LineReader(stored.path)
    while found.count < versions.count, let line = try lines.next() {
      guard let article = decode(ArticleRow.self, line) else { continue }
      if versions.contains(article.versionId) { found[article.versionId] = article }
    }
    return found
  }
}

private func decode<Row: Decodable>(_ type: Row.Type, _ line: ArraySlice<UInt8>) -> Row? {
  try? JSONDecoder.ofRecords().decode(type, from: Data(line))
}
