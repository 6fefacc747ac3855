/// An XPath 1.0 expression over a page, as section sources write it; libxml2 evaluates it.
///
///     let links = try XPath("//h2[contains(@class, 'title')]/a/@href")
///     let (tree, nodes) = try XMLTree.reading(html: page, selecting: links)
///     nodes.map { tree.string(of: $0) }
///
/// Names are without prefixes; HTML's are in lower case.
package struct XPath: Sendable, Equatable {
  /// The expression as written.
  package let text: String

  /// Reads an expression.
  ///
  /// - Throws: `XPathError.syntax` where libxml2 can't compile it.
  package init(_ text: String) throws(XPathError) {
    guard isXPath(text) else { throw .syntax(text) }
    self.text = text
  }
}

/// Why an expression gave nothing.
package enum XPathError: Error, Equatable {
  /// It is no XPath 1.0 expression.
  case syntax(String)
}

extension XPathError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let text): "\(text) is no XPath 1.0 expression"
    }
  }
}

/// What an XPath selects: an element, a text or an attribute.
package struct XPathNode: Hashable, Sendable {
  /// The element or text; an attribute's element.
  package let id: XMLTree.ID

  /// Which attribute of the element it is, from 0; `nil` for the element itself.
  package let attribute: Int?

  package init(id: XMLTree.ID, attribute: Int? = nil) {
    self.id = id
    self.attribute = attribute
  }
}

extension XMLTree {
  /// An attribute's value, or all text below a node, as it stands.
  package func string(of node: XPathNode) -> String {
    if let attribute = node.attribute { return nodes[node.id].attributes[attribute].value }
    return nodes[node.id..<nodes[node.id].end].map(\.text).joined()
  }
}
