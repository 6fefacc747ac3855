import Markup
package import Records

/// Reads articles out of pages, one after the other, and keeps its buffers between them.
package struct ArticleReader: ~Copyable {
  private var reader = HTMLReader()
  private var tree = HTMLTree()
  private var blocks = PageBlocks()
  private let sites: SiteRuleBook

  /// - Parameter sites: The rules of the sites that have some.
  package init(sites: SiteRuleBook = SiteRuleBook()) {
    self.sites = sites
  }

  /// Reads the article out of a page.
  ///
  /// Bytes in, values out: it does no I/O and asks no clock, so a kept page gives the same article
  /// for ever.
  ///
  /// - Parameter page: A page with a body in any charset.
  /// - Returns: The article, its text in NFC with a `\n` between blocks.
  /// - Throws: `ParseError`, whose `reason` says why there is none.
  package mutating func read(_ page: Page) throws(ParseError) -> Article {
    if let rules = sites.rules(for: page.url) {
      return try RuledPage(page, by: rules).article()
    }
    let extraction = try extract(page)
    return try extraction.article(of: page)
  }

  mutating func extract(_ page: Page) throws(ParseError) -> Extraction {
    if let other = otherFormat(of: page) { throw .notHTML(found: other) }
    do throws(HTMLTreeError) {
      try reader.read(page.body, contentType: page.contentType, into: &tree)
    } catch {
      throw .unreadable(detail: "\(error)")
    }
    let emptied = blocks
    blocks = PageBlocks()  // so that the arrays have one owner and are not copied
    var collector = BlockCollector(reusing: emptied)
    collector.collect(tree)
    blocks = collector.page
    return Extraction(tree: tree, blocks: blocks, url: page.url)
  }
}

/// Reads the article out of one page; for several pages an `ArticleReader` is faster.
///
/// - Throws: `ParseError`, whose `reason` says why there is none.
package func readArticle(from page: Page) throws(ParseError) -> Article {
  var reader = ArticleReader()
  return try reader.read(page)
}
