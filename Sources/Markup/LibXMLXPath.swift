import CLibXML2

/// What an expression gives.
enum XPathResult {
  /// Nothing: it is no expression, or a call has the wrong number of arguments.
  case none
  case nodes
  case value
}

/// What `text` gives as an XPath 1.0 expression over an empty page.
func resultOfXPath(_ text: String) -> XPathResult {
  guard let page = xmlNewDoc("1.0") else { return .none }
  defer { xmlFreeDoc(page) }
  guard let context = xmlXPathNewContext(page) else { return .none }
  defer { xmlXPathFreeContext(context) }
  silenceErrors(of: context)
  guard let compiled = xmlXPathCtxtCompile(context, text) else { return .none }
  defer { xmlXPathFreeCompExpr(compiled) }
  context.pointee.node = UnsafeMutableRawPointer(page).assumingMemoryBound(to: xmlNode.self)
  guard let result = xmlXPathCompiledEval(compiled, context) else { return .none }
  defer { xmlXPathFreeObject(result) }
  return result.pointee.type == XPATH_NODESET ? .nodes : .value
}

extension LibXMLDocument {
  /// What `path` selects, in document order.
  ///
  /// - Parameters:
  ///   - path: An expression over the whole document.
  ///   - places: Where `nodes(note:)` put libxml2's nodes.
  /// - Returns: Nothing where the expression selects no nodes or costs too much.
  borrowing func selected(
    by path: XPath,
    at places: [xmlNodePtr: XMLTree.ID]
  ) -> [XPathNode] {
    guard let context = xmlXPathNewContext(pointer) else { return [] }
    defer { xmlXPathFreeContext(context) }
    silenceErrors(of: context)
    context.pointee.opLimit = operationLimit
    // A relative path begins at the document, which is a node to libxml2 though not to Swift.
    context.pointee.node = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: xmlNode.self)
    guard let result = xmlXPathEval(path.text, context) else { return [] }
    defer { xmlXPathFreeObject(result) }
    guard result.pointee.type == XPATH_NODESET, let set = result.pointee.nodesetval else {
      return []
    }
    xmlXPathNodeSetSort(set)
    return (0..<Int(set.pointee.nodeNr)).compactMap { index in
      set.pointee.nodeTab[index].flatMap { selected($0, at: places) }
    }
  }

  /// An element, text or attribute; `nil` for what the tree does not keep.
  private borrowing func selected(
    _ node: xmlNodePtr,
    at places: [xmlNodePtr: XMLTree.ID]
  ) -> XPathNode? {
    guard node.pointee.type == XML_ATTRIBUTE_NODE else {
      return places[node].map { XPathNode(id: $0) }
    }
    guard let element = node.pointee.parent, let id = places[element] else { return nil }
    var index = 0
    var attribute = element.pointee.properties
    while let current = attribute {
      if Int(bitPattern: current) == Int(bitPattern: node) {
        return XPathNode(id: id, attribute: index)
      }
      index += 1
      attribute = current.pointee.next
    }
    return nil
  }
}

/// The most steps of one evaluation: some hundred for each node of a large page.
private let operationLimit: UInt = 5_000_000

private func silenceErrors(of context: xmlXPathContextPtr) {
  solieu_print_nothing()
  context.pointee.error = { _, _ in }
}
