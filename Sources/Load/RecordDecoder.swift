package import FoundationEssentials

extension JSONDecoder {
  /// One that reads records as the dataset and `runs/` hold them: `char_start` for `charStart`.
  package static func ofRecords() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }
}
