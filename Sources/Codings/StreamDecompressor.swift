/// Decompresses gzip or Zstandard piece by piece, however many members or frames there are.
package struct StreamDecompressor: ~Copyable {
  package enum Coding: Sendable {
    case gzip
    case zstd

    /// What a file that begins with `bytes` is coded in; `nil` where it is in neither.
    package init?(magic bytes: ArraySlice<UInt8>) {
      if bytes.starts(with: [0x1F, 0x8B]) {
        self = .gzip
      } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
        self = .zstd
      } else {
        return nil
      }
    }
  }

  private var gzip: InflateStream?
  private var zstd: ZstdStream?
  private var room = [UInt8](repeating: 0, count: 1 << 17)

  /// Whether the input may end here.
  package private(set) var isComplete = false

  package init(_ coding: Coding) {
    switch coding {
    case .gzip:
      gzip = InflateStream(.gzip)
      zstd = nil
    case .zstd:
      gzip = nil
      zstd = ZstdStream()
    }
  }

  /// Appends what `input` decodes to.
  ///
  /// - Returns: False where `input` is damaged; there is no going on then.
  package mutating func append(_ input: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    var rest = input
    var mayHoldMore = false
    while !rest.isEmpty || mayHoldMore {
      if isComplete {
        guard !rest.isEmpty else { return true }
        gzip?.restart()
        zstd?.restart()
        isComplete = false
      }
      let step = step(rest)
      output += room[..<step.written]
      rest = rest.dropFirst(step.read)
      mayHoldMore = step.written == room.count
      switch step.state {
      case .broken: return false
      case .ended: isComplete = true
      case .running: if step.read == 0, step.written == 0 { return rest.isEmpty }
      }
    }
    return true
  }

  private mutating func step(_ input: ArraySlice<UInt8>) -> DecoderStep {
    if let step = gzip?.step(input, into: &room, at: 0) { return step }
    return zstd?.step(input, into: &room, at: 0) ?? DecoderStep(read: 0, written: 0, state: .broken)
  }
}
