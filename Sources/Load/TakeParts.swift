import Codings
import Files
import FoundationEssentials
import Glibc
package import Records
package import SystemPackage

extension Partition {
  /// Puts the files of a part that was made in another data folder in their places here, the
  /// articles last.
  ///
  /// A file that is not there any more but here already was taken by a run that was killed.
  ///
  /// - Parameters:
  ///   - record: The part, as the manifest of that folder has it.
  ///   - folder: The other data folder; the files leave it.
  /// - Throws: `TakeError` where one of them is missing or of another size, which changes nothing
  ///   here, or `WriteError`.
  package func take(_ record: PartRecord, from folder: FilePath) throws {
    let files = [record.rejects, record.observations, record.articles]
    for file in files where !isIn(folder, file) && !isIn(data, file) {
      throw TakeError(file: folder.appending(file.path))
    }
    for file in files {
      let place = data.appending(file.path)
      if isIn(folder, file) { try move(folder.appending(file.path), to: place) }
      try syncFolder(place.removingLastComponent())
    }
    removeOtherwiseCompressed(files)
  }

  private func isIn(_ folder: FilePath, _ file: PartFile) -> Bool {
    let path = folder.appending(file.path).string
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return size == file.bytes
  }

  /// A part has one form; what an earlier pipeline file compressed otherwise would be read twice.
  private func removeOtherwiseCompressed(_ files: [PartFile]) {
    for file in files {
      guard let form = Compression.allCases.first(where: { file.path.hasSuffix($0.ending) }) else {
        continue
      }
      let stem = String(file.path.dropLast(form.ending.count))
      for other in Compression.allCases where other != form {
        unsafe unlink(data.appending(stem + other.ending).string)
      }
    }
  }
}

/// Renames a file into its place, or copies it there from another file system.
private func move(_ source: FilePath, to place: FilePath) throws(WriteError) {
  try makeFolder(place.removingLastComponent())
  if unsafe rename(source.string, place.string) == 0 { return }
  guard errno == EXDEV else { throw WriteError(path: place, Errno(rawValue: errno)) }
  var copy = try AtomicFile(at: place)
  do {
    let file = try FileDescriptor.open(source, .readOnly)
    defer { try? file.close() }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      guard count > 0 else { break }
      try copy.write(Array(buffer[..<count]))
    }
  } catch {
    throw error as? WriteError ?? WriteError(path: source, error)
  }
  _ = try copy.commit()
  unsafe unlink(source.string)
}

/// A part that can't be taken over.
package struct TakeError: Error, CustomStringConvertible {
  package var file: FilePath

  package var description: String {
    "\(file): not as its manifest says; make the part again"
  }
}
