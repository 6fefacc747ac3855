package import Codings

/// How the files of a part are compressed.
package enum Compression: String, Sendable, CaseIterable {
  case none
  case gzip
  case zstd

  /// What a part's name ends with.
  package var ending: String {
    switch self {
    case .none: ".ndjson"
    case .gzip: ".ndjson.gz"
    case .zstd: ".ndjson.zst"
    }
  }

  package var coding: StreamCompressor.Coding? {
    switch self {
    case .none: nil
    case .gzip: .gzip
    case .zstd: .zstd
    }
  }
}
