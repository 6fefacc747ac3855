package import Records

extension RunRecord {
  /// What the run came to, for a person: a few lines.
  package var summary: String {
    var lines: [String] = []
    if fetched != FetchCounts() {
      lines.append(
        "fetched   \(fetched.asked) requests: \(fetched.new) new, \(fetched.unchanged) unchanged, "
          + "\(fetched.failed) failed"
      )
    }
    lines += notes.map { "note      \($0)" }
    let articles = parts.reduce(0) { $0 + $1.articles.rows }
    let figures = parts.reduce(0) { $0 + $1.observations.rows }
    let rejects = parts.reduce(0) { $0 + $1.rejects.rows }
    lines.append("articles  \(articles)")
    lines.append("figures   \(figures)")
    lines.append("rejects   \(rejects)\(rejects == 0 ? "" : ": \(reasons)")")
    for part in parts {
      lines += [part.articles, part.observations, part.rejects].map { "wrote     \($0.path)" }
    }
    if parts.isEmpty { lines.append("nothing   to process: every archive file has its parts") }
    return lines.joined(separator: "\n")
  }

  private var reasons: String {
    var counts: [String: Int] = [:]
    for reason in parts.flatMap(\.rejectReasons) {
      counts[reason.reason, default: 0] += reason.count
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
