package import SystemPackage

/// Reads one record of an archive by its place.
///
/// - Parameters:
///   - path: The archive's file.
///   - offset: Where the record, or the compressed member that holds it, begins, in stored bytes.
///   - id: The record's id, to find it in a member of several; `nil` for the first one there.
/// - Returns: The record.
/// - Throws: `ArchiveError`.
package func readRecord(
  in path: FilePath,
  at offset: Int,
  id: String? = nil
) throws(ArchiveError) -> WARCRecord {
  var reader = try WARCReader(path: path, from: offset)
  while let event = try reader.next() {
    guard case .record(let record) = event else { continue }
    guard record.offset == offset else { break }
    if id == nil || record.id == id { return record }
  }
  throw .noRecord(file: path.string, offset: offset)
}
