import ASCII
import Glibc

/// The pass over a page's bytes before libxml2 sees them.
///
/// It walks the page as the HTML Standard's tokenizer does (§13.2.5), one `memchr` from `<` to `<`,
/// and writes a simpler page: without scripts, styles, drawings, comments, templates and frames,
/// and with that spelt out which libxml2 2.9 takes otherwise than a browser. It takes time linear
/// in the page's size.
///
/// libxml2 is asked where elements begin and end, and nothing else: it reads text and attributes a
/// character at a time. So of each text, and of each element's attributes, it gets a number, and
/// `TreeBuilder` finds by it what this pass has kept.
struct BytePass: ~Copyable {
  /// More open elements than this and the rest of the start tags is left out.
  static let depthLimit = 512

  /// The page for libxml2: tags, white space and numbers.
  var skeleton = ByteBuffer()

  /// The texts, each with a space before it, and the values of attributes, references resolved.
  var content = ByteBuffer()

  /// Where the texts lie in `content`, by their number.
  var texts: [Range<UInt32>] = []

  /// The attributes of all elements, and where those of each that has some begin, by its number.
  var attributes: [HTMLTree.Attribute] = []
  var attributeStarts: [UInt32] = []

  /// How long `skeleton` was when the last text's number had been written: what comes while it is
  /// no longer belongs to the same text.
  var textEnd = -1

  /// Whether the page holds bytes that are no characters of XML, which a text must not hold.
  var hasNoncharacters = false

  /// The page's JSON-LD scripts, one after the other.
  private(set) var kept: [UInt8] = []

  /// Where each of them lies in `kept`.
  private(set) var linkedData: [Range<Int>] = []

  var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var position = 0

  var openElements = OpenElements()

  /// Whether each open `<span>` was written.
  var openSpans: [Bool] = []

  /// Whether what was written last is a block element's tag, after which white space is nothing.
  var isAtBorder = true

  /// How often a search for an end tag may still run to the page's end in vain, lest many unclosed
  /// elements take time squared.
  var vainSearches = 8

  /// Rewrites `page`, which is valid UTF-8 without NUL, into `skeleton` and `content`.
  mutating func run(over page: UnsafeBufferPointer<UInt8>, hasNoncharacters: Bool) {
    self.hasNoncharacters = hasNoncharacters
    skeleton.removeAll()
    content.removeAll()
    texts.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    attributeStarts.removeAll(keepingCapacity: true)
    textEnd = -1
    kept.removeAll(keepingCapacity: true)
    linkedData.removeAll(keepingCapacity: true)
    openElements.removeAll()
    openSpans.removeAll(keepingCapacity: true)
    isAtBorder = true
    vainSearches = 8
    bytes = page
    position = 0
    while position < bytes.count {
      let mark = find(UInt8(ascii: "<"), from: position)
      if mark > position { copyText(to: mark) }
      position = mark
      if mark < bytes.count { readMarkup() }
    }
    bytes = UnsafeBufferPointer(start: nil, count: 0)
  }

  mutating func keepLinkedData(_ script: Range<Int>) {
    let start = kept.count
    kept.append(contentsOf: bytes[script])
    linkedData.append(start..<kept.count)
  }

  /// The next `byte` at or after `start`; `bytes.count` where there is none.
  @inline(__always)
  func find(_ byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// What stands at `offset` bytes from here; 0 past the end.
  @inline(__always)
  func peek(_ offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  /// Text up to `end`: white space at its start becomes one space, references are resolved.
  mutating func copyText(to end: Int) {
    guard let base = bytes.baseAddress else { return }
    var start = position
    if isSpace(bytes[start]) {
      start += 1
      while start < end, isSpace(bytes[start]) { start += 1 }
      if !isAtBorder { appendSpace() }
    }
    guard start < end else { return }
    isAtBorder = false
    beginText()
    while let found = memchr(base + start, Int32(UInt8(ascii: "&")), end - start) {
      let mark = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      appendCharacters(start..<mark)
      position = mark
      copyReference(inAttribute: false, end: end)
      start = position
      guard start < end else { break }
    }
    if start < end { appendCharacters(start..<end) }
    endText()
  }

  /// What begins with the `<` here.
  private mutating func readMarkup() {
    let next = peek(1)
    if isLetter(next) {
      readStartTag()
    } else if next == UInt8(ascii: "/") {
      readEndTag()
    } else if next == UInt8(ascii: "!") {
      skipDeclaration()
    } else if next == UInt8(ascii: "?") {
      position = find(UInt8(ascii: ">"), from: position) + 1
    } else {
      isAtBorder = false
      beginText()
      content.append(UInt8(ascii: "<"))
      endText()
      position += 1
    }
  }

  /// A comment, a document type or what else begins with `<!`.
  private mutating func skipDeclaration() {
    guard peek(2) == UInt8(ascii: "-"), peek(3) == UInt8(ascii: "-") else {
      position = find(UInt8(ascii: ">"), from: position) + 1
      return
    }
    position += 4
    if peek(0) == UInt8(ascii: ">") {
      position += 1
      return
    }
    if peek(0) == UInt8(ascii: "-"), peek(1) == UInt8(ascii: ">") {
      position += 2
      return
    }
    while true {
      let mark = find(UInt8(ascii: ">"), from: position)
      guard mark < bytes.count else {
        position = mark
        return
      }
      let isEnd = bytes[mark - 1] == UInt8(ascii: "-") && bytes[mark - 2] == UInt8(ascii: "-")
      let isBangEnd =
        bytes[mark - 1] == UInt8(ascii: "!") && bytes[mark - 2] == UInt8(ascii: "-")
        && bytes[mark - 3] == UInt8(ascii: "-")
      position = mark + 1
      if isEnd || isBangEnd { return }
    }
  }
}
