import Archive
import ArgumentParser
import FoundationEssentials
import Glibc
import Load
import Parse
import Pipeline
import SystemPackage

/// Prints a line for people, on standard error; standard output is for data.
func complain(_ line: String) {
  _ = try? FileDescriptor.standardError.writeAll("\(line)\n".utf8)
}

/// Lines of data on their way to standard output, a quarter of a megabyte at a time.
struct StandardOutput: ~Copyable {
  private var buffer: [UInt8] = []

  mutating func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Call it last.
  mutating func flush() throws {
    do {
      try FileDescriptor.standardOutput.writeAll(buffer)
      buffer.removeAll(keepingCapacity: true)
    } catch {
      complain("standard output: \(error)")
      throw ExitCode.cannotWrite
    }
  }
}

/// Whether standard error is a terminal, on which progress may be shown.
var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

/// Reads a pipeline file.
///
/// - Throws: `ExitCode.badPipeline` where it can't be read or has mistakes, having named them all.
func readConfig(_ file: String) throws -> PipelineConfig {
  guard
    let data = FileManager.default.contents(atPath: file),
    let yaml = String(validating: data, as: UTF8.self)
  else {
    complain("\(file): no such file, or not UTF-8; name a pipeline file")
    throw ExitCode.badPipeline
  }
  do {
    return try PipelineConfig(yaml: yaml, file: FilePath(file))
  } catch {
    complain("\(error)")
    throw ExitCode.badPipeline
  }
}

/// Reads a folder of site rules.
///
/// - Throws: `ExitCode.badPipeline` where it can't be read or has mistakes, having named them all.
func readSites(_ folder: String) throws -> SiteRuleBook {
  do {
    return try SiteFolder(path: FilePath(folder)).rules
  } catch {
    complain("\(error)")
    throw ExitCode.badPipeline
  }
}

/// Runs `work`, and gives the errors that end a run their line and their exit status.
///
/// - Parameters:
///   - isLogged: Whether the errors are in a log already, and need no line.
///   - work: A run.
/// - Returns: What `work` came to.
/// - Throws: The exit status.
func reporting<Result>(
  isLogged: Bool = false,
  _ work: () async throws -> Result
) async throws -> Result {
  do {
    return try await work()
  } catch {
    if !isLogged { complain("\(error)") }
    switch error {
    case is RunIsHeld: throw ExitCode.busy
    case ArchiveError.cannotWrite: throw ExitCode.cannotWrite
    case is ArchiveError: throw ExitCode.badInput
    default: throw ExitCode.cannotWrite
    }
  }
}
