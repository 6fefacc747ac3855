import FoundationEssentials
package import SystemPackage

/// The days that a dataset has parts of one kind for, `YYYY-MM-DD`, in their order.
package func storedDates(of kind: Partition.Kind, in data: FilePath) -> [String] {
  let folder = data.appending(kind.rawValue).string
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { $0.hasPrefix("date=") }.map { String($0.dropFirst(5)) }.sorted()
}

extension Partition {
  /// The parts of one kind, however compressed, in the order of their names.
  package func storedParts(of kind: Kind) -> [StoredPart] {
    let folder = folder(kind)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
    return names.sorted().compactMap { file in
      Compression.allCases.first { file.hasSuffix($0.ending) }.map { compression in
        StoredPart(
          name: String(file.dropLast(compression.ending.count)),
          path: folder.appending(file)
        )
      }
    }
  }

  /// The part of one kind with this name, however compressed; `nil` where there is none.
  package func storedPart(of kind: Kind, named name: String) -> StoredPart? {
    Compression.allCases.lazy.map { path(kind, part: name, $0) }
      .first { FileManager.default.fileExists(atPath: $0.string) }
      .map { StoredPart(name: name, path: $0) }
  }
}

/// A file of a dataset.
package struct StoredPart: Sendable {
  /// Without ending: that of the archive file.
  package var name: String

  package var path: FilePath
}
