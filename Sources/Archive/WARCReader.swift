import Records
package import SystemPackage

/// Reads a web archive record by record: WARC 1.0 and 1.1, plain, gzip or zstd.
///
/// It reads what is there, whoever wrote it, and says what is not: each thing wrong gives one
/// fault. No more is held than the largest record.
package struct WARCReader: ~Copyable {
  /// What a reader puts up with.
  package struct Limits: Sendable {
    /// The longest block of a record, in bytes: 64 MiB unless told.
    package var block: Int

    /// The longest head of a record, in bytes: 1 MiB unless told.
    package var head: Int

    package init(block: Int = 1 << 26, head: Int = 1 << 20) {
      self.block = block
      self.head = head
    }
  }

  private var plain: PlainBytes
  private let limits: Limits
  private var waiting: [WARCEvent] = []
  private var hasSharedMember = false
  private var hasBegun = false

  /// - Parameters:
  ///   - path: The archive's file.
  ///   - offset: Where to begin, in bytes of the file as stored: at a record or its member.
  ///   - limits: What to put up with.
  /// - Throws: `ArchiveError.cannotRead`.
  package init(
    path: FilePath,
    from offset: Int = 0,
    limits: Limits = Limits()
  ) throws(ArchiveError) {
    plain = try PlainBytes(StoredBytes(path: path), from: offset)
    self.limits = limits
  }

  /// Reads an archive from a stream, such as standard input, which stays open.
  ///
  /// - Parameters:
  ///   - stream: Where to read.
  ///   - name: What to call it in messages.
  ///   - prefix: What has been read of it already.
  ///   - limits: What to put up with.
  /// - Throws: `ArchiveError.cannotRead`.
  package init(
    stream: FileDescriptor,
    name: String = "-",
    after prefix: [UInt8] = [],
    limits: Limits = Limits()
  ) throws(ArchiveError) {
    plain = try PlainBytes(StoredBytes(file: stream, name: name, after: prefix))
    self.limits = limits
  }

  /// The file's name, without its folder.
  package var name: String { plain.name }

  /// The next record or fault; `nil` at the end.
  ///
  /// - Throws: `ArchiveError.cannotRead`, and `.oldFormat` for an ARC file.
  package mutating func next() throws(ArchiveError) -> WARCEvent? {
    while waiting.isEmpty {
      try skipLineEnds()
      if try !plain.require(1) {
        if case .broken(let kind, let offset, let detail) = plain.runEnd {
          addFault(kind, at: offset, detail)
        }
        if try !plain.nextRun() { break }
      } else {
        try readRecord()
      }
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }
}

extension WARCReader {
  private mutating func addFault(
    _ kind: WARCFault.Kind,
    at offset: Int,
    _ detail: String,
    record: WARCRecord? = nil
  ) {
    waiting.append(
      .fault(WARCFault(kind: kind, offset: offset, detail: detail, record: record))
    )
  }

  private mutating func skipLineEnds() throws(ArchiveError) {
    while try plain.require(1) {
      let ends = plain.available.prefix { $0 == 0x0A || $0 == 0x0D }.count
      guard ends > 0 else { return }
      plain.skip(ends)
    }
  }

  private mutating func readRecord() throws(ArchiveError) {
    _ = try plain.require(recordMark.count + 3)
    try refuseOldFormat()
    guard plain.available.starts(with: recordMark) else {
      let offset = plain.place.offset
      let count = try skipToRecord()
      return addFault(.garbage, at: offset, "\(count) bytes are no record")
    }
    let place = plain.place
    noteSharedMember(place)
    guard let headLength = try findHeadEnd() else {
      return try giveUpHead(at: place.offset)
    }
    let head = RecordHead(plain.available.prefix(headLength))
    guard let blockLength = head.blockLength else {
      let record = head.record(at: place.offset, length: nil, block: [])
      plain.skip(headLength)
      _ = try skipToRecord()
      let detail = "the record's head has no good Content-Length"
      return addFault(.badHead, at: place.offset, detail, record: record)
    }
    guard blockLength <= limits.block else {
      let record = head.record(at: place.offset, length: nil, block: [])
      plain.skip(headLength)
      _ = try skipToRecord()
      let detail = "the record's \(blockLength) bytes are over the limit of \(limits.block)"
      return addFault(.tooLarge, at: place.offset, detail, record: record)
    }
    try readBlock(of: head, headLength: headLength, blockLength: blockLength, at: place)
  }

  private mutating func refuseOldFormat() throws(ArchiveError) {
    guard !hasBegun else { return }
    hasBegun = true
    let mark = Array("filedesc:".utf8)
    if try plain.require(mark.count), plain.available.starts(with: mark) {
      throw .oldFormat(file: plain.name)
    }
  }

  private mutating func noteSharedMember(_ place: PlainBytes.Place) {
    guard !place.isFirst, !hasSharedMember else { return }
    hasSharedMember = true
    addFault(.sharedMember, at: place.offset, "several records share a compressed member")
  }

  /// The length of the head that comes next, with its empty line; `nil` where it has no end.
  private mutating func findHeadEnd() throws(ArchiveError) -> Int? {
    var searched = 0
    while true {
      let bytes = plain.available.prefix(limits.head)
      if let end = headEnd(of: bytes, from: bytes.startIndex + searched) {
        return end - bytes.startIndex
      }
      // The empty line may be half there.
      searched = max(0, bytes.count - 4)
      let count = bytes.count
      guard count < limits.head, try plain.require(count + 1) else { return nil }
    }
  }

  private mutating func giveUpHead(at offset: Int) throws(ArchiveError) {
    let isCutOff = plain.count < limits.head
    let head = RecordHead(plain.available.prefix(limits.head))
    let record = head.record(at: offset, length: nil, block: [])
    guard isCutOff else {
      plain.skip(recordMark.count)
      _ = try skipToRecord()
      return addFault(.badHead, at: offset, "the record's head has no end", record: record)
    }
    try giveUpRun(record, at: offset, "the file ends within the record's head")
  }

  /// Ends the run with the fault that a record has no end in it.
  private mutating func giveUpRun(
    _ record: WARCRecord,
    at offset: Int,
    _ detail: String
  ) throws(ArchiveError) {
    plain.skip(plain.count)
    if case .broken(let kind, _, let reason) = plain.runEnd {
      addFault(kind, at: offset, reason, record: record)
    } else {
      addFault(.truncated, at: offset, detail, record: record)
    }
    _ = try plain.nextRun()
  }

  /// Passes over bytes to the next record's head or the run's end, and returns how many.
  ///
  /// At a record's head it passes over nothing.
  private mutating func skipToRecord() throws(ArchiveError) -> Int {
    _ = try plain.require(recordMark.count)
    guard plain.count > 0, !plain.available.starts(with: recordMark) else { return 0 }
    var count = 1
    plain.skip(1)
    while try plain.require(recordMark.count + 3) {
      let bytes = plain.available
      if let start = recordStart(in: bytes.dropFirst(), afterEmptyLine: false) {
        plain.skip(start - bytes.startIndex)
        return count + start - bytes.startIndex
      }
      // A mark may be half there.
      let passed = max(1, bytes.count - recordMark.count - 4)
      plain.skip(passed)
      count += passed
    }
    count += plain.count
    plain.skip(plain.count)
    return count
  }
}

extension WARCReader {
  private mutating func readBlock(
    of head: RecordHead,
    headLength: Int,
    blockLength: Int,
    at place: PlainBytes.Place
  ) throws(ArchiveError) {
    // Two line ends and one byte more, which tells whether the record's member ends there. Where
    // that is known, the next member is better decoded when this one is out of the way.
    let isEndKnown =
      plain.isMemberEnd(after: headLength + blockLength + 4)
      && RecordEnd(plain.available.suffix(4))?.lines == 2
    if !isEndKnown { _ = try plain.require(headLength + blockLength + 5) }
    if plain.count >= headLength + blockLength,
      let end = RecordEnd(plain.available.dropFirst(headLength + blockLength))
    {
      return try give(head, headLength, blockLength, end, at: place)
    }
    try readBlockOfWrongLength(of: head, headLength, blockLength, at: place)
  }

  /// Reads a block whose head is wrong about its length, or that the archive ends in.
  ///
  /// Where the block ends is told by the next record's head or the run's end.
  private mutating func readBlockOfWrongLength(
    of head: RecordHead,
    _ headLength: Int,
    _ blockLength: Int,
    at place: PlainBytes.Place
  ) throws(ArchiveError) {
    let isWhole = plain.count >= headLength + blockLength
    let searched = headLength + blockLength + (isWhole ? limits.head : recordMark.count + 3)
    _ = try plain.require(searched)
    let bytes = plain.available.dropFirst(headLength)
    let window = bytes.prefix(searched - headLength)
    let next = recordStart(in: window, afterEmptyLine: true)
    guard isWhole || next != nil else {
      let record = head.record(at: place.offset, length: nil, block: Array(bytes))
      return try giveUpRun(record, at: place.offset, "the file ends within the record")
    }
    let isEndFound = next != nil || plain.runEnd != nil && window.count == bytes.count
    let all = isEndFound ? bytes[..<(next ?? bytes.endIndex)] : bytes.prefix(blockLength)
    let length = (isEndFound ? dropLineEnds(all) : all).count
    let end = RecordEnd(lines: 2, length: all.count - length)
    try give(head, headLength, length, end, at: place)
    if !isEndFound { _ = try skipToRecord() }
    let detail = "the block has \(length) bytes, not \(blockLength) as its head says"
    addFault(
      .wrongLength,
      at: place.offset,
      isEndFound ? detail : "the block is much longer than its head says"
    )
  }

  /// Gives the record that comes next and uses its bytes up.
  ///
  /// While the next member is decoded there must be no slice of the bytes, lest all be copied.
  private mutating func give(
    _ head: RecordHead,
    _ headLength: Int,
    _ blockLength: Int,
    _ end: RecordEnd,
    at place: PlainBytes.Place
  ) throws(ArchiveError) {
    let block = Array(plain.available.dropFirst(headLength).prefix(blockLength))
    var record = head.record(at: place.offset, length: nil, block: block)
    plain.skip(headLength + blockLength + end.length)
    if end.lines == 2 { try skipLineEnds() }
    _ = try plain.require(1)
    if place.isFirst { record.length = plain.end(after: place.offset).map { $0 - place.offset } }
    if plain.count == 0, case .broken(.checksum, _, let detail) = plain.runEnd {
      _ = try plain.nextRun()
      return addFault(.checksum, at: place.offset, detail, record: record)
    }
    waiting.append(.record(record))
    if end.lines < 2 {
      addFault(.missingEnd, at: place.offset, "the record is not ended by two line ends")
    }
  }
}
