import Fetch
import FoundationEssentials
import Glibc
import Load
package import Records
package import SystemPackage

/// The nightly job: fetch what is new into the archive, then process what has no part yet.
///
/// - Parameters:
///   - config: The pipeline.
///   - processes: Whether to process; otherwise it only fetches.
///   - progress: Is told how far it is.
/// - Returns: What the run did, as it stands in `runs/` too.
/// - Throws: `LockError` where another run is at work, `WriteError` or `ArchiveError` where
///   something can't be written; what is done is done, and the next run goes on.
package func run(
  _ config: PipelineConfig,
  processes: Bool,
  progress: @escaping ProgressWatcher
) async throws -> RunRecord {
  try await recordingRun(of: config) { record in
    if !config.sources.isEmpty {
      try await fetchNight(config, into: &record, progress: progress)
    }
    guard processes else { return }
    try await processFiles(
      ownArchiveFiles(of: config),
      of: config,
      Selection(onlyMissing: true),
      workers: ProcessInfo.processInfo.activeProcessorCount,
      into: &record,
      progress: progress
    )
  }
}

/// Processes archive files again, where their parts are not up to date.
///
/// - Parameters:
///   - config: The pipeline.
///   - archives: The archive files; where they are none, those of the pipeline.
///   - selection: Which of them.
///   - workers: How many files at once, from 1.
///   - progress: Is told how far it is.
/// - Returns: What the run did, as it stands in `runs/` too.
/// - Throws: `LockError` where another run is at work, `WriteError`.
package func reprocess(
  _ config: PipelineConfig,
  archives: [FilePath],
  _ selection: Selection,
  workers: Int,
  progress: @escaping ProgressWatcher
) async throws -> RunRecord {
  try await recordingRun(of: config) { record in
    try await processFiles(
      archives.isEmpty ? ownArchiveFiles(of: config) : archives,
      of: config,
      selection,
      workers: workers,
      into: &record,
      progress: progress
    )
  }
}

/// Takes the lock, does `work`, and writes the manifest of the run, also where `work` throws.
private func recordingRun(
  of config: PipelineConfig,
  _ work: (inout RunRecord) async throws -> Void
) async throws -> RunRecord {
  let start = UTCTime.now
  let id = runID(at: start)
  let lock = try RunLock(
    on: config.data,
    holder: "run \(id), process \(getpid()), since \(start)"
  )
  sweepPartialFiles(in: config.data)
  var record = RunRecord(
    id: id,
    pipeline: config.name,
    version: programVersion,
    pipelineDigest: config.digest,
    startedAt: "\(start)",
    endedAt: "\(start)",
    status: 0,
    fetched: FetchCounts()
  )
  do {
    try await work(&record)
  } catch is CancellationError {
    record.status = 1
    record.warnings.append(
      "was told to stop before it was done; the next run goes on with the rest"
    )
  } catch {
    record.status = 74
    record.warnings.append("\(error)")
    record.endedAt = "\(UTCTime.now)"
    _ = try? write(record, to: config.data)
    throw error
  }
  record.endedAt = "\(UTCTime.now)"
  try write(record, to: config.data)
  _ = consume lock
  return record
}

private func processFiles(
  _ paths: [FilePath],
  of config: PipelineConfig,
  _ selection: Selection,
  workers: Int,
  into record: inout RunRecord,
  progress: @escaping ProgressWatcher
) async throws {
  let chosen = ArchiveChoice(of: paths)
  record.warnings += chosen.faults
  if !chosen.faults.isEmpty { record.status = 65 }
  let report = try await process(
    chosen.files,
    of: config,
    selection,
    workers: workers,
    progress: progress
  )
  record.parts = report.parts
  record.warnings += report.faults
  if !report.faults.isEmpty { record.status = 65 }
}

/// Such as `20201124T190000Z-3f9a`.
private func runID(at time: UTCTime) -> String {
  let stamp = "\(time)".filter { $0 != "-" && $0 != ":" }
  let random = UInt16.random(in: 0 ... .max)
  return "\(stamp)-\(hexadecimal([UInt8(random >> 8), UInt8(random & 255)]))"
}
