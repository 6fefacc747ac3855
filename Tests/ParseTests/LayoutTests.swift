import Parse
import Records
import Testing

/// The layouts in which newspapers have put an article, old ones included.
struct LayoutTests {
  private let body = paragraphs.joined(separator: "\n")

  @Test("it reads text that stands in an element with line breaks alone")
  func readsLineBreaks() throws {
    let article = try read("<div id=content>\(paragraphs.joined(separator: "<br><br>\n"))</div>")
    #expect(article.text == body)
  }

  @Test("it reads text in tables that arrange the page")
  func readsTables() throws {
    let article = try read(
      """
      <table width=1000><tr><td width=200><table><tr><td><a href=a>Thời sự</a></td></tr>
      <tr><td><a href=b>Thế giới</a></td></tr><tr><td><a href=c>Kinh tế</a></td></tr></table></td>
      <td><table><tr><td><font size=2>\(paragraphs[0])</font></td></tr>
      <tr><td>\(paragraphs[1])<br>\(paragraphs[2])</td></tr></table></td></tr></table>
      """
    )
    #expect(article.text == body)
  }

  @Test("it joins a body that is split over several elements")
  func joinsParts() throws {
    let article = try read(
      """
      <div class=wrap><div class=part><p>\(paragraphs[0])</p></div><div class=ads>Quảng cáo</div>
      <div class=part><p>\(paragraphs[1])</p></div>
      <div class=part><p>\(paragraphs[2])</p></div></div>
      """
    )
    #expect(article.text == body)
  }

  @Test("it fetches the first paragraphs from before the body's element")
  func fetchesOpening() throws {
    let article = try read(
      """
      <div class=top><p>\(paragraphs[0])</p></div><div class=share><a href=x>Chia sẻ</a></div>
      <div class=rest><p>\(paragraphs[1])</p><p>\(paragraphs[2])</p><p>\(sampleLead)</p>
      <p>\(paragraphs[1].replacing("232", with: "233"))</p></div>
      """
    )
    #expect(article.text.hasPrefix(paragraphs[0] + "\n" + paragraphs[1]))
  }

  @Test("it takes a photo story's captions for its text")
  func readsPhotoStory() throws {
    let figures = paragraphs.map { "<figure><img src=a><figcaption>\($0)</figcaption></figure>" }
    let article = try read("<div class=content>\(figures.joined())</div>")
    #expect(article.text == body)
  }

  @Test("it reads a photo story in an element that is named a gallery, and no footer")
  func readsGallery() throws {
    let figures = (paragraphs + [paragraphs[2].replacing("133 xã", with: "140 xã")]).map {
      "<figure><img src=a><figcaption>\($0)</figcaption></figure>"
    }
    let article = try read(
      """
      <p class=time>16/11/2020 17:20</p><p class=sapo>\(sampleLead)</p>
      <div class=gallery>\(figures.joined())</div><p>Thực hiện: Minh Tâm</p>
      <footer><p>Báo điện tử Mẫu</p><p>Tòa soạn: Số 8, ngõ 4, đường Lê Lợi, phường Mẫu, tỉnh Mẫu</p>
      <p>Điện thoại: (020) 3111 222 - Quảng cáo: 090 111 222 - Phát hành: 090 111 223</p>
      <p>© 2009-2025 Báo Mẫu. Ghi rõ nguồn khi dùng lại thông tin từ trang này.</p></footer>
      """
    )
    #expect(article.text.hasPrefix(sampleLead + "\n" + body))
    #expect(article.text.hasSuffix("hiếu học."))
  }

  @Test(
    "it takes the headline of a portal that calls every page by its own name from the page",
    arguments: ["news-title", "c12"]
  )
  func readsPortal(name: String) throws {
    let page = """
      <title>Cổng thông tin điện tử tỉnh Mẫu</title><body><div class=banner>CỔNG THÔNG TIN ĐIỆN TỬ TỈNH
      MẪU</div><div class=menu><a href=/>Trang chủ</a></div><div class=portlet-title><a href=/t>Tin tức -
      Sự kiện trong tỉnh</a></div><div class=detail><div class=\(name)>Sở Giáo dục tổng kết quý
      III</div><div class=news-date>Cập nhật ngày 14/08/2025 08:30</div>
      <div>\(paragraphs.joined(separator: "</div><div>"))</div><p align=right><b>Ban Biên tập</b></p></div>
      """
    let article = try readArticle(
      from: Page(url: "https://example.vn/a/b.html", body: Array(page.utf8))
    )
    #expect(article.headline == "Sở Giáo dục tổng kết quý III")
    #expect(article.datePublished == "2025-08-14")
    #expect(article.text == body)
  }

