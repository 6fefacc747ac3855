import Records

/// What a page's body is, where it is no HTML, such as `a PDF file`.
///
/// The first bytes decide, then the content type: servers are often wrong about it.
func otherFormat(of page: Page) -> String? {
  let start = page.body.prefix(2048)
  for (magic, name) in magics where start.starts(with: magic) { return name }
  let trimmed = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  guard let first = trimmed.first else { return "empty" }
  if isPlainHTML(trimmed) { return nil }
  let text = String(decoding: trimmed, as: UTF8.self).lowercased()
  for (root, name) in roots where text.contains(root) && first == UInt8(ascii: "<") {
    if !text.contains("<html") { return name }
  }
  if first == UInt8(ascii: "<") { return nil }
  let type = page.contentType?.lowercased() ?? ""
  if type.contains("json") || first == UInt8(ascii: "{") && !text.contains("<") { return "JSON" }
  guard !type.isEmpty, !type.contains("html"), !type.contains("xml") else { return nil }
  return text.contains("<html") || text.contains("<body") ? nil : type
}

/// Whether a page begins as nearly all do.
private func isPlainHTML(_ start: ArraySlice<UInt8>) -> Bool {
  let beginning = lowercased(start.prefix(14))
  return beginning.starts(with: "<!doctype html".utf8) || beginning.starts(with: "<html".utf8)
}

private let magics: [(magic: [UInt8], name: String)] = [
  (Array("%PDF-".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
  ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
  ([0x1F, 0x8B], "a gzip file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP file"),
]

private let roots: [(root: String, name: String)] = [
  ("<rss", "a feed"), ("<feed", "a feed"), ("<rdf:rdf", "a feed"), ("<urlset", "a sitemap"),
  ("<sitemapindex", "a sitemap"), ("<svg", "a drawing"),
]
