extension HTMLTree {
  /// The nodes on an axis, in document order.
  func nodes(on axis: XPathAxis, of node: XPathNode) -> [XPathNode] {
    let id = node.id
    if node.attribute != nil {
      switch axis {
      case .self: return [node]
      case .parent: return [XPathNode(id: id)]
      case .ancestor: return ancestors(of: id) + [XPathNode(id: id)]
      case .ancestorOrSelf: return ancestors(of: id) + [XPathNode(id: id), node]
      default: return []
      }
    }
    let inner = id < 0 ? 0..<nodes.count : id + 1..<end(id)
    switch axis {
    case .self: return [node]
    case .child: return children(of: id).map { XPathNode(id: $0) }
    case .descendant: return inner.map { XPathNode(id: $0) }
    case .descendantOrSelf: return [node] + inner.map { XPathNode(id: $0) }
    case .parent: return id < 0 ? [] : [XPathNode(id: parentOrDocument(id))]
    case .ancestor: return ancestors(of: id)
    case .ancestorOrSelf: return ancestors(of: id) + [node]
    case .attribute:
      guard id >= 0 else { return [] }
      return (0..<attributes(of: id).count).map { XPathNode(id: id, attribute: $0) }
    case .followingSibling, .precedingSibling:
      guard id >= 0 else { return [] }
      return children(of: parentOrDocument(id))
        .filter { axis == .followingSibling ? $0 > id : $0 < id }.map { XPathNode(id: $0) }
    case .following:
      return (inner.upperBound..<nodes.count).map { XPathNode(id: $0) }
    case .preceding:
      guard id > 0 else { return [] }
      return (0..<id).filter { end($0) <= id }.map { XPathNode(id: $0) }
    }
  }

  /// How many nodes it takes to look along an axis, at most.
  func cost(of axis: XPathAxis, at node: XPathNode) -> Int {
    switch axis {
    case .self, .parent, .attribute: 1
    case .ancestor, .ancestorOrSelf: 32
    case .child, .descendant, .descendantOrSelf:
      node.id < 0 ? nodes.count : end(node.id) - node.id
    default: nodes.count
    }
  }

  func passes(_ node: XPathNode, _ test: XPathTest) -> Bool {
    if let attribute = node.attribute {
      switch test {
      case .anyAttribute, .node: return true
      case .attribute(let name):
        let attributes = attributes(of: node.id)
        return attributes[attributes.startIndex + attribute].name == name
      default: return false
      }
    }
    guard node.id >= 0 else { return test == .node }
    switch test {
    case .node: return true
    case .text: return tag(node.id) == .text
    case .anyElement: return tag(node.id) != .text
    case .tag(let name): return tag(node.id) == name
    case .attribute, .anyAttribute, .nothing: return false
    }
  }

  /// An element's or attribute's name; empty for any other, and for elements the tree can't name.
  func name(of node: XPathNode) -> String {
    if let attribute = node.attribute {
      let attributes = attributes(of: node.id)
      return "\(attributes[attributes.startIndex + attribute].name)"
    }
    guard node.id >= 0, tag(node.id) != .text, tag(node.id) != .other else { return "" }
    return "\(tag(node.id))"
  }

  private func children(of id: ID) -> [ID] {
    var found: [ID] = []
    var child = id + 1
    let end = id < 0 ? nodes.count : end(id)
    while child < end {
      found.append(child)
      child = self.end(child)
    }
    return found
  }

  private func parentOrDocument(_ id: ID) -> ID { id == 0 ? -1 : parent(id) }

  private func ancestors(of id: ID) -> [XPathNode] {
    guard id >= 0 else { return [] }
    var found: [XPathNode] = []
    var node = id
    while node > 0 {
      node = parent(node)
      found.append(XPathNode(id: node))
    }
    return [.document] + found.reversed()
  }
}
