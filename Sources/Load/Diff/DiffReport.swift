/// What two datasets tell otherwise, for a person who must decide which to trust.
package struct DiffReport: Sendable {
  private let examplesWanted: Int
  private var examples: [String: [Example]] = [:]

  private struct Example: Sendable {
    var articleID: String
    var text: String
  }

  /// - Parameter examples: How many of each sort of change, each of another article.
  package init(examples: Int) { examplesWanted = examples }

  /// Keeps the change where there are too few of its sort yet.
  package mutating func note(_ change: FigureChange, of pair: ArticlePair) {
    let sorts = change.kind == .meaning ? change.differences.map(\.field) : [change.kind.rawValue]
    for sort in sorts {
      let kept = examples[sort] ?? []
      guard kept.count < examplesWanted, !kept.contains(where: { $0.articleID == pair.articleID })
      else { continue }
      let example = Example(articleID: pair.articleID, text: text(of: change, pair))
      examples[sort, default: []].append(example)
    }
  }

  /// The counts, then the examples.
  package func text(_ counts: DiffCounts) -> String {
    var blocks = [counts.summary]
    if counts.figures.total > 0 {
      blocks += [
        fieldTable(counts.byField), table("by kind of figure", counts.byKind),
        table("by extractor", counts.byExtractor), table("by site", counts.bySite),
      ]
    }
    let sorts = FigureChange.Kind.allCases.map(\.rawValue) + FigureRow.fields.map(\.name)
    var told = Set<String>()
    for sort in sorts where told.insert(sort).inserted {
      guard let found = examples[sort] else { continue }
      blocks.append("\(sort), for example:\n" + found.map(\.text).joined())
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func text(of change: FigureChange, _ pair: ArticlePair) -> String {
    guard let row = change.new ?? change.old else { return "" }
    let told =
      change.differences.isEmpty
      ? row.reading
      : change.differences.map { "\($0.field) \($0.old ?? "none") → \($0.new ?? "none")" }
        .joined(separator: "; ")
    let sentence = row.sentence.replacing(row.quote, with: "[\(row.quote)]", maxReplacements: 1)
    return "  \(row.quote)   \(told)\n    \(sentence)\n    \(row.id), \(pair.date)\n"
  }

  private func fieldTable(_ counts: [String: Int]) -> String {
    guard !counts.isEmpty else { return "" }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return "by field\n" + rows.map { "  \(padded($0.key, 30))\(aligned($0.value))\n" }.joined()
  }

  /// The ten with the most changes.
  private func table(_ title: String, _ tallies: [String: DiffCounts.Tally]) -> String {
    let kinds = FigureChange.Kind.allCases
    let rows = tallies.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
    var text = padded(title, 32)
    text += kinds.map { aligned($0.rawValue) }.joined() + "\n"
    for (name, tally) in rows.prefix(10) {
      text += "  " + padded(name, 30) + kinds.map { aligned("\(tally[$0])") }.joined() + "\n"
    }
    if rows.count > 10 { text += "  and \(rows.count - 10) more\n" }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func aligned(_ value: some CustomStringConvertible) -> String {
    let text = value.description
    return String(repeating: " ", count: max(1, 10 - text.count)) + text
  }
}

extension DiffCounts {
  fileprivate var summary: String {
    let changed = figures[.value] + figures[.unit] + figures[.meaning]
    func told(_ kind: FigureChange.Kind) -> String {
      let whole = withArticle[kind]
      return "\(figures[kind]) \(kind.rawValue)"
        + (whole == 0 ? "" : ", \(whole) of them with their article")
    }
    return """
      articles  \(common) in both, \(otherTexts) of them with another text
                \(vanishedArticles) vanished, \(appearedArticles) appeared
      figures   \(same) the same
                \(changed) changed: \(figures[.value]) in value, \(figures[.unit]) in unit, \
      \(figures[.meaning]) in meaning alone
                \(told(.vanished))
                \(told(.appeared))

      """
  }
}

extension FigureRow {
  /// Such as `count 1330 học sinh, học sinh được nhận quà`.
  fileprivate var reading: String {
    let figure = [kind, valueDecimal, unitCode ?? unit].compactMap { $0 }.joined(separator: " ")
    return [figure, indicator].compactMap { $0 }.joined(separator: ", ")
  }
}
