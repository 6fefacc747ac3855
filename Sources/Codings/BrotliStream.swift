import CCodings

/// Brotli data decoded piece by piece: RFC 7932.
package struct BrotliStream: ~Copyable, StreamDecoder {
  private let decoder: OpaquePointer

  package init() {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
      preconditionFailure("brotli has no memory")
    }
    self.decoder = decoder
  }

  deinit { BrotliDecoderDestroyInstance(decoder) }

  package mutating func step(
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    at start: Int
  ) -> DecoderStep {
    var unread = input.count
    var room = output.count - start
    let offered = (unread, room)
    let result = input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var next = source.baseAddress
        var end = target.baseAddress.map { $0 + start }
        return BrotliDecoderDecompressStream(decoder, &unread, &next, &room, &end, nil)
      }
    }
    let state: DecoderStep.State =
      switch result {
      case BROTLI_DECODER_RESULT_SUCCESS: .ended
      case BROTLI_DECODER_RESULT_ERROR: .broken
      default: .running
      }
    return DecoderStep(read: offered.0 - unread, written: offered.1 - room, state: state)
  }
}
