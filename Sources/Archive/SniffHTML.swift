import ASCII
import Records

/// What a body is by its label, where that is no label that HTML pages bear.
///
/// Servers label HTML as plain text, as XML or not at all.
///
/// - Parameter type: `Content-Type` as sent.
/// - Returns: `nil` for HTML, and where the bytes must tell.
func findNotHTML(type: String?) -> String? {
  guard let media = type.flatMap(mediaType), !htmlTypes.contains(media) else { return nil }
  return vagueTypes.contains(media) ? nil : media
}

/// What a body is by its first bytes, where it is no HTML page.
///
/// Servers label feeds, pictures and PDF files as HTML.
///
/// - Parameters:
///   - body: The body, its codings undone.
///   - type: `Content-Type` as sent, one by which it may be HTML.
/// - Returns: `nil` for HTML.
func findNotHTML(_ body: ArraySlice<UInt8>, type: String?) -> String? {
  let start = body.prefix(1024)
  for (mark, name) in binaryMarks where start.starts(with: mark) { return name }
  let media = type.flatMap(mediaType)
  if let media, htmlTypes.contains(media) {
    return firstElement(of: start).flatMap { xmlRoots.contains($0) ? "\($0) document" : nil }
  }
  return isHTML(start) ? nil : media ?? "no Content-Type"
}

private let htmlTypes: Set<String> = ["text/html", "application/xhtml+xml"]

/// Labels that say little: what is under them may be HTML.
private let vagueTypes: Set<String> = [
  "text/plain", "text/xml", "application/xml", "application/octet-stream",
  "application/x-unknown-content-type", "unknown/unknown",
]

/// Whether the tag that ends an HTML document is among the last bytes.
func hasLastTag(_ body: ArraySlice<UInt8>) -> Bool {
  contains(Array("</html".utf8), in: body.suffix(512))
}

/// What files begin with that no HTML page begins with.
private let binaryMarks: [(mark: [UInt8], name: String)] = [
  (Array("%PDF-".utf8), "application/pdf"),
  ([0x89, 0x50, 0x4E, 0x47], "image/png"),
  ([0xFF, 0xD8, 0xFF], "image/jpeg"),
  (Array("GIF8".utf8), "image/gif"),
  (Array("RIFF".utf8), "image/webp"),
  ([0x50, 0x4B, 3, 4], "application/zip"),
  ([0x1F, 0x8B, 8], "application/gzip"),
]

/// Root elements of XML that is no page.
private let xmlRoots: Set<String> = [
  "rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "svg", "opml",
]

/// Whether a body begins as HTML pages do.
func isHTML(_ start: ArraySlice<UInt8>) -> Bool {
  contains(Array("<!doctype html".utf8), in: start) || contains(Array("<html".utf8), in: start)
}

/// The name of the first element, in lower case; `nil` where the text begins otherwise.
///
/// It passes over blanks, comments, a doctype and what stands between `<?` and `>`.
private func firstElement(of start: ArraySlice<UInt8>) -> String? {
  var rest = start
  let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  if rest.starts(with: byteOrderMark) { rest = rest.dropFirst(3) }
  while true {
    rest = rest.drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "<"), let next = rest.dropFirst().first else { return nil }
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      let isComment = rest.starts(with: Array("<!--".utf8))
      let end = isComment ? Array("-->".utf8) : [UInt8(ascii: ">")]
      guard let index = firstIndex(of: end, in: rest.dropFirst(2)) else { return nil }
      rest = rest[(index + end.count)...]
      continue
    }
    let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
    return String(decoding: name.map(lowercase), as: UTF8.self)
  }
}

/// Whether `word`, in lower case, occurs in `bytes` in whatever case.
private func contains(_ word: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
  firstIndex(of: word, in: bytes) != nil
}

private func firstIndex(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
  bytes.indices.first { index in
    bytes[index...].count >= word.count
      && zip(word, bytes[index...]).allSatisfy { $0 == lowercase($1) }
  }
}
