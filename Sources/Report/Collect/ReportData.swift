/// What the page tells of a dataset: counters, and the few newest of what has a text.
///
/// Its size hangs on how many days, sources and reasons there are, not on how many lines.
package struct ReportData: Sendable {
  /// Pages, figures and rejects of a day, over all sources.
  package struct DayCounts: Sendable, Equatable {
    package var articles = 0
    package var figures = 0
    package var rejects = 0
  }

  /// What one source gave within the window.
  package struct SourceCounts: Sendable, Equatable {
    /// A day each, in the window's order.
    package var articles: [Int32]
    package var figures: [Int32]

    package var rejects = 0
    package var quality = QualityCounts()

    init(days: Int) {
      articles = Array(repeating: 0, count: days)
      figures = articles
    }
  }

  /// How the qualities of articles are spread.
  package struct QualityCounts: Sendable, Equatable {
    /// Articles by quality in hundredths, from 0 to 100.
    package var hundredths = [Int32](repeating: 0, count: 101)

    package var count: Int { hundredths.reduce(0) { $0 + Int($1) } }

    mutating func add(_ quality: Double) {
      hundredths[Int(min(1, max(0, quality)) * 100 + 0.5)] += 1
    }
  }

  /// Rejects of one reason within the window.
  package struct ReasonCounts: Sendable, Equatable {
    package var count = 0
    package var hosts: [String: Int] = [:]
  }

  /// Checks of one rule within the window.
  package struct CheckCounts: Sendable, Equatable {
    package var holding = 0
    package var failing = 0
  }

  /// All days of the dataset.
  package var days: [CivilDay: DayCounts] = [:]

  /// The days that are read line by line, the last ones; empty where there is none.
  package var window: Range<CivilDay>

  /// By host; empty text for those whose host is not known.
  package var sources: [String: SourceCounts] = [:]

  /// By reason code.
  package var reasons: [String: ReasonCounts] = [:]

  /// By the extractor's rule.
  package var extractors: [String: QualityCounts] = [:]

  /// By the check's rule.
  package var checks: [String: CheckCounts] = [:]

  /// The newest first.
  package var newest: [ShownFigure] = []

  /// The newest first, at most `ReportLimits.failures`.
  package var failures: [FailedCheck] = []

  /// The newest first.
  package var runs: [RunRow] = []

  /// Runs there are in all, those not read included.
  package var runCount = 0

  /// Lines and files that could not be read.
  package var faults = Faults()

  init(window: Range<CivilDay>) {
    self.window = window
  }
}

/// How much is shown, whatever the dataset holds.
package struct ReportLimits: Sendable {
  /// The days that are read line by line, from 1.
  package var days = 30

  package var figures = 12
  package var failures = 12
  package var runs = 30

  package init() {}
}

/// What could not be read: the first in full, then how many.
package struct Faults: Sendable, Equatable {
  package private(set) var count = 0

  /// Such as `rejects/date=2020-11-24/a.ndjson:3: no JSON object`.
  package private(set) var first: [String] = []

  mutating func note(_ fault: @autoclosure () -> String) {
    count += 1
    if first.count < 5 { first.append(fault()) }
  }
}
