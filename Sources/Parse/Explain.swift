package import Records

/// What became of each block of a page, a line a block: the rule, then the block's text.
package func explainArticle(from page: Page) -> String {
  var reader = ArticleReader()
  do throws(ParseError) {
    let extraction = try reader.extract(page)
    let blocks = extraction.blocks.blocks.indices.map { extraction.line(for: $0) }
    return (extraction.summary + blocks).joined(separator: "\n")
  } catch {
    return "no article: \(error)"
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
