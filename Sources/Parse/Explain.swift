package import Records

/// What became of each block of a page, a line a block: the rule, then the block's text.
///
/// Where `sites` has rules for the page's site, what they select comes first.
package func explainArticle(from page: Page, by sites: SiteRuleBook = SiteRuleBook()) -> String {
  var reader = ArticleReader()
  do throws(ParseError) {
    if let rules = sites.rules(for: page.url) {
      return try RuledPage(page, by: rules).explanation
    }
    let extraction = try reader.extract(page)
    let blocks = extraction.blocks.blocks.indices.map { extraction.line(for: $0) }
    return (extraction.summary + blocks).joined(separator: "\n")
  } catch {
    return "no article: \(error)"
  }
}

extension RuledPage {
  /// What the rules select, then what the general way makes of the rest.
  fileprivate var explanation: String {
    let ruled =
      lead.blocks.indices.map { "[by the rule for the lead] \(lead.string($0))" }
      + body.blocks.indices.map { "[by the rule for the body] \(body.string($0))" }
    let missed = missedKeys.map { "the rule for the \($0) finds nothing" }
    let lines = general.blocks.blocks.indices.map { general.line(for: $0) }
    return (missed + ruled + general.summary + lines).joined(separator: "\n")
  }
}

extension Extraction {
  /// What frames the article, and which element holds its body.
  fileprivate var summary: [String] {
    var lines = ["headline: \(headline.text ?? "none")", "date: \(dates.day ?? "none")"]
    if let body {
      let element = blocks.containers[body]
      lines.append("body: <\(element.tag)>, named for \(element.hints), blocks \(range)")
    }
    return lines
  }

  fileprivate func line(for index: Int) -> String {
    let block = blocks.blocks[index]
    return "[\(fates[index])] \(block.shape): \(blocks.string(index))"
  }
}
