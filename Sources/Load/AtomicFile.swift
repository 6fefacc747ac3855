import Codings
import Glibc
import Records
package import SystemPackage

/// A file that is whole or absent: written beside its place, synced, then renamed.
///
/// A file that goes out of scope before `commit()` leaves its place as it was.
package struct AtomicFile: ~Copyable {
  package let path: FilePath

  private let partial: FilePath
  private let file: FileDescriptor
  private var compressor: StreamCompressor?
  private var digest = Digest(.sha256)
  private var buffer: [UInt8] = []
  private var flushed = 0

  /// How many bytes are held back before they are written.
  private static let bufferSize = 1 << 18

  /// - Throws: `WriteError` where the file beside `path` can't be opened.
  package init(at path: FilePath, _ compression: Compression = .none) throws(WriteError) {
    self.path = path
    partial = FilePath(path.string + ".partial")
    do {
      try makeFolder(path.removingLastComponent())
      file = try FileDescriptor.open(
        partial,
        .writeOnly,
        options: [.create, .truncate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead]
      )
    } catch {
      throw WriteError(path: path, error)
    }
    if let coding = compression.coding { compressor = StreamCompressor(coding) }
  }

  package mutating func write(_ bytes: [UInt8]) throws(WriteError) {
    if compressor == nil { buffer += bytes }
    compressor?.append(bytes, to: &buffer)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Puts the file in its place; there is no writing after it.
  ///
  /// The rename is durable only once the folder is synced too, see `syncFolder(_:)`.
  ///
  /// - Returns: How many bytes it has as it lies, and their digest, such as `sha256:9f86…`.
  package consuming func commit() throws(WriteError) -> (bytes: Int, digest: String) {
    compressor?.finish(to: &buffer)
    try flush()
    guard fsync(file.rawValue) == 0, unsafe rename(partial.string, path.string) == 0 else {
      throw WriteError(path: path, Errno(rawValue: errno))
    }
    return (flushed, "sha256:" + hexadecimal(digest.finish()))
  }

  private mutating func flush() throws(WriteError) {
    do {
      try file.writeAll(buffer)
    } catch {
      throw WriteError(path: path, error)
    }
    digest.update(buffer)
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  deinit {
    try? file.close()
    unsafe unlink(partial.string)  // once committed there is none, and this does nothing
  }
}

/// A file or folder that can't be written; the run is over.
package struct WriteError: Error, CustomStringConvertible {
  package var path: FilePath
  package var reason: String

  package init(path: FilePath, _ error: any Error) {
    self.path = path
    reason = "\(error)"
  }

  package var description: String { "\(path): \(reason)" }
}

/// Makes `folder` and those above it, where they are not there.
package func makeFolder(_ folder: FilePath) throws(WriteError) {
  var path = FilePath()
  path.root = folder.root
  for component in folder.components {
    path.append(component)
    guard unsafe mkdir(path.string, 0o755) != 0, errno != EEXIST else { continue }
    // A folder that can't be made may still be there, on a file system that is read-only above.
    var status = stat()
    if unsafe stat(path.string, &status) != 0 {
      throw WriteError(path: path, Errno(rawValue: errno))
    }
  }
}

/// Makes what was renamed into `folder` last through a power cut.
package func syncFolder(_ folder: FilePath) throws(WriteError) {
  do {
    // A file named without a folder lies in the current one.
    let path = folder.isEmpty ? FilePath(".") : folder
    let descriptor = try FileDescriptor.open(path, .readOnly, options: [.directory])
    defer { try? descriptor.close() }
    guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
  } catch {
    throw WriteError(path: folder, error)
  }
}

/// Writes a small file whole or not at all.
@discardableResult
package func writeAtomically(_ bytes: [UInt8], to path: FilePath) throws(WriteError) -> String {
  var file = try AtomicFile(at: path)
  try file.write(bytes)
  let digest = try file.commit().digest
  try syncFolder(path.removingLastComponent())
  return digest
}
