package import SystemPackage

/// Checks an archive: that every record can be read, is well formed and holds what its digests say.
///
/// - Parameters:
///   - path: The archive's file.
///   - report: Is given each thing wrong, in the file's order.
/// - Returns: How many records there are.
/// - Throws: `ArchiveError`.
package func checkArchive(
  _ path: FilePath,
  report: (ArchiveProblem) -> Void
) throws(ArchiveError) -> Int {
  var reader = try WARCReader(path: path)
  let file = reader.name
  var checker = RecordChecker()
  var count = 0
  var isSilent = true
  while let event = try reader.next() {
    switch event {
    case .record(let record):
      count += 1
      for text in checker.problems(of: record) {
        report(ArchiveProblem(file: file, offset: record.offset, text: text))
      }
    case .fault(let fault):
      isSilent = false
      let about = fault.record?.targetURI.map { ": \($0)" } ?? ""
      report(ArchiveProblem(file: file, offset: fault.offset, text: fault.detail + about))
    }
  }
  if count == 0, isSilent {
    report(ArchiveProblem(file: file, offset: 0, text: "there is no record"))
  }
  return count
}

/// One thing wrong with an archive.
package struct ArchiveProblem: Sendable, Equatable, CustomStringConvertible {
  package var file: String

  /// In bytes of the file as stored, from 0.
  package var offset: Int

  package var text: String

  package var description: String { "\(file): byte \(offset): \(text)" }
}