  @Test("it reads paragraphs that are never closed")
  func readsOpenParagraphs() throws {
    let article = try read("<div>" + paragraphs.map { "<p>\($0)" }.joined())
    #expect(article.text == body)
  }

  @Test("it reads a page in windows-1258")
  func readsOldCharset() throws {
    // “Tổng số 1.330 học sinh, tỉnh Lạng Sơn” with its tones after their vowels.
    let line: [UInt8] =
      [0x54, 0xF4, 0xD2] + Array("ng s".utf8) + [0xF4, 0xEC] + Array(" 1.330 ho".utf8) + [0xF2]
      + Array("c sinh, ti".utf8) + [0xD2] + Array("nh La".utf8) + [0xF2] + Array("ng S".utf8)
      + [0xF5] + Array("n, theo".utf8) + Array(" nha tr".utf8) + [0xFD, 0xF5, 0xCC]
      + Array("ng.".utf8)
    let text =
      Array("<h1>A B C D</h1><div>".utf8)
      + (0..<4).flatMap { line + Array(" \($0)<br>".utf8) }
    let article = try readArticle(from: Page(url: "https://example.vn/a/b.html", body: text))
    #expect(article.text.hasPrefix("Tổng số 1.330 học sinh, tỉnh Lạng Sơn, theo nha trường. 0"))
    #expect(article.language == "vi")
  }

  @Test(
    "it reads a short article beside much else",
    arguments: [
      "related-news", "sidebar", "comments", "footer",
    ]
  )
  func readsShort(name: String) throws {
    let other =
      "Một bài khác của báo, dài hơn bài này, với nhiều câu, và không có đường dẫn nào cả. "
    let article = try read(
      """
      <div class=content><p>\(paragraphs.joined(separator: "</p><p>"))</p></div><div class=\(name)>
      \(String(repeating: "<p>\(other)</p><p><a href=x>Tiêu đề của một bài khác</a></p>", count: 9))</div>
      """
    )
    #expect(article.text == body)
  }

  @Test("it reads a recipe whole, not its longest list alone")
  func readsRecipe() throws {
    let list = paragraphs.map { "<li>\($0)" }.joined()
    let article = try read(
      """
      <div class=wrap><div class=dish><p>Chuẩn bị 40 phút, nấu 15 phút.</p><p>Nguyên liệu:</p><p>300 g bột mì</p>
      <p>200 g đường</p><p>1 quả trứng</p><p>Cách làm:</p><ol>\(list)</ol></div>
      <div class=more><a href=x>Món khác cho cuối tuần</a></div></div>
      """
    )
    #expect(article.text.contains("200 g đường\n1 quả trứng"))
    #expect(article.text.hasSuffix(paragraphs[2]))
  }

  @Test("it types lists, quotes and headings")
  func typesBlocks() throws {
    let article = try read(
      """
      <div class=content><p>\(paragraphs[0])</p><h3>Các chỉ tiêu</h3><ul><li>232 trường đạt chuẩn,
      vượt 6 trường.<li>1.330 suất quà cho học sinh.</ul><blockquote>\(paragraphs[1])</blockquote></div>
      """
    )
    #expect(article.blocks.map(\.kind) == [.paragraph, .heading, .listItem, .listItem, .quote])
  }

  private func read(_ html: String) throws -> Article {
    let page = """
      <html lang=vi><title>Sở Giáo dục tổng kết</title><body><div class=menu><a href=/>Trang chủ</a>
      <a href=/a>Giáo dục</a></div><h1>Sở Giáo dục tổng kết</h1>\(html)
      """
    return try readArticle(
      from: Page(url: "https://example.vn/a/b.html", body: Array(page.utf8))
    )
  }
}
