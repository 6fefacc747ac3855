import Markup
import Records

/// A page as the rules of its site read it, and as the general way reads what they leave open.
struct RuledPage {
  private let page: Page
  private let rules: SiteRules

  /// What the general way finds on the page without what is dropped.
  let general: Extraction

  /// The blocks that the rules select as lead and as body.
  let lead: PageBlocks
  let body: PageBlocks

  /// `nil` where the rule finds none, or there is no rule.
  private let headline: String?
  private let date: PageDate?

  /// - Throws: `ParseError` where the page can't be read.
  init(_ page: Page, by rules: SiteRules) throws(ParseError) {
    if let other = otherFormat(of: page) { throw .notHTML(found: other) }
    self.page = page
    self.rules = rules
    var reader = HTMLReader()
    var tree = HTMLTree()
    let parts: SelectedParts
    do throws(HTMLTreeError) {
      try reader.read(page.body, contentType: page.contentType, into: &tree)
    } catch {
      throw .unreadable(detail: "\(error)")
    }
    do throws(XMLTreeError) {
      parts = try SelectedParts(of: page, by: rules)
    } catch {
      throw .unreadable(detail: "\(error)")
    }
    // The head is read from the page as it came, for what is cut loses its scripts.
    let blocks = parts.isCut ? PageBlocks(of: parts.page, reader: &reader) : PageBlocks(of: tree)
    general = Extraction(tree: tree, blocks: blocks, url: page.url)
    lead = PageBlocks(of: parts.lead, reader: &reader)
    headline = parts.first(1, .headline).map { PageBlocks(of: $0, reader: &reader).line }
      .first { !$0.isEmpty }
    let isEnglish = general.language?.hasPrefix("en") ?? false
    let dates = parts.first(dateLimit, .date).map { part in
      let text = PageBlocks(of: part, reader: &reader).line
      return readISODate(text) ?? findDate(in: text, isDayFirst: isEnglish ? nil : true)
    }
    let dated = dates.firstIndex { $0 != nil }
    date = dated.flatMap { dates[$0] }
    body = PageBlocks(of: parts.body(date: dated), reader: &reader)
  }

  /// Puts the article together.
  ///
  /// Its `extractor` is `site_rule`, its `quality` 1 less a tenth for each other rule that found
  /// nothing. Where a rule for the body found none, the general way's is taken, the `extractor` is
  /// `site_rule_missed` and the `quality` half of what it would be.
  ///
  /// - Throws: `ParseError` where it is no article.
  func article() throws(ParseError) -> Article {
    let text = ruledText()
    var article: Article
    if text.characters >= shortestText {
      let quality = Double(10 - missedKeys.count) / 10
      article = general.article(of: page, body: text, extractor: "site_rule", quality: quality)
    } else {
      article = try generalArticle()
    }
    if let headline { article.headline = headline }
    if let date {
      article.datePublished = localDay(of: date)
      article.publishedAt = date.utcText
    }
    return article
  }

  /// The rules that find nothing; that there is nothing to drop is no miss.
  var missedKeys: [SiteRules.Key] {
    SiteRules.Key.allCases.filter { key in
      guard !rules[key].isEmpty else { return false }
      switch key {
      case .headline: return headline == nil
      case .body: return body.blocks.isEmpty
      case .lead: return lead.blocks.isEmpty
      case .date: return date == nil
      case .drop: return false
      }
    }
  }

  /// The lead and the body by their rules; the lead by the general way where its rule finds none.
  private func ruledText() -> TextAssembly {
    let isRuled = !lead.blocks.isEmpty
    var joined = isRuled ? lead : general.blocks
    let leadFates: [Fate] = joined.blocks.indices.map { index in
      isRuled || general.fates[index] == .lead ? .lead : .outside
    }
    let leads = Set(
      joined.blocks.indices.filter { leadFates[$0] == .lead }
        .map { joined.text[joined.blocks[$0].text] }
    )
    let key = comparable(headline ?? general.headline.text ?? "")
    let bodyFates: [Fate] = body.blocks.indices.map { index in
      let text = body.text[body.blocks[index].text]
      switch body.blocks[index].shape {
      case .caption: return .caption
      case .heading where comparable(text) == key: return .headline
      default: return leads.contains(text) ? .repeated : .kept
      }
    }
    guard bodyFates.contains(.kept) else { return TextAssembly(paragraphs: []) }
    joined.append(body)
    let range = leadFates.count..<joined.blocks.count
    return TextAssembly(joined, fates: leadFates + bodyFates, range: range)
  }

  /// The article with the general way's body, and the lead by its rule.
  private func generalArticle() throws(ParseError) -> Article {
    var article = try general.article(of: page)
    if !lead.blocks.isEmpty, article.extractor != Extraction.told {
      let leadFates = lead.blocks.indices.map { _ in Fate.lead }
      let fates = general.fates.indices.map { index in
        guard general.fates[index] == .lead else { return general.fates[index] }
        return general.range.contains(index) ? .kept : .outside
      }
      var joined = lead
      joined.append(general.blocks)
      let range = general.range.lowerBound + lead.blocks.count..<joined.blocks.count
      let text = TextAssembly(joined, fates: leadFates + fates, range: range)
      article = general.article(
        of: page,
        body: text,
        extractor: article.extractor,
        quality: article.quality
      )
    }
    if !rules[.body].isEmpty {
      article.extractor = "site_rule_missed"
      article.quality = article.quality.map { $0 / 2 }
    }
    return article
  }

  /// The day where the site's readers live, for a date that is told in UTC.
  private func localDay(of date: PageDate) -> String {
    guard date.offset == 0, general.isVietnamese else { return date.dayText }
    return (date.shifted(byMinutes: 7 * 60) ?? date).dayText
  }
}

/// The fewest characters that are a text.
private let shortestText = 25

/// The most elements in which a date is looked for.
private let dateLimit = 8
