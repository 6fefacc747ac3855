import Parse
import Records
import TestSupport
import Testing

struct ArticleReaderTests {
  @Test("it reads the whole article and nothing else")
  func reads() throws {
    let article = try readArticle(from: samplePage())
    #expect(article.headline == "Sở Giáo dục & Đào tạo tổng kết quý III")
    #expect(article.lead == sampleLead)
    #expect(
      article.text
        == [sampleLead, paragraphs[0], "Kết quả", paragraphs[1], paragraphs[2]]
        .joined(separator: "\n")
    )
    #expect(article.captions == ["Trụ sở Sở."])
    #expect(article.authors == ["Nguyễn Tuấn"])
    #expect(article.datePublished == "2020-11-24")
    #expect(article.publishedAt == "2020-11-24T09:05:00Z")
    #expect(article.section == "Giáo dục")
    #expect(article.publisher == "Báo Mẫu")
    #expect(article.language == "vi")
    #expect(article.canonicalURL == "https://www.example.vn/giao-duc/tong-ket.html")
    #expect(article.site == "example.vn")
    #expect(article.id == articleID(of: "https://www.example.vn/giao-duc/tong-ket.html"))
  }

  @Test("it names the site of the page's own address where it was read from none")
  func namesSite() throws {
    let head =
      "<link rel=canonical href=https://www.example.vn/a/b.html><h1>Tổng kết quý III</h1><p>"
    let html = head + paragraphs.joined(separator: "<p>")
    #expect(try readArticle(from: Page(url: "", body: Array(html.utf8))).site == "example.vn")
  }

  @Test("it gives each block its place in the text")
  func placesBlocks() throws {
    let article = try readArticle(from: samplePage())
    let scalars = Array(article.text.unicodeScalars)
    let texts = article.blocks.map { block in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[block.characters])
      return String(text)
    }
    #expect(texts == article.text.split(separator: "\n").map(String.init))
    #expect(article.blocks.map(\.kind) == [.lead, .paragraph, .heading, .paragraph, .paragraph])
  }

  @Test("it reads the same whatever was read before")
  func keepsNothing() throws {
    var reader = ArticleReader()
    let first = try reader.read(samplePage())
    _ = try? reader.read(Page(url: "https://example.vn/", body: Array("<p>x".utf8)))
    #expect(try reader.read(samplePage()) == first)
  }

  @Test(
    "it drops what frames the text",
    arguments: [
      "<p>Xem thêm: <a href=x>Giá vàng hôm nay tăng mạnh</a></p>",
      "<p class=author><strong>Nguyễn Tuấn</strong></p>",
      "<p>Theo Báo Mẫu</p>",
      "<div class=tags><a href=x>Lạng Sơn</a> <a href=y>giáo dục</a></div>",
      "<div class=related-news><h3>Tin liên quan</h3><a href=x>Một tin khác của báo</a></div>",
      "<figure><img src=x><figcaption>Một ngôi trường.</figcaption></figure>",
      "<table><tr><td><img src=x></td></tr><tr><td>Ảnh: một ngôi trường</td></tr></table>",
      "<div class=share><a href=x>Facebook</a></div>",
      "<p>24/11/2020 16:05</p>",
      "<div style='display: none'>Văn bản này người đọc không thấy, dù nó dài và có dấu chấm.</div>",
      "<h3>Đọc nhiều</h3>",
    ]
  )
  func drops(html: String) throws {
    let article = try readArticle(from: samplePage(ending: html))
    #expect(article.text == (try readArticle(from: samplePage()).text))
  }

  @Test("it takes a data table as rows and as data")
  func readsTable() throws {
    let article = try readArticle(
      from: samplePage(
        ending: "<table><tr><th>Xã<th>Trường<tr><td>Bình Độ<td>12<tr><td>Hồng Thái<td>9</table>"
      )
    )
    let table = try #require(article.tables.first)
    #expect(table.header == ["Xã", "Trường"])
    #expect(table.rows == [["Bình Độ", "12"], ["Hồng Thái", "9"]])
    #expect(article.text.hasSuffix("Xã | Trường\nBình Độ | 12\nHồng Thái | 9"))
    #expect(article.blocks.suffix(3).allSatisfy { $0.kind == .tableRow })
    #expect(table.characters.upperBound == article.text.unicodeScalars.count)
  }

  @Test("it folds white space, drops what has no width, and composes")
  func cleans() throws {
    let article = try readArticle(
      from: samplePage(
        ending: "<p>Tổng\u{AD} số \u{200B}là&nbsp;\n 1.330 học\0 sinh tiê\u{301}u.</p>"
      )
    )
    #expect(article.text.hasSuffix("\nTổng số là 1.330 học\u{FFFD} sinh tiếu."))
    #expect(!article.text.utf8.contains(0))
  }

  @Test("it reads the date of a time element under the headline")
  func readsTimeElement() throws {
    let html = """
      <h1>Tiêu đề của bài</h1><p>Hôm qua <time datetime="2020-11-24T16:05+07:00">16:05</time></p>
      <div class=content><p>\(paragraphs.joined(separator: "</p><p>"))</p>
      <p><time datetime="2019-01-01">Năm ngoái</time></p></div>
      """
    let article = try readArticle(
      from: Page(url: "https://example.vn/a/b.html", body: Array(html.utf8))
    )
    #expect(article.datePublished == "2020-11-24")
    #expect(article.publishedAt == "2020-11-24T09:05:00Z")
  }

  @Test("it invents no date")
  func inventsNoDate() throws {
    let page = Page(
      url: "https://example.vn/a.html",
      body: Array("<h1>Tiêu đề của bài</h1><p>\(paragraphs.joined(separator: "</p><p>"))</p>".utf8)
    )
    let article = try readArticle(from: page)
    #expect(article.datePublished == nil)
    #expect(article.publishedAt == nil)
  }

  @Test(
    "it refuses what is no article",
    arguments: [
      ("%PDF-1.4", "application/pdf", Reject.Reason.notHTML),
      ("<?xml version='1.0'?><rss><channel/></rss>", "text/html", .notHTML),
      ("{\"a\":1}", "application/json", .notHTML),
      ("", "text/html", .notHTML),
      ("<title>404 Not Found</title><h1>404 Not Found</h1><p>Sorry.</p>", "text/html", .notArticle),
      ("<h1>Bài viết của báo</h1>", "text/html", .noText),
    ]
  )
  func refuses(body: String, contentType: String, reason: Reject.Reason) {
    let page = Page(
      url: "https://example.vn/x/y.html",
      contentType: contentType,
      body: Array(body.utf8)
    )
    do {
      let article = try readArticle(from: page)
      Issue.record("read \(article.text)")
    } catch {
      #expect(error.reason == reason)
    }
  }

  @Test("it refuses listings")
  func refusesListing() {
    let items = (1...20).map {
      "<div class=story><h3><a href=x>Tin số \($0) của chuyên mục giáo dục</a></h3><p>Tóm tắt \($0).</p></div>"
    }
    let page = Page(url: "https://example.vn/giao-duc/", body: Array(items.joined().utf8))
    #expect(throws: ParseError.self) { try readArticle(from: page) }
  }

  @Test("it explains what became of each block")
  func explains() {
    let lines = explainArticle(from: samplePage()).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("[kept as the lead] paragraph: (Mẫu)") })
    #expect(lines.contains { $0.hasPrefix("[dropped: ") && $0.contains("Trang chủ") })
  }

  @Test("it survives damaged pages", arguments: 0..<100)
  func survives(seed: UInt64) {
    var random = SplitMix(state: seed)
    var page = samplePage()
    for _ in 0..<20 {
      let place = Int(random.next() % UInt64(page.body.count))
      page.body[place] = UInt8(truncatingIfNeeded: random.next())
    }
    let article = try? readArticle(from: page)
    #expect(article?.text.utf8.contains(0) != true)
  }
}
