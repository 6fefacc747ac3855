import Markup

/// Walks a tree once and notes its blocks and block elements.
struct BlockCollector {
  private(set) var page: PageBlocks

  /// The open block elements, as positions in `page.containers`, and where each ends.
  private var open: [(container: Int, end: Int)] = []

  /// The block that is being filled; `nil` between blocks.
  private var current: PageBlocks.Block?
  private var folder = TextFolder()

  /// Where the innermost element of each kind ends, as node positions.
  private var linkEnd = 0
  private var headingEnd = 0
  private var headingLevel: UInt8 = 0
  private var listEnd = 0
  private var quoteEnd = 0
  private var captionEnd = 0

  init(reusing page: consuming PageBlocks) {
    self.page = page
    self.page.removeAll()
  }

  mutating func collect(_ tree: borrowing HTMLTree) {
    var id = 0
    let count = tree.nodes.count
    while id < count {
      while let last = open.last, last.end <= id { closeContainer() }
      let node = tree.nodes[id]
      if node.tag == .text {
        append(tree.text(id), of: tree, node: id)
        id += 1
        continue
      }
      id = enter(id, tag: node.tag, in: tree, count: count)
    }
    while !open.isEmpty { closeContainer() }
  }

  /// Notes the element at `id`.
  ///
  /// - Returns: The next node to look at: the first in it, or the first after it.
  private mutating func enter(
    _ id: Int,
    tag: HTMLTag,
    in tree: borrowing HTMLTree,
    count: Int
  ) -> Int {
    let end = tree.end(id)
    switch tag {
    case .head, .title, .button, .input, .script, .style, .option, .optgroup, .rt, .rp:
      return end
    case .img:
      for place in open { page.containers[place.container].pictures += 1 }
      return end
    case .br, .hr:
      finishBlock()
      return end
    case .a where tree.value(of: .href, at: id) != nil: linkEnd = max(linkEnd, end)
    default: break
    }
    if tree.value(of: .hidden, at: id) != nil, (end - id) * 2 < count { return end }
    guard tag.isBlock else {
      if tag == .span, Hints(ofElement: id, in: tree).contains(.hidden) { return end }
      return id + 1
    }
    openContainer(id, tag: tag, end: end, hints: Hints(ofElement: id, in: tree))
    if tag == .table, collectTable(id, in: tree) { return end }
    return id + 1
  }

  /// Notes the rows of a table that holds data, each a block.
  private mutating func collectTable(_ id: Int, in tree: borrowing HTMLTree) -> Bool {
    guard let table = DataTable(at: id, in: tree) else { return false }
    let first = page.blocks.count
    for (index, row) in table.allRows.enumerated() {
      let line = row.joined(separator: " | ")
      startBlock(node: id)
      guard var block = current else { continue }
      block.shape = .tableRow
      folder.fold(Array(line.utf8)[...], into: &page.text)
      block.characters = folder.characters
      block.stops = folder.stops
      block.linkCharacters = table.linkCharacters[index]
      current = block
      finishBlock()
    }
    page.tables.append(
      PageBlocks.Table(
        caption: table.caption,
        header: table.header,
        rows: table.rows,
        blocks: first..<page.blocks.count
      )
    )
    return true
  }

  private mutating func openContainer(_ id: Int, tag: HTMLTag, end: Int, hints: Hints) {
    finishBlock()
    var hints = hints
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      headingEnd = end
      headingLevel = tag.rawValue - HTMLTag.h1.rawValue + 1
    case .li, .dt, .dd: listEnd = max(listEnd, end)
    case .blockquote: quoteEnd = max(quoteEnd, end)
    case .figure, .figcaption, .caption: captionEnd = max(captionEnd, end)
    case .nav, .menu: hints.insert(.navigation)
    case .footer: hints.insert(.footer)
    case .aside: hints.insert(.sidebar)
    case .dialog: hints.insert(.consent)
    case .article: hints.insert(.article)
    default: break
    }
    if hints.contains(.caption), tag != .body, tag != .html { captionEnd = max(captionEnd, end) }
    page.containers.append(
      PageBlocks.Container(
        node: id,
        tag: tag,
        parent: open.last?.container ?? 0,
        hints: hints,
        blocks: page.blocks.count..<page.blocks.count
      )
    )
    open.append((page.containers.count - 1, end))
  }

  private mutating func closeContainer() {
    finishBlock()
    guard let last = open.popLast() else { return }
    let start = page.containers[last.container].blocks.lowerBound
    page.containers[last.container].blocks = start..<page.blocks.count
  }

  private mutating func finishBlock() {
    guard var block = current else { return }
    current = nil
    block.text = block.text.lowerBound..<page.text.count
    if block.characters > 0 { page.blocks.append(block) }
  }

  private mutating func append(_ range: Range<Int>, of tree: borrowing HTMLTree, node: Int) {
    if current == nil { startBlock(node: node) }
    guard var block = current else { return }
    folder.fold(tree.bytes.span.extracting(range), into: &page.text)
    let added = folder.characters - block.characters
    block.characters = folder.characters
    block.stops = folder.stops
    if node < linkEnd { block.linkCharacters += added }
    current = block.characters > 0 ? block : nil
  }

  private mutating func startBlock(node: Int) {
    var shape = PageBlocks.Shape.paragraph
    var level: UInt8 = 0
    if node < captionEnd, node >= quoteEnd || captionEnd < quoteEnd {
      shape = .caption
    } else if node < headingEnd {
      (shape, level) = (.heading, headingLevel)
    } else if node < quoteEnd {
      shape = .quote
    } else if node < listEnd {
      shape = .listItem
    }
    folder = TextFolder()
    current = PageBlocks.Block(
      shape: shape,
      level: level,
      text: page.text.count..<page.text.count,
      container: open.last?.container ?? 0,
      node: node
    )
  }
}
