import FoundationEssentials
package import SystemPackage

/// What two datasets tell otherwise, a partition after the other.
///
/// Articles are the same by their id, or by the archive record that they were made of. Both sides
/// are read side by side, so that only articles wait in memory whose counterpart has not come yet,
/// and none beyond its partition.
package struct DatasetDiff {
  package typealias Each = (ArticlePair, FigureChange) throws -> Void

  private let old: FilePath
  private let new: FilePath

  package private(set) var counts = DiffCounts()

  package init(from old: FilePath, to new: FilePath) {
    (self.old, self.new) = (old, new)
  }

  /// Compares them.
  ///
  /// - Parameter each: Gets each change, with the article it is in.
  /// - Throws: `ReadError` where a part can't be read, or what `each` throws.
  package mutating func run(each: Each) throws {
    let dates = Set(storedDates(of: .articles, in: old) + storedDates(of: .articles, in: new))
    for date in dates.sorted() {
      counts.partitions += 1
      try compare(Partition(date, of: old), Partition(date, of: new), each)
    }
  }

  private mutating func compare(_ old: Partition, _ new: Partition, _ each: Each) throws {
    var waiting = WaitingArticles()
    let oldParts = old.storedArticles
    let newParts = new.storedArticles
    for name in Set(oldParts.keys).union(newParts.keys).sorted() {
      var oldSide: GroupReader?
      var newSide: GroupReader?
      if let part = oldParts[name] { oldSide = try old.groups(of: part) }
      if let part = newParts[name] { newSide = try new.groups(of: part) }
      while true {
        let next = (old: try oldSide?.next(), new: try newSide?.next())
        if next.old == nil, next.new == nil { break }
        if let group = next.old { waiting.old.add(group) }
        if let group = next.new { waiting.new.add(group) }
        for id in Set([next.old?.id, next.new?.id].compactMap { $0 }).sorted() {
          while let pair = waiting.take(id) {
            try compare(pair.old, pair.new, date: old.date, each)
          }
        }
      }
    }
    for pair in waiting.takeRest() { try compare(pair.old, pair.new, date: old.date, each) }
  }

  private mutating func compare(
    _ old: ArticleGroup?,
    _ new: ArticleGroup?,
    date: String,
    _ each: Each
  ) throws {
    let pair = ArticlePair(old, new, date: date)
    counts.count(pair, isSameText: old?.versionID == new?.versionID)
    if let old, let new, old.versionID == new.versionID, old.figures == new.figures {
      counts.same += old.figures.count
      return
    }
    let rows = (old: try figureRows(of: old), new: try figureRows(of: new))
    let matches = matchFigures(rows.old, rows.new)
    let found = (old: Set(matches.map(\.old)), new: Set(matches.map(\.new)))
    for (index, row) in rows.old.enumerated() where !found.old.contains(index) {
      try tell(FigureChange(kind: .vanished, old: row), of: pair, each)
    }
    for match in matches {
      guard let change = change(from: rows.old[match.old], to: rows.new[match.new]) else {
        counts.same += 1
        continue
      }
      try tell(change, of: pair, each)
    }
    for (index, row) in rows.new.enumerated() where !found.new.contains(index) {
      try tell(FigureChange(kind: .appeared, new: row), of: pair, each)
    }
  }

  private mutating func tell(_ change: FigureChange, of pair: ArticlePair, _ each: Each) throws {
    counts.count(change, of: pair)
    try each(pair, change)
  }
}

/// An article as both datasets have it, or one of them.
package struct ArticlePair: Sendable {
  /// The partition, `YYYY-MM-DD`.
  package var date: String

  package var articleID: String
  package var site: String?
  package var isInOld: Bool
  package var isInNew: Bool
  package var oldExtractor: String?
  package var newExtractor: String?

  init(_ old: ArticleGroup?, _ new: ArticleGroup?, date: String) {
    self.date = date
    articleID = new?.id ?? old?.id ?? ""
    site = new?.site ?? old?.site
    (isInOld, isInNew) = (old != nil, new != nil)
    (oldExtractor, newExtractor) = (old?.extractor, new?.extractor)
  }
}

private func figureRows(of group: ArticleGroup?) throws(ReadError) -> [FigureRow] {
  let decoder = JSONDecoder.ofRecords()
  var rows: [FigureRow] = []
  for line in group?.figures ?? [] {
    do {
      rows.append(try decoder.decode(FigureRow.self, from: Data(line)))
    } catch {
      throw ReadError(path: nil, reason: "article \(group?.id ?? "") has a line that is no figure")
    }
  }
  return rows.sorted { ($0.charStart, $0.charEnd) < ($1.charStart, $1.charEnd) }
}

extension Partition {
  /// The parts of articles by name.
  fileprivate var storedArticles: [String: StoredPart] {
    Dictionary(storedParts(of: .articles).map { ($0.name, $0) }) { first, _ in first }
  }

  fileprivate func groups(of part: StoredPart) throws(ReadError) -> GroupReader {
    try GroupReader(
      articles: part.path,
      figures: storedPart(of: .observations, named: part.name)?.path
    )
  }
}
