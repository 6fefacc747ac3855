import Archive
import Load
package import Records
import Synchronization
import SystemPackage

/// Which archive files to process.
package struct Selection: Sendable {
  /// Only partitions from this day on, `YYYY-MM-DD`; `nil` for no limit.
  package var since: String?

  /// Only partitions to this day.
  package var until: String?

  /// Also those whose parts are up to date.
  package var isForced: Bool

  /// Read every archive file for its digest, also where the file system says it did not change.
  package var isVerifying: Bool

  /// Leave alone every file that has its parts, however old the program that made them.
  package var onlyMissing: Bool

  package init(
    since: String? = nil,
    until: String? = nil,
    isForced: Bool = false,
    isVerifying: Bool = false,
    onlyMissing: Bool = false
  ) {
    self.since = since
    self.until = until
    self.isForced = isForced
    self.isVerifying = isVerifying
    self.onlyMissing = onlyMissing
  }

  func holds(_ file: ArchiveFile) -> Bool {
    file.date >= since ?? "" && file.date <= until ?? "9999"
  }
}

/// What `process` did with the files that it was given.
package struct ProcessReport: Sendable {
  /// In the files' order.
  package var parts: [PartRecord] = []

  /// Files left alone: their parts are up to date.
  package var upToDate = 0

  /// A line for each file that can't be read.
  package var faults: [String] = []
}

/// Processes archive files, a part each, on all workers, in an order that does not depend on how
/// many there are.
///
/// - Parameters:
///   - files: The archive files.
///   - config: The pipeline.
///   - selection: Which of them.
///   - workers: How many files, or batches of their records, at once, from 1.
///   - progress: Is told how far it is.
///   - seen: Is told of every article.
/// - Returns: What was done.
/// - Throws: `WriteError`: the run is over, what is done is done.
func process(
  _ files: [ArchiveFile],
  of config: PipelineConfig,
  _ selection: Selection,
  workers: Int,
  progress: @escaping ProgressWatcher,
  seen: @escaping ArticleWatcher
) async throws -> ProcessReport {
  let chosen = files.filter(selection.holds)
  let digests = DigestCache(in: config.data, isTrusting: !selection.isVerifying)
  defer { digests.save() }
  let ledger = Ledger(of: config, digests: digests)
  let shares = WorkerShares(workers: workers)
  let tally = ProcessTally(of: chosen, progress)
  var report = ProcessReport()
  try await mapInOrder(chosen, width: workers) { file -> Result<PartRecord?, ArchiveError> in
    try Task.checkCancellation()
    guard ledger.state(of: file, selection) != .upToDate else { return .success(nil) }
    shares.begin(file.path)
    defer { shares.end(file.path) }
    do {
      return .success(
        try await processArchive(file, of: config, digests: digests) {
          shares.share(of: file.path)
        } progress: {
          tally.note(file, $0)
        } seen: {
          seen($0, $1)
        }
      )
    } catch let error as ArchiveError {
      return .failure(error)
    }
  } handOn: { file, outcome in
    tally.finish(file, isMade: (try? outcome.get()) != .some(.none))
    switch outcome {
    case .success(nil): report.upToDate += 1
    case .success(let record?):
      try Partition(file.date, of: config.data).add(record)
      report.parts.append(record)
    case .failure(let error): report.faults.append("\(error)")
    }
  }
  return report
}
