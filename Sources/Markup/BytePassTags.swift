import ASCII
import Glibc

extension BytePass {
  /// A start tag: written, left out, or cut with all that is in it.
  mutating func readStartTag() {
    position += 1
    let nameStart = position
    let (key, isPlain) = readName()
    let name = nameStart..<position
    let tag = HTMLTag(rawValue: NameTable.tags.value(of: key) ?? 1) ?? .other
    switch tag {
    case .script:
      readScript()
      return
    case .style, .iframe, .noembed, .noframes, .xmp, .textarea:
      skipAttributes()
      skipRawText(named: name)
      return
    case .svg, .math, .template, .audio, .video, .canvas, .object, .select, .map:
      if !skipAttributes() { skipNested(named: name) }
      return
    case .noscript:
      skipAttributes()
      skipScriptlessText()
      return
    case .wbr, .source, .track, .plaintext, .embed, .param, .frame, .frameset:
      skipAttributes()
      return
    case .title:
      skipAttributes()
      copyTitle()
      return
    case _ where tag.isStyling || !isPlain:
      skipAttributes()
      return
    default: break
    }
    writeStartTag(tag, named: name)
  }

  private mutating func writeStartTag(_ tag: HTMLTag, named name: Range<Int>) {
    guard isVoid(tag) || openElements.open(tag) else {
      skipAttributes()
      return
    }
    let start = skeleton.count
    skeleton.append(UInt8(ascii: "<"))
    appendLowercased(name)
    let end = skeleton.count
    copyAttributes(of: tag)
    if tag == .span {
      // One with nothing to say is left out, and so is its end tag.
      openSpans.append(skeleton.count > end)
      if skeleton.count == end {
        skeleton.truncate(to: start)
        return
      }
    }
    skeleton.append(UInt8(ascii: ">"))
    isAtBorder = tag.isBlock
  }

  /// An end tag, whose attributes a browser skips as it does a start tag's.
  mutating func readEndTag() {
    guard isLetter(peek(2)) else {
      position =
        peek(2) == UInt8(ascii: ">") ? position + 3 : find(UInt8(ascii: ">"), from: position) + 1
      return
    }
    position += 2
    let nameStart = position
    let (key, isPlain) = readName()
    let name = nameStart..<position
    skipAttributes()
    let tag = HTMLTag(rawValue: NameTable.tags.value(of: key) ?? 1) ?? .other
    switch tag {
    case .html, .body: return  // what follows them belongs to the body
    case .br:
      skeleton.append("<br>")
    default:
      guard isPlain, !tag.isStyling, openElements.close(tag) else { return }
      if tag == .span, openSpans.popLast() == false { return }
      isAtBorder = tag.isBlock
      skeleton.append("</")
      appendLowercased(name)
      skeleton.append(UInt8(ascii: ">"))
    }
  }

  /// Moves past a name.
  ///
  /// - Returns: Its first eight bytes in lower case, and whether libxml2 reads it as it stands.
  private mutating func readName() -> (key: UInt64, isPlain: Bool) {
    var key: UInt64 = 0
    var length: UInt64 = 0
    var isPlain = true
    while position < bytes.count {
      let byte = bytes[position]
      if isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      let lower = lowercase(byte)
      if length < 8 { key |= UInt64(lower) << (8 * length) }
      isPlain = isPlain && (isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-"))
      length += 1
      position += 1
    }
    return (key, isPlain && length < 64)
  }

  private mutating func appendLowercased(_ name: Range<Int>) {
    for index in name {
      let byte = bytes[index]
      skeleton.append(lowercase(byte))
    }
  }

  private func isVoid(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .base, .br, .col, .hr, .img, .input, .link, .meta: true
    default: false
    }
  }
}
