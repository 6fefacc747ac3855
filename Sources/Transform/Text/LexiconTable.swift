/// The rows of a lexicon file: tab-separated columns; lines that begin with `#` and empty ones are
/// not read.
///
/// It goes by bytes: the program reads its lexicons whenever it starts.
func rows(ofLexicon file: String) -> [[String]] {
  file.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
    guard line.first != UInt8(ascii: "#") else { return nil }
    return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
