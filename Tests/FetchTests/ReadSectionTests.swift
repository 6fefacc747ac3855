import Fetch
import Markup
import Testing

struct ReadSectionTests {
  private static let page = """
    <html><head><base href="/tin/"></head><body>
    <nav><a href="/kinh-te.html">Kinh tế</a><a href="/tags/gia-vang-hom-nay-tang-manh-123456.html">Giá vàng</a>
    <a href="/lien-he">Liên hệ</a><a href="https://facebook.com/trang-tin-cua-chung-toi-1234567">Theo dõi</a></nav>
    <h2><a href="lang-son-co-330-truong-hoc-dat-chuan-301245.html?utm_source=home">Lạng Sơn có 330 trường học đạt chuẩn</a></h2>
    <a href="lang-son-co-330-truong-hoc-dat-chuan-301245.html#binh-luan">12 bình luận</a>
    <article><h3><a href="/2020/11/24/mua-lu-gay-thiet-hai">Mưa lũ gây thiệt hại hơn 20 tỷ đồng</a></h3></article>
    <a href="https://m.example.org/gia-lon-hoi-giam-nhe-tai-nhieu-dia-phuong-d5321.html"><img alt="Giá lợn hơi giảm nhẹ tại nhiều địa phương"></a>
    <a href="/view.aspx?id=45678"><b>Khánh thành cầu mới ở Lạng Sơn sau hai năm thi công</b></a>
    <a href="/tin/">Tin</a><a href="javascript:void(0)">Xem thêm tin khác ở đây nữa</a><a href="anh-dep-nam-2020-12345678.jpg">Ảnh</a>
    <a href="mailto:toasoan@example.org">Tòa soạn báo ở tỉnh Lạng Sơn</a>
    </body></html>
    """

  @Test("it finds what looks like articles, each once")
  func findsArticles() throws {
    #expect(
      try read(Self.page) == [
        "/tin/lang-son-co-330-truong-hoc-dat-chuan-301245.html?utm_source=home",
        "/2020/11/24/mua-lu-gay-thiet-hai",
        "https://m.example.org/gia-lon-hoi-giam-nhe-tai-nhieu-dia-phuong-d5321.html",
        "/view.aspx?id=45678",
      ]
    )
  }

  @Test(
    "it goes by an XPath where there is one",
    arguments: [
      ("//h2/a/@href", 1), ("//h3", 1), ("//nav/a", 4), ("//nav/a[2] | //nav/a[2]/@href", 1),
      ("//center", 0),
    ]
  )
  func goesByPath(path: String, count: Int) throws {
    #expect(try read(Self.page, links: XPath(path)).count == count)
  }

  @Test("it refuses what is no page")
  func refuses() throws {
    let base = try #require(WebURL("https://example.org/"))
    #expect(readSection([], base: base) == nil)
    #expect(readSection(Array("xin chào".utf8), base: base)?.pages == [])
  }

  /// The addresses, without the site's own origin.
  private func read(_ text: String, links: XPath? = nil) throws -> [String] {
    let base = try #require(WebURL("https://example.org/tin/index.html"))
    let listing = try #require(readSection(Array(text.utf8), base: base, links: links))
    return listing.pages.map { page in
      page.url.origin == base.origin ? page.url.requestTarget : page.url.description
    }
  }
}
