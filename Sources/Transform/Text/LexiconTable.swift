/// The rows of a lexicon file: tab-separated columns; lines that begin with `#` and empty ones are
/// not read.
///
/// It goes by bytes, and plainly: the program reads its lexicons whenever it starts.
func rows(ofLexicon file: String) -> [[String]] {
  let bytes = Array(file.utf8)
  var rows: [[String]] = []
  var start = 0
  while start < bytes.count {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if start < end, bytes[start] != UInt8(ascii: "#") {
      rows.append(fields(of: bytes[start..<end], separator: UInt8(ascii: "\t")))
    }
    start = end + 1
  }
  return rows
}

/// The names of a column that holds several, with `;` between them.
func names(inColumn column: String) -> [String] {
  fields(of: Array(column.utf8)[...], separator: UInt8(ascii: ";")).map { name in
    name.utf8.first == UInt8(ascii: " ") ? String(name.dropFirst()) : name
  }
}

private func fields(of bytes: ArraySlice<UInt8>, separator: UInt8) -> [String] {
  var fields: [String] = []
  var start = bytes.startIndex
  while let end = bytes[start...].firstIndex(of: separator) {
    fields.append(String(decoding: bytes[start..<end], as: UTF8.self))
    start = end + 1
  }
  fields.append(String(decoding: bytes[start...], as: UTF8.self))
  return fields
}
