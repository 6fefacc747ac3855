import Fetch
import FoundationEssentials
import Load
package import Records
package import SystemPackage

/// The nightly job: fetch what is new into the archive, then process what has no part yet.
///
/// - Parameters:
///   - config: The pipeline.
///   - command: `run`; `fetch` to process nothing; `retry` to ask only for what failed.
///   - context: The clocks, and who is told of the run.
/// - Returns: What the run did, as it stands in `runs/` too.
/// - Throws: `RunIsHeld` where another run is at work, `WriteError` or `ArchiveError` where
///   something can't be written; what is done is done, and the next run goes on.
package func run(
  _ config: PipelineConfig,
  _ command: RunRecord.Command = .run,
  in context: RunContext
) async throws -> RunRecord {
  try await recordingRun(command, of: config, in: context) { record in
    var state: FetchState?
    if !config.sources.isEmpty {
      let known = try openState(of: config)
      state = known
      try await fetchNight(config, known, into: &record, in: context)
    }
    guard command != .fetch else { return }
    let tally = NightTally(state)
    defer { tally.write(to: &record) }
    try await processFiles(
      ownArchiveFiles(of: config),
      of: config,
      Selection(onlyMissing: true),
      workers: ProcessInfo.processInfo.activeProcessorCount,
      into: &record,
      progress: context.progress,
      seen: { tally.note($0, figures: $1) }
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
///   - context: The clocks, and who is told of the run.
/// - Returns: What the run did, as it stands in `runs/` too.
/// - Throws: `RunIsHeld` where another run is at work, `WriteError`.
package func reprocess(
  _ config: PipelineConfig,
  archives: [FilePath],
  _ selection: Selection,
  workers: Int,
  in context: RunContext
) async throws -> RunRecord {
  try await recordingRun(.reprocess, of: config, in: context) { record in
    try await processFiles(
      archives.isEmpty ? ownArchiveFiles(of: config) : archives,
      of: config,
      selection,
      workers: workers,
      into: &record,
      progress: context.progress
    )
  }
}

private func processFiles(
  _ paths: [FilePath],
  of config: PipelineConfig,
  _ selection: Selection,
  workers: Int,
  into record: inout RunRecord,
  progress: @escaping ProgressWatcher,
  seen: @escaping ArticleWatcher = { _, _ in }
) async throws {
  let chosen = ArchiveChoice(of: paths)
  for fault in chosen.faults { record.noteBadArchive(fault) }
  let report = try await process(
    chosen.files,
    of: config,
    selection,
    workers: workers,
    progress: progress,
    seen: seen
  )
  record.parts = report.parts
  for fault in report.faults { record.noteBadArchive(fault) }
}

extension RunRecord {
  /// Notes an archive file that gave nothing; `line` begins with its name and a colon.
  mutating func noteBadArchive(_ line: String) {
    let file = line.firstRange(of: ": ").map { String(line[..<$0.lowerBound]) } ?? ""
    troubles.append(
      Trouble(.badArchive, file, String(line.dropFirst(file.isEmpty ? 0 : file.count + 2)))
    )
    status = 65
  }
}
