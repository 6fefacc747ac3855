import CCodings

/// CRC-32 of `bytes` after those that gave `previous`, as gzip has it.
package func crc32(_ bytes: ArraySlice<UInt8>, after previous: UInt32 = 0) -> UInt32 {
  bytes.withUnsafeBytes { libdeflate_crc32(previous, $0.baseAddress, $0.count) }
}

/// Writes gzip members, each in one go, by libdeflate.
///
/// Its memory serves one member after another.
package struct GzipCompressor: ~Copyable {
  private let compressor: OpaquePointer
  private var room: [UInt8] = []

  /// - Parameter level: From 0, none, to 12, smallest; 6 is as small as zlib's, twice as fast.
  package init(level: Int = 6) {
    guard let compressor = libdeflate_alloc_compressor(CInt(level)) else {
      preconditionFailure("libdeflate has no such level")
    }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// Appends one gzip member that decodes to `input`.
  package mutating func append(_ input: [UInt8], to output: inout [UInt8]) {
    let bound = libdeflate_gzip_compress_bound(compressor, input.count)
    if room.count < bound { room = [UInt8](repeating: 0, count: bound) }
    let count = input.withUnsafeBytes { source in
      room.withUnsafeMutableBytes { target in
        libdeflate_gzip_compress(
          compressor,
          source.baseAddress,
          source.count,
          target.baseAddress,
          target.count
        )
      }
    }
    precondition(count > 0, "libdeflate's bound is too small")
    output += room[..<count]
  }
}

/// Reads gzip members, each in one go, by libdeflate.
///
/// It is the fast way for members that fit into memory: twice as fast as zlib's streams. It can't
/// tell an input that ends early from a damaged one; for that, go over to `InflateStream`.
package struct GzipDecompressor: ~Copyable {
  package enum Outcome: Sendable, Equatable {
    /// The member was `read` bytes long, whole and sound, and gave `written`.
    case done(read: Int, written: Int)

    /// The output's room is too small.
    case wantsRoom

    /// The input is damaged or ends early.
    case failed
  }

  private let decompressor: OpaquePointer

  package init() {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      preconditionFailure("libdeflate has no memory")
    }
    self.decompressor = decompressor
  }

  deinit { libdeflate_free_decompressor(decompressor) }

  /// Decodes the member that `input` begins with into `output`, from index `start` on.
  package mutating func decode(
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    at start: Int
  ) -> Outcome {
    var read = 0
    var written = 0
    let result = input.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        libdeflate_gzip_decompress_ex(
          decompressor,
          source.baseAddress,
          source.count,
          target.baseAddress.map { $0 + start },
          target.count - start,
          &read,
          &written
        )
      }
    }
    return switch result {
    case LIBDEFLATE_SUCCESS: .done(read: read, written: written)
    case LIBDEFLATE_INSUFFICIENT_SPACE: .wantsRoom
    default: .failed
    }
  }
}
