/// What an expression comes to.
enum XPathValue: Sendable, Equatable {
  case nodes([XPathNode])
  case string(String)
  case number(Double)
  case boolean(Bool)

  var boolean: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .string(let text): !text.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .boolean(let value): value
    }
  }

  func string(in tree: XMLTree) -> String {
    switch self {
    case .nodes(let nodes): return nodes.first.map { tree.string(of: $0) } ?? ""
    case .string(let text): return text
    case .number(let number):
      if number.isNaN { return "NaN" }
      if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
      return Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .boolean(let value): return value ? "true" : "false"
    }
  }

  func number(in tree: XMLTree) -> Double {
    switch self {
    case .number(let number): number
    case .boolean(let value): value ? 1 : 0
    case .nodes, .string: readXPathNumber(string(in: tree))
    }
  }

  /// Compares as XPath does (section 3.4): a set of nodes, if one of them compares so.
  func compares(_ comparison: XPathComparison, to other: XPathValue, in tree: XMLTree) -> Bool {
    switch (self, other) {
    case (.nodes(let nodes), .boolean), (.boolean, .nodes(let nodes)):
      let set = XPathValue.boolean(!nodes.isEmpty)
      if case .nodes = self { return set.compares(comparison, to: other, in: tree) }
      return compares(comparison, to: set, in: tree)
    case (.nodes(let nodes), _):
      return nodes.contains { node in
        XPathValue.string(tree.string(of: node))
          .compares(comparison, to: other, in: tree)
      }
    case (_, .nodes):
      return other.compares(comparison.reversed, to: self, in: tree)
    default:
      break
    }
    let left = self
    switch comparison {
    case .equal, .unequal:
      let isEqual =
        switch (left, other) {
        case (.boolean, _), (_, .boolean): left.boolean == other.boolean
        case (.number, _), (_, .number): left.number(in: tree) == other.number(in: tree)
        default: left.string(in: tree) == other.string(in: tree)
        }
      return isEqual == (comparison == .equal)
    case .less: return left.number(in: tree) < other.number(in: tree)
    case .lessOrEqual: return left.number(in: tree) <= other.number(in: tree)
    case .greater: return left.number(in: tree) > other.number(in: tree)
    case .greaterOrEqual: return left.number(in: tree) >= other.number(in: tree)
    }
  }
}

/// A number as XPath writes it, with white space around; NaN for anything else.
private func readXPathNumber(_ text: String) -> Double {
  let words = text.split(whereSeparator: \.isWhitespace)
  guard words.count == 1, let word = words.first,
    word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
  else { return .nan }
  return Double(word) ?? .nan
}
