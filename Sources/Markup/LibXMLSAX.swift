// Of the files that import CLibXML2, the one that reads pages. No pointer leaves it.
import CLibXML2

/// Fills `tree`, which has the pass's bytes and attributes, with the elements and texts that libxml2
/// sees in its skeleton.
///
/// libxml2 tells what it reads, event by event, and builds no tree of its own. It prints nothing:
/// no handler of errors is set.
func readElements(of pass: borrowing BytePass, into tree: inout HTMLTree) {
  _ = startLibXML
  // The builder lives in memory of its own, as the events come through a bare pointer.
  let builder = UnsafeMutablePointer<TreeBuilder>.allocate(capacity: 1)
  builder.initialize(
    to: TreeBuilder(tree: tree, texts: pass.texts, attributeStarts: pass.attributeStarts)
  )
  tree = HTMLTree()  // so that the arrays have one owner and are not copied
  pass.skeleton.withBytes { parse($0, into: builder) }
  builder.pointee.finish()
  tree = builder.move().tree
  builder.deallocate()
}

private func parse(
  _ skeleton: UnsafeBufferPointer<UInt8>,
  into builder: UnsafeMutablePointer<TreeBuilder>
) {
  guard let base = skeleton.baseAddress, let count = Int32(exactly: skeleton.count), count > 0,
    let context = base.withMemoryRebound(
      to: CChar.self,
      capacity: skeleton.count,
      { htmlCreateMemoryParserCtxt($0, count) }
    )
  else { return }
  defer { htmlFreeParserCtxt(context) }
  let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
  htmlCtxtUseOptions(context, Int32(options))
  solieu_expect_utf8(context)
  guard let handler = context.pointee.sax else { return }
  handler.update(repeating: xmlSAXHandler(), count: 1)
  handler.pointee.startElement = { builder, name, attributes in
    guard let name else { return }
    TreeBuilder.at(builder).pointee.open(name, attributes)
  }
  handler.pointee.endElement = { builder, name in
    guard let name else { return }
    TreeBuilder.at(builder).pointee.close(name)
  }
  handler.pointee.characters = { builder, text, count in
    guard let text else { return }
    TreeBuilder.at(builder).pointee.append(text, count: Int(count))
  }
  handler.pointee.ignorableWhitespace = handler.pointee.characters
  handler.pointee.cdataBlock = handler.pointee.characters
  context.pointee.userData = UnsafeMutableRawPointer(builder)
  htmlParseDocument(context)
}

/// The code point of a character of HTML 4, such as 233 for `eacute`; `nil` for no such name.
func codePoint(ofHTML4 name: String) -> UInt32? {
  let codePoint = solieu_entity(name)
  return codePoint == 0 ? nil : codePoint
}

/// Builds libxml2's shared tables, once, before any thread parses.
let startLibXML: Void = xmlInitParser()

extension TreeBuilder {
  static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder> {
    guard let pointer else { preconditionFailure("libxml2 lost the builder it was given") }
    return pointer.assumingMemoryBound(to: TreeBuilder.self)
  }
}
