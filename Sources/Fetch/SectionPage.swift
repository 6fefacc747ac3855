import ASCII
import Markup

/// The links of a listing page, and which of them lead to articles.
struct SectionPage {
  struct Anchor {
    let url: WebURL

    /// How many words its text has, or the text of the picture that stands for it.
    var words: Int

    /// Whether it stands in a heading, or holds one.
    var isHeading: Bool
  }

  let tree: XMLTree
  let address: WebURL

  /// What links are relative to.
  private let base: WebURL

  init(tree: XMLTree, address: WebURL) {
    self.tree = tree
    self.address = address
    let element = tree.nodes.indices.first { tree.nodes[$0].name == "base" }
    let href = element.flatMap { tree.attribute("href", of: $0) }
    base = href.flatMap { address.resolve($0) } ?? address
  }

  /// The links to other pages of `http` or `https`, in order.
  var anchors: [Anchor] {
    tree.nodes.indices.compactMap { id in
      guard tree.nodes[id].name == "a", let href = tree.attribute("href", of: id),
        let url = base.resolve(href)?.withoutFragment
      else { return nil }
      return Anchor(url: url, words: words(in: id), isHeading: isHeading(id))
    }
  }

  /// The addresses at what an XPath selects: attributes, elements with a `href`, or what holds one.
  func urls(at nodes: [XPathNode]) -> [WebURL] {
    nodes.compactMap { node in
      var href: String?
      if node.attribute != nil {
        href = tree.string(of: node)
      } else {
        let inner = node.id..<tree.nodes[node.id].end
        href = inner.lazy.compactMap { tree.attribute("href", of: $0) }.first
      }
      return href.flatMap { base.resolve($0)?.withoutFragment }
    }
  }

  /// Whether a link leads to an article, by its address and by what it says.
  ///
  /// Articles have long names in their addresses, mostly with a number; what leads to sections,
  /// tags and authors is short in both.
  func leadsToArticle(_ anchor: Anchor) -> Bool {
    guard isSameSite(anchor.url) else { return false }
    let name = ArticleName(anchor.url)
    guard !name.isListing else { return false }
    var score = name.score
    if anchor.words >= 5 { score += 1 }
    if anchor.words >= 8 { score += 1 }
    if anchor.isHeading { score += 1 }
    return score >= 4
  }

  private func isSameSite(_ url: WebURL) -> Bool {
    let own = address.host.withoutWWW
    let other = url.host.withoutWWW
    return own == other || other.hasSuffix("." + own) || own.hasSuffix("." + other)
  }

  private func words(in id: XMLTree.ID) -> Int {
    let words = tree.text(of: id).split(whereSeparator: \.isWhitespace)
    guard words.isEmpty else { return words.count }
    let inner = id..<tree.nodes[id].end
    let picture = inner.lazy.compactMap { tree.attribute("alt", of: $0) }.first
    return picture?.split(whereSeparator: \.isWhitespace).count ?? 0
  }

  private func isHeading(_ id: XMLTree.ID) -> Bool {
    let headings = ["h1", "h2", "h3", "h4", "h5"]
    let inner = tree.nodes[id..<tree.nodes[id].end]
    if inner.contains(where: { headings.contains($0.name) }) { return true }
    var node = id
    for _ in 0..<4 where node > 0 {
      node = tree.nodes[node].parent
      if headings.contains(tree.nodes[node].name) { return true }
    }
    return false
  }
}

/// What the address of a page says of it.
struct ArticleName {
  /// From 0, no article, to 5.
  private(set) var score = 0

  /// Whether it is one of the pages that list, search or serve.
  private(set) var isListing = false

  init(_ url: WebURL) {
    let segments = url.path.lowercased().split(separator: "/")
    guard let last = segments.last else {
      isListing = url.query == nil
      return
    }
    let dot = last.lastIndex(of: ".") ?? last.endIndex
    let ending = String(last[dot...].dropFirst())
    let name = last[..<dot]
    let words = name.split { $0 == "-" || $0 == "_" }
    let digits = name.utf8.split { !isDigit($0) }.map(\.count).max() ?? 0
    isListing =
      segments.contains { Self.listings.contains(String($0)) }
      || Self.files.contains(ending)
    if words.count >= 4 { score += 1 }
    if words.count >= 6 { score += 1 }
    if words.count >= 8 { score += 1 }
    if digits >= 4 { score += 1 }
    if digits >= 5 { score += 1 }
    // Such as html, htm, chn, vnp: newspapers end articles and sections alike.
    if (2...5).contains(ending.utf8.count), ending.utf8.allSatisfy(isLetter) { score += 1 }
    if isDated(segments.dropLast()) { score += 2 }
    let number = url.query?.utf8.split { !isDigit($0) }.map(\.count).max() ?? 0
    if number >= 4 { score += 2 }
  }

  /// Whether the folders are a year and a month, or a whole date in one.
  private func isDated(_ folders: ArraySlice<Substring>) -> Bool {
    let numbers = folders.filter { $0.utf8.allSatisfy(isDigit) }
    return numbers.contains { $0.utf8.count >= 6 }
      || numbers.contains { $0.utf8.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
  }

  private static let listings: Set<String> = [
    "tag", "tags", "tu-khoa", "chu-de", "topic", "topics", "tac-gia", "author", "authors", "page",
    "trang", "rss", "search", "tim-kiem", "login", "dang-nhap", "dang-ky", "lien-he", "contact",
    "gioi-thieu", "about", "quang-cao", "video", "videos", "media", "photo", "podcast", "print",
    "category", "categories", "danh-muc", "event", "events", "su-kien", "dong-su-kien", "chuyen-de",
    "chuyen-trang", "chuyen-muc",
  ]

  /// Endings of what is no page.
  private static let files: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "pdf", "doc", "docx", "xls", "xlsx", "zip", "rar",
    "mp3", "mp4", "m3u8", "xml", "rss", "css", "js", "apk",
  ]
}

extension String {
  fileprivate var withoutWWW: String { hasPrefix("www.") ? String(dropFirst(4)) : self }
}
