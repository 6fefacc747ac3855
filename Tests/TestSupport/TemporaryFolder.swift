import FoundationEssentials

/// A folder of its own for one test, removed when the last who holds it lets go.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let name = "solieu-test-\(UInt64.random(in: 0 ... .max))"
    path = FileManager.default.temporaryDirectory.appending(path: name).path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names below the folder, those in folders with their path, sorted.
  package func files() throws -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      for name in try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder) {
        let relative = folder.isEmpty ? name : folder + "/" + name
        var isFolder = false
        if FileManager.default.fileExists(atPath: path + "/" + relative, isDirectory: &isFolder) {
          if isFolder { waiting.append(relative) } else { found.append(relative) }
        }
      }
    }
    return found.sorted()
  }

  /// The file's text; `nil` where there is none.
  package func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Writes a file, and the folders above it.
  package func write(_ file: String, _ text: String) throws {
    let url = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }
}
