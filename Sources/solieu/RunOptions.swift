import ArgumentParser
import Fetch
import Logging
import Pipeline
import Records
import SystemPackage

/// How `run`, `fetch`, `retry` and `reprocess` tell of what they do.
struct RunOptions: ParsableArguments {
  @Flag(help: "Print what the run came to, also where it all went well.")
  var summary = false

  @Option(
    help: """
      Log to standard error, in place of the lines for people: json (an object a line: time, level, \
      message, run, and more) or text.
      """
  )
  var logFormat: LogFormat?

  @Option(help: "From which level on to log: debug (each request), info, warning, error.")
  var logLevel: LogLevel = .info

  @Option(
    help: ArgumentHelp(
      "Write metrics for node_exporter's textfile collector there, at the end of the run.",
      valueName: "x.prom"
    ),
    completion: .file(extensions: ["prom"])
  )
  var metricsFile: String?

  @Option(
    help: ArgumentHelp(
      "For rehearsals: take this for the time at the start, such as 2020-11-24T19:00:00Z.",
      visibility: .hidden
    )
  )
  var now: String?

  func validate() throws {
    if let now, readTime(now) == nil {
      throw ValidationError("\(now) is no instant; write it as 2020-11-24T19:00:00Z")
    }
  }

  /// What the run is given.
  func context(_ progress: @escaping ProgressWatcher) -> RunContext {
    let time = now.flatMap { readTime($0) }.map { FetchTime.starting(at: $0) } ?? .system
    var context = RunContext(
      time: time,
      progress: progress,
      metricsFile: metricsFile.map { FilePath($0) }
    )
    if let logFormat {
      let level = logLevel.level
      let log = Logger(label: "solieu") { _ in
        RunLogHandler(logLevel: level, format: logFormat, now: time.now)
      }
      context.log = log
      context.complain = { log.error("\($0)") }
    } else {
      context.complain = { complain($0) }
    }
    return context
  }

  /// Tells of a run that is over.
  ///
  /// - Parameters:
  ///   - record: What it did.
  ///   - lines: What people are to hear of it, unless they asked for a log; `nil` for nothing.
  /// - Throws: The exit status, where it is not 0.
  func tell(of record: RunRecord, _ lines: String?) throws {
    if logFormat == nil, let lines { complain(lines) }
    if summary {
      print(record.summary)
    } else if isInteractive, logFormat == nil {
      complain(record.summary)
    }
    if record.status != 0 { throw ExitCode(Int32(record.status)) }
  }
}

/// The levels of swift-log that are of use here.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
  case debug
  case info
  case warning
  case error

  var level: Logger.Level {
    switch self {
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
