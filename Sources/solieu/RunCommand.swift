import ArgumentParser
import Dispatch
import Pipeline
import Records

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The nightly job: fetch what is new, then process what has no part yet.",
    discussion: """
      Killed anywhere, the next run goes on where it was. Under cron it is silent unless something
      is wrong; on a terminal it shows what it does.

      Exit status: 0 done; 1 done, but a source or too large a share of the pages failed, or the run
      was ended before it was done; 74 a file can't be written; 75 another run is at work; 78 the
      pipeline file is wrong.
      """
  )

  @Argument(help: "A pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @OptionGroup var options: RunOptions

  func run() async throws {
    try await nightly(try readConfig(pipeline), .run, options)
  }
}

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Only fetch what is new into the archive.",
    discussion: "What it fetches has no part until solieu run or solieu reprocess makes one."
  )

  @Argument(help: "A pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @OptionGroup var options: RunOptions

  func run() async throws {
    try await nightly(try readConfig(pipeline), .fetch, options)
  }
}

struct RetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Ask again for what failed in the last nights and may succeed now.",
    discussion: """
      Asks for pages whose last answer was a time-out, no connection, a status such as 503, or a
      robots.txt that could not be read; for those that were cut, where max-bytes is larger now; and
      for sources that could not be read. It leaves what time does not mend, such as status 404 or
      what robots.txt forbids. Then it goes on as solieu run does. solieu run itself asks again for
      three nights.

      Exit status: as that of solieu run.
      """
  )

  @Argument(help: "A pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @OptionGroup var options: RunOptions

  func run() async throws {
    let config = try readConfig(pipeline)
    let plan = try await reporting { try RetryPlan(of: config) }
    for line in plan.lines { print(line) }
    guard !plan.isEmpty else { return }
    try await nightly(plan.narrowed(config), .retry, options)
  }
}

/// Runs a night, and tells people of it as they asked to be told.
///
/// - Parameters:
///   - config: The pipeline.
///   - command: What was asked for.
///   - options: How to tell of it.
///   - grace: How long after its deadline a run that does not end is let be.
/// - Throws: The exit status, where it is not 0.
func nightly(
  _ config: PipelineConfig,
  _ command: RunRecord.Command,
  _ options: RunOptions,
  grace: Duration = .seconds(60)
) async throws {
  let watchdog = endingHung(after: config.deadline + grace)
  defer { watchdog.cancel() }
  let record = try await reporting(isLogged: options.logFormat != nil) {
    try await stoppingAtSignals {
      try await showingProgress { progress in
        try await Pipeline.run(config, command, in: options.context(progress))
      }
    }
  }
  try options.tell(of: record, record.mail)
}
