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
        _ = try checkArchive(FilePath(file)) { problem in
          print("\(problem)")
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
    abstract: "Print a line for each record.",
    discussion: """
      Its parts are separated by tabs: offset, stored length, kind, date, status, media type,
      address; - for what a record has not.
      """
  )

  @Argument(help: "Archive files.", completion: .file(extensions: ["warc", "gz", "zst"]))
  var files: [String]

  func run() throws {
    var output = StandardOutput()
    var isGood = true
    for file in files {
      do {
        var reader = try WARCReader(path: FilePath(file))
        while let event = try reader.next() {
          switch event {
          case .record(let record): try output.write(Array("\(record.listing)\n".utf8))
          case .fault(let fault):
            complain("\(file): \(fault)")
            isGood = false
          }
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
