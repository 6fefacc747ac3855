import ASCII

extension BytePass {
  /// A script: JSON-LD is kept aside, the rest is cut.
  mutating func readScript() {
    var isLinkedData = false
    while let (key, value) = readAttribute() {
      guard key == packed("type"), value.count >= 19 else { continue }
      let type = String(decoding: bytes[value], as: UTF8.self).lowercased()
      isLinkedData = type.contains("application/ld+json")
    }
    let start = min(position, bytes.count)
    let end = endOfScript(from: start)
    if isLinkedData { keepLinkedData(start..<end) }
    closeRawText(at: end)
  }

  /// Cuts a text that runs to the end tag of the name at `name`.
  mutating func skipRawText(named name: Range<Int>) {
    var mark = min(position, bytes.count)
    while true {
      mark = find(UInt8(ascii: "<"), from: mark)
      guard mark < bytes.count else { break }
      if peekByte(mark + 1) == UInt8(ascii: "/"), hasName(name, at: mark + 2) { break }
      mark += 1
    }
    closeRawText(at: mark)
  }

  /// Cuts an element with the elements in it; one that is never closed loses its tag alone.
  mutating func skipNested(named name: Range<Int>) {
    var depth = 1
    var mark = min(position, bytes.count)
    guard vainSearches > 0 else { return }
    while true {
      mark = find(UInt8(ascii: "<"), from: mark)
      guard mark < bytes.count else {
        vainSearches -= 1
        return
      }
      if hasName(name, at: mark + 1) {
        depth += 1
      } else if peekByte(mark + 1) == UInt8(ascii: "/"), hasName(name, at: mark + 2) {
        depth -= 1
        if depth == 0 { break }
      }
      mark += 1
    }
    closeRawText(at: mark)
  }

  /// The text for browsers without scripts is read where it is long enough to be the article's.
  mutating func skipScriptlessText() {
    let start = min(position, bytes.count)
    var mark = start
    var letters = 0
    guard vainSearches > 0 else { return }
    while true {
      let next = find(UInt8(ascii: "<"), from: mark)
      letters += next - mark
      guard next < bytes.count else {
        vainSearches -= 1
        return
      }
      if has("</noscript", at: next) {
        guard letters >= 600 else { return closeRawText(at: next) }
        return  // its end tag finds nothing open and is left out
      }
      mark = find(UInt8(ascii: ">"), from: next) + 1
    }
  }

  /// A title's text, in which `<` is no markup.
  mutating func copyTitle() {
    let start = min(position, bytes.count)
    var end = start
    while true {
      end = find(UInt8(ascii: "<"), from: end)
      if end == bytes.count || has("</title", at: end) { break }
      end += 1
    }
    skeleton.append("<title>")
    position = min(position, end)
    let wasAtBorder = isAtBorder
    isAtBorder = true
    if position < end { copyText(to: end) }
    isAtBorder = wasAtBorder
    skeleton.append("</title>")
    closeRawText(at: end)
  }

  /// Moves past the end tag at `mark`, or to the page's end.
  private mutating func closeRawText(at mark: Int) {
    position = mark
    guard mark < bytes.count else { return }
    position += 2
    skipAttributes()
  }

  /// Where the `</script` stands that ends a script begun at `start`.
  ///
  /// Within `<!--` a `<script` begins an inner one, whose end tag is not the outer one's (the
  /// standard's script data double escaped state).
  private mutating func endOfScript(from start: Int) -> Int {
    var first: Int?
    var comment: Int?
    var isInner = false
    var mark = start
    while true {
      mark = find(UInt8(ascii: "<"), from: mark)
      guard mark < bytes.count else {
        vainSearches -= 1
        return first ?? mark
      }
      if let opened = comment, isCommentClosed(in: opened..<mark) {
        comment = nil
        isInner = false
      }
      if has("</script", at: mark) {
        first = first ?? mark
        guard isInner, vainSearches > 0 else { return mark }
        isInner = false
      } else if has("<!--", at: mark) {
        comment = mark + 2
      } else if comment != nil {
        comment = mark
        isInner = isInner || has("<script", at: mark)
      }
      mark += 1
    }
  }

  private func isCommentClosed(in range: Range<Int>) -> Bool {
    var mark = range.lowerBound
    while true {
      mark = find(UInt8(ascii: ">"), from: mark)
      guard mark < range.upperBound else { return false }
      if peekByte(mark - 1) == UInt8(ascii: "-"), peekByte(mark - 2) == UInt8(ascii: "-") {
        return true
      }
      mark += 1
    }
  }

  /// Whether `word`, in lower case, stands at `mark` in any case.
  private func has(_ word: StaticString, at mark: Int) -> Bool {
    guard mark + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount {
      let byte = bytes[mark + offset]
      guard lowercase(byte) == word.utf8Start[offset] else { return false }
    }
    return true
  }

  /// Whether the name that stands at `name` stands at `mark` too, in any case, and ends there.
  private func hasName(_ name: Range<Int>, at mark: Int) -> Bool {
    guard mark + name.count <= bytes.count else { return false }
    for offset in 0..<name.count
    where bytes[mark + offset] | 0x20 != bytes[name.lowerBound + offset] | 0x20 { return false }
    let next = peekByte(mark + name.count)
    return isSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == 0
  }

  private func peekByte(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : 0
  }
}
