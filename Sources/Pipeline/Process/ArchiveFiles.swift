import Archive
import FoundationEssentials
package import SystemPackage

/// An archive file and the partition that its parts belong to.
package struct ArchiveFile: Sendable, Hashable, Comparable {
  package let path: FilePath

  /// `YYYY-MM-DD`: the name of its folder, or the day of its first record.
  package let date: String

  /// Its size as stored; 0 where that can't be told.
  package let bytes: Int

  /// Fails where the folder names no day and the file has no dated record.
  package init?(_ path: FilePath) {
    self.path = path
    let folder = path.removingLastComponent().lastComponent?.string ?? ""
    guard let date = isDay(folder) ? folder : firstDay(ofArchive: path) else { return nil }
    self.date = date
    let attributes = try? FileManager.default.attributesOfItem(atPath: path.string)
    bytes = attributes?[.size] as? Int ?? 0
  }

  /// The file's name without `.warc` and what follows: the name of its parts.
  package var partName: String {
    let name = path.lastComponent?.string ?? ""
    let endings = name.ranges(of: ".warc")
    return endings.last.map { String(name[..<$0.lowerBound]) } ?? name
  }

  package static func < (left: ArchiveFile, right: ArchiveFile) -> Bool {
    (left.date, left.path.string) < (right.date, right.path.string)
  }
}

/// Whether `text` is a day such as `2020-11-24`.
package func isDay(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return bytes.count == 10
    && bytes.indices.allSatisfy { index in
      let isHyphen = bytes[index] == UInt8(ascii: "-")
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
      return index == 4 || index == 7 ? isHyphen : isDigit
    }
}

/// The archive files below `folder`, a folder a day, those still being written left out.
func archiveFiles(in folder: FilePath) -> [FilePath] {
  let days = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
  return days.filter(isDay).sorted().flatMap { day in
    let path = folder.appending(day)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path.string)) ?? []
    return names.filter(isArchiveName).sorted().map { path.appending($0) }
  }
}

/// The files that a pattern such as `/srv/cc-news/*.warc.gz` names, sorted.
///
/// A `*` stands for any part of a file's name; folders are written out.
func files(matching pattern: String) -> [FilePath] {
  let path = FilePath(pattern)
  let parts = (path.lastComponent?.string ?? "").split(
    separator: "*",
    omittingEmptySubsequences: false
  )
  guard parts.count > 1 else { return [path] }
  let folder = path.removingLastComponent()
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
  return names.filter { matches($0, parts) }.sorted().map { folder.appending($0) }
}

/// Whether `name` is made of `parts` with anything between them.
private func matches(_ name: String, _ parts: [Substring]) -> Bool {
  guard let first = parts.first, let last = parts.last, name.hasPrefix(first) else { return false }
  var rest = name.dropFirst(first.count)
  for part in parts.dropFirst().dropLast() where !part.isEmpty {
    guard let found = rest.firstRange(of: part) else { return false }
    rest = rest[found.upperBound...]
  }
  return rest.hasSuffix(last)
}

private func isArchiveName(_ name: String) -> Bool {
  [".warc", ".warc.gz", ".warc.zst"].contains { name.hasSuffix($0) }
}

/// The UTC day of an archive's first dated record; `nil` where it has none.
private func firstDay(ofArchive path: FilePath) -> String? {
  guard var reader = try? WARCReader(path: path) else { return nil }
  while let event = try? reader.next() {
    guard case .record(let record) = event, let date = record.date?.prefix(10) else { continue }
    if isDay(String(date)) { return String(date) }
  }
  return nil
}
