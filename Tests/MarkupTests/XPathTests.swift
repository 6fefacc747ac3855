import Markup
import Testing

struct XPathTests {
  private static let page =
    "<html><head><title>Tin</title></head><body>"
    + "<div id=a class='box main'><h2><a href='/1'>Một</a></h2><p>1 <b>hai</b></p><p>3</p></div>"
    + "<ul><li><a href='/2' rel=tag>Hai</a></li><li><a href='/3'>Ba</a></li><li>không</li></ul>"
    + "</body></html>"

  @Test(
    "it selects nodes, in document order",
    arguments: [
      ("//a/@href", ["/1", "/2", "/3"]),
      ("//h2/a", ["Một"]),
      ("/html/body/div/p", ["1 hai", "3"]),
      ("//p[2]", ["3"]),
      ("//p[last()]", ["3"]),
      ("(//a)[2]", ["Hai"]),
      ("//li[a]/a[not(@rel)]", ["Ba"]),
      ("//*[@id='a']//b", ["hai"]),
      ("//div[contains(@class, 'main')]/h2", ["Một"]),
      ("//b/ancestor::div/@id", ["a"]),
      ("//b/..", ["1 hai"]),
      ("//li[position() < 3]", ["Hai", "Ba"]),
      ("//li[2]/preceding-sibling::li", ["Hai"]),
      ("//li[2]/following-sibling::*", ["không"]),
      ("//h2/following::a/@href", ["/2", "/3"]),
      ("//li/preceding::p[1]", ["3"]),
      ("//title | //h2", ["Tin", "Một"]),
      ("//li[normalize-space() = 'Ba' or a/@rel = \"tag\"]", ["Hai", "Ba"]),
      ("//p[. = 3]", ["3"]),
      ("//p/text()", ["1 ", "3"]),
      ("//li/a/self::a[starts-with(@href, '/')][2 - 1]", ["Hai", "Ba"]),
      ("descendant::b", ["hai"]),
      ("//center", []),
      ("//x-own", []),
    ]
  )
  func selects(path: String, texts: [String]) throws {
    let (tree, selected) = try XMLTree.reading(
      html: Array(Self.page.utf8),
      contentType: "text/html; charset=utf-8",
      selecting: [XPath("//title"), XPath(path)]
    )
    #expect(selected.map { $0.map { tree.string(of: $0) } } == [["Tin"], texts])
  }

  @Test(
    "it refuses what selects no nodes",
    arguments: [
      ("//a[", .syntax("//a[")),
      ("//a]", .syntax("//a]")),
      ("'x", .syntax("'x")),
      ("//a{1}", .syntax("//a{1}")),
      ("", .syntax("")),
      ("1.2.3", .syntax("1.2.3")),
      ("contains('x')", .syntax("contains('x')")),
      ("$x", .syntax("$x")),
      ("//b:a", .syntax("//b:a")),
      ("count(//a)", .noNodes("count(//a)")),
      ("'x'", .noNodes("'x'")),
      ("//a = 'x'", .noNodes("//a = 'x'")),
      (
        "//a[ends-with (@href, '1')]",
        .unknownFunction("ends-with", in: "//a[ends-with (@href, '1')]")
      ),
      ("//a[not(x:f('('))]", .unknownFunction("x:f", in: "//a[not(x:f('('))]")),
    ] as [(String, XPathError)]
  )
  func refuses(path: String, error: XPathError) {
    #expect(throws: error) { try XPath(path) }
  }

  @Test(
    "it takes each function of XPath 1.0, and what looks like one",
    arguments: [
      "//a[contains(@href, 'matches(')]", "//a/ancestor::node()", "//a[(@x) or (@y) and not(@z)]",
      "//a[position() mod (2) = 1]", "//*[local-name() = \"lower()\"]", "(//a)[last ()]",
      "//a[translate(@x, 'A', 'a') = string-length (normalize-space(.)) div(2)]", "id('x')/text()",
    ]
  )
  func takesFunctions(path: String) throws {
    #expect(try XPath(path).text == path)
  }

  @Test("it ends on a page that makes an expression dear")
  func endsInTime() throws {
    let many = "<p>" + String(repeating: "<b>x</b>", count: 10_000)
    let path = try XPath("//b[count(following::b) = 1]")
    #expect(try XMLTree.reading(html: Array(many.utf8), selecting: [path]).selected == [[]])
  }
}
