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
    let tree = try tree()
    #expect(try XPath(path).nodes(in: tree).map { tree.string(of: $0) } == texts)
  }

  @Test(
    "it computes texts, numbers and truth values",
    arguments: [
      ("count(//li)", "3"),
      ("count(//li) div 2", "1.5"),
      ("7 mod 4 - -1", "4"),
      ("concat('a', ' ', string(//title))", "a Tin"),
      ("substring-after(//a/@href, '/')", "1"),
      ("substring-before('Nguồn: TTXVN', ':')", "Nguồn"),
      ("substring('12345', 2, 3)", "234"),
      ("substring('12345', 0)", "12345"),
      ("translate('1.234,5', ',.', '.')", "1234.5"),
      ("string-length('đồng')", "4"),
      ("normalize-space('  a \n b ')", "a b"),
      ("not(//li = 'không')", "false"),
      ("//li != 'không'", "true"),
      ("sum(//p[2])", "3"),
      ("number('x')", "NaN"),
      ("round(2.5) * floor(-1.5)", "-6"),
      ("name(//*[@rel])", "a"),
      ("true() and 'a' and not(0)", "true"),
      ("string(//nothing)", ""),
    ]
  )
  func computes(path: String, text: String) throws {
    #expect(try XPath(path).string(in: tree()) == text)
  }

  @Test("it goes from any node")
  func startsAnywhere() throws {
    let tree = try tree()
    let list = try #require(try XPath("//ul").nodes(in: tree).first)
    #expect(try XPath("li[1]/a").string(in: tree, from: list.id) == "Hai")
    #expect(try XPath("//title").string(in: tree, from: list.id) == "Tin")
  }

  @Test(
    "it says what is wrong, and where",
    arguments: [
      ("//a[", "XPath, column 5: it ends too early"),
      ("//a]", "XPath, column 4: unexpected ]"),
      ("//a/child-of::b", "XPath, column 5: no axis child-of"),
      ("lower('x')", "XPath, column 1: no function lower"),
      ("contains('x')", "XPath, column 1: contains can't take 1 arguments"),
      ("'x", "XPath, column 1: the text is not closed"),
      ("//a{1}", "XPath, column 4: unexpected {"),
      ("", "XPath, column 1: it ends too early"),
      ("1.2.3", "XPath, column 1: this is no number"),
      (String(repeating: "(", count: 99), "XPath, column 33: nested too deep"),
    ]
  )
  func explains(path: String, message: String) {
    let error = #expect(throws: XPathError.self) { try XPath(path) }
    #expect("\(error.map { "\($0)" } ?? "")".hasPrefix(message))
  }

  @Test("it refuses what selects no nodes")
  func refusesValues() throws {
    let tree = try tree()
    let path = try XPath("count(//a)")
    #expect(throws: XPathError.notNodes("count(//a)")) { try path.nodes(in: tree) }
  }

  @Test("it ends on a page that makes an expression dear")
  func endsInTime() throws {
    let many = "<p>" + String(repeating: "<b>x</b>", count: 3000)
    let tree = try XMLTree(html: Array(many.utf8))
    let path = try XPath("//b[count(following::b) = 1]")
    #expect(throws: XPathError.tooCostly) { try path.nodes(in: tree) }
  }

  private func tree() throws -> XMLTree {
    try XMLTree(html: Array(Self.page.utf8), contentType: "text/html; charset=utf-8")
  }
}
