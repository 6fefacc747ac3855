import Files
package import SystemPackage

/// What of an archive that was left open is good.
struct FoundRecords {
  /// Where the last good record ends, in bytes.
  var end = 0

  /// How many bytes lie after it.
  var bytesCut = 0

  /// The id of the file's own `warcinfo`.
  var warcinfoID: String?

  var index: [IndexEntry] = []
}

/// Reads the good records of a file that was left open.
///
/// Good records after a fault stay: only what lies after the last of them is to be cut.
func findRecords(
  in open: FilePath,
  as path: FilePath,
  visit: (WARCRecord) -> Void
) throws(ArchiveError) -> FoundRecords {
  var found = FoundRecords()
  var reader = try WARCReader(path: open)
  while let event = try reader.next() {
    guard case .record(let record) = event, let length = record.length else { continue }
    found.end = record.offset + length
    if record.kind == .warcinfo, found.warcinfoID == nil { found.warcinfoID = record.id }
    let name = path.lastComponent?.string ?? path.string
    if let entry = IndexEntry(record, file: name) { found.index.append(entry) }
    visit(record)
  }
  found.bytesCut = try sizeOfFile(open) - found.end
  return found
}

/// Where the file at `path` lies while it is written.
package func openPath(of path: FilePath) -> FilePath { FilePath(path.string + ".open") }

/// Where the index of the archive at `path` lies: `NAME.cdxj` beside `NAME.warc.gz`.
package func indexPath(of path: FilePath) -> FilePath {
  var name = path.lastComponent?.string ?? ""
  for suffix in [".gz", ".zst", ".warc"] where name.hasSuffix(suffix) {
    name.removeLast(suffix.count)
  }
  return path.removingLastComponent().appending(name + ".cdxj")
}

/// The index's lines in the order of their bytes, each with its line end.
func indexBytes(of entries: [IndexEntry]) -> [UInt8] {
  let lines = entries.map(\.description).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
}

func openForWriting(
  _ path: FilePath,
  options: FileDescriptor.OpenOptions
) throws(ArchiveError) -> FileDescriptor {
  do {
    return try FileDescriptor.open(
      path,
      .readWrite,
      options: options.union(.closeOnExec),
      permissions: filePermissions
    )
  } catch {
    throw .cannotWrite(WriteError(path: path, error))
  }
}

private func sizeOfFile(_ path: FilePath) throws(ArchiveError) -> Int {
  do {
    let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    defer { try? file.close() }
    return Int(try file.seek(offset: 0, from: .end))
  } catch {
    throw .cannotRead(file: path.string, error as? Errno ?? .ioError)
  }
}
