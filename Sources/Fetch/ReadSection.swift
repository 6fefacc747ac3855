package import Markup

/// Reads a listing page: the links in it that lead to articles.
///
/// - Parameters:
///   - bytes: The page, its content coding undone.
///   - contentType: The field of that name; `nil` where there is none.
///   - base: The page's own address.
///   - links: An XPath of the links, elements with a `href` or the attributes themselves; `nil`
///     for those whose address or place looks like an article's.
/// - Returns: Each page once, in the order of the listing; `nil` where the bytes are no page.
package func readSection(
  _ bytes: [UInt8],
  contentType: String? = nil,
  base: WebURL,
  links: XPath? = nil
) -> Listing? {
  let urls: [WebURL]
  if let links {
    guard
      let (tree, selected) = try? XMLTree.reading(
        html: bytes,
        contentType: contentType,
        selecting: [links]
      )
    else { return nil }
    urls = SectionPage(tree: tree, address: base).urls(at: selected[0])
  } else {
    guard let tree = try? XMLTree(html: bytes, contentType: contentType) else { return nil }
    let page = SectionPage(tree: tree, address: base)
    urls = page.anchors.filter(page.leadsToArticle).map(\.url)
  }
  var listing = Listing()
  var seen: Set<String> = [base.canonical.description]
  for url in urls where seen.insert(url.canonical.description).inserted {
    listing.pages.append(Link(url: url))
  }
  return listing
}
