import FoundationEssentials
import Load
package import SystemPackage

/// The folder of a dataset, as far as the page reads it.
struct DatasetFolder {
  let path: FilePath

  /// The days of which there are partitions, and the names of folders that are none.
  func days() -> (days: [CivilDay], strange: [String]) {
    var days: Set<CivilDay> = []
    var strange: [String] = []
    for kind in Partition.Kind.allCases {
      for name in names(in: path.appending(kind.rawValue)) where name.hasPrefix("date=") {
        if let day = CivilDay(name.dropFirst(5)), name.utf8.count == 15 {
          days.insert(day)
        } else {
          strange.append("\(kind.rawValue)/\(name)")
        }
      }
    }
    return (days.sorted(), strange)
  }

  /// The parts of a day, by name.
  func parts(_ kind: Partition.Kind, of day: CivilDay) -> [FilePath] {
    let folder = partition(day).folder(kind)
    return names(in: folder).filter { $0.hasSuffix(".ndjson") }.map { folder.appending($0) }
  }

  func partition(_ day: CivilDay) -> Partition { Partition(day.text, of: path) }

  /// The records of runs, the newest first: their names begin with their start.
  func runs() -> [FilePath] {
    let folder = path.appending("runs")
    return names(in: folder).filter { $0.hasSuffix(".json") }.reversed()
      .map { folder.appending($0) }
  }

  /// What `file` is called below the dataset's folder.
  func name(of file: FilePath) -> String {
    var name = file
    _ = name.removePrefix(path)
    return name.string
  }

  private func names(in folder: FilePath) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []).sorted()
  }
}

/// Whether a folder is a dataset's: it holds a kind of lines or runs, or nothing at all yet.
package func isDataset(_ folder: FilePath) -> Bool {
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.string) else {
    return false
  }
  let known = Partition.Kind.allCases.map(\.rawValue) + ["runs"]
  return names.isEmpty || names.contains { known.contains($0) }
}

/// Hands the lines of a file to `body` one after the other, with their numbers from 1.
///
/// - Throws: `Errno` where the file can't be read.
func forEachLine(
  of file: FilePath,
  _ body: (_ number: Int, _ line: ArraySlice<UInt8>) -> Void
) throws {
  let descriptor = try FileDescriptor.open(file, .readOnly)
  defer { try? descriptor.close() }
  var buffer: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 18)
  var number = 0
  while true {
    let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
    guard count > 0 else { break }
    // What was left over holds no newline.
    var searched = buffer.count
    buffer += chunk[..<count]
    var start = 0
    while let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
      number += 1
      body(number, buffer[start..<end])
      start = end + 1
      searched = start
    }
    buffer.removeFirst(start)
  }
  if !buffer.isEmpty { body(number + 1, buffer[...]) }
}
