import Archive
import Load
package import Records
import SystemPackage

/// Which archive files to process.
package struct Selection: Sendable {
  /// Only partitions from this day on, `YYYY-MM-DD`; `nil` for no limit.
  package var since: String?

  /// Only partitions to this day.
  package var until: String?

  /// Also those whose parts are up to date.
  package var isForced: Bool

  /// Leave alone every file that has its parts, however old the program that made them.
  package var onlyMissing: Bool

  package init(
    since: String? = nil,
    until: String? = nil,
    isForced: Bool = false,
    onlyMissing: Bool = false
  ) {
    self.since = since
    self.until = until
    self.isForced = isForced
    self.onlyMissing = onlyMissing
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

/// Processes archive files, a part each, several at once, in an order that does not depend on how
/// many.
///
/// - Parameters:
///   - files: The archive files.
///   - config: The pipeline.
///   - selection: Which of them.
///   - workers: How many files at once, from 1.
///   - progress: Is told how far it is.
/// - Returns: What was done.
/// - Throws: `WriteError`: the run is over, what is done is done.
func process(
  _ files: [ArchiveFile],
  of config: PipelineConfig,
  _ selection: Selection,
  workers: Int,
  progress: @escaping ProgressWatcher
) async throws -> ProcessReport {
  let chosen = files.filter { file in
    file.date >= selection.since ?? "" && file.date <= selection.until ?? "9999"
  }
  var report = ProcessReport()
  var state = RunProgress(.processing, left: chosen.count)
  state.bytesLeft = chosen.reduce(0) { $0 + $1.bytes }
  progress(state)
  try await mapInOrder(chosen, width: workers) { file in
    try Task.checkCancellation()
    return try part(of: file, config, selection)
  } handOn: { file, outcome in
    state.take(file, try? outcome.get())
    progress(state)
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

extension RunProgress {
  /// Counts a file as done, with what it gave; those that are up to date say nothing of the pace.
  fileprivate mutating func take(_ file: ArchiveFile, _ record: PartRecord??) {
    left -= 1
    bytesLeft -= file.bytes
    done += 1
    guard case .some(.some(let record)) = record else { return }
    bytesDone += file.bytes
    articles += record.articles.rows
    figures += record.observations.rows
    rejects += record.rejects.rows
  }
}

/// The part of one file, `nil` where it is up to date; a file that can't be read is a failure that
/// ends nothing.
private func part(
  of file: ArchiveFile,
  _ config: PipelineConfig,
  _ selection: Selection
) throws -> Result<PartRecord?, ArchiveError> {
  if selection.onlyMissing, partRecord(of: file, in: config) != nil { return .success(nil) }
  if !selection.isForced, isUpToDate(file, of: config) { return .success(nil) }
  do {
    return .success(try processArchive(file, of: config))
  } catch let error as ArchiveError {
    return .failure(error)
  }
}
