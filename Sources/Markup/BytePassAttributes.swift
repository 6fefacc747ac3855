import ASCII
import Glibc

extension BytePass {
  /// Keeps the attributes that anyone reads, writes their number, and moves past the tag.
  mutating func copyAttributes(of tag: HTMLTag) {
    let first = attributes.count
    var seen: UInt32 = 0
    while let (key, value) = readAttribute() {
      guard let kept = NameTable.attributes.value(of: key) else {
        let hidden: UInt32 = 1 << UInt32(HTMLAttribute.hidden.rawValue)
        if seen & hidden == 0, hides(key, value) {
          seen |= hidden
          keep(.hidden, value.lowerBound..<value.lowerBound)
        }
        continue
      }
      guard seen & 1 << UInt32(kept) == 0, let name = HTMLAttribute(rawValue: kept),
        isKept(name, of: tag), !isIdle(name, value, of: tag)
      else { continue }
      seen |= 1 << UInt32(kept)
      // That it leads somewhere is all one asks of a link.
      keep(name, tag == .a ? value.lowerBound..<value.lowerBound : value)
    }
    guard attributes.count > first else { return }
    skeleton.append(UInt8(ascii: " "))
    skeleton.append(number: attributeStarts.count)
    attributeStarts.append(UInt32(first))
  }

  private mutating func keep(_ name: HTMLAttribute, _ value: Range<Int>) {
    let start = UInt32(content.count)
    copyValue(value)
    attributes.append(HTMLTree.Attribute(name: name, value: start..<UInt32(content.count)))
  }

  /// Moves past a tag; whether it ended in `/>`.
  @discardableResult
  mutating func skipAttributes() -> Bool {
    while readAttribute() != nil {}
    return position >= 2 && position <= bytes.count && bytes[position - 2] == UInt8(ascii: "/")
  }

  /// The next attribute: the first eight bytes of its name in lower case, and where its value lies.
  ///
  /// - Returns: `nil` where the tag ends; `position` is then past its `>`.
  mutating func readAttribute() -> (key: UInt64, value: Range<Int>)? {
    while position < bytes.count, isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else {
      position += 1
      return nil
    }
    let key = readAttributeName()
    while isSpace(peek(0)) { position += 1 }
    guard peek(0) == UInt8(ascii: "=") else { return (key, position..<position) }
    position += 1
    while isSpace(peek(0)) { position += 1 }
    let quote = peek(0)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = find(quote, from: position + 1)
      let value = position + 1..<max(end, position + 1)
      position = min(end + 1, bytes.count)
      return (key, value)
    }
    let start = position
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    return (key, start..<position)
  }

  private mutating func readAttributeName() -> UInt64 {
    var key: UInt64 = 0
    var length: UInt64 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "="), length > 0 { break }
      let lower = lowercase(byte)
      if length < 8 { key |= UInt64(lower) << (8 * length) }
      // A longer name than eight bytes must not be taken for a shorter one.
      if length == 8, key != packed("datetime"), key != packed("property"),
        key != packed("itemprop"),
        key != packed("itemtype"), key != packed("aria-hid")
      {
        key = ~0
      }
      length += 1
      position += 1
    }
    return key
  }

  /// Whether an attribute that is not kept hides its element from the reader.
  private func hides(_ key: UInt64, _ value: Range<Int>) -> Bool {
    if key == packed("aria-hid") {
      return value.count == 4 && bytes[value.lowerBound] | 0x20 == UInt8(ascii: "t")
    }
    guard key == packed("style"), value.count >= 12 else { return false }
    var mark = find(UInt8(ascii: ":"), from: value.lowerBound)
    while mark < value.upperBound {
      if isDisplayNone(around: mark, in: value) { return true }
      mark = find(UInt8(ascii: ":"), from: mark + 1)
    }
    return false
  }

  /// Whether the `:` at `mark` is that of `display: none`.
  private func isDisplayNone(around mark: Int, in value: Range<Int>) -> Bool {
    var start = mark
    while start > value.lowerBound, isSpace(bytes[start - 1]) { start -= 1 }
    guard start - 7 >= value.lowerBound, hasWord("display", at: start - 7) else { return false }
    var end = mark + 1
    while end < value.upperBound, isSpace(bytes[end]) { end += 1 }
    return end + 4 <= value.upperBound && hasWord("none", at: end)
  }

  private func hasWord(_ word: StaticString, at mark: Int) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[mark + offset] | 0x20 != word.utf8Start[offset] { return false }
    return true
  }

  /// Many attributes are read on some elements alone.
  private func isKept(_ name: HTMLAttribute, of tag: HTMLTag) -> Bool {
    switch name {
    case .href: tag == .a || tag == .link || tag == .base
    case .content, .property, .itemprop: true
    case .name: tag == .meta
    case .class, .id, .role: tag != .a && tag != .img && (tag != .span || name == .class)
    default: true
    }
  }

  /// Whether a value need not be written: what a link leads to, and classes of text that don't
  /// hide it.
  private func isIdle(_ name: HTMLAttribute, _ value: Range<Int>, of tag: HTMLTag) -> Bool {
    if tag == .span, name == .class {
      return !value.contains { index in
        bytes[index] | 0x20 == UInt8(ascii: "h") && index + 3 <= value.upperBound
          && hasWord("hid", at: index)
          || bytes[index] | 0x20 == UInt8(ascii: "s") && index + 3 <= value.upperBound
            && (hasWord("sr-", at: index) || hasWord("scr", at: index))
      }
    }
    return false
  }

  private mutating func copyValue(_ value: Range<Int>) {
    guard let base = bytes.baseAddress, !value.isEmpty else { return }
    var start = value.lowerBound
    let resume = position
    while start < value.upperBound,
      let found = memchr(base + start, Int32(UInt8(ascii: "&")), value.upperBound - start)
    {
      let mark = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      content.append(base + start, count: mark - start)
      position = mark
      copyReference(inAttribute: true, end: value.upperBound)
      start = position
    }
    if start < value.upperBound { content.append(base + start, count: value.upperBound - start) }
    position = resume
  }
}

/// The first eight bytes of a name in a word, the first lowest.
@inline(__always)
func packed(_ name: StaticString) -> UInt64 {
  var key: UInt64 = 0
  for offset in 0..<min(8, name.utf8CodeUnitCount) {
    key |= UInt64(name.utf8Start[offset]) << UInt64(8 * offset)
  }
  return key
}
