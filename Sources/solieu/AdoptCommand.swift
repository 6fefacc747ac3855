import ArgumentParser
import Pipeline
import Records
import SystemPackage

struct AdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Take parts over that were made in other data folders, such as by a cluster's tasks.",
    discussion: """
      Each task reprocesses its archive files into a data folder of its own, with --data, so that
      none waits for another's lock; this moves what they made into the dataset, whole parts only,
      and lists it in the manifests. Killed, it goes on when it is started again.

      Example: solieu adopt Pipelines/nightly.yaml --data /srv/data /srv/tasks/*

      Exit status: 0 done; 65 some parts can't be taken, the others are; 75 another run is at work.
      """
  )

  @Argument(help: "A pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Argument(help: "Data folders to take the parts from.", completion: .directory)
  var folders: [String]

  @Option(help: ArgumentHelp("The dataset, where not the one of the file.", valueName: "folder"))
  var data: String?

  @Flag(help: "Only join the manifests: the files of the parts are where they belong already.")
  var onlyManifests = false

  func run() async throws {
    var config = try readConfig(pipeline)
    if let data { config.data = FilePath(data).lexicallyNormalized() }
    let record = try await reporting {
      try await Pipeline.adopt(
        config,
        from: folders.map { FilePath($0) },
        onlyManifests: onlyManifests
      )
    }
    for warning in record.warnings { complain(warning) }
    if record.status != 0 { throw ExitCode(Int32(record.status)) }
  }
}
