import Codings

/// Decodes the gzip members of an archive, whole ones at once, great ones piece by piece.
struct GzipSource: ~Copyable {
  private var whole = GzipDecompressor()
  private var stream = InflateStream()
  private var probe = InflateStream()

  /// Checksum of the member that is being decoded piece by piece; `nil` between members.
  private var checksum: UInt32?

  /// Where the last member begins that was looked at, in stored bytes.
  private var memberStart = 0

  /// How many bytes may still be gone back over after damage.
  private var rewindBudget = 1 << 26

  /// The most that is decoded at once, in bytes.
  private static let pieceSize = 1 << 18

  /// The greatest plain member that is decoded whole, in bytes.
  private static let wholeSize = 1 << 24

  /// The longest head of a member that is looked for, in bytes.
  private static let headSize = 1 << 17

  var isBetweenMembers: Bool { checksum == nil }

  mutating func decode(
    _ stored: inout StoredBytes,
    into output: inout [UInt8],
    at start: Int
  ) throws(ArchiveError) -> PlainSource.Step {
    if let checksum {
      return try decodePiece(&stored, into: &output, at: start, checksum: checksum)
    }
    guard try stored.require(1) else { return .end(.endOfFile) }
    memberStart = stored.offset
    _ = try stored.require(min(Self.headSize, StoredBytes.capacity))
    switch GzipHeader(stored.available) {
    case .absent:
      let detail = "what follows is no gzip member"
      return .end(.broken(.garbage, offset: stored.offset, detail: detail))
    case .cutOff:
      let detail = "the file ends within the head of a gzip member"
      return .end(.broken(.truncated, offset: stored.offset, detail: detail))
    case .found(let length):
      if let count = try decodeWhole(&stored, into: &output, at: start) { return .bytes(count) }
      stored.skip(length)
      stream.restart()
      checksum = 0
      return .bytes(0)
    }
  }

  /// Decodes a member at once; `nil` where it is too large for that, cut off or damaged.
  private mutating func decodeWhole(
    _ stored: inout StoredBytes,
    into output: inout [UInt8],
    at start: Int
  ) throws(ArchiveError) -> Int? {
    makeRoom(in: &output, at: start, atLeast: Self.pieceSize)
    while true {
      switch whole.decode(stored.available, into: &output, at: start) {
      case .done(let read, let written):
        stored.skip(read)
        return written
      case .wantsRoom:
        guard output.count < Self.wholeSize else { return nil }
        makeRoom(in: &output, at: start, atLeast: output.count - start + 1)
      case .failed:
        let before = stored.count
        guard !stored.isAtEnd, before < StoredBytes.capacity else { return nil }
        try stored.fill()
        guard stored.count > before else { return nil }
      }
    }
  }

  private mutating func decodePiece(
    _ stored: inout StoredBytes,
    into output: inout [UInt8],
    at start: Int,
    checksum: UInt32
  ) throws(ArchiveError) -> PlainSource.Step {
    _ = try stored.require(1)
    makeRoom(in: &output, at: start, atLeast: Self.pieceSize)
    let step = stream.step(stored.available, into: &output, at: start)
    let offset = stored.offset
    stored.skip(step.read)
    let sum = crc32(output[start..<(start + step.written)], after: checksum)
    self.checksum = sum
    if step.written > 0, step.state != .ended { return .bytes(step.written) }
    switch step.state {
    case .broken:
      self.checksum = nil
      return .end(.broken(.damaged, offset: offset, detail: "the gzip data is damaged"))
    case .running:
      guard step.read == 0, stored.isAtEnd else { return .bytes(0) }
      self.checksum = nil
      let detail = "the file ends within a gzip member"
      return .end(.broken(.truncated, offset: stored.offset, detail: detail))
    case .ended:
      // The bytes first; the trailer is looked at when it is the next thing.
      guard step.written == 0 else { return .bytes(step.written) }
      return try checkTrailer(&stored, checksum: sum)
    }
  }

  private mutating func checkTrailer(
    _ stored: inout StoredBytes,
    checksum: UInt32
  ) throws(ArchiveError) -> PlainSource.Step {
    self.checksum = nil
    let offset = stored.offset
    guard try stored.require(GzipTrailer.length), let trailer = GzipTrailer(stored.available) else {
      stored.skip(stored.count)
      let detail = "the file ends within the trailer of a gzip member"
      return .end(.broken(.truncated, offset: offset, detail: detail))
    }
    stored.skip(GzipTrailer.length)
    guard trailer.checksum == checksum else {
      let detail = "the gzip member's checksum is wrong"
      return .end(.broken(.checksum, offset: offset, detail: detail))
    }
    return .bytes(0)
  }

  /// Looks for the next member that decodes to a record's first bytes; false where none does.
  ///
  /// A damaged member may have been read on beyond its end, so it begins behind that one's start.
  mutating func recover(_ stored: inout StoredBytes) throws(ArchiveError) -> Bool {
    let distance = stored.offset - memberStart - 1
    if distance > 0, distance <= rewindBudget, stored.rewind(to: memberStart + 1) {
      rewindBudget -= distance
    }
    while try stored.require(1) {
      _ = try stored.require(Self.headSize)
      let window = stored.available
      guard let next = window.firstIndex(of: 0x1F) else {
        stored.skip(window.count)
        continue
      }
      stored.skip(next - window.startIndex)
      if beginsRecord(stored.available) { return true }
      stored.skip(1)
    }
    return false
  }

  /// Whether a member that begins with a record is in the window.
  mutating func isAhead(in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0] == 0x1F && beginsRecord(bytes[$0...]) }
  }

  private mutating func beginsRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard case .found(let length) = GzipHeader(bytes) else { return false }
    var first = [UInt8](repeating: 0, count: recordMark.count)
    probe.restart()
    let step = probe.step(bytes.dropFirst(length), into: &first, at: 0)
    return step.written == first.count && first == recordMark
  }
}

/// What every WARC record begins with.
let recordMark = Array("WARC/".utf8)
