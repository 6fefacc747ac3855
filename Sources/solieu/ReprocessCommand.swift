import ArgumentParser
import FoundationEssentials
import Pipeline
import Records
import SystemPackage

struct ReprocessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprocess",
    abstract: "Make the parts of archive files again, where they are not up to date.",
    discussion: """
      Without archives it takes those of the pipeline: its own, and the archive sources that its
      file names. A part is up to date where it was made of the same archive file by the same
      pipeline file and the same program. Killed and started again, it goes on with the next file.

      Example: solieu reprocess Pipelines/nightly.yaml --since 2020-11-01 --until 2020-11-30

      Exit status: 0 done; 65 an archive can't be read, the others are done; 75 another run is at
      work.
      """
  )

  @Argument(help: "A pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Argument(help: "Archive files.", completion: .file(extensions: ["warc", "gz", "zst"]))
  var archives: [String] = []

  @Option(help: ArgumentHelp("The first partition.", valueName: "YYYY-MM-DD"))
  var since: String?

  @Option(help: ArgumentHelp("The last partition.", valueName: "YYYY-MM-DD"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "How many files, or batches of a file's records, at once; one a core by default.",
      valueName: "number"
    )
  )
  var workers: Int?

  @Option(
    help: ArgumentHelp("Write the dataset there, not where the file says.", valueName: "folder")
  )
  var data: String?

  @Flag(help: "Also make again what is up to date.")
  var force = false

  @Flag(
    help: """
      Read every archive file to see whether it changed, also where the file system says that it \
      did not.
      """
  )
  var verify = false

  @Flag(help: "Print what would be done, how much that is and why; write nothing.")
  var dryRun = false

  @OptionGroup var options: RunOptions

  func validate() throws {
    for day in [since, until].compactMap({ $0 }) where !isDay(day) {
      throw ValidationError("\(day) is no day; write it as 2020-11-24")
    }
    if let workers, !(1...256).contains(workers) {
      throw ValidationError("workers must be from 1 to 256")
    }
  }

  func run() async throws {
    var config = try readConfig(pipeline)
    if let data { config.data = FilePath(data).lexicallyNormalized() }
    let selection = Selection(since: since, until: until, isForced: force, isVerifying: verify)
    if dryRun { return try printPlan(of: config, selection) }
    let record = try await reprocess(config, selection)
    let lines = record.warnings.joined(separator: "\n")
    try options.tell(of: record, lines.isEmpty ? nil : lines)
  }

  private func reprocess(
    _ config: PipelineConfig,
    _ selection: Selection
  ) async throws -> RunRecord {
    try await reporting(isLogged: options.logFormat != nil) {
      try await stoppingAtSignals {
        try await showingProgress { progress in
          try await Pipeline.reprocess(
            config,
            archives: archives.map { FilePath($0) },
            selection,
            workers: workers ?? ProcessInfo.processInfo.activeProcessorCount,
            in: options.context(progress)
          )
        }
      }
    }
  }

  private func printPlan(of config: PipelineConfig, _ selection: Selection) throws {
    let plan = planReprocessing(config, archives: archives.map { FilePath($0) }, selection)
    print(plan.text, terminator: "")
    for fault in plan.faults { complain(fault) }
    if !plan.faults.isEmpty { throw ExitCode.badInput }
  }
}
