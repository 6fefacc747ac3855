import CCodings

/// Writes one Zstandard frame with a checksum, piece by piece.
struct ZstdCompressor: ~Copyable {
  private let context: OpaquePointer

  /// - Parameter level: From 1, fastest, to 19, smallest; 3 is zstd's own default.
  init(level: CInt = 3) {
    guard let context = ZSTD_createCCtx() else { preconditionFailure("zstd has no memory") }
    self.context = context
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { ZSTD_freeCCtx(context) }

  /// Appends what the frame grows by with `input`; all the rest of it where it is the last.
  mutating func append(_ input: [UInt8], isLast: Bool, to output: inout [UInt8]) {
    var read = 0
    while true {
      let start = output.count
      output += [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
      var written = 0
      let left = input.withUnsafeBytes { source in
        output.withUnsafeMutableBytes { target in
          var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: read)
          var to = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: start)
          let mode = isLast ? ZSTD_e_end : ZSTD_e_continue
          let left = ZSTD_compressStream2(context, &to, &from, mode)
          (read, written) = (from.pos, to.pos - start)
          return left
        }
      }
      output.removeLast(output.count - start - written)
      precondition(ZSTD_isError(left) == 0, "zstd refuses its own parameters")
      if read == input.count, !isLast || left == 0 { return }
    }
  }
}
