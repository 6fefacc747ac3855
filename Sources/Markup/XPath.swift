/// An XPath 1.0 expression over a page, as site rules and section sources write it.
///
///     let links = try XPath("//h2[contains(@class, 'title')]/a/@href")
///     try links.nodes(in: tree).map { tree.string(of: $0) }
///
/// All of XPath 1.0 but namespaces, variables, comments and processing instructions, which pages
/// hardly have and the tree does not keep. Names are without prefixes; HTML's are in lower case.
package struct XPath: Sendable {
  /// The expression as written.
  package let text: String

  private let expression: XPathExpression

  /// Reads an expression.
  ///
  /// - Throws: `XPathError.syntax` with the place of the mistake.
  package init(_ text: String) throws(XPathError) {
    self.text = text
    var parser = try XPathParser(text)
    expression = try parser.parse()
  }

  /// The nodes that the expression selects, in document order.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - context: The node that a relative path begins at; `nil` for the document.
  /// - Returns: Each node once.
  /// - Throws: `XPathError.notNodes` where it selects none but a text, number or truth value;
  ///   `.tooCostly` where it visits too many.
  package func nodes(
    in tree: XMLTree,
    from context: XMLTree.ID? = nil
  ) throws(XPathError) -> [XPathNode] {
    guard case .nodes(let nodes) = try evaluate(in: tree, from: context) else {
      throw .notNodes(text)
    }
    return nodes
  }

  /// The text that the expression gives: of the first node that it selects, or its own.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - context: The node that a relative path begins at; `nil` for the document.
  /// - Returns: The text as it stands; empty where nothing is selected.
  /// - Throws: `XPathError.tooCostly` where it visits too many nodes.
  package func string(
    in tree: XMLTree,
    from context: XMLTree.ID? = nil
  ) throws(XPathError) -> String {
    try evaluate(in: tree, from: context).string(in: tree)
  }

  private func evaluate(
    in tree: XMLTree,
    from context: XMLTree.ID?
  ) throws(XPathError) -> XPathValue {
    var evaluator = XPathEvaluator(tree: tree)
    let node = context.map { XPathNode(id: $0) } ?? .document
    return try evaluator.evaluate(expression, XPathContext(node: node, position: 1, size: 1))
  }
}

/// Why an expression gave nothing.
package enum XPathError: Error, Equatable {
  /// What is wrong, and where, in characters from 1.
  case syntax(String, column: Int)

  /// It selects no nodes, but is a text, a number or a truth value.
  case notNodes(String)

  /// It visits more nodes than a page can be worth.
  case tooCostly
}

extension XPathError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let detail, let column): "XPath, column \(column): \(detail)"
    case .notNodes(let text): "XPath \(text) selects no nodes"
    case .tooCostly: "XPath visits too many nodes"
    }
  }
}

/// A node of a page: its document, an element, a text or an attribute.
package struct XPathNode: Hashable, Comparable, Sendable {
  /// The element or text; an attribute's element; -1 for the document.
  package let id: XMLTree.ID

  /// Which attribute of the element it is, from 0; `nil` for the element itself.
  package let attribute: Int?

  package init(id: XMLTree.ID, attribute: Int? = nil) {
    self.id = id
    self.attribute = attribute
  }

  static let document = XPathNode(id: -1)

  /// In document order, an element's attributes right behind it.
  package static func < (left: XPathNode, right: XPathNode) -> Bool {
    (left.id, left.attribute ?? -1) < (right.id, right.attribute ?? -1)
  }
}

extension XMLTree {
  /// An attribute's value, or all text below a node, as it stands.
  package func string(of node: XPathNode) -> String {
    if let attribute = node.attribute { return nodes[node.id].attributes[attribute].value }
    var text = ""
    for node in node.id < 0 ? nodes[...] : nodes[node.id..<nodes[node.id].end] { text += node.text }
    return text
  }
}
