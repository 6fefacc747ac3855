import Foundation
import TestSupport

/// What a command came to.
struct Outcome {
  var status: Int32
  var output: String
  var complaints: String
}

/// Runs the built program at the package's root, as a user would.
func solieu(_ arguments: String...) async throws -> Outcome {
  try await outcome(of: solieuProcess(arguments))
}

/// The built program, not yet started.
func solieuProcess(_ arguments: [String]) -> Process {
  let process = Process()
  process.executableURL = builtProducts.appending(path: "solieu")
  process.arguments = arguments
  process.currentDirectoryURL = root
  return process
}

/// Runs a line of shell at the package's root, with `solieu` on its path.
func shell(_ command: String) async throws -> Outcome {
  let process = Process()
  process.executableURL = URL(filePath: "/bin/bash")
  process.arguments = ["-c", "PATH=\(builtProducts.path()):$PATH; \(command)"]
  process.currentDirectoryURL = root
  return try await outcome(of: process)
}

/// Starts `process`, and waits for its end without holding a thread.
///
/// Its output goes through files, which unlike pipes can't fill up.
func outcome(of process: Process) async throws -> Outcome {
  let folder = try TemporaryFolder()
  let files = ["output", "complaints"].map { folder.path + "/" + $0 }
  let handles = try files.map { file in
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    return try FileHandle(forWritingTo: URL(filePath: file))
  }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = handles[0]
  process.standardError = handles[1]
  try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
    process.terminationHandler = { _ in done.resume() }
    do { try process.run() } catch { done.resume(throwing: error) }
  }
  for handle in handles { try handle.close() }
  return Outcome(
    status: process.terminationStatus,
    output: folder.text("output") ?? "",
    complaints: folder.text("complaints") ?? ""
  )
}

/// The folder of the built products, the tests' own bundle among them.
private let builtProducts = Bundle.main.bundleURL
