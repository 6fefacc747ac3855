/// A parsed page: a flat list of nodes in document order, and the bytes that they refer to.
///
/// A node is named by its position in the list, so its descendants are the positions
/// `id + 1 ..< end` and a pass over the page is a `for` loop. There is no object, string or
/// dictionary a node. A `HTMLReader` fills the same tree again for the next page.
package struct HTMLTree: Sendable {
  /// The position of a node in its tree, from 0, the root.
  package typealias ID = Int

  package struct Node: Sendable {
    package let tag: HTMLTag

    /// The parent's position; the root's own is 0.
    package let parent: Int32

    /// One past the last descendant.
    package internal(set) var end: Int32

    /// Where a text begins in `bytes`, or an element's attributes in `attributes`.
    let start: UInt32

    /// How many bytes the text has, or the element attributes.
    var count: UInt32
  }

  package struct Attribute: Sendable {
    package let name: HTMLAttribute
    let value: Range<UInt32>

    /// Where its value lies in `bytes`.
    package var place: Range<Int> { Int(value.lowerBound)..<Int(value.upperBound) }
  }

  package internal(set) var nodes: [Node] = []

  /// All texts and attribute values, valid UTF-8 without NUL, references resolved.
  package internal(set) var bytes: [UInt8] = []

  package internal(set) var attributes: [Attribute] = []

  /// Where the page's JSON-LD scripts lie in `bytes`.
  package internal(set) var linkedData: [Range<Int>] = []

  package init() {}

  package func tag(_ id: ID) -> HTMLTag { nodes[id].tag }

  package func end(_ id: ID) -> ID { Int(nodes[id].end) }

  package func parent(_ id: ID) -> ID { Int(nodes[id].parent) }

  /// Where the bytes of a text lie; empty for an element.
  package func text(_ id: ID) -> Range<Int> {
    let node = nodes[id]
    guard node.tag == .text else { return 0..<0 }
    return Int(node.start)..<Int(node.start) + Int(node.count)
  }

  /// The attributes of an element in the page's order, as positions in `attributes`; empty for a
  /// text.
  package func attributes(of id: ID) -> Range<Int> {
    let node = nodes[id]
    guard node.tag != .text else { return 0..<0 }
    return Int(node.start)..<Int(node.start) + Int(node.count)
  }

  /// Where the value of an attribute lies in `bytes`; `nil` where the element has none such.
  package func value(of name: HTMLAttribute, at id: ID) -> Range<Int>? {
    let node = nodes[id]
    guard node.tag != .text, node.count > 0 else { return nil }
    for position in Int(node.start)..<Int(node.start) + Int(node.count)
    where attributes[position].name == name {
      let value = attributes[position].value
      return Int(value.lowerBound)..<Int(value.upperBound)
    }
    return nil
  }

  /// The value of an attribute; `nil` where the element has none such.
  package func string(of name: HTMLAttribute, at id: ID) -> String? {
    value(of: name, at: id).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    linkedData.removeAll(keepingCapacity: true)
  }
}
