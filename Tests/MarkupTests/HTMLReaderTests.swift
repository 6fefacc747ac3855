import Markup
import TestSupport
import Testing

struct HTMLReaderTests {
  @Test(
    "it reads what a browser shows",
    arguments: [
      ("<p>a</p><p>b", "p(a)p(b)"),
      ("<div>a<br>b</div>", "div(abr()b)"),
      ("<script>x</p></script><p>a", "p(a)"),
      ("<script><!--<script>x</script>--></script><p>a", "p(a)"),
      ("<style>p{}</style><p>a<!-- b --><!-->c<!--->d--!>e", "p(acd--!>e)"),
      ("<svg><text>x</text></svg><template><p>x</p></template><p>a", "p(a)"),
      ("<iframe><p>x</p></iframe><textarea><p>x</textarea><p>a", "p(a)"),
      ("<p>1 < 2 && 3 <4", "p(1 < 2 && 3 <4)"),
      ("<p>a&nbsp b&amp;c&copy2&eacute;&notin;", "p(a\u{A0} b&c©2é∉)"),
      ("<p>&#146;&#x110;&#0;&#xD800;&abreve;&Dstrok;&unknown;", "p(’Đ\u{FFFD}\u{FFFD}ăĐ&unknown;)"),
      ("<p>a</><!foo>b<?php x ?></p x='>'>c", "p(ab)c"),
      ("<p>a<![CDATA[x]]>b", "p(ab)"),
      ("<div/>a</div>b", "div(a)b"),
      ("<p>a<o:p>b</o:p><wbr>c<source>d", "p(abcd)"),
      ("<p>a</p></body></html><p>b", "p(a)p(b)"),
      ("<p><b>a</b> <i>b</i>c</p>", "p(a bc)"),
      ("<p>a <span class=x>b</span>c", "p(a bc)"),
      ("<p>a</em></p></div>b", "p(a)b"),
      ("<p>12<b> 3</b>4 <i> 5", "p(12 34  5)"),
      ("<div>a<body class=x>b</body> c", "div(ab c)"),
      ("<p>a\u{1}b\u{C}c\u{FFFE}d&#1;e&#xFFFF;f", "p(abcdef)"),
      ("<p>\u{1}</p><p>b", "p()p(b)"),
      ("<noscript><img></noscript><p>a", "p(a)"),
      ("<p>a</p", "p(a)"),
      ("<svg><p>b", "p(b)"),
      ("<ul><li>a<li>b</ul>", "ul(li(a)li(b))"),
      ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(a)td(b))tr(td(c)))"),
    ]
  )
  func reads(html: String, expected: String) throws {
    #expect(try shape(of: html) == expected)
  }

  @Test("it keeps the attributes that tell something, their values resolved")
  func keepsAttributes() throws {
    let tree = try read("<DIV Class='a &amp; \"b\"' onclick='x' data-x=1 ID=c class=d>x</DIV>")
    let div = try #require(tree.nodes.indices.first { tree.tag($0) == .div })
    #expect(tree.string(of: .class, at: div) == "a & \"b\"")
    #expect(tree.string(of: .id, at: div) == "c")
    #expect(tree.attributes(of: div).count == 2)
  }

  @Test("it gives each element its own attributes, whichever libxml2 drops")
  func tellsAttributesApart() throws {
    let tree = try read("<p id=a>x<body id=b><html id=c><p>y<p title=z id=d>z")
    let ids = tree.nodes.indices.filter { tree.tag($0) == .p }.map { tree.string(of: .id, at: $0) }
    #expect(ids == ["a", nil, "d"])
  }

  @Test(
    "it marks what is hidden",
    arguments: [
      ("<div style='color:red; Display : none'>", true), ("<div aria-hidden=true>", true),
      ("<div hidden>", true), ("<div style='display:block'>", false),
      ("<div aria-hidden=false>", false),
    ]
  )
  func marksHidden(html: String, isHidden: Bool) throws {
    let tree = try read(html + "x")
    let div = try #require(tree.nodes.indices.first { tree.tag($0) == .div })
    #expect((tree.value(of: .hidden, at: div) != nil) == isHidden)
  }

  @Test("it keeps JSON-LD aside and cuts other scripts")
  func keepsLinkedData() throws {
    let tree = try read(
      "<script type='application/ld+json'>{\"a\":1}</script><script>var b</script><p>c"
    )
    #expect(
      tree.linkedData.map { String(decoding: tree.bytes[$0], as: UTF8.self) } == ["{\"a\":1}"]
    )
  }

  @Test("it reads the text for browsers without scripts where it is long")
  func readsScriptlessText() throws {
    let text = String(repeating: "Long enough to be the article. ", count: 30)
    let shown = try shape(of: "<body><noscript><p>\(text)</p></noscript>")
    #expect(shown.contains("Long enough"))
  }

  @Test("it nests no deeper than its limit, and loses no text")
  func limitsDepth() throws {
    let tree = try read(String(repeating: "<div>", count: 5000) + "deep")
    let text = tree.nodes.indices.filter { tree.tag($0) == .text }
    #expect(text.count == 1)
    #expect(tree.nodes.count < 600)
  }

  @Test(
    "it takes no time squared",
    arguments: [
      "</p>", "</div>", "<svg>", "<noscript>", "<!--", "<script><!--<script>", "<a b='", "<p a a",
      "&#", "<title>", "<td>", "<span><b>",
    ]
  )
  func staysLinear(piece: String) throws {
    var reader = HTMLReader()
    var tree = HTMLTree()
    let page = "<p>x" + String(repeating: piece, count: 40_000)
    try reader.read(Array(page.utf8)[...], contentType: nil, into: &tree)
    #expect(tree.nodes.count < 200_000)
  }

  @Test("it refuses pages that are empty or too large")
  func refuses() {
    var reader = HTMLReader()
    var tree = HTMLTree()
    #expect(throws: HTMLTreeError.empty) { try reader.read([], contentType: nil, into: &tree) }
    let large = [UInt8](repeating: 0x61, count: HTMLReader.limit + 1)
    #expect(throws: HTMLTreeError.tooLarge(bytes: large.count)) {
      try reader.read(large[...], contentType: nil, into: &tree)
    }
  }

  @Test("it gives a tree or an error for damaged bytes", arguments: 0..<200)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix(state: seed)
    var page = Array(
      """
      <!DOCTYPE html><meta charset=utf-8><script type='application/ld+json'>{"a":"é"}</script>
      <div class="a" style='display:none'>&amp;&#233;&eacute;<table><tr><td rowspan=2>đồng
      </table><!-- c --><svg><a/></svg><p>1 < 2</div>
      """.utf8
    )
    for _ in 0..<8 {
      let place = Int(random.next() % UInt64(page.count))
      switch random.next() % 3 {
      case 0: page[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: page.remove(at: place)
      default: page.insert(contentsOf: [0x3C, UInt8(truncatingIfNeeded: random.next())], at: place)
      }
    }
    var reader = HTMLReader()
    var tree = HTMLTree()
    try? reader.read(page[...], contentType: nil, into: &tree)
    for id in tree.nodes.indices {
      #expect(tree.end(id) > id && tree.end(id) <= tree.nodes.count)
      #expect(tree.text(id).upperBound <= tree.bytes.count)
    }
  }

  private func read(_ html: String) throws -> HTMLTree {
    var reader = HTMLReader()
    var tree = HTMLTree()
    try reader.read(Array(html.utf8)[...], contentType: "text/html; charset=utf-8", into: &tree)
    return tree
  }

  /// The body's elements with their texts, such as `p(a)`.
  private func shape(of html: String) throws -> String {
    let tree = try read(html)
    var shown = ""
    var ends: [Int] = []
    for id in tree.nodes.indices {
      while let end = ends.last, end <= id {
        ends.removeLast()
        shown += ")"
      }
      switch tree.tag(id) {
      case .html, .body, .head: break
      case .text: shown += String(decoding: tree.bytes[tree.text(id)], as: UTF8.self)
      default:
        shown += "\(tree.tag(id))("
        ends.append(tree.end(id))
      }
    }
    return shown + String(repeating: ")", count: ends.count)
  }
}
