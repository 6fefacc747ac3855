import Foundation
import Records
import SystemPackage
import TestSupport

@testable import Report

/// A small dataset that a test writes line by line.
struct SampleDataset {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: FilePath { FilePath(folder.path) }

  /// What the page tells of it.
  func report(_ change: (inout ReportLimits) -> Void = { _ in }) -> ReportData {
    var limits = ReportLimits()
    change(&limits)
    return collectReport(of: path, limits)
  }

  /// The page of it.
  func page() -> String {
    String(decoding: writeReport(ReportView(report())), as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: folder.path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Writes articles with their figures, and rejects, as a part of a day.
  func add(
    _ day: String,
    _ part: String = "a",
    articles: [(article: Article, figures: [Observation])] = [],
    rejects: [Reject] = []
  ) throws {
    var pages = JSONLine()
    var observations = JSONLine()
    var refused = JSONLine()
    for (article, figures) in articles {
      article.write(to: &pages, date: day)
      for figure in figures { figure.write(to: &observations, of: article, date: day) }
    }
    for reject in rejects { reject.write(to: &refused, date: day) }
    try write(text(of: pages), to: "articles/date=\(day)/\(part).ndjson")
    try write(text(of: observations), to: "observations/date=\(day)/\(part).ndjson")
    try write(text(of: refused), to: "rejects/date=\(day)/\(part).ndjson")
  }

  private func text(of line: borrowing JSONLine) -> String {
    String(decoding: line.bytes, as: UTF8.self)
  }

  /// Writes the record of a run that began on a day.
  func addRun(
    _ day: String,
    status: Int = 0,
    hosts: [HostRecord] = [],
    warnings: [String] = []
  ) throws {
    let run = RunRecord(
      id: "\(day.filter { $0 != "-" })T190000Z-0000",
      pipeline: "mau",
      version: "1",
      pipelineDigest: "sha256:0",
      startedAt: "\(day)T19:00:00Z",
      endedAt: "\(day)T19:02:05Z",
      status: status,
      fetched: FetchCounts(asked: 1234, new: 20, unchanged: 1210, failed: 4),
      hosts: hosts,
      warnings: warnings
    )
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    try write(
      String(decoding: encoder.encode(run), as: UTF8.self),
      to: "runs/\(run.id).json"
    )
  }
}

/// An article of one sentence; `number` tells it from others.
func article(
  _ number: Int,
  site: String? = "bao.example.vn",
  sentence: String = "Có 21/333 xã, tức 7%, đạt chuẩn.",
  quality: Double = 0.9
) -> Article {
  Article(
    id: "a\(number)",
    versionID: "v\(number)",
    storyID: "s\(number)",
    url: "https://\(site ?? "nowhere")/bai-\(number).html",
    site: site,
    headline: "Bài số \(number)",
    text: "Mở đầu.\n\(sentence)",
    datePublished: "2020-11-24",
    extractor: "named",
    quality: quality
  )
}

/// A figure of such an article.
func figure(
  _ quote: String = "7%",
  at start: Int = 26,
  sentence: String = "Có 21/333 xã, tức 7%, đạt chuẩn.",
  indicator: String? = nil,
  checks: [ArithmeticCheck] = []
) -> Observation {
  Observation(
    quote: quote,
    characters: start..<(start + quote.unicodeScalars.count),
    kind: .percent,
    value: ExactNumber(7),
    unit: "%",
    indicator: indicator,
    checks: checks,
    sentence: sentence,
    confidence: 0.5
  )
}

let failing = ArithmeticCheck(rule: .share, holds: false, statement: "21/333 ≠ 7 %")
