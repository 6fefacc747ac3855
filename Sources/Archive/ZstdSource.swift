import Codings

/// Decodes the zstd frames of an archive: the IIPC's «Use of Zstandard in WARC files».
///
/// The first frame may be one to skip that holds the dictionary of the others.
struct ZstdSource: ~Copyable {
  private var stream = ZstdStream()
  private(set) var isBetweenFrames = true
  private var isFirst = true

  private static let pieceSize = 1 << 18
  private static let frameMark: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// Of the frame that holds a dictionary.
  private static let dictionaryMark: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]

  /// The greatest dictionary, in bytes.
  private static let dictionarySize = 1 << 23

  static func isFrame(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: frameMark) || bytes.starts(with: dictionaryMark)
  }

  /// Takes the dictionary that the file may begin with.
  mutating func begin(_ stored: inout StoredBytes) throws(ArchiveError) {
    if try stored.require(8), stored.available.starts(with: Self.dictionaryMark) {
      _ = try takeDictionary(&stored)
    }
    isFirst = false
  }

  mutating func decode(
    _ stored: inout StoredBytes,
    into output: inout [UInt8],
    at start: Int
  ) throws(ArchiveError) -> PlainSource.Step {
    if isBetweenFrames {
      guard try stored.require(1) else { return .end(.endOfFile) }
      _ = try stored.require(8)
      if isFirst, stored.available.starts(with: Self.dictionaryMark) {
        return try takeDictionary(&stored)
      }
      isFirst = false
      guard stored.available.first == Self.frameMark[0] || stored.available.first ?? 0 >> 4 == 5
      else {
        let detail = "what follows is no zstd frame"
        return .end(.broken(.garbage, offset: stored.offset, detail: detail))
      }
      stream.restart()
      isBetweenFrames = false
    }
    _ = try stored.require(1)
    makeRoom(in: &output, at: start, atLeast: Self.pieceSize)
    let offset = stored.offset
    let step = stream.step(stored.available, into: &output, at: start)
    stored.skip(step.read)
    switch step.state {
    case .ended: isBetweenFrames = true
    case .running where step.read + step.written == 0 && stored.isAtEnd && stored.count == 0:
      isBetweenFrames = true
      let detail = "the file ends within a zstd frame"
      return .end(.broken(.truncated, offset: offset, detail: detail))
    case .running: break
    case .broken:
      isBetweenFrames = true
      return .end(.broken(.damaged, offset: offset, detail: "the zstd data is damaged"))
    }
    return .bytes(step.written)
  }

  private mutating func takeDictionary(
    _ stored: inout StoredBytes
  ) throws(ArchiveError) -> PlainSource.Step {
    isFirst = false
    let offset = stored.offset
    let size = stored.available.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    stored.skip(min(8, stored.count))
    var dictionary: [UInt8] = []
    while dictionary.count < size, dictionary.count < Self.dictionarySize, try stored.require(1) {
      let piece = stored.available.prefix(size - dictionary.count)
      dictionary += piece
      stored.skip(piece.count)
    }
    if dictionary.starts(with: Self.frameMark) {
      let coded = decodeBody(
        dictionary[...],
        contentEncoding: ["zstd"],
        limit: Self.dictionarySize
      )
      dictionary = Array(coded.bytes)
    }
    guard dictionary.count >= min(size, 8), stream.load(dictionary: dictionary) else {
      return .end(.broken(.damaged, offset: offset, detail: "the zstd dictionary is damaged"))
    }
    return .bytes(0)
  }

  /// Looks for the next frame; false where there is none.
  mutating func recover(_ stored: inout StoredBytes) throws(ArchiveError) -> Bool {
    while try stored.require(1) {
      _ = try stored.require(Self.pieceSize)
      let window = stored.available
      guard let next = window.dropFirst().firstIndex(of: Self.frameMark[0]) else {
        stored.skip(window.count)
        continue
      }
      stored.skip(next - window.startIndex)
      if stored.available.starts(with: Self.frameMark) { return true }
    }
    return false
  }
}
