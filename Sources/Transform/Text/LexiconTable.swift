/// The rows of a lexicon file: tab-separated columns; lines that begin with `#` and empty ones are
/// not read.
func rows(ofLexicon file: String) -> [[Substring]] {
  file.split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
}
