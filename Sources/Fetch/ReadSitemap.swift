import Codings
import Markup

/// What of the protocol of sitemaps.org a sitemap is held to; by default nothing, since half of the
/// sitemaps that sites serve break it and name their pages all the same.
package struct SitemapRules: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Well-formed XML without a document type.
  package static let form = SitemapRules(rawValue: 1)

  /// In the protocol's name space.
  package static let nameSpace = SitemapRules(rawValue: 2)

  /// Only pages of the same scheme and host in the sitemap's own folder or below.
  package static let location = SitemapRules(rawValue: 4)

  package static let strict: SitemapRules = [.form, .nameSpace, .location]
}

/// Reads a sitemap, an index of sitemaps, a text file of addresses, a feed used as one, or a
/// robots.txt that names sitemaps.
///
/// - Parameters:
///   - bytes: The body, its content coding undone; it may itself be a gzip file.
///   - charset: The charset that HTTP names; `nil` where it names none.
///   - base: The sitemap's own address.
///   - limit: The most bytes that a gzip file may hold.
///   - rules: What it is held to.
/// - Returns: What it names; `nil` where it is no sitemap.
package func readSitemap(
  _ bytes: [UInt8],
  charset: String? = nil,
  base: WebURL,
  limit: Int,
  rules: SitemapRules = []
) -> Listing? {
  var listing = readAnySitemap(bytes, charset: charset, base: base, limit: limit, rules: rules)
  if rules.contains(.location) { listing?.pages.removeAll { !isBelow(base, $0.url) } }
  return listing
}

/// Whether a page is of the sitemap's host, and in its folder or below.
private func isBelow(_ sitemap: WebURL, _ page: WebURL) -> Bool {
  let path = sitemap.requestTarget.prefix { $0 != "?" }
  let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
  return page.scheme == sitemap.scheme && page.hostKey == sitemap.hostKey
    && page.requestTarget.hasPrefix(folder)
}

private func readAnySitemap(
  _ bytes: [UInt8],
  charset: String?,
  base: WebURL,
  limit: Int,
  rules: SitemapRules
) -> Listing? {
  var bytes = bytes
  if bytes.starts(with: [0x1F, 0x8B]) {
    bytes = Array(gunzip(bytes[...], limit: limit).bytes)
  }
  guard let first = bytes.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }) else {
    return nil
  }
  guard first == UInt8(ascii: "<") || first == 0 || first >= 0xFE else {
    return readAddresses(bytes, base: base)
  }
  let isForm = rules.contains(.form)
  let read =
    try? isForm ? XMLTree(wellFormed: bytes, charset: charset) : XMLTree(bytes, charset: charset)
  guard let tree = read else { return nil }
  if rules.contains(.nameSpace), !protocolSpaces.contains(tree.nameSpace ?? "") { return nil }
  switch tree.nodes[0].name.lowercased() {
  case "urlset": return Listing(pages: links(of: "url", in: tree, base: base))
  case "sitemapindex": return Listing(listings: links(of: "sitemap", in: tree, base: base))
  default: return readFeed(tree, base: base)
  }
}

/// The protocol's name space, as it is written.
private let protocolSpaces: Set = [
  "http://www.sitemaps.org/schemas/sitemap/0.9", "https://www.sitemaps.org/schemas/sitemap/0.9",
]

/// The addresses in the elements of one name; one that lacks its `loc` is an address itself.
private func links(of name: String, in tree: XMLTree, base: WebURL) -> [Link] {
  var links: [Link] = []
  for entry in tree.children(of: 0) where tree.nodes[entry].name.lowercased() == name {
    var addresses: [(text: String, date: UTCTime?)] = []
    var published: UTCTime?
    for child in tree.children(of: entry) {
      let node = tree.nodes[child]
      switch node.name.lowercased() {
      case "loc" where !isExtension(node):
        addresses.append((tree.text(of: child), nil))
      case "lastmod":
        if !addresses.isEmpty {
          addresses[addresses.count - 1].date = readTime(tree.text(of: child))
        }
      case "news":
        let date = tree.children(of: child).first { tree.nodes[$0].name == "publication_date" }
        published = date.flatMap { readTime(tree.text(of: $0)) }
      default:
        continue
      }
    }
    if addresses.isEmpty, tree.children(of: entry).isEmpty {
      addresses = [(tree.text(of: entry), nil)]
    }
    for address in addresses {
      guard let url = resolve(address.text, base) else { continue }
      links.append(Link(url: url.withoutFragment, date: published ?? address.date))
    }
  }
  return links
}

/// Whether an element is of one of the extensions that have a `loc` of their own.
private func isExtension(_ node: XMLTree.Node) -> Bool {
  ["image", "video", "news", "mobile", "xhtml"].contains(node.prefix)
}

/// An address a line, perhaps without its scheme, or a `Sitemap:` line; `nil` where none is.
private func readAddresses(_ bytes: [UInt8], base: WebURL) -> Listing? {
  var listing = Listing()
  for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
    let text = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.lowercased().hasPrefix("sitemap:") {
      let address = text.dropFirst("sitemap:".count).trimmingSpaces
      if let url = resolve(address, base) { listing.listings.append(Link(url: url)) }
      continue
    }
    guard text.contains("://") || text.hasPrefix("www."), let url = resolve(text, base) else {
      continue
    }
    listing.pages.append(Link(url: url.withoutFragment))
  }
  return listing == Listing() ? nil : listing
}

/// An address of a sitemap, which may lack its scheme; `nil` where it is none.
private func resolve(_ text: some StringProtocol, _ base: WebURL) -> WebURL? {
  guard !text.isEmpty, !text.hasPrefix("&") else { return nil }
  return text.hasPrefix("www.") ? WebURL("\(base.scheme)://\(text)") : base.resolve(text)
}
