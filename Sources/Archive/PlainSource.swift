import Codings

/// Undoes an archive's compression: gzip members, zstd frames or none.
struct PlainSource: ~Copyable {
  /// What one step gave.
  enum Step {
    case bytes(Int)
    case end(PlainBytes.RunEnd)
  }

  private enum Format {
    case plain
    case gzip
    case zstd
  }

  private var stored: StoredBytes
  private let format: Format
  private var gzip = GzipSource()
  private var zstd = ZstdSource()

  /// - Parameter stored: The file, at its start, which tells the format.
  /// - Throws: `ArchiveError.cannotRead`.
  init(_ stored: consuming StoredBytes) throws(ArchiveError) {
    _ = try stored.require(1 << 16)
    let first = stored.available.prefix(1 << 16)
    format =
      if GzipHeader(first) != .absent {
        .gzip
      } else if ZstdSource.isFrame(first) {
        .zstd
      } else if !first.starts(with: recordMark), gzip.isAhead(in: first) {
        .gzip  // with something wrong before
      } else {
        .plain
      }
    self.stored = stored
  }

  /// Goes on at another place of the file, in stored bytes, where a member begins.
  mutating func begin(at offset: Int) throws(ArchiveError) {
    if format == .zstd { try zstd.begin(&stored) }
    try stored.seek(to: offset)
  }

  var name: String { stored.name }
  var offset: Int { stored.offset }
  var isCompressed: Bool { format != .plain }

  /// Whether the next stored byte begins a member.
  var isBetweenMembers: Bool {
    switch format {
    case .plain: false
    case .gzip: gzip.isBetweenMembers
    case .zstd: zstd.isBetweenFrames
    }
  }

  /// Adds some decoded bytes to `output` at index `start`, making room where it needs more.
  mutating func decode(into output: inout [UInt8], at start: Int) throws(ArchiveError) -> Step {
    switch format {
    case .gzip: return try gzip.decode(&stored, into: &output, at: start)
    case .zstd: return try zstd.decode(&stored, into: &output, at: start)
    case .plain:
      guard try stored.require(1) else { return .end(.endOfFile) }
      makeRoom(in: &output, at: start, atLeast: stored.count)
      let count = stored.count
      output.replaceSubrange(start..<(start + count), with: stored.available)
      stored.skip(count)
      return .bytes(count)
    }
  }

  /// Looks for the next member that can be decoded; false where there is none.
  mutating func recover() throws(ArchiveError) -> Bool {
    switch format {
    case .plain: false
    case .gzip: try gzip.recover(&stored)
    case .zstd: try zstd.recover(&stored)
    }
  }
}

/// Makes `output` at least `count` bytes longer than `start`, or twice as long as it was.
func makeRoom(in output: inout [UInt8], at start: Int, atLeast count: Int) {
  let missing = start + count - output.count
  guard missing > 0 else { return }
  output += [UInt8](repeating: 0, count: max(missing, output.count))
}
