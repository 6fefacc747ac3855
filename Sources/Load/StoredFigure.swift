import FoundationEssentials
package import SystemPackage

/// A figure as the dataset holds it, with the article that states it.
package struct StoredFigure: Sendable {
  /// A line of observations; what `solieu show` needs of it.
  package struct Row: Sendable, Decodable {
    package var id: String
    package var articleId: String
    package var versionId: String
    package var quote: String
    package var charStart: Int
    package var charEnd: Int
    package var kind: String
    package var valueDecimal: String
    package var valueMaxDecimal: String?
    package var denominatorDecimal: String?
    package var unit: String?
    package var unitCode: String?
    package var qualifier: String?
    package var change: String?
    package var changeBase: String?
    package var status: String
    package var indicator: String?
    package var category: String?
    package var place: String?
    package var placeCode: String?
    package var periodStart: String?
    package var periodEnd: String?
    package var checks: [Check]
    package var sentence: String
    package var confidence: Double
  }

  package struct Check: Sendable, Decodable {
    package var holds: Bool
    package var statement: String
  }

  /// A line of articles; what `solieu show` needs of it.
  package struct ArticleRow: Sendable, Decodable {
    package var versionId: String
    package var url: String
    package var headline: String?
    package var text: String
    package var datePublished: String?
    package var capturedAt: String?
    package var archiveFile: String?
    package var archiveOffset: Int?
    package var recordId: String?
  }

  package var row: Row
  package var article: ArticleRow

  /// The partition, `YYYY-MM-DD`.
  package var date: String
}

/// The figure with this id, and its article; `nil` where the dataset has no such figure.
///
/// It reads the newest partition first, and stops at the first that has the figure.
package func findFigure(_ id: String, in data: FilePath) -> StoredFigure? {
  let wanted = Data("{\"id\":\"\(id)\"".utf8)
  for part in observationParts(in: data) {
    let bytes = FileManager.default.contents(atPath: part.path(.observations).string) ?? Data()
    let line = bytes.split(separator: newline).first { $0.starts(with: wanted) }
    guard let row = line.flatMap({ decode(StoredFigure.Row.self, $0) }), row.id == id else {
      continue
    }
    return part.articles(having: [row.versionId])[row.versionId].map {
      StoredFigure(row: row, article: $0, date: part.date)
    }
  }
  return nil
}

/// One telling figure of each of up to `count` articles, the newest partition first.
///
/// A figure tells more, the more of indicator, place, period and standard unit it has.
package func newestFigures(_ count: Int, in data: FilePath) -> [StoredFigure] {
  var found: [StoredFigure] = []
  for part in observationParts(in: data) where found.count < count {
    let bytes = FileManager.default.contents(atPath: part.path(.observations).string) ?? Data()
    let rows = bytes.split(separator: newline).compactMap { decode(StoredFigure.Row.self, $0) }
    var best: [String: StoredFigure.Row] = [:]
    var order: [String] = []
    for row in rows {
      if best[row.versionId] == nil { order.append(row.versionId) }
      if best[row.versionId].map({ $0.weight < row.weight }) ?? true { best[row.versionId] = row }
    }
    let chosen = Array(order.prefix(count - found.count))
    let articles = part.articles(having: Set(chosen))
    for version in chosen {
      guard let row = best[version], let article = articles[version] else { continue }
      found.append(StoredFigure(row: row, article: article, date: part.date))
    }
  }
  return found
}

extension StoredFigure.Row {
  fileprivate var weight: Double {
    let told = [indicator, place, periodEnd, unit].count { $0 != nil }
    return Double(told) + confidence + (checks.isEmpty ? 0 : 1)
  }
}

/// A part of the dataset on disk.
private struct StoredPart {
  var data: FilePath
  var date: String
  var name: String

  func path(_ kind: Partition.Kind) -> FilePath {
    Partition(date, of: data).path(kind, part: name)
  }

  func articles(having versions: Set<String>) -> [String: StoredFigure.ArticleRow] {
    let bytes = FileManager.default.contents(atPath: path(.articles).string) ?? Data()
    var found: [String: StoredFigure.ArticleRow] = [:]
    for line in bytes.split(separator: newline) where found.count < versions.count {
      guard let article = decode(StoredFigure.ArticleRow.self, line) else { continue }
      if versions.contains(article.versionId) { found[article.versionId] = article }
    }
    return found
  }
}

private func observationParts(in data: FilePath) -> [StoredPart] {
  let manager = FileManager.default
  let folder = data.appending("observations")
  let days = (try? manager.contentsOfDirectory(atPath: folder.string)) ?? []
  return days.filter { $0.hasPrefix("date=") }.sorted(by: >).flatMap { day in
    let names = (try? manager.contentsOfDirectory(atPath: folder.appending(day).string)) ?? []
    return names.filter { $0.hasSuffix(".ndjson") }.sorted(by: >).map { name in
      StoredPart(data: data, date: String(day.dropFirst(5)), name: String(name.dropLast(7)))
    }
  }
}

private let newline = UInt8(ascii: "\n")

private func decode<Row: Decodable>(_ type: Row.Type, _ line: Data) -> Row? {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try? decoder.decode(type, from: line)
}
