import Glibc
import SystemPackage

/// Puts the file at `path` in the place of `target`, in one step.
func moveFile(_ path: FilePath, to target: FilePath) throws(ArchiveError) {
  let result = unsafe rename(path.string, target.string)
  guard result == 0 else { throw .cannotWrite(file: target.string, Errno(rawValue: errno)) }
}

/// Makes what was written to `file` outlast a power failure.
func syncFile(_ file: FileDescriptor, path: FilePath) throws(ArchiveError) {
  guard fsync(file.rawValue) == 0 else {
    throw .cannotWrite(file: path.string, Errno(rawValue: errno))
  }
}

/// Makes new names in the folder of `path` outlast a power failure.
func syncFolder(of path: FilePath) throws(ArchiveError) {
  let parent = path.removingLastComponent()
  let folder = parent.isEmpty ? FilePath(".") : parent
  do {
    let file = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
    defer { try? file.close() }
    try syncFile(file, path: folder)
  } catch {
    throw .cannotWrite(file: folder.string, error as? Errno ?? .ioError)
  }
}

/// Writes a file that is whole or absent.
func writeWhole(_ bytes: [UInt8], to path: FilePath) throws(ArchiveError) {
  let partial = FilePath(path.string + ".tmp")
  do {
    let file = try FileDescriptor.open(
      partial,
      .writeOnly,
      options: [.create, .truncate, .closeOnExec],
      permissions: filePermissions
    )
    defer { try? file.close() }
    try file.writeAll(bytes)
    try syncFile(file, path: partial)
  } catch {
    throw .cannotWrite(file: partial.string, error as? Errno ?? .ioError)
  }
  try moveFile(partial, to: path)
}

let filePermissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
