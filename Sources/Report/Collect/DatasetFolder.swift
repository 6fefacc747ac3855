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
func forEachLine(
  of file: FilePath,
  _ body: (_ number: Int, _ line: ArraySlice<UInt8>) -> Void
) throws(ReadError) {
  var reader = try LineReader(file)
  var number = 0
  while let line = try reader.next() {
    number += 1
    body(number, line)
  }
}
