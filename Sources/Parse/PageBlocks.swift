import Markup

/// A page as a reader meets it: runs of text, and the block elements that hold them.
struct PageBlocks {
  enum Shape: UInt8 {
    case paragraph
    case heading
    case listItem
    case quote
    case tableRow
    case caption
  }

  /// A run of text between two borders of block elements or line breaks.
  struct Block {
    var shape: Shape

    /// From 1 to 6 for a heading, else 0.
    var level: UInt8

    /// Where its bytes lie in `text`, white space folded.
    var text: Range<Int>

    /// In Unicode code points.
    var characters = 0
    var linkCharacters = 0

    /// Commas, and marks that end a sentence.
    var stops = 0

    /// The innermost block element that holds it, as a position in `containers`.
    var container: Int

    /// The node of its first text.
    var node: Int
  }

  /// A block element.
  struct Container {
    var node: Int
    var tag: HTMLTag

    /// A position in `containers`; its own for the root.
    var parent: Int
    var hints: Hints

    /// The blocks within it, as positions in `blocks`.
    var blocks: Range<Int>

    /// How many pictures are in it.
    var pictures = 0
  }

  /// A table that holds data and no layout.
  struct Table {
    var caption: String?
    var header: [String]
    var rows: [[String]]

    /// Its rows, as positions in `blocks`.
    var blocks: Range<Int>
  }

  var text: [UInt8] = []
  var blocks: [Block] = []
  var containers: [Container] = []
  var tables: [Table] = []

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    containers.removeAll(keepingCapacity: true)
    tables.removeAll(keepingCapacity: true)
  }

  func string(_ block: Int) -> String {
    String(decoding: text[blocks[block].text], as: UTF8.self)
  }

  /// The share of a block's characters that are links, 0 to 1.
  func linkShare(_ block: Int) -> Double {
    Double(blocks[block].linkCharacters) / Double(max(1, blocks[block].characters))
  }
}
