import Codings

/// An archive's bytes with its compression undone, a record or so at a time.
///
/// The bytes come in runs: a run ends where the file does, or where its compressed data is broken.
/// Within a run no byte is missing.
struct PlainBytes: ~Copyable {
  /// Why a run ended.
  enum RunEnd {
    case endOfFile
    case broken(WARCFault.Kind, offset: Int, detail: String)
  }

  /// A place where a compressed member begins or ends.
  private struct Boundary {
    /// In plain bytes from the file's start.
    var plain: Int

    /// In stored bytes from the file's start.
    var stored: Int
  }

  private var source: PlainSource
  private var bytes: [UInt8] = []
  private var start = 0
  private var end = 0

  /// How many plain bytes came before the first of `bytes`.
  private var base = 0

  private var boundaries: [Boundary] = []

  /// Why this run ends after the bytes available; `nil` while more may come.
  private(set) var runEnd: RunEnd?

  init(_ stored: consuming StoredBytes, from offset: Int = 0) throws(ArchiveError) {
    var source = try PlainSource(stored)
    if offset > 0 { try source.begin(at: offset) }
    // In a plain file the places are the same; `base` counts from where reading began.
    base = source.isCompressed ? 0 : source.offset
    self.source = source
  }

  var name: String { source.name }

  /// How many plain bytes from the file's start the next byte is.
  var position: Int { base + start }

  var count: Int { end - start }

  /// The bytes that are decoded and not used up.
  var available: ArraySlice<UInt8> { bytes[start..<end] }

  mutating func skip(_ count: Int) {
    start += count
    // Keep the last boundary before here, which says where this member begins. Only when half of
    // them are done with, so that many small members cost no more than they should.
    let done = firstBoundary(at: position) - 1
    if done > boundaries.count / 2 { boundaries.removeSubrange(..<done) }
  }

  /// Decodes on until `count` bytes are available; false where the run ends before.
  mutating func require(_ count: Int) throws(ArchiveError) -> Bool {
    while end - start < count, runEnd == nil { try pull() }
    return end - start >= count
  }

  /// Goes on after a run's end; false at the file's.
  ///
  /// After broken data it looks for the next member that begins with a record.
  mutating func nextRun() throws(ArchiveError) -> Bool {
    guard case .broken = runEnd else { return false }
    start = end
    runEnd = try source.recover() ? nil : .endOfFile
    return runEnd == nil
  }

  private mutating func pull() throws(ArchiveError) {
    if start == end {
      base += end
      (start, end) = (0, 0)
    } else if start > bytes.count / 2 {
      bytes.removeSubrange(..<start)
      base += start
      end -= start
      start = 0
    }
    let before = source.offset
    let wasBetween = source.isBetweenMembers
    switch try source.decode(into: &bytes, at: end) {
    case .bytes(let count):
      if wasBetween { mark(before) }
      end += count
      if source.isBetweenMembers { mark(source.offset) }
    case .end(let reason):
      if wasBetween { mark(before) }
      runEnd = reason
    }
  }

  /// The index of the first boundary at a plain position or after it.
  private func firstBoundary(at plain: Int) -> Int {
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle].plain < plain { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func mark(_ stored: Int) {
    guard source.isCompressed, boundaries.last?.stored != stored else { return }
    let boundary = Boundary(plain: base + end, stored: stored)
    // Of a row of empty members only the first and the last boundary matter.
    if boundaries.suffix(2).count(where: { $0.plain == boundary.plain }) == 2 {
      boundaries.removeLast()
    }
    boundaries.append(boundary)
  }
}

extension PlainBytes {
  /// Where a record that begins at a plain position lies in the file.
  struct Place {
    /// In stored bytes, from 0; of a compressed record, where its member begins.
    var offset: Int

    /// Whether it is the first thing in its member.
    var isFirst: Bool
  }

  /// Where a record that begins here lies in the file.
  var place: Place {
    guard source.isCompressed else { return Place(offset: position, isFirst: true) }
    let next = firstBoundary(at: position + 1)
    guard next > 0 else { return Place(offset: source.offset, isFirst: true) }
    let boundary = boundaries[next - 1]
    return Place(offset: boundary.stored, isFirst: boundary.plain == position)
  }

  /// Whether what is decoded ends in `count` bytes, and a member with it.
  func isMemberEnd(after count: Int) -> Bool {
    count == self.count && boundaries.last?.plain == base + end && source.isBetweenMembers
  }

  /// Where a record that ends here ends in the file; `nil` where its member goes on.
  ///
  /// Needs one byte more to have been asked for, so that the member's end has been met.
  func end(after offset: Int) -> Int? {
    guard source.isCompressed else { return position }
    let here = boundaries[firstBoundary(at: position)...].prefix { $0.plain == position }
    return here.first { $0.stored > offset }?.stored
  }
}
