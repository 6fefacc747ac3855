import Markup
import Records

/// The kept blocks joined to an article's text.
struct TextAssembly {
  private(set) var text = ""
  private(set) var blocks: [ArticleBlock] = []
  private(set) var tables: [ArticleTable] = []
  private(set) var captions: [String] = []
  private(set) var lead: String?

  /// How long `text` is, in Unicode code points.
  private(set) var characters = 0

  init(_ page: PageBlocks, fates: [Fate], range: Range<Int>) {
    var places: [Int: Range<Int>] = [:]
    for index in page.blocks.indices {
      switch fates[index] {
      case .kept, .lead: places[index] = add(page, index, isLead: fates[index] == .lead)
      case .caption where range.contains(index): addCaption(page, index)
      default: break
      }
    }
    for table in page.tables {
      let rows = table.blocks.compactMap { places[$0] }
      guard let first = rows.first, let last = rows.last, rows.count == table.blocks.count else {
        continue
      }
      tables.append(
        ArticleTable(
          caption: table.caption.map(plainText),
          header: table.header.map(plainText),
          rows: table.rows.map { $0.map(plainText) },
          characters: first.lowerBound..<last.upperBound
        )
      )
    }
  }

  /// - Parameter paragraphs: In NFC, white space folded.
  init(paragraphs: [String]) {
    for paragraph in paragraphs {
      _ = add(paragraph, count: paragraph.unicodeScalars.count, as: .paragraph)
    }
  }

  private mutating func add(_ page: PageBlocks, _ index: Int, isLead: Bool) -> Range<Int> {
    let block = page.blocks[index]
    let isNFC = isSurelyNFC(page.text[block.text])
    let piece = normalized(page.text[block.text], isNFC: isNFC)
    if isLead, lead == nil { lead = piece }
    let kind: ArticleBlock.Kind =
      switch block.shape {
      case _ where isLead: .lead
      case .heading: .heading
      case .listItem: .listItem
      case .quote: .quote
      case .tableRow: .tableRow
      case .paragraph, .caption: .paragraph
      }
    return add(piece, count: isNFC ? block.characters : piece.unicodeScalars.count, as: kind)
  }

  /// Adds a block of `count` code points.
  private mutating func add(
    _ piece: String,
    count: Int,
    as kind: ArticleBlock.Kind
  ) -> Range<Int> {
    if !text.isEmpty {
      text += "\n"
      characters += 1
    }
    let start = characters
    text += piece
    characters += count
    blocks.append(ArticleBlock(kind: kind, characters: start..<characters))
    return start..<characters
  }

  private mutating func addCaption(_ page: PageBlocks, _ index: Int) {
    let caption = normalized(page.text[page.blocks[index].text])
    if !captions.contains(caption) { captions.append(caption) }
  }
}
