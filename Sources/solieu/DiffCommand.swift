import ArgumentParser
import FoundationEssentials
import Load
import Records
import SystemPackage

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two datasets, figure by figure.",
    discussion: """
      It is how one judges a new version of the program, of a pipeline file or of site rules before
      trusting it: reprocess the same archive into another data folder, and compare.

      A figure has vanished or appeared, or its value, its unit or its meaning is another. Figures
      are matched by their quotes and places, also where the article's text shifted. What is not
      compared: ids, groups, stories and confidence.

      Example: solieu diff data /tmp/new --format ndjson | head

      Exit status: 0 done, whether or not something changed; 65 a dataset can't be read.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case ndjson
  }

  @Argument(help: ArgumentHelp("The data folder of before.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The data folder of now.", valueName: "new"))
  var new: String

  @Option(help: "text: counts and examples; ndjson: every change, one a line.")
  var format = Format.text

  @Option(help: ArgumentHelp("How many examples of each sort of change.", valueName: "number"))
  var examples = 3

  func validate() throws {
    guard (0...1000).contains(examples) else {
      throw ValidationError("examples must be from 0 to 1000")
    }
  }

  func run() throws {
    for data in [old, new] {
      let folder = FilePath(data).appending("articles").string
      guard FileManager.default.fileExists(atPath: folder) else {
        complain("\(data): no dataset; name a folder that holds articles/ and observations/")
        throw ExitCode.badInput
      }
    }
    do {
      try compare()
    } catch let error as ReadError {
      complain("\(error); make it again with solieu reprocess --force")
      throw ExitCode.badInput
    }
  }

  private func compare() throws {
    var output = StandardOutput()
    var report = DiffReport(examples: examples)
    var line = JSONLine()
    var diff = DatasetDiff(from: FilePath(old), to: FilePath(new))
    try diff.run { pair, change in
      switch format {
      case .text: report.note(change, of: pair)
      case .ndjson:
        line.clear()
        change.write(to: &line, of: pair)
        try output.write(line.bytes)
      }
    }
    if format == .text { try output.write(Array(report.text(diff.counts).utf8)) }
    try output.flush()
  }
}
