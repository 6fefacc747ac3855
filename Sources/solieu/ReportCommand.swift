import ArgumentParser
import Files
import Load
import Report
import SystemPackage

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a web page on a dataset and its last runs.",
    discussion: """
      One HTML file in Vietnamese and English that asks for nothing from outside: how the last run \
      came out, the newest figures in their sentences, arithmetic in the news that fails, pages and \
      figures by day and source, rejects, extractor quality, slow hosts. The same dataset gives the \
      same bytes.

      Example: solieu report data/sample --output report.html
      """
  )

  @Argument(help: "The data folder.", completion: .directory)
  var data = "data"

  @Option(
    help: ArgumentHelp("Write the page here, not to standard output.", valueName: "file"),
    completion: .file(extensions: ["html"])
  )
  var output: String?

  @Option(
    help: ArgumentHelp("The last days that sources are shown for, 1 to 366.", valueName: "number")
  )
  var days = 30

  func validate() throws {
    guard (1...366).contains(days) else {
      throw ValidationError("--days must be a whole number from 1 to 366")
    }
  }

  func run() throws {
    let folder = FilePath(data)
    guard isDataset(folder) else {
      complain("\(data): no dataset; name the folder that holds articles/, observations/ or runs/")
      throw ExitCode.badInput
    }
    var limits = ReportLimits()
    limits.days = days
    let collected = collectReport(of: folder, limits)
    let page = writeReport(ReportView(collected))
    if let output {
      do {
        try writeAtomically(page, to: FilePath(output))
      } catch {
        complain("\(error)")
        throw ExitCode.cannotWrite
      }
    } else {
      var standardOutput = StandardOutput()
      try standardOutput.write(page)
      try standardOutput.flush()
    }
    guard let fault = collected.faults.first.first else { return }
    let rest = collected.faults.count - 1
    complain("\(data)/\(fault)\(rest > 0 ? ", and \(rest) more; the page names them" : "")")
    throw ExitCode.badInput
  }
}
