import Foundation
import TestSupport

/// Serves a folder on loopback: `sample-site FOLDER [--port N]`.
///
/// Prints the site's origin on one line, then serves until a signal ends it; or, where standard
/// input is a pipe, until that closes, so that it never outlives who started it.
@main
enum SampleSiteCommand {
  static func main() async throws {
    guard let (folder, port) = read(CommandLine.arguments.dropFirst()) else {
      FileHandle.standardError.write(Data("usage: sample-site FOLDER [--port N]\n".utf8))
      exit(64)
    }
    do {
      let site = try await LoopbackSite(serving: URL(filePath: folder), port: port)
      FileHandle.standardOutput.write(Data("\(site.origin)\n".utf8))
      if isInputPipe {
        while readLine() != nil {}
        try await site.shutdown()
      } else {
        while true { try await Task.sleep(for: .seconds(3600)) }
      }
    } catch {
      FileHandle.standardError.write(Data("sample-site: \(folder): \(error)\n".utf8))
      exit(74)
    }
  }

  private static func read(_ arguments: ArraySlice<String>) -> (folder: String, port: Int)? {
    let arguments = Array(arguments)
    switch arguments.count {
    case 1: return (arguments[0], 0)
    case 3 where arguments[1] == "--port":
      guard let port = Int(arguments[2]), (0...65_535).contains(port) else { return nil }
      return (arguments[0], port)
    default: return nil
    }
  }

  private static var isInputPipe: Bool {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/0")
    return link?.hasPrefix("pipe:") ?? false
  }
}
