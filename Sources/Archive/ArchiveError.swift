package import Files
package import SystemPackage

/// Why an archive can't be read or written at all.
package enum ArchiveError: Error, Equatable {
  case cannotRead(file: String, Errno)
  case cannotWrite(WriteError)

  /// The file is in the format that came before WARC.
  case oldFormat(file: String)

  /// There is no record at this place of the file.
  case noRecord(file: String, offset: Int)
}

extension ArchiveError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cannotRead(let file, let errno): "\(file): can't be read: \(errno)"
    case .cannotWrite(let error): "\(error.path): can't be written: \(error.reason)"
    case .oldFormat(let file): "\(file): is an ARC file; only WARC files can be read"
    case .noRecord(let file, let offset): "\(file): no record at byte \(offset)"
    }
  }
}

/// Does `work` on files, and throws what goes wrong there as an archive's error.
func writing<Result>(_ work: () throws(WriteError) -> Result) throws(ArchiveError) -> Result {
  do throws(WriteError) {
    return try work()
  } catch {
    throw .cannotWrite(error)
  }
}
