import ASCII
import Records

/// What a page's body is, where it is no HTML, such as `a PDF file`.
///
/// The first bytes decide, then the content type: servers are often wrong about it.
func otherFormat(of page: Page) -> String? {
  let start = page.body.prefix(2048)
  for (magic, name) in magics where start.starts(with: magic) { return name }
  let trimmed = start.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  guard let first = trimmed.first else { return "empty" }
  if first == UInt8(ascii: "<") {
    let root = rootName(of: trimmed)
    return roots.first { root == Array($0.root.utf8) }?.name
  }
  let hasMarkup = trimmed.contains(UInt8(ascii: "<"))
  let type = page.contentType?.lowercased() ?? ""
  if type.contains("json") || first == UInt8(ascii: "{") && !hasMarkup { return "JSON" }
  if type.isEmpty || type.contains("html") || type.contains("xml") || hasMarkup { return nil }
  return type
}

/// The name of the first element, in lower case, what stands before it left out.
private func rootName(of start: ArraySlice<UInt8>) -> [UInt8] {
  var position = start.startIndex
  while let mark = start[position...].firstIndex(of: UInt8(ascii: "<")), mark + 1 < start.endIndex {
    let next = start[mark + 1]
    if isLetter(next) {
      let name = start[(mark + 1)...].prefix {
        isLetter($0) || $0 == UInt8(ascii: ":")
      }
      return lowercased(name)
    }
    position = mark + 1
  }
  return []
}

private let magics: [(magic: [UInt8], name: String)] = [
  (Array("%PDF-".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
  ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
  ([0x1F, 0x8B], "a gzip file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP file"),
]

private let roots: [(root: String, name: String)] = [
  ("rss", "a feed"), ("feed", "a feed"), ("rdf:rdf", "a feed"), ("urlset", "a sitemap"),
  ("sitemapindex", "a sitemap"), ("svg", "a drawing"),
]
