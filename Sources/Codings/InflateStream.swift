import CCodings

/// Deflate data decoded piece by piece, by zlib.
package struct InflateStream: ~Copyable, StreamDecoder {
  package enum Wrapper: Sendable {
    /// Bare deflate data: RFC 1951.
    case none

    /// With zlib's two bytes before and checksum after: RFC 1950, HTTP's `deflate`.
    case zlib

    /// With a member's head before and its checksum and size after: RFC 1952.
    case gzip

    fileprivate var windowBits: CInt {
      switch self {
      case .none: -MAX_WBITS
      case .zlib: MAX_WBITS
      case .gzip: MAX_WBITS + 16
      }
    }
  }

  /// It must not move while zlib uses it, so it has a place of its own.
  private let stream: UnsafeMutablePointer<z_stream>

  package init(_ wrapper: Wrapper = .none) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = CInt(MemoryLayout<z_stream>.size)
    let started = inflateInit2_(stream, wrapper.windowBits, ZLIB_VERSION, size)
    precondition(started == Z_OK, "zlib has no memory")
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Begins a new stream in the same memory.
  package mutating func restart() {
    inflateReset(stream)
  }

  package mutating func step(
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    at start: Int
  ) -> DecoderStep {
    let offered = min(input.count, Int(CInt.max))
    let room = min(output.count - start, Int(CInt.max))
    let result = input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = target.baseAddress.map { $0 + start }
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    let state: DecoderStep.State =
      switch result {
      case Z_OK, Z_BUF_ERROR: .running
      case Z_STREAM_END: .ended
      default: .broken
      }
    return DecoderStep(
      read: offered - Int(stream.pointee.avail_in),
      written: room - Int(stream.pointee.avail_out),
      state: state
    )
  }
}
