import CLibXML2

extension XMLTree {
  /// Reads a document as forgivingly as libxml2 can: whatever the bytes, a tree or an error.
  ///
  /// Nothing is loaded from elsewhere and no entity is expanded.
  ///
  /// - Parameters:
  ///   - bytes: The document, in UTF-8, UTF-16 or the charset that it declares.
  ///   - charset: The charset that HTTP names; `nil` where it names none.
  /// - Throws: `XMLTreeError`.
  package init(_ bytes: [UInt8], charset: String? = nil) throws(XMLTreeError) {
    guard bytes.count <= Self.limit else { throw .tooLarge(bytes: bytes.count) }
    let document = try LibXMLDocument(xml: mendXML(bytes), charset: charset)
    nodes = try document.nodes()
    nameSpace = document.nameSpace
  }

  /// Reads a document that must be well-formed XML, but for white space before it, and have no
  /// document type.
  ///
  /// - Throws: `XMLTreeError`.
  package init(wellFormed bytes: [UInt8], charset: String? = nil) throws(XMLTreeError) {
    guard bytes.count <= Self.limit else { throw .tooLarge(bytes: bytes.count) }
    let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    let bytes = Array(bytes.drop { blank.contains($0) })
    let document = try LibXMLDocument(xml: bytes, charset: charset)
    guard document.pointer.pointee.properties & CInt(XML_DOC_WELLFORMED.rawValue) != 0,
      document.pointer.pointee.intSubset == nil
    else { throw .notWellFormed }
    nodes = try document.nodes()
    nameSpace = document.nameSpace
  }

  /// Reads a page, with all its elements and attributes, but without scripts and styles.
  ///
  /// - Parameters:
  ///   - html: The page as it came, in any charset.
  ///   - contentType: The HTTP header; `nil` where there is none.
  /// - Throws: `XMLTreeError`.
  package init(html: [UInt8], contentType: String? = nil) throws(XMLTreeError) {
    let document = try LibXMLDocument(page: html, contentType: contentType)
    nodes = try document.nodes()
    nameSpace = nil
  }

  /// Reads a page, and finds what XPaths select of it.
  ///
  /// - Parameters:
  ///   - html: The page as it came, in any charset.
  ///   - contentType: The HTTP header; `nil` where there is none.
  ///   - paths: What to select.
  /// - Returns: The page, and what each of `paths` selects, in document order; nothing where the
  ///   expression gives a text or a number, or visits more nodes than a page can be worth.
  /// - Throws: `XMLTreeError`.
  package static func reading(
    html: [UInt8],
    contentType: String? = nil,
    selecting paths: [XPath]
  ) throws(XMLTreeError) -> (tree: XMLTree, selected: [[XPathNode]]) {
    let document = try LibXMLDocument(page: html, contentType: contentType)
    var places: [xmlNodePtr: ID] = [:]
    let tree = XMLTree(nodes: try document.nodes { places[$0] = $1 }, nameSpace: nil)
    var selected: [[XPathNode]] = []
    for path in paths { selected.append(document.selected(by: path, at: places)) }
    return (tree, selected)
  }

  /// The most bytes of a document; 128 MiB, more than twice what a sitemap may have.
  package static let limit = 128 << 20
}

/// A libxml2 document and the one owner of its memory.
///
/// It can't be copied, so `xmlFreeDoc` runs exactly once, when the owner goes out of scope.
struct LibXMLDocument: ~Copyable {
  let pointer: xmlDocPtr

  init(xml: [UInt8], charset: String?) throws(XMLTreeError) {
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    // What is UTF-8 without being ASCII is UTF-8, whatever it says of itself.
    let isUTF8 = String(validating: xml, as: UTF8.self) != nil
    let charset = isUTF8 ? "UTF-8" : charset
    try self.init(xml) { xmlReadMemory($0, $1, nil, charset, CInt(options)) }
  }

  /// Reads a page in any charset.
  init(page: [UInt8], contentType: String?) throws(XMLTreeError) {
    guard page.count <= XMLTree.limit else { throw .tooLarge(bytes: page.count) }
    let html = decodedText(page, contentType: contentType)
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    try self.init(html) { htmlReadMemory($0, $1, nil, "UTF-8", CInt(options)) }
  }

