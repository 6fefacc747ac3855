import Markup

extension PageBlocks {
  /// The blocks of a tree.
  init(of tree: borrowing HTMLTree) {
    var collector = BlockCollector(reusing: PageBlocks())
    collector.collect(tree)
    self = collector.page
  }

  /// The blocks of a page in UTF-8; none where it is empty.
  init(of page: [UInt8], reader: inout HTMLReader) {
    var tree = HTMLTree()
    do throws(HTMLTreeError) {
      try reader.read(page[...], contentType: "text/html; charset=utf-8", into: &tree)
      self.init(of: tree)
    } catch {
      self.init()
    }
  }

  /// All blocks in one line.
  var line: String {
    normalized(Array(blocks.map { text[$0.text] }.joined(separator: [0x20]))[...])
  }

  /// Adds the blocks and tables of another page, without the elements that hold them.
  mutating func append(_ other: PageBlocks) {
    let (bytes, first) = (text.count, blocks.count)
    func moved(_ range: Range<Int>, by offset: Int) -> Range<Int> {
      range.lowerBound + offset..<range.upperBound + offset
    }
    text += other.text
    for var block in other.blocks {
      block.text = moved(block.text, by: bytes)
      blocks.append(block)
    }
    for var table in other.tables {
      table.blocks = moved(table.blocks, by: first)
      tables.append(table)
    }
  }
}
