/// An expression, read.
indirect enum XPathExpression: Sendable {
  case literal(String)
  case number(Double)
  case call(XPathFunction, [XPathExpression])
  case or(XPathExpression, XPathExpression)
  case and(XPathExpression, XPathExpression)
  case compare(XPathExpression, XPathComparison, XPathExpression)
  case compute(XPathExpression, XPathOperator, XPathExpression)
  case negate(XPathExpression)
  case union(XPathExpression, XPathExpression)

  /// Steps from what `from` selects; from the context where it is `nil`.
  case path(from: XPathExpression?, [XPathStep])

  /// What an expression selects, as far as it satisfies the predicates.
  case filter(XPathExpression, [XPathExpression])

  /// The document, which a path that begins with a slash begins at.
  case document
}

struct XPathStep: Sendable {
  var axis: XPathAxis
  var test: XPathTest
  var predicates: [XPathExpression]
}

enum XPathAxis: String, Sendable {
  case ancestor
  case ancestorOrSelf = "ancestor-or-self"
  case attribute
  case child
  case descendant
  case descendantOrSelf = "descendant-or-self"
  case following
  case followingSibling = "following-sibling"
  case parent
  case preceding
  case precedingSibling = "preceding-sibling"
  case `self`

  /// Whether positions count backwards in the document.
  var isReverse: Bool {
    switch self {
    case .ancestor, .ancestorOrSelf, .preceding, .precedingSibling, .parent: true
    default: false
    }
  }
}

enum XPathTest: Sendable, Equatable {
  case element(String)
  case attribute(String)
  case anyElement
  case anyAttribute
  case text
  case node
}

enum XPathComparison: String, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The same with its sides exchanged.
  var reversed: XPathComparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .unequal: self
    }
  }
}

enum XPathOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "div"
  case modulo = "mod"
}

/// XPath 1.0's own functions (section 4), but for those of namespaces, languages and XML ids.
enum XPathFunction: String, Sendable, CaseIterable {
  case last
  case position
  case count
  case name
  case localName = "local-name"
  case string
  case concat
  case startsWith = "starts-with"
  case contains
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case substring
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case translate
  case boolean
  case not
  case `true`
  case `false`
  case number
  case sum
  case floor
  case ceiling
  case round

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .last, .position, .true, .false: 0...0
    case .name, .localName, .string, .stringLength, .normalizeSpace, .number: 0...1
    case .count, .boolean, .not, .sum, .floor, .ceiling, .round: 1...1
    case .startsWith, .contains, .substringBefore, .substringAfter: 2...2
    case .substring: 2...3
    case .translate: 3...3
    case .concat: 2...32
    }
  }
}
