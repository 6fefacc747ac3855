import CCodings

/// Zstandard frames decoded piece by piece: RFC 8878, one stream a frame.
package struct ZstdStream: ~Copyable, StreamDecoder {
  private let context: OpaquePointer

  package init() {
    guard let context = ZSTD_createDCtx() else { preconditionFailure("zstd has no memory") }
    self.context = context
  }

  deinit { ZSTD_freeDCtx(context) }

  /// Begins a new frame, with the dictionary kept.
  package mutating func restart() {
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
  }

  /// Takes the dictionary that the frames to come were coded with; false where it is none.
  package mutating func load(dictionary: [UInt8]) -> Bool {
    let result = dictionary.withUnsafeBytes {
      ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count)
    }
    return ZSTD_isError(result) == 0
  }

  package mutating func step(
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    at start: Int
  ) -> DecoderStep {
    var read = 0
    var written = 0
    let hint = input.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var to = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: start)
        let hint = ZSTD_decompressStream(context, &to, &from)
        read = from.pos
        written = to.pos - start
        return hint
      }
    }
    let state: DecoderStep.State =
      ZSTD_isError(hint) != 0 ? .broken : hint == 0 ? .ended : .running
    return DecoderStep(read: read, written: written, state: state)
  }
}
