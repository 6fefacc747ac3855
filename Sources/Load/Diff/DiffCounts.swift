/// How much two datasets tell otherwise.
package struct DiffCounts: Sendable {
  /// Figures by what became of them.
  package struct Tally: Sendable, Equatable {
    package private(set) var counts = [Int](repeating: 0, count: FigureChange.Kind.allCases.count)

    package var total: Int { counts.reduce(0, +) }

    package mutating func count(_ kind: FigureChange.Kind) {
      FigureChange.Kind.allCases.firstIndex(of: kind).map { counts[$0] += 1 }
    }

    package subscript(_ kind: FigureChange.Kind) -> Int {
      FigureChange.Kind.allCases.firstIndex(of: kind).map { counts[$0] } ?? 0
    }
  }

  package var partitions = 0

  /// Articles in both datasets, and those of them whose text is another.
  package private(set) var common = 0
  package private(set) var otherTexts = 0

  package private(set) var appearedArticles = 0
  package private(set) var vanishedArticles = 0

  /// Figures in which nothing that is compared changed.
  package var same = 0

  package private(set) var figures = Tally()

  /// Those of them whose article is in one dataset only.
  package private(set) var withArticle = Tally()

  package private(set) var byField: [String: Int] = [:]
  package private(set) var byKind: [String: Tally] = [:]
  package private(set) var byExtractor: [String: Tally] = [:]
  package private(set) var bySite: [String: Tally] = [:]

  mutating func count(_ pair: ArticlePair, isSameText: Bool) {
    switch (pair.isInOld, pair.isInNew) {
    case (true, true):
      common += 1
      if !isSameText { otherTexts += 1 }
    case (true, false): vanishedArticles += 1
    default: appearedArticles += 1
    }
  }

  mutating func count(_ change: FigureChange, of pair: ArticlePair) {
    figures.count(change.kind)
    if pair.isInOld != pair.isInNew { withArticle.count(change.kind) }
    for difference in change.differences { byField[difference.field, default: 0] += 1 }
    byKind[(change.new ?? change.old)?.kind ?? "", default: Tally()].count(change.kind)
    byExtractor[pair.extractors, default: Tally()].count(change.kind)
    bySite[pair.site ?? "unknown", default: Tally()].count(change.kind)
  }
}

extension ArticlePair {
  /// Such as `named`, or `named → density` where it is another now.
  fileprivate var extractors: String {
    let (old, new) = (oldExtractor ?? "unknown", newExtractor ?? "unknown")
    if !isInOld { return new }
    if !isInNew || old == new { return old }
    return "\(old) → \(new)"
  }
}
