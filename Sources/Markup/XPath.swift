/// An XPath 1.0 expression over a page, as section sources and site rules write it; libxml2
/// evaluates it.
///
///     let links = try XPath("//h2[contains(@class, 'title')]/a/@href")
///     let (tree, selected) = try XMLTree.reading(html: page, selecting: [links])
///     selected[0].map { tree.string(of: $0) }
///
/// Names are without prefixes; HTML's are in lower case.
package struct XPath: Sendable, Equatable {
  /// The expression as written.
  package let text: String

  /// Reads an expression.
  ///
  /// - Throws: `XPathError`.
  package init(_ text: String) throws(XPathError) {
    if let name = XPath.unknownFunction(in: text) { throw .unknownFunction(name, in: text) }
    switch resultOfXPath(text) {
    case .none: throw .syntax(text)
    case .value: throw .noNodes(text)
    case .nodes: self.text = text
    }
  }
}

/// Why a text is no expression that selects nodes.
package enum XPathError: Error, Equatable {
  /// It is no XPath 1.0 expression.
  case syntax(String)

  /// It calls a function that XPath 1.0 has not, such as `ends-with`.
  case unknownFunction(String, in: String)

  /// It gives a text, a number or a truth value.
  case noNodes(String)
}

extension XPathError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let text): "\(text) is no XPath 1.0 expression"
    case .unknownFunction(let name, let text): "XPath 1.0 has no function \(name), as in \(text)"
    case .noNodes(let text): "\(text) selects no elements, texts or attributes"
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
