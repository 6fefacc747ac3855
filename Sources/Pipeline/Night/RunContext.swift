package import Fetch
package import Logging
package import SystemPackage

/// What a run is given beside its pipeline: the clocks, and who is told of it.
package struct RunContext: Sendable {
  /// The clocks; a rehearsal brings its own.
  package var time: FetchTime

  package var progress: ProgressWatcher

  /// Silent unless somebody asked for a log.
  package var log: Logger

  /// Gets a line about what is wrong beside the run, such as metrics that can't be written.
  package var complain: @Sendable (String) -> Void

  /// Where to write metrics for node_exporter's textfile collector; `nil` for nowhere.
  package var metricsFile: FilePath?

  package init(
    time: FetchTime = .system,
    progress: @escaping ProgressWatcher = { _ in },
    log: Logger = Logger(label: "solieu") { _ in SwiftLogNoOpLogHandler() },
    metricsFile: FilePath? = nil,
    complain: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.time = time
    self.progress = progress
    self.log = log
    self.metricsFile = metricsFile
    self.complain = complain
  }
}
