import ASCII

extension XMLTree {
  /// Writes a page as HTML again, or parts of it, each within the elements that hold it.
  ///
  /// The parts keep their lists, tables and quotes, and what flows together goes on doing so. A
  /// selected attribute becomes an element of its own, where its element stands.
  ///
  /// - Parameters:
  ///   - parts: What is written, with all that is in it; `nil` for the whole page. In document
  ///     order; one may lie within another.
  ///   - dropped: What is left out, with all that is in it, also of `parts`.
  /// - Returns: The page in UTF-8, without scripts, styles and comments.
  package func html(of parts: [XPathNode]? = nil, without dropped: [XPathNode] = []) -> [UInt8] {
    var writer = HTMLWriter(tree: self, parts: parts)
    for node in dropped where node.attribute == nil { writer.fates[node.id] = .out }
    writer.run()
    return writer.output
  }
}

/// Writes the nodes of a tree that are not left out.
private struct HTMLWriter {
  enum Fate {
    case out

    /// Holds a part.
    case around

    /// Is a part, or within one.
    case within
  }

  let tree: XMLTree
  var fates: [Fate]
  private(set) var output: [UInt8] = []

  /// The attributes that are parts, by their element.
  private var attributes: [XMLTree.ID: [Int]] = [:]

  /// The elements that a part begins with: who selects them means them, hidden or not.
  private var roots: Set<XMLTree.ID> = []

  init(tree: XMLTree, parts: [XPathNode]?) {
    self.tree = tree
    fates = Array(repeating: parts == nil ? .within : .out, count: tree.nodes.count)
    for part in parts ?? [] {
      if let attribute = part.attribute {
        attributes[part.id, default: []].append(attribute)
        if fates[part.id] == .out { fates[part.id] = .around }
      } else if fates[part.id] != .within {
        for id in part.id..<tree.nodes[part.id].end { fates[id] = .within }
        roots.insert(part.id)
      }
      var parent = tree.nodes[part.id].parent
      while parent >= 0, fates[parent] == .out {
        fates[parent] = .around
        parent = tree.nodes[parent].parent
      }
    }
  }

  mutating func run() {
    var open: [(name: String, end: Int)] = []
    var id = 0
    while id < tree.nodes.count {
      while let last = open.last, last.end <= id {
        output += "</\(last.name)>".utf8
        open.removeLast()
      }
      let node = tree.nodes[id]
      guard fates[id] != .out, node.name != "script", node.name != "style" else {
        id = node.end
        continue
      }
      for attribute in attributes[id] ?? [] {
        output += "<div>".utf8
        writeText(node.attributes[attribute].value)
        output += "</div>".utf8
      }
      if node.name.isEmpty {
        writeText(node.text)
      } else if !isWord(id) {
        let name = name(of: id)
        writeStartTag(of: id, named: name)
        if !voidElements.contains(name) { open.append((name, node.end)) }
      }
      id += 1
    }
    while let last = open.popLast() { output += "</\(last.name)>".utf8 }
  }

  /// Whether an element is one of Word's, such as `<o:p>`, of which only what is in it is written.
  ///
  /// libxml2 forgets their prefixes, but no other `<p>` is the child of one.
  private func isWord(_ id: XMLTree.ID) -> Bool {
    let node = tree.nodes[id]
    if node.name == "p" { return node.parent >= 0 && tree.nodes[node.parent].name == "p" }
    return !knownElements.contains(node.name) && !node.name.contains("-")
  }

  private func isFrame(_ id: XMLTree.ID) -> Bool { fates[id] == .around || roots.contains(id) }

  /// A part may be the head's or the whole body: in a page of its own it is neither.
  private func name(of id: XMLTree.ID) -> String {
    let node = tree.nodes[id]
    if isFrame(id), ["html", "head", "title", "body"].contains(node.name) { return "div" }
    return node.name
  }

  private mutating func writeStartTag(of id: XMLTree.ID, named name: String) {
    output += "<\(name)".utf8
    let isFrame = isFrame(id)
    for attribute in tree.nodes[id].attributes where attribute.name.utf8.allSatisfy(isPlain) {
      if isFrame, hides(attribute.name, on: name) { continue }
      output += " \(attribute.name)=\"".utf8
      for byte in attribute.value.utf8 {
        switch byte {
        case UInt8(ascii: "&"): output += "&amp;".utf8
        case UInt8(ascii: "\""): output += "&quot;".utf8
        default: output.append(byte)
        }
      }
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
  }

  private mutating func writeText(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      default: output.append(byte)
      }
    }
  }

  /// Whether an attribute may hide its element; of a `<span>`, its classes are read for nothing else.
  private func hides(_ attribute: String, on name: String) -> Bool {
    ["hidden", "style", "aria-hidden"].contains(attribute) || name == "span" && attribute == "class"
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

/// The elements that have no end tag, HTML Standard §13.1.2.
private let voidElements: Set = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
  "wbr",
]

private let knownElements = Set(HTMLTag.allCases.map { "\($0)" })
