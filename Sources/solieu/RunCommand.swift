import ArgumentParser
import Pipeline
import Records

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The nightly job: fetch what is new, then process what has no part yet.",
    discussion: """
      Killed anywhere, the next run goes on where it was. Under cron it is silent unless something
      is wrong; on a terminal it shows what it does.

      Exit status: 0 done; 1 done, but a source or too large a share of the pages failed; 74 a file
      can't be written; 75 another run is at work; 78 the pipeline file is wrong.
      """
  )

  @Argument(help: "A pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Flag(help: "Print what the run came to, also where it all went well.")
  var summary = false

  func run() async throws {
    try await nightly(pipeline, processes: true, showsSummary: summary)
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

  @Flag(help: "Print what the run came to, also where it all went well.")
  var summary = false

  func run() async throws {
    try await nightly(pipeline, processes: false, showsSummary: summary)
  }
}

private func nightly(_ file: String, processes: Bool, showsSummary: Bool) async throws {
  let config = try readConfig(file)
  let record = try await reporting {
    try await stoppingAtSignals {
      try await showingProgress { progress in
        try await Pipeline.run(config, processes: processes, progress: progress)
      }
    }
  }
  for warning in record.warnings { complain("\(config.name): \(warning)") }
  if showsSummary { print(record.summary) } else if isInteractive { complain(record.summary) }
  if record.status != 0 { throw ExitCode(Int32(record.status)) }
}
