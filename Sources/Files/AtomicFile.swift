package import Codings
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

  /// - Parameters:
  ///   - path: The file's place; folders above it that are not there are made.
  ///   - coding: How it is compressed; `nil` for not at all.
  /// - Throws: `WriteError` where the file beside `path` can't be opened.
  package init(
    at path: FilePath,
    _ coding: StreamCompressor.Coding? = nil
  ) throws(WriteError) {
    self.path = path
    partial = FilePath(path.string + ".partial")
    do {
      try makeFolder(path.removingLastComponent())
      file = try FileDescriptor.open(
        partial,
        .writeOnly,
        options: [.create, .truncate, .closeOnExec],
        permissions: filePermissions
      )
    } catch {
      throw WriteError(path: path, error)
    }
    if let coding { compressor = StreamCompressor(coding) }
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
    try syncFile(file, path: path)
    try moveFile(partial, to: path)
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

/// Writes a small file whole or not at all.
@discardableResult
package func writeAtomically(_ bytes: [UInt8], to path: FilePath) throws(WriteError) -> String {
  var file = try AtomicFile(at: path)
  try file.write(bytes)
  let digest = try file.commit().digest
  try syncFolder(path.removingLastComponent())
  return digest
}
