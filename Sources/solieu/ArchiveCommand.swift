import Archive
import ArgumentParser
import SystemPackage

struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Look into web archives.",
    subcommands: [ArchiveCheckCommand.self, ArchiveListCommand.self]
  )
}

struct ArchiveCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify digests, structure and completeness; print a line for each fault.",
    discussion: "Exit status: 0 no fault; 65 faults."
  )

  @Argument(help: "Archive files.", completion: .file(extensions: ["warc", "gz", "zst"]))
  var files: [String]

  func run() throws {
    var isGood = true
    for file in files {
      do {
        for fault in try checkArchive(FilePath(file)) {
          print("\(file): \(fault)")
          isGood = false
        }
      } catch {
        print("\(error)")
        isGood = false
      }
    }
    if !isGood { throw ExitCode.badInput }
  }
}

struct ArchiveListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print an index line (CDXJ) for each record that holds a response."
  )

  @Argument(help: "Archive files.", completion: .file(extensions: ["warc", "gz", "zst"]))
  var files: [String]

  func run() throws {
    var output = StandardOutput()
    var isGood = true
    for file in files {
      do {
        for line in try indexLines(ofArchive: FilePath(file)) {
          try output.write(Array("\(line)\n".utf8))
        }
      } catch let error as ArchiveError {
        complain("\(error)")
        isGood = false
      }
    }
    try output.flush()
    if !isGood { throw ExitCode.badInput }
  }
}
