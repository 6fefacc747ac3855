/// Where an expression is evaluated.
struct XPathContext: Sendable {
  var node: XPathNode

  /// From 1, among `size`.
  var position: Int
  var size: Int
}

/// Evaluates expressions over one page.
///
/// It calls itself as deep as the expression nests, which the parser limits; over the page it
/// loops.
struct XPathEvaluator {
  let tree: XMLTree

  /// How many nodes may still be visited.
  private var budget = 5_000_000

  init(tree: XMLTree) {
    self.tree = tree
  }

  mutating func evaluate(
    _ expression: XPathExpression,
    _ context: XPathContext
  ) throws(XPathError) -> XPathValue {
    switch expression {
    case .literal(let text):
      return .string(text)
    case .number(let number):
      return .number(number)
    case .document:
      return .nodes([.document])
    case .call(let function, let arguments):
      return try call(function, arguments, context)
    case .or(let left, let right):
      if try evaluate(left, context).boolean { return .boolean(true) }
      return .boolean(try evaluate(right, context).boolean)
    case .and(let left, let right):
      guard try evaluate(left, context).boolean else { return .boolean(false) }
      return .boolean(try evaluate(right, context).boolean)
    case .compare(let left, let comparison, let right):
      let value = try evaluate(left, context)
      return .boolean(value.compares(comparison, to: try evaluate(right, context), in: tree))
    case .compute(let left, let sign, let right):
      let value = try evaluate(left, context).number(in: tree)
      return .number(sign.apply(value, try evaluate(right, context).number(in: tree)))
    case .negate(let value):
      return .number(-(try evaluate(value, context).number(in: tree)))
    case .union(let left, let right):
      let nodes = try self.nodes(left, context) + self.nodes(right, context)
      return .nodes(Set(nodes).sorted())
    case .path(let start, let steps):
      var nodes = try start.map { start throws(XPathError) in try self.nodes(start, context) }
      for step in steps { nodes = try take(step, from: nodes ?? [context.node]) }
      return .nodes(nodes ?? [context.node])
    case .filter(let value, let predicates):
      var nodes = try nodes(value, context)
      for predicate in predicates { nodes = try filter(nodes, by: predicate) }
      return .nodes(nodes)
    }
  }

  private mutating func nodes(
    _ expression: XPathExpression,
    _ context: XPathContext
  ) throws(XPathError) -> [XPathNode] {
    guard case .nodes(let nodes) = try evaluate(expression, context) else {
      throw .notNodes("\(expression)")
    }
    return nodes
  }

  /// The nodes that a step leads to, each once, in document order.
  private mutating func take(
    _ step: XPathStep,
    from nodes: [XPathNode]
  ) throws(XPathError) -> [XPathNode] {
    var found: [XPathNode] = []
    // Without predicates the descendants of a node's descendants need no second visit.
    var end = -2
    let isPlainDescent = step.axis == .descendantOrSelf && step.predicates.isEmpty
    for node in nodes {
      if isPlainDescent, node.id < end { continue }
      budget -= tree.cost(of: step.axis, at: node)
      guard budget > 0 else { throw .tooCostly }
      var near = tree.nodes(on: step.axis, of: node).filter { tree.passes($0, step.test) }
      if step.axis.isReverse { near.reverse() }
      for predicate in step.predicates { near = try filter(near, by: predicate) }
      found += near
      if isPlainDescent { end = node.id < 0 ? tree.nodes.count : tree.nodes[node.id].end }
    }
    return nodes.count > 1 || step.axis.isReverse ? Set(found).sorted() : found
  }

  private mutating func filter(
    _ nodes: [XPathNode],
    by predicate: XPathExpression
  ) throws(XPathError) -> [XPathNode] {
    var kept: [XPathNode] = []
    for (index, node) in nodes.enumerated() {
      let context = XPathContext(node: node, position: index + 1, size: nodes.count)
      let value = try evaluate(predicate, context)
      if case .number(let number) = value {
        if number == Double(index + 1) { kept.append(node) }
      } else if value.boolean {
        kept.append(node)
      }
    }
    return kept
  }

  private mutating func call(
    _ function: XPathFunction,
    _ arguments: [XPathExpression],
    _ context: XPathContext
  ) throws(XPathError) -> XPathValue {
    var values: [XPathValue] = []
    for argument in arguments { values.append(try evaluate(argument, context)) }
    guard let value = function.apply(values, context, in: tree) else {
      throw .notNodes("\(function.rawValue)()")
    }
    return value
  }
}

extension XPathOperator {
  fileprivate func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .divide: left / right
    case .modulo: left.truncatingRemainder(dividingBy: right)
    }
  }
}
