import Codings
import Files
import Records
package import SystemPackage

/// Writes one web archive file: WARC 1.1 by ISO 28500:2017, a gzip member a record.
///
/// While it is open the file bears the suffix `.open`. A record is whole in the file or, if the
/// machine stops meanwhile, a broken tail that `resume` cuts off. An archive that was not
/// finished stays behind under that name.
package struct WARCWriter: ~Copyable {
  /// What identifies the records to come and what their file says of itself.
  package struct Settings: Sendable {
    package var info: ArchiveInfo

    /// Makes the ids of the records, such as `urn:uuid:…`.
    package var makeRecordID: @Sendable () -> String

    /// How hard gzip tries, from 0 to 12.
    package var level: Int

    package init(
      info: ArchiveInfo,
      makeRecordID: @escaping @Sendable () -> String = randomRecordID,
      level: Int = 6
    ) {
      self.info = info
      self.makeRecordID = makeRecordID
      self.level = level
    }
  }

  /// Where a record was written.
  package struct Written: Sendable, Equatable {
    /// `WARC-Record-ID` without angle brackets.
    package var id: String

    /// In bytes of the file.
    package var offset: Int
    package var length: Int

    /// `WARC-Payload-Digest`; `nil` where the record has no payload.
    package var payloadDigest: String?
  }

  /// The file's path once it is finished, such as `…/lang-son-20201124T190000Z-00000.warc.gz`.
  package let path: FilePath

  /// The file's length in bytes.
  package private(set) var bytesWritten: Int

  /// How many bytes of a broken tail were cut off to go on.
  package let bytesCut: Int

  private let file: FileDescriptor
  let settings: Settings
  let warcinfoID: String?
  private var compressor: GzipCompressor
  private var index: [IndexEntry]
  private var buffer: [UInt8] = []

  /// Begins a new file with its `warcinfo`.
  ///
  /// - Parameters:
  ///   - path: The file's path once it is finished; neither it nor its `.open` may exist.
  ///   - date: Now, RFC 3339 in UTC.
  ///   - settings: What the file says of itself.
  /// - Returns: A writer of that file.
  /// - Throws: `ArchiveError.cannotWrite`.
  package static func create(
    _ path: FilePath,
    date: String,
    settings: Settings
  ) throws(ArchiveError) -> WARCWriter {
    guard (try? FileDescriptor.open(path, .readOnly)).map({ try? $0.close() }) == nil else {
      throw .cannotWrite(WriteError(path: path, Errno.fileExists))
    }
    let file = try openForWriting(openPath(of: path), options: [.create, .exclusiveCreate])
    var writer = WARCWriter(path: path, file: file, settings: settings, found: FoundRecords())
    try writer.writeInfo(date: date)
    try writing { () throws(WriteError) in try syncFolder(path.removingLastComponent()) }
    return writer
  }

  /// Goes on with a file that was left open.
  ///
  /// Whatever lies after the last good record is cut off.
  ///
  /// - Parameters:
  ///   - path: The file's path once it is finished; its `.open` must exist.
  ///   - date: Now, RFC 3339 in UTC, for a new `warcinfo` where nothing good is left.
  ///   - settings: What the file says of itself.
  ///   - visit: Is given each good record, in their order.
  /// - Returns: A writer of that file, at the end of what is good.
  /// - Throws: `ArchiveError`.
  package static func resume(
    _ path: FilePath,
    date: String,
    settings: Settings,
    visit: (WARCRecord) -> Void = { _ in }
  ) throws(ArchiveError) -> WARCWriter {
    let open = openPath(of: path)
    let found = try findRecords(in: open, as: path, visit: visit)
    let file = try openForWriting(open, options: [])
    do {
      try file.resize(to: Int64(found.end))
    } catch {
      try? file.close()
      throw .cannotWrite(WriteError(path: open, error))
    }
    var writer = WARCWriter(path: path, file: file, settings: settings, found: found)
    if found.end == 0 { try writer.writeInfo(date: date) }
    try writer.sync()
    return writer
  }

  private init(path: FilePath, file: FileDescriptor, settings: Settings, found: FoundRecords) {
    self.path = path
    self.file = file
    self.settings = settings
    bytesWritten = found.end
    bytesCut = found.bytesCut
    index = found.index
    warcinfoID = found.warcinfoID ?? settings.makeRecordID()
    compressor = GzipCompressor(level: settings.level)
  }

  deinit { try? file.close() }

  /// Makes all that was written outlast a power failure.
  ///
  /// - Throws: `ArchiveError.cannotWrite`.
  package mutating func sync() throws(ArchiveError) {
    let (file, path) = (file, openPath(of: path))
    try writing { () throws(WriteError) in try syncFile(file, path: path) }
  }

  /// Writes the index beside the file, gives the file its name and uses the writer up.
  ///
  /// - Returns: The file's path.
  /// - Throws: `ArchiveError.cannotWrite`; the file then keeps its `.open`.
  package consuming func finish() throws(ArchiveError) -> FilePath {
    try sync()
    let (path, index) = (path, index)
    try writing { () throws(WriteError) in
      try writeAtomically(indexBytes(of: index), to: indexPath(of: path))
      try moveFile(openPath(of: path), to: path)
      try syncFolder(path.removingLastComponent())
    }
    return path
  }
}

extension WARCWriter {
  private mutating func writeInfo(date: String) throws(ArchiveError) {
    var draft = RecordDraft(
      kind: .warcinfo,
      id: warcinfoID ?? settings.makeRecordID(),
      contentType: "application/warc-fields",
      head: fieldLines(settings.info.fields)
    )
    draft.fields.append("WARC-Date", date)
    draft.fields.append("WARC-Filename", path.lastComponent?.string ?? path.string)
    try append([draft])
  }

  /// Appends the records of one capture in one write.
  @discardableResult
  mutating func append(_ drafts: [RecordDraft]) throws(ArchiveError) -> Written {
    buffer.removeAll(keepingCapacity: true)
    var last = Written(id: "", offset: bytesWritten, length: 0)
    var entries: [IndexEntry] = []
    for draft in drafts {
      let offset = bytesWritten + buffer.count
      compressor.append(draft.bytes, to: &buffer)
      let length = bytesWritten + buffer.count - offset
      last = Written(
        id: draft.id,
        offset: offset,
        length: length,
        payloadDigest: draft.payloadDigest
      )
      if let entry = draft.indexEntry(at: last, file: name) { entries.append(entry) }
    }
    do {
      // At its place, not at the end: a write that failed half-way is overwritten by the next.
      try file.writeAll(toAbsoluteOffset: Int64(bytesWritten), buffer)
    } catch {
      try? file.resize(to: Int64(bytesWritten))
      throw .cannotWrite(WriteError(path: openPath(of: path), error))
    }
    bytesWritten += buffer.count
    index += entries
    return last
  }

  private var name: String { path.lastComponent?.string ?? path.string }
}

extension RecordDraft {
  /// The line of the index for this record; `nil` for one that no index lists.
  fileprivate func indexEntry(at place: WARCWriter.Written, file: String) -> IndexEntry? {
    var fields = fields
    if let payloadDigest { fields.append("WARC-Payload-Digest", payloadDigest) }
    return IndexEntry(
      WARCRecord(
        kind: kind,
        id: id,
        targetURI: fields["WARC-Target-URI"],
        date: fields["WARC-Date"],
        fields: fields,
        offset: place.offset,
        length: place.length,
        block: head
      ),
      file: file
    )
  }
}
