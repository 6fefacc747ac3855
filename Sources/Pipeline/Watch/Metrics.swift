import Fetch
import Records

extension RunRecord {
  /// The run in Prometheus's text format, for node_exporter's textfile collector.
  ///
  /// - Parameter history: The runs before, for the last success where this is none.
  /// - Returns: The file's text.
  func metrics(_ history: RunHistory) -> String {
    var text = MetricsText(pipeline: pipeline)
    let ended = readTime(endedAt)?.seconds ?? 0
    let isSuccess = status == 0 && command == .run
    let success = isSuccess ? ended : history.lastSuccess.flatMap(readTime)?.seconds
    if let success {
      text.add(
        "last_success_timestamp_seconds",
        "When a nightly run last ended well.",
        [([], success)]
      )
    }
    let seconds = ended - (readTime(startedAt)?.seconds ?? ended)
    text.add("last_run_timestamp_seconds", "When the last run ended.", [([], ended)])
    text.add("last_run_status", "Exit status of the last run.", [([], status)])
    text.add("last_run_duration_seconds", "How long the last run took.", [([], seconds)])
    text.add(
      "last_run_pages",
      "Pages of the last run, by what came of asking for them.",
      [
        ("new", fetched.new), ("unchanged", fetched.unchanged), ("failed", fetched.failed),
        ("not_due", fetched.notDue), ("left", fetched.remaining),
      ].map { ([("outcome", $0.0)], $0.1) }
    )
    text.add(
      "last_run_articles",
      "Articles that the last run wrote.",
      [([], parts.reduce(0) { $0 + $1.articles.rows })]
    )
    text.add(
      "last_run_figures",
      "Figures that the last run wrote.",
      [([], parts.reduce(0) { $0 + $1.observations.rows })]
    )
    text.add("last_run_rejects", "Rejects that the last run wrote, by reason.", rejectCounts)
    text.add(
      "last_run_archive_bytes",
      "Bytes that the last run added to the archive, as stored.",
      [([], archiveBytes)]
    )
    text.add("last_run_troubles", "What somebody should look at, by kind.", troubleCounts)
    let bounded = sources.prefix(Self.mostSources)
    text.add(
      "last_run_source_articles",
      "Articles of the last run, by source.",
      bounded.map { ([("source", $0.source)], $0.articles) }
    )
    text.add(
      "last_run_source_figures",
      "Figures of the last run, by source.",
      bounded.map { ([("source", $0.source)], $0.observations) }
    )
    return text.text
  }

  /// Of more sources there are no metrics of their own: each makes two time series.
  private static let mostSources = 100

  /// Every reason has a line, so that none appears or vanishes from night to night.
  private var rejectCounts: [([(String, String)], Int)] {
    let counts = Dictionary(
      parts.flatMap(\.rejectReasons).map { ($0.reason, $0.count) },
      uniquingKeysWith: +
    )
    return Reject.Reason.allCases.map { ([("reason", $0.rawValue)], counts[$0.rawValue] ?? 0) }
  }

  private var troubleCounts: [([(String, String)], Int)] {
    Trouble.Kind.allCases.map { kind in
      ([("kind", kind.rawValue)], troubles.count { $0.kind == kind })
    }
  }
}

/// Metrics in the making, all gauges.
private struct MetricsText {
  let pipeline: String
  private(set) var text = ""

  init(pipeline: String) {
    self.pipeline = pipeline
  }

  mutating func add(
    _ name: String,
    _ help: String,
    _ samples: [(labels: [(String, String)], value: Int)]
  ) {
    guard !samples.isEmpty else { return }
    text += "# HELP solieu_\(name) \(help)\n# TYPE solieu_\(name) gauge\n"
    for (labels, value) in samples {
      let all = [("pipeline", pipeline)] + labels
      let list = all.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
      text += "solieu_\(name){\(list)} \(value)\n"
    }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
