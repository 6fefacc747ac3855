package import Records

/// What became of each block of a page, a line a block: the rule, then the block's text.
package func explainArticle(from page: Page) -> String {
  var reader = ArticleReader()
  do throws(ParseError) {
    let extraction = try reader.extract(page)
    return extraction.blocks.blocks.indices.map { extraction.line(for: $0) }
      .joined(separator: "\n")
  } catch {
    return "no article: \(error)"
  }
}

extension Extraction {
  fileprivate func line(for index: Int) -> String {
    let block = blocks.blocks[index]
    return "[\(fates[index])] \(block.shape): \(blocks.string(index))"
  }
}
