import Parse
import Records
import Testing

/// What stands before the headline and after the last sentence of an article.
struct TrimEndsTests {
  private let body = paragraphs.joined(separator: "\n")

  @Test("it drops menus, tickers and the imprint of a page that is one table")
  func readsOneTable() throws {
    let article = try read(
      """
      <table><tr><td colspan=2>Trang chủ | Tin trong tỉnh | Lượt truy cập: 1.204.551</td></tr>
      <tr><td>Chuyên mục<br><a href=a>Chăn nuôi</a><br>Giá lúa: 6.900 đồng/kg<br>Nhiệt độ: 29°C</td>
      <td><b class=tieude>Sở Giáo dục tổng kết</b><br>Thứ tư, 18/11/2020<br>
      \(paragraphs.joined(separator: "<br><br>"))<br><b>Minh Tâm</b><br>Các tin đã đưa:<br>
      <a href=b>Một bài khác của báo</a> (17/11)</td></tr>
      <tr><td colspan=2>© 2009 Báo Mẫu. Giấy phép số 11/GP-BTTTT ngày 02/03/2009<br>
      Tòa soạn: Số 8, ngõ 4, đường Lê Lợi, phường Mẫu, thành phố Mẫu. ĐT: (020) 3111 222</td></tr>
      </table>
      """
    )
    #expect(article.text == body)
    #expect(article.headline == "Sở Giáo dục tổng kết")
  }

  @Test("it drops who wrote it and when from over the text")
  func dropsNameAndDate() throws {
    let article = try read(
      """
      <div><h1>Sở Giáo dục tổng kết</h1><div><span>Lê Thị Lan</span><span>05/09/2025 | 11:00</span></div>
      <div>\(paragraphs.joined(separator: "</div><div>"))</div></div>
      """
    )
    #expect(article.text == body)
    #expect(article.datePublished == "2025-09-05")
    #expect(article.authors == ["Lê Thị Lan"])
  }

  @Test("it drops readers' words under a line that says so")
  func dropsComments() throws {
    let article = try read(
      """
      <div><h1>Sở Giáo dục tổng kết</h1>\(paragraphs.map { "<div>\($0)</div>" }.joined())
      <div><div>Bình luận (1)</div><div><b>Hoàng Nam</b><div>Tin vui cho các cháu vùng cao!</div></div></div>
      """
    )
    #expect(article.text == body)
  }

  @Test("it keeps text under a button for comments that stands high up")
  func keepsTextUnderButton() throws {
    let article = try read(
      """
      <div><h1>Sở Giáo dục tổng kết</h1><div>\(paragraphs[0])</div><div>Bình luận</div>
      <div>\(paragraphs[1])</div><div>\(paragraphs[2])</div></div>
      """
    )
    #expect(article.text == body)
  }

  @Test("it drops other articles at the end with the lines under their titles")
  func dropsOthers() throws {
    let others = ["Giá gạo tăng", "Thêm một cây cầu", "Đội tuyển lên đường"].map {
      "<li><a href=x>\($0) trong tuần này</a></li><li>Một dòng ngắn kể về bài đó, có dấu chấm.</li>"
    }
    let article = try read(
      """
      <div><h1>Sở Giáo dục tổng kết</h1><p>\(paragraphs[0])</p><p>\(paragraphs[1])</p>
      <div>Quảng cáo</div><p>\(paragraphs[2])</p><h4>Có thể bạn quan tâm</h4>
      <ul>\(others.joined())</ul></div>
      """
    )
    #expect(article.text == body)
  }

  @Test("it drops short lines after a signature")
  func dropsAfterSignature() throws {
    let article = try read(
      """
      <div><h1>Sở Giáo dục tổng kết</h1><p>\(paragraphs.joined(separator: "</p><p>"))</p>
      <p><b>Minh Tâm</b></p><p>Bạn thấy bài này thế nào?</p></div>
      """
    )
    #expect(article.text == body)
  }

  @Test("it keeps days in the text")
  func keepsDays() throws {
    let lines = ["Bắc Sơn - 05/11/2025", "Bình Gia - 07/11/2025"]
    let text = [paragraphs[0], paragraphs[1]] + lines + [paragraphs[2]]
    let article = try read(
      "<div><h1>Sở Giáo dục tổng kết</h1><p>\(text.joined(separator: "</p><p>"))</p></div>"
    )
    #expect(article.text == text.joined(separator: "\n"))
  }

  @Test(
    "it drops the lines of an imprint at the end",
    arguments: [
      "Giấy phép hoạt động báo chí số 11 cấp ngày 02/03/2009, Tổng biên tập: Trần Bình, Báo Mẫu.",
      "© 2009-2025 Báo Mẫu, ghi rõ nguồn khi phát hành lại thông tin từ trang này, xin cảm ơn.",
      "Số 8, ngõ 4, đường Lê Lợi, phường Mẫu, thành phố Mẫu, tỉnh Mẫu - ĐT: (020) 3111 222.",
      "Cơ quan chủ quản: Ủy ban nhân dân tỉnh Mẫu, số 8, đường Lê Lợi, phường Mẫu, tỉnh Mẫu.",
    ]
  )
  func dropsImprint(line: String) throws {
    let article = try read(
      "<div><h1>Sở Giáo dục tổng kết</h1><p>\((paragraphs + [line]).joined(separator: "<p>"))</div>"
    )
    #expect(article.text == body)
  }

  @Test("it keeps a licence that the article is about")
  func keepsLicence() throws {
    let line =
      "Mỏ đá hoạt động theo Giấy phép số 12/GP-UBND, do Ủy ban nhân dân tỉnh cấp năm 2019, đến 2029."
    let article = try read(
      "<div><h1>Sở Giáo dục tổng kết</h1><p>\((paragraphs + [line]).joined(separator: "<p>"))</div>"
    )
    #expect(article.text == body + "\n" + line)
  }

  private func read(_ html: String) throws -> Article {
    let page = "<title>Báo Mẫu - Giáo dục - Sở Giáo dục tổng kết</title><body>" + html
    return try readArticle(
      from: Page(url: "https://example.vn/a/b.html", body: Array(page.utf8))
    )
  }
}
