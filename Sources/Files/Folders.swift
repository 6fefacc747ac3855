import Glibc
package import SystemPackage

/// What a new file may be used for: its owner writes, everybody reads.
package let filePermissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]

/// Puts the file at `path` in the place of `target`, in one step.
///
/// The new name outlasts a power failure only once the folder is synced too, see `syncFolder(_:)`.
package func moveFile(_ path: FilePath, to target: FilePath) throws(WriteError) {
  guard unsafe rename(path.string, target.string) == 0 else {
    throw WriteError(path: target, Errno(rawValue: errno))
  }
}

/// Makes what was written to `file` outlast a power failure.
///
/// - Parameters:
///   - file: The open file.
///   - path: What the error names.
/// - Throws: `WriteError`.
package func syncFile(_ file: FileDescriptor, path: FilePath) throws(WriteError) {
  guard fsync(file.rawValue) == 0 else { throw WriteError(path: path, Errno(rawValue: errno)) }
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
