import Archive
import Fetch
import FoundationEssentials
import Load
import Logging
import Records
import SystemPackage

/// Opens what earlier nights learned; where that is lost, it is made anew from the archive.
func openState(of config: PipelineConfig) throws -> FetchState {
  let state = try FetchState(path: config.data.appending("fetch-state.sqlite").string)
  if try state.isEmpty() { try learn(state, from: config.archive) }
  return state
}

/// The first half of a night: what the sources name goes into the archive.
///
/// - Parameters:
///   - config: The pipeline.
///   - state: What earlier nights learned.
///   - record: Gets the counts and the troubles, also where this throws.
///   - context: The clocks, and who is told of the run.
/// - Throws: `ArchiveError` or `WriteError` where the archive can't be written.
func fetchNight(
  _ config: PipelineConfig,
  _ state: FetchState,
  into record: inout RunRecord,
  in context: RunContext
) async throws {
  let now = context.time.now()
  try state.forgetFailures(before: UTCTime(seconds: now.seconds - 30 * 86_400))
  var night = NightArchive(of: config, time: context.time)
  var lost: (any Error)?
  record.troubles += try night.resume { capture in
    do { try state.record(capture) } catch { lost = error }
  }
  if let lost { throw lost }

  var settings = config.fetch
  if let minute = config.untilMinute { settings.longestRun = timeLeft(until: minute, from: now) }
  var latest = FetchReport()
  defer {
    try? night.finish()
    record.take(latest)
    let failed = failedPages(
      of: latest,
      limit: config.failAbovePercent,
      forgivesRobots: record.command == .retry
    )
    record.troubles += failed.map { [$0] } ?? []
    record.archiveBytes = night.bytesWritten
  }
  latest = try await withHTTPTransport(settings) { transport in
    try await fetch(
      settings,
      sources: config.sources,
      state: state,
      over: transport,
      time: context.time,
      progress: { report, waiting in
        latest = report
        latest.left = waiting
        context.progress(RunProgress(report, waiting: waiting))
      },
      keep: { capture in
        try night.keep(capture)
        context.log.debug("asked", metadata: capture.metadata)
      }
    )
  }
  try night.finish()
}

/// How long it is until the next time that the local clock shows `minute` of the day.
private func timeLeft(until minute: Int, from now: UTCTime) -> Duration {
  let date = Date(timeIntervalSince1970: Double(now.seconds))
  let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: date)
  let seconds = ((parts.hour ?? 0) * 60 + (parts.minute ?? 0)) * 60 + (parts.second ?? 0)
  let left = minute * 60 - seconds
  return .seconds(left > 0 ? left : left + 86_400)
}

extension RunProgress {
  /// What `fetch` reports while it is under way.
  init(_ report: FetchReport, waiting: Int) {
    self.init(.fetching, done: report.asked, left: waiting)
    pages = report.new + report.unchanged
    rejects = report.failed.values.reduce(0, +)
  }
}

extension Capture {
  fileprivate var metadata: Logger.Metadata {
    var fields: Logger.Metadata = ["url": "\(url)", "role": "\(role)"]
    switch kind {
    case .response: fields["status"] = "\(HTTPHead(responseHead[...])?.status ?? 0)"
    case .notModified, .duplicate: fields["unchanged"] = "true"
    case .failure(let reason, let detail):
      fields["reason"] = "\(reason.rawValue)"
      fields["detail"] = "\(detail)"
    }
    return fields
  }
}

extension RunRecord {
  /// Takes over the counts of `report`, its troubles and notes.
  fileprivate mutating func take(_ report: FetchReport) {
    fetched = FetchCounts(
      asked: report.asked,
      new: report.new,
      unchanged: report.unchanged,
      failed: report.failed.values.reduce(0, +),
      notDue: report.notDue,
      remaining: report.left
    )
    if report.left > 0 { isComplete = false }
    failures = Reject.Reason.allCases.compactMap { reason in
      report.failed[reason].map { ReasonCount(reason: reason.rawValue, count: $0) }
    }
    sources = report.sources.map { yield in
      SourceYield(
        source: yield.source,
        entries: yield.entries,
        links: yield.links,
        new: yield.new
      )
    }
    hosts = report.hosts.sorted { $0.key < $1.key }.map { $0.value.record(host: $0.key) }
    troubles += report.troubles
    notes += report.notes
  }
}
