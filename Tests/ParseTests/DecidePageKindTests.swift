import Parse
import Records
import Testing

/// Pages without a name at any element, as scripts write them.
struct DecidePageKindTests {
  @Test("it takes nothing from under a list of other pages")
  func refusesFooter() {
    #expect(throws: ParseError.self) {
      try read("<h1>Kinh doanh</h1>\(items(14))<div>\(about) \(about)</div>")
    }
  }

  @Test("it reads an article over a list of other pages")
  func readsOverList() throws {
    let article = try read(
      "<h1>Sở Giáo dục tổng kết</h1><div><p>\(paragraphs[0])</p><p>\(paragraphs[1])</p></div>\(items(14))"
    )
    #expect(article.text == paragraphs[0] + "\n" + paragraphs[1])
  }

  @Test("it reads an article under a few titles of others")
  func readsUnderFew() throws {
    let article = try read(
      """
      <h1>Sở Giáo dục tổng kết</h1>\(items(4))
      <div><p>\(paragraphs[0])</p><p>\(paragraphs[1])</p></div>
      """
    )
    #expect(article.text == paragraphs[0] + "\n" + paragraphs[1])
  }

  private let about = """
    Báo Mẫu giới thiệu gói đọc báo mới, dành riêng cho bạn đọc thân thiết, với nhiều chuyên mục. Mời \
    bạn cùng trải nghiệm.
    """

  private func items(_ count: Int) -> String {
    let items = (1...count).map { number in
      "<div><a href=/\(number)><h3>Tin số \(number) của chuyên mục này trong ngày</h3></a></div>"
    }
    return "<div>\(items.joined())</div>"
  }

  private func read(_ html: String) throws -> Article {
    let page = "<title>Báo Mẫu</title><body>" + html
    return try readArticle(
      from: Page(url: "https://example.vn/kinh-doanh.htm", body: Array(page.utf8))
    )
  }
}
