import Testing

@testable import Report

struct HTMLWriterTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("\"'&", "&quot;&#39;&amp;"), ("&lt;", "&amp;lt;"),
    ("a\u{0}b\u{1B}\u{85}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
    ("\u{202E}x\u{2066}", "\u{FFFD}x\u{FFFD}"),
    ("\u{FFFE}\u{1FFFF}", "\u{FFFD}\u{FFFD}"), ("a\n\tb", "a\n\tb"), ("học sinh 😀", "học sinh 😀"),
  ])
  func escapes(text: String, html: String) {
    #expect(escaped(text) == html)
  }

  @Test func quotesAttributesAndSaysBothLanguages() {
    var html = HTMLWriter()
    html.element("p", .init("title", "\"><b>"), say: Phrase("hai", "two"))
    html.element("p", say: Phrase(same: "2"))
    #expect(
      html.text == """
        <p title="&quot;&gt;&lt;b&gt;"><span class="vi" lang="vi">hai</span>\
        <span class="en" lang="en">two</span></p><p>2</p>
        """
    )
  }

  @Test(arguments: ["http://a.vn/", "HTTPS://a.vn/x?y=\"<>"])
  func linksToTheWeb(address: String) {
    #expect(WebAddress(address)?.text == address)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", " http://a.vn", "//a.vn", "data:text/html,x", "http:a",
  ])
  func linksNowhereElse(address: String) {
    #expect(WebAddress(address) == nil)
  }
}
