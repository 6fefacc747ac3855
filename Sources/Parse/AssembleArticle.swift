import Markup
import Records

extension Extraction {
  /// Puts together what was found.
  ///
  /// - Throws: `ParseError` where it is no article.
  func article(of page: Page) throws(ParseError) -> Article {
    var body = TextAssembly(blocks, fates: fates, range: range)
    if let kind = pageKind(characters: body.characters) { throw .notArticle(kind) }
    // A page that a script fills may tell its text to search engines alone.
    var isTold = false
    if body.characters * 3 < metadata.linked.paragraphsLimit {
      let told = TextAssembly(paragraphs: metadata.linked.paragraphs)
      isTold = told.characters > 500 && body.characters * 3 < told.characters
      if isTold { body = told }
    }
    guard body.characters >= 25 else { throw .noText(characters: body.characters) }
    return article(
      of: page,
      body: body,
      extractor: isTold ? Self.told : extractor,
      quality: quality(of: body)
    )
  }

  /// Puts together what was found and a body, however it was found.
  func article(of page: Page, body: TextAssembly, extractor: String?, quality: Double?) -> Article {
    let canonical = canonicalURL(for: page.url)
    let id = articleID(of: canonical ?? page.url)
    return Article(
      id: id,
      versionID: versionID(article: id, textSHA256: Digest.sha256Hex(body.text.utf8)),
      url: page.url,
      canonicalURL: canonical,
      site: host(of: page.url) ?? canonical.flatMap(host),
      headline: headline.text,
      lead: body.lead,
      text: body.text,
      blocks: body.blocks,
      tables: body.tables,
      captions: body.captions,
      authors: authors(),
      datePublished: dates.day,
      publishedAt: dates.publishedAt,
      modifiedAt: dates.modifiedAt,
      capturedAt: page.capturedAt,
      section: section,
      keywords: keywords,
      publisher: publisher,
      language: language,
      source: page.source,
      extractor: extractor,
      quality: quality
    )
  }

  /// The extractor's name where the text is the one that JSON-LD tells.
  static let told = "json-ld"

  /// Which way the body was found.
  private var extractor: String? {
    guard let body else { return nil }
    let container = blocks.containers[body]
    if container.hints.contains(.body) { return "named" }
    return container.tag == .article ? "article" : "density"
  }

  /// How much the kept text looks like an article's, 0 to 1: its length, its sentences, the links
  /// in it, and what else lies between its blocks.
  private func quality(of body: TextAssembly) -> Double {
    let kept = fates.indices.filter { fates[$0] == .kept || fates[$0] == .lead }
    let links = kept.reduce(0) { $0 + blocks.blocks[$1].linkCharacters }
    let stops = kept.reduce(0) { $0 + blocks.blocks[$1].stops }
    let between = range.count - kept.count
    let length = min(1, Double(body.characters) / 1000)
    let sentences = min(1, Double(stops) * 40 / Double(max(1, body.characters)))
    let purity = Double(kept.count) / Double(max(1, kept.count + max(0, between)))
    let running = 1 - min(1, 2 * Double(links) / Double(max(1, body.characters)))
    let value = 0.3 * length + 0.3 * sentences + 0.2 * purity + 0.2 * running
    return (value * 100).rounded() / 100
  }
}
