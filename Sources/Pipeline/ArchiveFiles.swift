import Archive
import FoundationEssentials
import Glibc
package import SystemPackage

/// An archive file and the partition that its parts belong to.
package struct ArchiveFile: Sendable, Hashable, Comparable {
  package let path: FilePath

  /// `YYYY-MM-DD`: the name of its folder, or the day of its first record.
  package let date: String

  /// Fails where the folder names no day and the file has no dated record.
  package init?(_ path: FilePath) {
    self.path = path
    let folder = path.removingLastComponent().lastComponent?.string ?? ""
    guard let date = isDay(folder) ? folder : firstDay(ofArchive: path) else { return nil }
    self.date = date
  }

  /// The file's name without `.warc` and what follows: the name of its parts.
  package var partName: String {
    let name = path.lastComponent?.string ?? ""
    guard let ending = name.range(of: ".warc", options: .backwards) else { return name }
    return String(name[..<ending.lowerBound])
  }

  package static func < (left: ArchiveFile, right: ArchiveFile) -> Bool {
    (left.date, left.path.string) < (right.date, right.path.string)
  }
}

/// Whether `text` is a day such as `2020-11-24`.
func isDay(_ text: String) -> Bool {
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
func files(matching pattern: String) -> [FilePath] {
  var found = glob_t()
  defer { unsafe globfree(&found) }
  guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
  return (0..<Int(found.gl_pathc)).compactMap { index in
    unsafe found.gl_pathv[index].map { FilePath(String(cString: $0)) }
  }
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
