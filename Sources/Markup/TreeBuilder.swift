import ASCII
import Glibc

/// Turns a parser's events into a flat tree.
///
/// In place of texts and attributes the parser has the numbers that `BytePass` gave them.
struct TreeBuilder {
  private(set) var tree: HTMLTree

  /// Where texts lie in the tree's bytes, each after a space, by number.
  private let texts: [Range<UInt32>]

  /// Where each element's attributes begin among the tree's, by number.
  private let attributeStarts: [UInt32]

  /// The open elements; what lies deeper than the limit is text of the last one.
  private var open: [Int32] = []

  /// How many open elements are not in `open`.
  private var tooDeep = 0

  /// Whether white space came since the last text.
  private var isSpaced = false

  /// - Parameters:
  ///   - tree: With its bytes and attributes and without nodes.
  ///   - texts: Where its texts lie, by number.
  ///   - attributeStarts: Where its elements' attributes begin, by number.
  init(tree: HTMLTree, texts: [Range<UInt32>], attributeStarts: [UInt32]) {
    self.tree = tree
    self.texts = texts
    self.attributeStarts = attributeStarts
  }

  mutating func open(
    _ name: UnsafePointer<UInt8>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard open.count < BytePass.depthLimit, tooDeep == 0 else {
      tooDeep += 1
      return
    }
    let tag = HTMLTag(rawValue: NameTable.tags.value(of: Self.key(of: name)) ?? 1) ?? .other
    let id = Int32(tree.nodes.count)
    let kept = attributes.flatMap { $0[0] }.map(attributes(numberedBy:)) ?? 0..<0
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag,
        parent: open.last ?? 0,
        end: id + 1,
        start: kept.lowerBound,
        count: kept.upperBound - kept.lowerBound
      )
    )
    open.append(id)
  }

  mutating func close(_ name: UnsafePointer<UInt8>) {
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    guard let id = open.popLast() else { return }
    tree.nodes[Int(id)].end = Int32(tree.nodes.count)
  }

  /// Takes white space, and the number of a text where one follows.
  mutating func append(_ text: UnsafePointer<UInt8>, count: Int) {
    var first = 0
    while first < count, isSpace(text[first]) { first += 1 }
    if first > 0 { isSpaced = true }
    guard first < count else { return }
    let number = Self.number(text + first, count: count - first)
    guard number < texts.count, !texts[number].isEmpty else { return }
    let start = texts[number].lowerBound - (isSpaced ? 1 : 0)
    isSpaced = false
    append(start..<texts[number].upperBound)
  }

  private mutating func append(_ text: Range<UInt32>) {
    let last = tree.nodes.count - 1
    if last >= 0, tree.nodes[last].tag == .text, tree.nodes[last].parent == open.last ?? 0 {
      // The tag between the two was no element's: they are one text.
      let end = Int(tree.nodes[last].start + tree.nodes[last].count)
      tree.bytes.withUnsafeMutableBufferPointer { bytes in
        guard let base = bytes.baseAddress, end < text.lowerBound else { return }
        (base + end).update(from: base + Int(text.lowerBound), count: text.count)
      }
      tree.nodes[last].count += UInt32(text.count)
      return
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text,
        parent: open.last ?? 0,
        end: Int32(tree.nodes.count + 1),
        start: text.lowerBound,
        count: UInt32(text.count)
      )
    )
  }

  /// Closes what the page left open.
  mutating func finish() {
    while let id = open.popLast() { tree.nodes[Int(id)].end = Int32(tree.nodes.count) }
  }

  /// Where the attributes lie in whose place the parser has one with this name.
  private func attributes(numberedBy name: UnsafePointer<UInt8>) -> Range<UInt32> {
    let number = Self.number(name, count: 8)
    guard number < attributeStarts.count else { return 0..<0 }
    let isLast = number + 1 == attributeStarts.count
    let end = isLast ? UInt32(tree.attributes.count) : attributeStarts[number + 1]
    return attributeStarts[number]..<end
  }

  /// The number that begins here, as `ByteBuffer` writes it, with at most `count` letters.
  private static func number(_ letters: UnsafePointer<UInt8>, count: Int) -> Int {
    var number = 0
    var position = 0
    while position < min(count, 8) {
      let nibble = letters[position] &- UInt8(ascii: "a")
      guard nibble < 16 else { break }
      number |= Int(nibble) << (4 * position)
      position += 1
    }
    return number
  }

  private static func key(of name: UnsafePointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var offset = 0
    while offset < 8, name[offset] != 0 {
      key |= UInt64(name[offset]) << UInt64(8 * offset)
      offset += 1
    }
    return key
  }
}
