import Archive
import Fetch
import FoundationEssentials
import Load
import Records
import SystemPackage

/// The first half of a night: what the sources name goes into the archive.
///
/// - Parameters:
///   - config: The pipeline.
///   - record: Gets the counts, the warnings, and status 1 where too much failed.
///   - progress: Is told how far it is.
/// - Throws: `ArchiveError` or `WriteError` where the archive can't be written.
func fetchNight(
  _ config: PipelineConfig,
  into record: inout RunRecord,
  progress: @escaping ProgressWatcher
) async throws {
  let statePath = config.data.appending("fetch-state.sqlite")
  let state = try FetchState(path: statePath.string)
  if try state.isEmpty() { try learn(state, from: config.archive) }

  var night = NightArchive(of: config, start: .now)
  var lost: (any Error)?
  record.warnings += try night.resume { capture in
    do { try state.record(capture) } catch { lost = error }
  }
  if let lost { throw lost }

  var settings = config.fetch
  if let minute = config.untilMinute { settings.longestRun = timeLeft(until: minute) }
  defer { try? night.finish() }
  let report = try await withHTTPTransport(settings) { transport in
    try await fetch(
      settings,
      sources: config.sources,
      state: state,
      over: transport,
      progress: { report, waiting in progress(RunProgress(report, waiting: waiting)) },
      keep: { try night.keep($0) }
    )
  }
  try night.finish()
  record.take(report, failAbovePercent: config.failAbovePercent)
}

/// How long it is until the next time that the local clock shows `minute` of the day.
private func timeLeft(until minute: Int) -> Duration {
  let now = Calendar.current.dateComponents([.hour, .minute, .second], from: .now)
  let seconds = ((now.hour ?? 0) * 60 + (now.minute ?? 0)) * 60 + (now.second ?? 0)
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

extension RunRecord {
  /// Takes over the counts of `report`, and judges them.
  fileprivate mutating func take(_ report: FetchReport, failAbovePercent limit: Int) {
    let failed = report.failed.values.reduce(0, +)
    fetched = FetchCounts(
      asked: report.asked,
      new: report.new,
      unchanged: report.unchanged,
      failed: failed
    )
    hosts = report.hosts.sorted { $0.key < $1.key }.map { $0.value.record(host: $0.key) }
    warnings += report.warnings
    notes += report.notes
    if !report.warnings.isEmpty { status = max(status, 1) }
    let pages = report.new + report.unchanged + failed
    guard failed * 100 > pages * limit else { return }
    let reasons = report.failed.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
    warnings.append(
      "\(failed) of \(pages) pages failed (\(reasons)), more than the limit of \(limit) %; "
        + "the next run asks for them again"
    )
    status = max(status, 1)
  }
}
