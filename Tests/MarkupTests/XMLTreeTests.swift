import Markup
import TestSupport
import Testing

struct XMLTreeTests {
  @Test("it reads elements, attributes and texts")
  func reads() throws {
    let tree = try XMLTree(
      Array("<rss v='2'><i>a<b>&lt;b</b><![CDATA[ & c]]></i><n:x xmlns:n='u' n:y='1'/></rss>".utf8)
    )
    #expect(tree.nodes[0].name == "rss")
    #expect(tree.attribute("v", of: 0) == "2")
    let children = tree.children(of: 0)
    #expect(children.map { tree.nodes[$0].name } == ["i", "x"])
    #expect(tree.text(of: children[0]) == "a<b & c")
    #expect(tree.nodes[children[1]].prefix == "n")
    #expect(tree.attribute("y", of: children[1]) == "1")
  }

  @Test(
    "it mends what feeds get wrong",
    arguments: [
      ("\n\n<?xml version='1.0'?><a>x</a>", "x"),
      ("Warning: headers sent <a>x</a>", "x"),
      ("<a>http://h/?a=1&b=2&amp;c=3</a>", "http://h/?a=1&b=2&c=3"),
      ("<a>Q&A &nbsp;&#38;&#x26;&#0;</a>", "Q&A &nbsp;&&&#0;"),
      ("<a><b>x</c>http://h/?a=1&amp;b=2&lt;</a>", "xhttp://h/?a=1&b=2<"),
      ("<a>x\u{0B}y</a>", "x y"),
      ("<a><m:b>x</m:b></a>", "x"),
      ("<a>x<b>y", "xy"),
      ("<a>x<br>y</a>", "xy"),
      ("<?xml version='1.0' encoding='iso-8859-1'?><a>đồng</a>", "đồng"),
      ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>", "&e;"),
      ("<!DOCTYPE a [<!ENTITY e 'eee'>]><a>&e;</a>", "&e;"),
      ("<a><!-- & --><![CDATA[a&b]]></a>", "a&b"),
    ]
  )
  func mends(text: String, expected: String) throws {
    let tree = try XMLTree(Array(text.utf8))
    #expect(tree.text(of: 0) == expected)
  }

  @Test("it reads other charsets", arguments: [true, false])
  func readsUTF16(isBig: Bool) throws {
    let text = "\u{FEFF}<?xml version='1.0' encoding='utf-16'?><a>Số liệu</a>"
    let bytes = text.utf16.flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    #expect(try XMLTree(bytes).text(of: 0) == "Số liệu")
  }

  @Test("it goes by the charset that HTTP names where the bytes are no UTF-8")
  func readsLatin1() throws {
    #expect(
      try XMLTree(Array("<a>caf".utf8) + [0xE9] + Array("</a>".utf8), charset: "iso-8859-1").text(
        of: 0
      ) == "café"
    )
  }

  @Test("it reads pages, with their charset and without their scripts")
  func readsPages() throws {
    let page = "<title>Tin</title><script>if (1 < 2) '</p>'</script><p data-x=1>đồng &eacute;<br>x"
    let tree = try XMLTree(html: Array(page.utf8))
    #expect(tree.nodes[0].name == "html")
    let paragraph = try #require(tree.elements(named: "p").first)
    #expect(tree.text(of: paragraph) == "đồng éx")
    #expect(tree.attribute("data-x", of: paragraph) == "1")
    #expect(tree.text(of: 0) == "Tinđồng éx")
    let old = Array("<p>caf".utf8) + [0xE9]
    #expect(
      try XMLTree(html: old, contentType: "text/html; charset=iso-8859-1").text(of: 0) == "café"
    )
  }

  @Test("it refuses what has no element", arguments: ["", "   ", "xin chào", "<", "<!-- -->"])
  func refuses(text: String) {
    #expect(throws: XMLTreeError.noElements) { try XMLTree(Array(text.utf8)) }
  }

  /// Any bytes give a tree or an error, never a crash; the seed makes a failure repeatable.
  @Test("it survives damage", arguments: 0..<200)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix(state: seed)
    let items = (0..<20).map { "<item><link>http://h/\($0)?a&amp;b</link><![CDATA[x]]></item>" }
    var xml = Array("<?xml version='1.0'?><rss><channel>\(items.joined())</channel></rss>".utf8)
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let place = Int.random(in: 0..<xml.count, using: &random)
      xml[place] = UInt8.random(in: 0...255, using: &random)
    }
    guard let tree = try? XMLTree(xml) else { return }
    #expect(tree.nodes.indices.allSatisfy { tree.nodes[$0].end > $0 })
  }
}
