import Fetch
import Files
import FoundationEssentials
import Load
import Logging
import Records

/// Tells everyone who is to know of a run: the log, the ping's address, the lineage, the metrics.
///
/// None of them can fail the run.
struct Heralds: Sendable {
  private let config: PipelineConfig
  private let context: RunContext
  private let log: Logger
  private let lineage: Lineage

  init(
    of config: PipelineConfig,
    in context: RunContext,
    id: String,
    command: RunRecord.Command,
    start: UTCTime
  ) {
    self.config = config
    self.context = context
    var log = context.log
    log[metadataKey: "run"] = "\(id)"
    log[metadataKey: "pipeline"] = "\(config.name)"
    self.log = log
    lineage = Lineage(of: config, run: id, command: command, start: start)
  }

  /// The run did not begin.
  func refused(_ error: any Error) async {
    log.error("\(error)", metadata: ["status": "\(error is RunIsHeld ? 75 : 74)"])
    await ping("/\(error is RunIsHeld ? 75 : 74)", "\(error)")
  }

  func begin() async {
    log.info("started", metadata: ["version": "\(programVersion)"])
    append(lineage.began)
    await ping("/start", "")
  }

  func end(_ record: RunRecord, _ history: RunHistory) async {
    for part in record.parts {
      log.info(
        "made a part",
        metadata: [
          "archive": "\(part.archiveFile)", "articles": "\(part.articles.rows)",
          "figures": "\(part.observations.rows)", "rejects": "\(part.rejects.rows)",
        ]
      )
    }
    for trouble in record.troubles {
      log.log(level: trouble.level, "\(trouble.line)", metadata: trouble.fields)
    }
    for note in record.notes { log.info("\(note)") }
    log.info("ended", metadata: record.fields)
    append(lineage.ended(record))
    if let path = context.metricsFile {
      do {
        try writeAtomically(Array(record.metrics(history).utf8), to: path)
      } catch {
        context.complain("metrics can't be written: \(error)")
      }
    }
    await ping("/\(record.status)", record.mail ?? "")
  }

  private func append(_ event: String) {
    guard let path = config.lineage else { return }
    do {
      try appendLine(event, to: path)
    } catch {
      context.complain("lineage can't be written: \(error)")
    }
  }

  /// Tells the ping's address; what comes of that is for the log alone.
  private func ping(_ ending: String, _ body: String) async {
    guard let address = config.pingURL else { return }
    let (settings, log) = (config.fetch, log)
    // A run that was told to stop still says so: its own task is cancelled, this one is not.
    await Task.detached { await sendPing(to: address, ending, body, settings, log) }.value
  }
}

extension Trouble {
  fileprivate var level: Logger.Level { fails ? .error : .warning }

  fileprivate var fields: Logger.Metadata {
    [
      "kind": "\(kind.rawValue)", "subject": "\(subject)", "since": "\(since)",
      "nights": "\(nights)",
    ]
  }
}

extension RunRecord {
  fileprivate var fields: Logger.Metadata {
    [
      "status": "\(status)", "asked": "\(fetched.asked)", "new": "\(fetched.new)",
      "unchanged": "\(fetched.unchanged)", "failed": "\(fetched.failed)",
      "articles": "\(parts.reduce(0) { $0 + $1.articles.rows })",
      "figures": "\(parts.reduce(0) { $0 + $1.observations.rows })",
      "rejects": "\(parts.reduce(0) { $0 + $1.rejects.rows })",
    ]
  }
}
