package import Files
import FoundationEssentials
import Glibc
package import SystemPackage

/// The one run that may write to a data folder.
///
/// The lock is the kernel's, on `.lock` in the folder: it ends with the process, however that
/// ends, so that none is ever left over.
package struct RunLock: ~Copyable {
  private let file: FileDescriptor

  /// What the last holder wrote, where it ended without letting go: it was killed.
  package let leftOver: String?

  /// - Parameters:
  ///   - data: The data folder; it is made where it is not there.
  ///   - holder: Who takes it, for the message to a second run: pid, start and run id in a line.
  /// - Throws: `LockError.held` where another run has it, `.failed` where it can't be tried.
  package init(on data: FilePath, holder: String) throws(LockError) {
    let path = data.appending(".lock")
    let file: FileDescriptor
    do {
      try makeFolder(data)
      file = try FileDescriptor.open(
        path,
        .readWrite,
        options: [.create, .closeOnExec],
        permissions: filePermissions
      )
    } catch {
      throw .failed(WriteError(path: path, error))
    }
    guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let current = Self.holder(at: path)
      try? file.close()
      throw .held(by: current)
    }
    self.file = file
    let left = Self.holder(at: path)
    leftOver = left.isEmpty ? nil : left
    _ = ftruncate(file.rawValue, 0)
    _ = try? file.writeAll(toAbsoluteOffset: 0, "\(holder)\n".utf8)
  }

  deinit {
    _ = ftruncate(file.rawValue, 0)  // so that what a killed run leaves can be told apart
    try? file.close()
  }

  private static func holder(at path: FilePath) -> String {
    let bytes = FileManager.default.contents(atPath: path.string) ?? Data()
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

/// Why a run may not start.
package enum LockError: Error, CustomStringConvertible {
  /// Another run is at work; the text says which and since when.
  case held(by: String)

  case failed(WriteError)

  package var description: String {
    switch self {
    case .held(let holder): "another run holds the lock: \(holder)"
    case .failed(let error): "\(error)"
    }
  }
}
