import Parse
import Records
import Testing

struct PageKindTests {
  @Test(
    "it knows a page about the site by its headline alone",
    arguments: ["Liên hệ", "GIỚI THIỆU", "Chính sách bảo mật", "Contact us", "Kontakt"]
  )
  func refusesServicePages(title: String) {
    #expect(throws: ParseError.notArticle(.service(title: title))) {
      try readArticle(from: page(title))
    }
  }

  @Test(
    "it takes an article whose headline says more, or that has a date",
    arguments: [
      ("Liên hệ giữa giá gạo và giá dầu", ""),
      ("Giới thiệu", "<p>Thứ Ba, 24/11/2020 16:05 (GMT+7)</p>"),
    ]
  )
  func takesArticles(title: String, date: String) throws {
    #expect(try readArticle(from: page(title, date: date)).headline == title)
  }

  private func page(_ title: String, date: String = "") -> Page {
    let text =
      "<p>Tòa soạn tiếp bạn đọc từ 8 giờ đến 17 giờ các ngày làm việc, tại tầng hai của trụ sở báo "
      + "ở trung tâm thành phố. Thư và bài cộng tác xin gửi về địa chỉ ghi ở cuối trang này.</p>"
    let body = "<h1>\(title)</h1>\(date)\(text)\(text.replacing("hai", with: "ba"))"
    return Page(
      url: "http://bao.vn/trang.html",
      body: Array("<html><head><title>\(title)</title></head><body>\(body)</body></html>".utf8)
    )
  }
}
