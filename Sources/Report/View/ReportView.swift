/// The page before it is HTML: what stands where, in which order, and what is left out.
package struct ReportView: Sendable {
  package var status: StatusView
  package var runs: [RunRow]
  package var runCount: Int
  package var totals: Totals
  package var window: Range<CivilDay>
  package var timeline: Timeline
  package var figures: [ShownFigure]
  package var checks: [CheckTotal]
  package var failures: [FailedCheck]

  /// By articles, the most first.
  package var sources: [SourceView]

  /// By count, the most first.
  package var reasons: [ReasonView]

  /// By articles, the most first.
  package var extractors: [QualityView]

  /// By their median, the slowest first.
  package var hosts: [HostView]

  package var faults: Faults

  package init(_ data: ReportData) {
    status = StatusView(data.runs.first)
    runs = data.runs
    runCount = data.runCount
    totals = Totals(data)
    window = data.window
    timeline = Timeline(data.days, until: data.window.upperBound.advanced(by: -1))
    figures = data.newest
    checks = data.checks.map {
      CheckTotal(rule: $0.key, holding: $0.value.holding, failing: $0.value.failing)
    }.sorted { ($1.all, $0.rule) < ($0.all, $1.rule) }
    failures = data.failures
    sources = data.sources.map { SourceView(name: $0.key, counts: $0.value) }
      .sorted { ($1.articles, $1.figures, $0.name) < ($0.articles, $0.figures, $1.name) }
    reasons = data.reasons.map { ReasonView(reason: $0.key, counts: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    extractors = data.extractors.map { QualityView(extractor: $0.key, counts: $0.value) }
      .sorted { ($1.articles, $0.extractor) < ($0.articles, $1.extractor) }
    hosts = hostViews(of: data.runs)
    faults = data.faults
  }
}

/// How the last run came out.
package struct StatusView: Sendable, Equatable {
  package enum Mood: String, Sendable {
    /// There is no run.
    case none
    case good

    /// It is done, but somebody should look.
    case attention

    /// It did not get done.
    case trouble
  }

  package var mood: Mood
  package var run: RunRow?

  init(_ run: RunRow?) {
    self.run = run
    mood = run.map { Self.mood(of: $0) } ?? .none
  }

  static func mood(of run: RunRow) -> Mood {
    switch run.status {
    case 0: (run.warnings ?? []).isEmpty ? .good : .attention
    case 1, 65: .attention
    default: .trouble
    }
  }
}

/// Counts over the whole dataset, and of what is in the window.
package struct Totals: Sendable, Equatable {
  package var days = 0
  package var articles = 0
  package var figures = 0
  package var rejects = 0

  /// Sources that gave an article within the window.
  package var sources = 0

  /// Of the window.
  package var recent = ReportData.DayCounts()

  init(_ data: ReportData) {
    days = data.days.count
    for (day, counts) in data.days {
      articles += counts.articles
      figures += counts.figures
      rejects += counts.rejects
      guard data.window.contains(day) else { continue }
      recent.articles += counts.articles
      recent.figures += counts.figures
      recent.rejects += counts.rejects
    }
    sources = data.sources.values.count { $0.articles.contains { $0 > 0 } }
  }
}

package struct CheckTotal: Sendable, Equatable {
  package var rule: String
  package var holding: Int
  package var failing: Int

  package var all: Int { holding + failing }
}

package struct SourceView: Sendable, Equatable {
  /// The host; empty where it is not known.
  package var name: String

  package var articles: Int
  package var figures: Int
  package var rejects: Int
  package var quality: Double?

  /// A day each.
  package var articlesByDay: [Int]
  package var figuresByDay: [Int]

  init(name: String, counts: ReportData.SourceCounts) {
    self.name = name
    articlesByDay = counts.articles.map { Int($0) }
    figuresByDay = counts.figures.map { Int($0) }
    articles = articlesByDay.reduce(0, +)
    figures = figuresByDay.reduce(0, +)
    rejects = counts.rejects
    quality = counts.quality.median
  }
}

package struct ReasonView: Sendable, Equatable {
  package var reason: String
  package var count: Int

  /// The host that most of them are of.
  package var host: (name: String, count: Int)?

  init(reason: String, counts: ReportData.ReasonCounts) {
    self.reason = reason
    count = counts.count
    host = counts.hosts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  package static func == (left: ReasonView, right: ReasonView) -> Bool {
    left.reason == right.reason && left.count == right.count
      && left.host?.name == right.host?.name && left.host?.count == right.host?.count
  }
}

package struct QualityView: Sendable, Equatable {
  package var extractor: String
  package var articles: Int
  package var median: Double?

  /// Articles with less than 0.5.
  package var poor: Int

  /// Articles by tenths of quality; the last holds 1 too.
  package var tenths: [Int]

  init(extractor: String, counts: ReportData.QualityCounts) {
    self.extractor = extractor
    articles = counts.count
    median = counts.median
    poor = counts.hundredths[..<50].reduce(0) { $0 + Int($1) }
    tenths = (0..<10).map { tenth in
      let end = tenth == 9 ? 101 : tenth * 10 + 10
      return counts.hundredths[(tenth * 10)..<end].reduce(0) { $0 + Int($1) }
    }
  }
}

extension ReportData.QualityCounts {
  /// The median, the lower of two; `nil` where there is none.
  package var median: Double? {
    var left = (count + 1) / 2
    guard left > 0 else { return nil }
    for (hundredth, count) in hundredths.enumerated() {
      left -= Int(count)
      if left <= 0 { return Double(hundredth) / 100 }
    }
    return nil
  }
}
