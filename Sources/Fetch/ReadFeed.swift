import FoundationEssentials
import Markup

/// Reads an RSS 2.0, RSS 1.0 or Atom feed or a JSON Feed, mending what can be mended.
///
/// - Parameters:
///   - bytes: The body, its content coding undone.
///   - charset: The charset that HTTP names; `nil` where it names none.
///   - base: The feed's own address.
/// - Returns: The pages that it names, or the first feed that a page names as its own; `nil` where
///   it is neither.
package func readFeed(_ bytes: [UInt8], charset: String? = nil, base: WebURL) -> Listing? {
  let first = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
  if first == UInt8(ascii: "{") { return readJSONFeed(bytes, base: base) }
  guard let tree = try? XMLTree(bytes, charset: charset) else { return nil }
  return readFeed(tree, base: base) ?? readFeed(behindNoticesIn: bytes, base: base)
    ?? findFeed(inPage: bytes, base: base)
}

/// The feed that begins behind the notices which a server's program printed before it, in markup.
private func readFeed(behindNoticesIn bytes: [UInt8], base: WebURL) -> Listing? {
  let start = bytes.prefix(1 << 16).indices.first { index in
    bytes[index] == UInt8(ascii: "<")
      && ["<rss", "<feed", "<rdf:RDF"].contains { bytes[index...].starts(with: $0.utf8) }
  }
  guard let start, let tree = try? XMLTree(Array(bytes[start...])) else { return nil }
  return readFeed(tree, base: base)
}

/// The feed that a page links to as its alternate; `nil` where it has none.
private func findFeed(inPage bytes: [UInt8], base: WebURL) -> Listing? {
  guard let page = try? XMLTree(html: bytes) else { return nil }
  let types = ["application/rss+xml", "application/atom+xml", "application/feed+json"]
  for link in page.elements(named: "link") {
    guard page.attribute("rel", of: link)?.lowercased() == "alternate",
      let type = page.attribute("type", of: link)?.lowercased(), types.contains(type),
      let url = page.attribute("href", of: link).flatMap({ base.resolve($0) })
    else { continue }
    return Listing(listings: [Link(url: url.withoutFragment)])
  }
  return nil
}

/// Reads a feed that is already a tree; `nil` where it is none.
func readFeed(_ tree: XMLTree, base: WebURL) -> Listing? {
  guard ["rss", "RDF", "feed", "channel"].contains(tree.nodes[0].name) else { return nil }
  var listing = Listing()
  for id in tree.nodes.indices where ["item", "entry"].contains(tree.nodes[id].name) {
    let entry = FeedEntry(tree: tree, id: id)
    guard let address = entry.address, let url = entry.base(base).resolve(address) else { continue }
    listing.pages.append(Link(url: url.withoutFragment, date: entry.date))
  }
  return listing
}

private struct FeedEntry {
  let tree: XMLTree
  let id: XMLTree.ID

  /// Where the page is: what a feed service wrapped, the link, or an identifier that is an address.
  var address: String? {
    let children = tree.children(of: id)
    if let address = address(in: children) { return address }
    // An element that is not closed swallows those behind it.
    let inner = (id + 1..<tree.nodes[id].end).filter { !tree.nodes[$0].name.isEmpty }
    return address(in: inner) ?? tree.attribute("about", of: id)
  }

  private func address(in children: [XMLTree.ID]) -> String? {
    if let wrapped = children.first(where: { tree.nodes[$0].name == "origLink" }) {
      return tree.text(of: wrapped)
    }
    let links = children.filter { tree.nodes[$0].name == "link" }
    let own = links.first { link in
      tree.attribute("href", of: link) == nil && !tree.text(of: link).isEmpty
    }
    if let own { return tree.text(of: own) }
    let alternate = links.first { link in
      ["alternate", nil].contains(tree.attribute("rel", of: link))
        && tree.attribute("href", of: link) != nil
    }
    if let href = alternate.flatMap({ tree.attribute("href", of: $0) }) { return href }
    // Where an entry has no link, an identifier that looks like one is better than no page.
    let identifier = children.first { child in
      ["guid", "id"].contains(tree.nodes[child].name) && tree.text(of: child).hasPrefix("http")
    }
    return identifier.map { tree.text(of: $0) }
  }

  /// When it was published, or else last changed.
  var date: UTCTime? {
    let names = ["pubDate", "published", "issued", "date", "created", "updated", "modified"]
    let dates = tree.children(of: id).compactMap { child in
      names.firstIndex(of: tree.nodes[child].name).flatMap { rank in
        readTime(tree.text(of: child)).map { (rank, $0) }
      }
    }
    return dates.min { $0.0 < $1.0 }?.1
  }

  /// What links are relative to: `xml:base` of the entry or what it stands in, else `feed`.
  func base(_ feed: WebURL) -> WebURL {
    var bases: [String] = []
    var node = id
    while node >= 0 {
      if let base = tree.attribute("base", of: node) { bases.append(base) }
      node = tree.nodes[node].parent
    }
    return bases.reversed().reduce(feed) { $0.resolve($1) ?? $0 }
  }
}

/// The parts of a JSON Feed (jsonfeed.org/version/1.1) that name pages.
private struct JSONFeed: Decodable {
  struct Item: Decodable {
    var url: String?
    var externalURL: String?
    var id: String?
    var published: String?
    var modified: String?

    enum CodingKeys: String, CodingKey {
      case url
      case externalURL = "external_url"
      case id
      case published = "date_published"
      case modified = "date_modified"
    }

    /// A member of another type than the standard's counts as missing.
    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      func text(_ key: CodingKeys) -> String? { try? members.decode(String.self, forKey: key) }
      url = text(.url)
      externalURL = text(.externalURL)
      id = text(.id)
      published = text(.published)
      modified = text(.modified)
    }
  }

  var items: [Item]
}

private func readJSONFeed(_ bytes: [UInt8], base: WebURL) -> Listing? {
  let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let data = Data(bytes.dropFirst(isMarked ? 3 : 0))
  guard let feed = try? JSONDecoder().decode(JSONFeed.self, from: data) else { return nil }
  var listing = Listing()
  for item in feed.items {
    let identifier = item.id.flatMap { $0.hasPrefix("http") ? $0 : nil }
    guard let address = item.url ?? item.externalURL ?? identifier, let url = base.resolve(address)
    else { continue }
    let date = (item.published ?? item.modified).flatMap { readTime($0) }
    listing.pages.append(Link(url: url.withoutFragment, date: date))
  }
  return listing
}
