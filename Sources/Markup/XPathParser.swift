/// Reads an expression by XPath 1.0's grammar (section 3), an operator's level a function.
struct XPathParser {
  private let tokens: [XPathToken]
  private var position = 0

  /// How deep parentheses, predicates and calls may nest.
  private static let maxDepth = 32

  private var depth = 0

  init(_ text: String) throws(XPathError) {
    tokens = try readXPathTokens(text)
  }

  mutating func parse() throws(XPathError) -> XPathExpression {
    let expression = try readExpression()
    guard current == .end else { throw unexpected() }
    return expression
  }

  private mutating func readExpression() throws(XPathError) -> XPathExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maxDepth else { throw mistake("nested too deep") }
    var left = try readAnd()
    while take(word: "or") { left = .or(left, try readAnd()) }
    return left
  }

  private mutating func readAnd() throws(XPathError) -> XPathExpression {
    var left = try readComparison(["=", "!="])
    while take(word: "and") { left = .and(left, try readComparison(["=", "!="])) }
    return left
  }

  private mutating func readComparison(_ symbols: [String]) throws(XPathError) -> XPathExpression {
    let isEquality = symbols.contains("=")
    var left = try isEquality ? readComparison(["<", "<=", ">", ">="]) : readSum()
    while case .symbol(let symbol) = current, symbols.contains(symbol),
      let comparison = XPathComparison(rawValue: symbol)
    {
      position += 1
      let right = try isEquality ? readComparison(["<", "<=", ">", ">="]) : readSum()
      left = .compare(left, comparison, right)
    }
    return left
  }

  private mutating func readSum() throws(XPathError) -> XPathExpression {
    var left = try readProduct()
    while case .symbol(let symbol) = current, ["+", "-"].contains(symbol),
      let sign = XPathOperator(rawValue: symbol)
    {
      position += 1
      left = .compute(left, sign, try readProduct())
    }
    return left
  }

  private mutating func readProduct() throws(XPathError) -> XPathExpression {
    var left = try readNegation()
    while true {
      let sign: XPathOperator
      switch current {
      case .symbol("*"): sign = .times
      case .name("div"): sign = .divide
      case .name("mod"): sign = .modulo
      default: return left
      }
      position += 1
      left = .compute(left, sign, try readNegation())
    }
  }

  private mutating func readNegation() throws(XPathError) -> XPathExpression {
    var isNegative = false
    while take("-") { isNegative.toggle() }
    var left = try readPath()
    while take("|") { left = .union(left, try readPath()) }
    return isNegative ? .negate(left) : left
  }

  private mutating func readPath() throws(XPathError) -> XPathExpression {
    if take("//") { return .path(from: .document, [.anyDescendant] + (try readSteps())) }
    if take("/") {
      return startsStep ? .path(from: .document, try readSteps()) : .document
    }
    guard startsPrimary else { return .path(from: nil, try readSteps()) }
    var primary = try readPrimary()
    let predicates = try readPredicates()
    if !predicates.isEmpty { primary = .filter(primary, predicates) }
    if take("//") { return .path(from: primary, [.anyDescendant] + (try readSteps())) }
    return take("/") ? .path(from: primary, try readSteps()) : primary
  }

  private mutating func readSteps() throws(XPathError) -> [XPathStep] {
    var steps = [try readStep()]
    while true {
      if take("//") {
        steps.append(.anyDescendant)
      } else if !take("/") {
        return steps
      }
      steps.append(try readStep())
    }
  }

  private mutating func readStep() throws(XPathError) -> XPathStep {
    if take("..") { return XPathStep(axis: .parent, test: .node, predicates: []) }
    if take(".") { return XPathStep(axis: .self, test: .node, predicates: []) }
    var axis = XPathAxis.child
    if take("@") {
      axis = .attribute
    } else if case .name(let name) = current, next == .symbol("::") {
      guard let named = XPathAxis(rawValue: name) else { throw mistake("no axis \(name)") }
      axis = named
      position += 2
    }
    let test = try readTest(on: axis)
    return XPathStep(axis: axis, test: test, predicates: try readPredicates())
  }

  private mutating func readTest(on axis: XPathAxis) throws(XPathError) -> XPathTest {
    if take("*") { return axis == .attribute ? .anyAttribute : .anyElement }
    guard case .name(let name) = current else { throw unexpected() }
    if next == .symbol("("), name == "text" || name == "node" {
      position += 2
      guard take(")") else { throw unexpected() }
      return name == "text" ? .text : .node
    }
    position += 1
    return axis == .attribute ? .attribute(name) : .element(name)
  }

  private mutating func readPredicates() throws(XPathError) -> [XPathExpression] {
    var predicates: [XPathExpression] = []
    while take("[") {
      predicates.append(try readExpression())
      guard take("]") else { throw unexpected() }
    }
    return predicates
  }

  private mutating func readPrimary() throws(XPathError) -> XPathExpression {
    switch current {
    case .literal(let text):
      position += 1
      return .literal(text)
    case .number(let number):
      position += 1
      return .number(number)
    case .name(let name):
      return try readCall(name)
    default:
      position += 1  // the parenthesis
      let inner = try readExpression()
      guard take(")") else { throw unexpected() }
      return inner
    }
  }

  private mutating func readCall(_ name: String) throws(XPathError) -> XPathExpression {
    guard let function = XPathFunction(rawValue: name) else { throw mistake("no function \(name)") }
    let start = position
    position += 2
    var arguments: [XPathExpression] = []
    if !take(")") {
      repeat { arguments.append(try readExpression()) } while take(",")
      guard take(")") else { throw unexpected() }
    }
    guard function.arity.contains(arguments.count) else {
      position = start
      throw mistake("\(name) can't take \(arguments.count) arguments")
    }
    return .call(function, arguments)
  }

  private var current: XPathToken.Kind { tokens[position].kind }

  private var next: XPathToken.Kind {
    position + 1 < tokens.count ? tokens[position + 1].kind : .end
  }

  private var startsPrimary: Bool {
    switch current {
    case .literal, .number, .symbol("("): true
    case .name(let name): next == .symbol("(") && name != "text" && name != "node"
    default: false
    }
  }

  private var startsStep: Bool {
    switch current {
    case .name, .symbol("*"), .symbol("@"), .symbol("."), .symbol(".."): true
    default: false
    }
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard current == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard current == .name(word) else { return false }
    position += 1
    return true
  }

  private func unexpected() -> XPathError {
    switch current {
    case .end: mistake("it ends too early")
    case .name(let name): mistake("unexpected \(name)")
    case .symbol(let symbol): mistake("unexpected \(symbol)")
    case .literal(let text): mistake("unexpected '\(text)'")
    case .number(let number): mistake("unexpected \(number)")
    }
  }

  private func mistake(_ detail: String) -> XPathError {
    .syntax(detail, column: tokens[position].column)
  }
}

extension XPathStep {
  /// What `//` stands for.
  fileprivate static var anyDescendant: XPathStep {
    XPathStep(axis: .descendantOrSelf, test: .node, predicates: [])
  }
}
