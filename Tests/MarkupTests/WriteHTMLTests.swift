import Markup
import Testing

struct WriteHTMLTests {
  private static let page =
    "<html lang=vi><head><title>Tin &amp; ảnh</title><script>let x = '<p>'</script></head><body>"
    + "<div class='a \"b\"'><p>1 <b>hai</b> &lt;ba&gt;<br>bốn</p><!-- x --><img src=a.jpg alt=Ảnh></div>"
    + "<table><tr><td colspan=2>5</td></tr></table><p>6 <st1:place>7</st1:place><o:p>8</o:p></p></body></html>"

  @Test func writesThePageAgain() throws {
    let tree = try XMLTree(html: Array(Self.page.utf8))
    #expect(
      text(tree.html()) == """
        <html lang="vi"><head><title>Tin &amp; ảnh</title></head><body>\
        <div class="a &quot;b&quot;"><p>1 <b>hai</b> &lt;ba><br>bốn</p>\
        <img src="a.jpg" alt="Ảnh"></div>\
        <table><tr><td colspan="2">5</td></tr></table><p>6 78</p></body></html>
        """
    )
  }

  @Test(
    "it writes what is selected, in the elements around it",
    arguments: [
      ("//b", "", "<div><div><div class='a *b*'><p><b>hai</b></p></div></div></div>"),
      ("//div/p/text()", "", "<div><div><div class='a *b*'><p>1  &lt;ba>bốn</p></div></div></div>"),
      (
        "//div/p | //b", "//b",
        "<div><div><div class='a *b*'><p>1  &lt;ba><br>bốn</p></div></div></div>"
      ),
      ("//b", "//p", "<div><div><div class='a *b*'></div></div></div>"),
      ("//td", "", "<div><div><table><tr><td colspan='2'>5</td></tr></table></div></div>"),
      ("//title", "", "<div><div><div>Tin &amp; ảnh</div></div></div>"),
      (
        "//img/@alt", "",
        "<div><div><div class='a *b*'><div>Ảnh</div><img src='a.jpg' alt='Ảnh'></div></div></div>"
      ),
      ("//center", "", ""),
    ]
  )
  func writesParts(parts: String, dropped: String, html: String) throws {
    let (tree, selected) = try XMLTree.reading(
      html: Array(Self.page.utf8),
      selecting: [XPath(parts), XPath(dropped.isEmpty ? "/.." : dropped)]
    )
    let written = text(tree.html(of: selected[0], without: selected[1]))
      .replacing("&quot;", with: "*").replacing("\"", with: "'")
      .replacing("<div lang='vi'>", with: "<div>")
    #expect(written == html)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