  private init(
    _ bytes: [UInt8],
    read: (UnsafePointer<CChar>, CInt) -> xmlDocPtr?
  ) throws(XMLTreeError) {
    guard let count = CInt(exactly: bytes.count), count > 0 else { throw .noElements }
    _ = startXML
    xmlSetStructuredErrorFunc(nil) { _, _ in }  // a thread's own; the options silence only some
    // libxml2 copies what it keeps, so the buffer need not outlive the closure.
    let parsed = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { read($0.assumingMemoryBound(to: CChar.self), count) }
    }
    guard let parsed else { throw .noElements }
    pointer = parsed
  }

  deinit { xmlFreeDoc(pointer) }

  /// The name space of the root; `nil` where it has none.
  var nameSpace: String? {
    xmlDocGetRootElement(pointer)?.pointee.ns?.pointee.href.map { String(cString: $0) }
  }

  /// Copies the document into Swift values, with a stack of its own.
  ///
  /// - Parameter note: Is told where each of libxml2's nodes went.
  /// - Returns: The nodes in document order.
  /// - Throws: `XMLTreeError.noElements`.
  func nodes(
    note: (xmlNodePtr, XMLTree.ID) -> Void = { _, _ in }
  ) throws(XMLTreeError) -> [XMLTree.Node] {
    guard let root = xmlDocGetRootElement(pointer) else { throw .noElements }
    var nodes: [XMLTree.Node] = []
    var waiting = [(node: root, parent: -1)]
    while let (node, parent) = waiting.popLast() {
      guard let copy = copy(node, parent: parent, id: nodes.count) else { continue }
      let id = nodes.count
      nodes.append(copy)
      note(node, id)
      guard node.pointee.type == XML_ELEMENT_NODE else { continue }
      // Last child first, so that the first child is the next one popped.
      var child = node.pointee.last
      while let current = child {
        waiting.append((current, id))
        child = current.pointee.prev
      }
    }
    // A parent ends where its last descendant does.
    for id in nodes.indices.reversed() where nodes[id].parent >= 0 {
      nodes[nodes[id].parent].end = max(nodes[nodes[id].parent].end, nodes[id].end)
    }
    return nodes
  }

  /// An element or a text as a value; `nil` for anything else.
  private func copy(_ node: xmlNodePtr, parent: Int, id: Int) -> XMLTree.Node? {
    switch node.pointee.type {
    case XML_ELEMENT_NODE:
      // An undeclared prefix stays in libxml2's name.
      let name = String(cString: node.pointee.name)
      let declared = node.pointee.ns?.pointee.prefix.map { String(cString: $0) }
      let undeclared = name.firstIndex(of: ":")
      return XMLTree.Node(
        name: undeclared.map { String(name[$0...].dropFirst()) } ?? name,
        prefix: declared ?? undeclared.map { String(name[..<$0]) },
        attributes: attributes(of: node),
        text: "",
        parent: parent,
        end: id + 1
      )
    case XML_TEXT_NODE:  // the rest are scripts and styles, for NOCDATA makes texts of XML's own
      guard let content = node.pointee.content else { return nil }
      return XMLTree.Node(
        name: "",
        prefix: nil,
        attributes: [],
        text: String(cString: content),
        parent: parent,
        end: id + 1
      )
    default:
      return nil
    }
  }

  private func attributes(of node: xmlNodePtr) -> [XMLTree.Attribute] {
    var found: [XMLTree.Attribute] = []
    var next = node.pointee.properties
    while let attribute = next?.pointee {
      var value = ""
      var part = attribute.children
      while let text = part?.pointee {
        if let content = text.content { value += String(cString: content) }
        part = text.next
      }
      let name = String(cString: attribute.name)
      let local = name.firstIndex(of: ":").map { String(name[$0...].dropFirst()) } ?? name
      found.append(XMLTree.Attribute(name: local, value: value))
      next = attribute.next
    }
    return found
  }
}

/// Builds libxml2's shared tables, once, before any thread parses.
private let startXML: Void = xmlInitParser()
