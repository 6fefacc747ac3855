import Glibc

/// Turns a parser's events into a flat tree.
struct TreeBuilder {
  private(set) var tree: HTMLTree

  /// The open elements; what lies deeper than the limit is text of the last one.
  private var open: [Int32] = []

  /// How many open elements are not in `open`.
  private var tooDeep = 0

  /// Whether white space came since the last text.
  private var isSpaced = false

  init(tree: HTMLTree) {
    self.tree = tree
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
    let start = tree.attributes.count
    if var next = attributes {
      while let name = next.pointee {
        if let value = next[1] { append(name, value: value) }
        next += 2
      }
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag,
        parent: open.last ?? 0,
        end: id + 1,
        start: UInt32(start),
        count: UInt32(tree.attributes.count - start)
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

  mutating func append(_ text: UnsafePointer<UInt8>, count: Int) {
    var first = 0
    while first < count, isSpace(text[first]) { first += 1 }
    guard first < count else {
      isSpaced = isSpaced || count > 0
      return
    }
    let start = tree.bytes.count
    if isSpaced || first > 0 { tree.bytes.append(UInt8(ascii: " ")) }
    isSpaced = false
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: text + first, count: count - first))
    let added = UInt32(tree.bytes.count - start)
    let last = tree.nodes.count - 1
    if last >= 0, tree.nodes[last].tag == .text, tree.nodes[last].parent == open.last ?? 0,
      Int(tree.nodes[last].start + tree.nodes[last].count) == start
    {
      tree.nodes[last].count += added
      return
    }
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text,
        parent: open.last ?? 0,
        end: Int32(tree.nodes.count + 1),
        start: UInt32(start),
        count: added
      )
    )
  }

  /// Closes what the page left open.
  mutating func finish() {
    while let id = open.popLast() { tree.nodes[Int(id)].end = Int32(tree.nodes.count) }
  }

  private mutating func append(_ name: UnsafePointer<UInt8>, value: UnsafePointer<UInt8>) {
    guard let number = NameTable.attributes.value(of: Self.key(of: name)),
      let name = HTMLAttribute(rawValue: number)
    else { return }
    let start = tree.bytes.count
    let count = strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: count))
    tree.attributes.append(
      HTMLTree.Attribute(name: name, value: UInt32(start)..<UInt32(tree.bytes.count))
    )
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
