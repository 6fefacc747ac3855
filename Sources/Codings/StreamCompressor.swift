/// Compresses what is written to it bit by bit; equal bytes come out however they were cut.
package struct StreamCompressor: ~Copyable {
  package enum Coding: Sendable {
    /// Members of 256 KiB each, the last one shorter, with no time in their heads.
    case gzip

    /// One frame.
    case zstd
  }

  private static let pieceSize = 1 << 18

  private var gzip: GzipCompressor?
  private var zstd: ZstdCompressor?
  private var piece: [UInt8] = []
  private var isEmpty = true

  package init(_ coding: Coding) {
    switch coding {
    case .gzip:
      gzip = GzipCompressor()
      zstd = nil
    case .zstd:
      gzip = nil
      zstd = ZstdCompressor()
    }
  }

  /// Takes `bytes`, and appends to `output` what is ready.
  package mutating func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let taken = rest.prefix(Self.pieceSize - piece.count)
      piece += taken
      rest = rest.dropFirst(taken.count)
      if piece.count == Self.pieceSize { endPiece(isLast: false, &output) }
    }
  }

  /// Appends what remains; call it last.
  package mutating func finish(to output: inout [UInt8]) {
    endPiece(isLast: true, &output)
  }

  private mutating func endPiece(isLast: Bool, _ output: inout [UInt8]) {
    // No bytes at all are one empty member.
    if !piece.isEmpty || isEmpty { gzip?.append(piece, to: &output) }
    zstd?.append(piece, isLast: isLast, to: &output)
    isEmpty = false
    piece.removeAll(keepingCapacity: true)
  }
}
