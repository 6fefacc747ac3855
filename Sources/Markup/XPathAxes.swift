extension XMLTree {
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
    let inner = id < 0 ? 0..<nodes.count : id + 1..<nodes[id].end
    switch axis {
    case .self: return [node]
    case .child: return contents(of: id).map { XPathNode(id: $0) }
    case .descendant: return inner.map { XPathNode(id: $0) }
    case .descendantOrSelf: return [node] + inner.map { XPathNode(id: $0) }
    case .parent: return id < 0 ? [] : [XPathNode(id: nodes[id].parent)]
    case .ancestor: return ancestors(of: id)
    case .ancestorOrSelf: return ancestors(of: id) + [node]
    case .attribute:
      guard id >= 0 else { return [] }
      return nodes[id].attributes.indices.map { XPathNode(id: id, attribute: $0) }
    case .followingSibling, .precedingSibling:
      guard id >= 0 else { return [] }
      return contents(of: nodes[id].parent)
        .filter { axis == .followingSibling ? $0 > id : $0 < id }.map { XPathNode(id: $0) }
    case .following:
      return (inner.upperBound..<nodes.count).map { XPathNode(id: $0) }
    case .preceding:
      guard id > 0 else { return [] }
      return (0..<id).filter { nodes[$0].end <= id }.map { XPathNode(id: $0) }
    }
  }

  /// How many nodes it takes to look along an axis, at most.
  func cost(of axis: XPathAxis, at node: XPathNode) -> Int {
    switch axis {
    case .self, .parent, .attribute: 1
    case .ancestor, .ancestorOrSelf: 32
    case .child, .descendant, .descendantOrSelf:
      node.id < 0 ? nodes.count : nodes[node.id].end - node.id
    default: nodes.count
    }
  }

  func passes(_ node: XPathNode, _ test: XPathTest) -> Bool {
    if let attribute = node.attribute {
      switch test {
      case .anyAttribute, .node: return true
      case .attribute(let name):
        return nodes[node.id].attributes[attribute].name == name
      default: return false
      }
    }
    guard node.id >= 0 else { return test == .node }
    switch test {
    case .node: return true
    case .text: return nodes[node.id].name.isEmpty
    case .anyElement: return !nodes[node.id].name.isEmpty
    case .element(let name): return nodes[node.id].name == name
    case .attribute, .anyAttribute: return false
    }
  }

  /// An element's or attribute's name; empty for any other.
  func name(of node: XPathNode) -> String {
    if let attribute = node.attribute { return nodes[node.id].attributes[attribute].name }
    return node.id < 0 ? "" : nodes[node.id].name
  }

  /// Elements and texts.
  private func contents(of id: ID) -> [ID] {
    var found: [ID] = []
    var child = id + 1
    let end = id < 0 ? nodes.count : nodes[id].end
    while child < end {
      found.append(child)
      child = nodes[child].end
    }
    return found
  }

  private func ancestors(of id: ID) -> [XPathNode] {
    guard id >= 0 else { return [] }
    var found: [XPathNode] = []
    var node = id
    while node >= 0 {
      node = nodes[node].parent
      found.append(XPathNode(id: node))
    }
    return found.reversed()
  }
}
