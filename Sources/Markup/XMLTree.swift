/// An XML or HTML document: a flat list of its elements and texts in document order.
///
/// For feeds, sitemaps and listings, which are small and read once, and for XPath; it keeps every
/// name and attribute. Names are without their namespace's prefix, since half of the prefixes that
/// feeds use are not declared.
package struct XMLTree: Sendable {
  /// The position of a node in its tree, from 0, the root.
  package typealias ID = Int

  package struct Attribute: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  package struct Node: Sendable {
    /// The local name of an element; empty for a text.
    package let name: String

    /// The namespace's prefix, such as `news`; `nil` where there is none.
    package let prefix: String?

    package let attributes: [Attribute]

    /// The characters of a text; empty for an element.
    package let text: String

    /// The parent's position; -1 for the root.
    package let parent: Int

    /// One past the last descendant.
    package var end: Int
  }

  package let nodes: [Node]

  /// The name space of the root; `nil` where it has none.
  package let nameSpace: String?

  /// The child elements of a node, in order.
  package func children(of id: ID) -> [ID] {
    var found: [ID] = []
    var child = id + 1
    while child < nodes[id].end {
      if !nodes[child].name.isEmpty { found.append(child) }
      child = nodes[child].end
    }
    return found
  }

  /// The elements of a local name, anywhere, in order.
  package func elements(named name: String) -> [ID] {
    nodes.indices.filter { nodes[$0].name == name }
  }

  /// All characters below a node, without the white space around them.
  package func text(of id: ID) -> String {
    var text = ""
    for node in nodes[id..<nodes[id].end] { text += node.text }
    return text.trimmed
  }

  /// The value of an attribute; `nil` where the element has none such.
  package func attribute(_ name: String, of id: ID) -> String? {
    nodes[id].attributes.first { $0.name == name }?.value
  }
}

extension StringProtocol {
  /// Without white space, Unicode's included, at either end.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
