import Parse
import Records
import TestSupport
import Testing

struct SiteRulesTests {
  private static let first = "Cả tỉnh có 61 xã đạt chuẩn, tăng 4 xã so với năm trước."
  private static let second = "Kinh phí là 120 tỷ đồng, trong đó vốn của dân là 15 tỷ đồng."
  private static let quote = "Chúng tôi làm đường trước, rồi mới làm nhà văn hóa."
  private static let lead = "Chín tháng qua, các xã của tỉnh đã làm được 214 km đường."

  private static let page = """
    <html lang=vi><head><title>Tin mới | Báo</title>
    <meta name=description content="Tóm tắt của trang, không ai đọc.">
    <meta property="article:published_time" content="2025-08-01T01:00:00Z"></head><body>
    <h2 class=name>Nông thôn mới<br>ở Lào Cai <i>(12)</i></h2><span class="hidden day">14/8/2025 9:30</span>
    <div class=x1><div class=intro>\(lead)</div><p>\(first)</p><div class=ads>Mua <b>ngay</b> 1 tặng 1</div>
    <blockquote>\(quote)</blockquote><h3>Kinh phí</h3><ul><li>Một xã</li></ul>
    <figure><img src=a><figcaption>Đường mới.</figcaption></figure>
    <table><tr><th>Xã</th><th>Km</th></tr><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table></div>
    <div class=x1><p>\(second) <span class=src>Nguồn: tỉnh</span></p></div>
    </body></html>
    """

  @Test func readsAllThatTheRulesSelect() throws {
    let article = try read([
      .headline: ["//h2[@class='name']"], .body: ["//div[@class='x1']"],
      .lead: ["//div[@class='intro']"], .date: ["//span[contains(@class, 'day')]"],
      .drop: ["//div[@class='ads']", "//*[@class='src']", "//h2/i"],
    ])
    #expect(article.headline == "Nông thôn mới ở Lào Cai")
    #expect(article.lead == Self.lead)
    #expect(article.datePublished == "2025-08-14")
    #expect(
      kinds(article) == [
        "lead", "paragraph", "quote", "heading", "list_item", "table_row", "table_row",
        "table_row", "paragraph",
      ]
    )
    let lines = article.text.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        Self.lead, Self.first, Self.quote, "Kinh phí", "Một xã", "Xã | Km", "A | 1", "B | 2",
        Self.second,
      ]
    )
    #expect(article.tables.map(\.rows) == [[["A", "1"], ["B", "2"]]])
    #expect(article.captions == ["Đường mới."])
    #expect(article.extractor == "site_rule")
    #expect(article.quality == 1)
  }

  @Test(
    "it takes each node once, in the page's order, without what is dropped",
    arguments: [
      ("//p", "//*[@class='src']", [first, second]),
      ("//div/p | //div[@class='x1'] | //p/text()", "//div//*[not(self::p)]", [first, second]),
      ("//p[2] | //p[1]/text()", "//span", [first, second]),
      ("//div[@class='x1'][2]//text()", "//none", ["\(second) Nguồn: tỉnh"]),
      ("//blockquote", "", [quote]),
      ("//div[@class='ads']/preceding-sibling::p", "//div[@class='ads']", [first]),
      ("//meta[@name='description']/@content", "", ["Tóm tắt của trang, không ai đọc."]),
    ]
  )
  func takesNodesOnce(body: String, drop: String, text: [String]) throws {
    let article = try read([.body: [body], .drop: drop.isEmpty ? [] : [drop]])
    #expect(article.text.split(separator: "\n").map(String.init) == text)
    #expect(article.extractor == "site_rule")
  }

  @Test(
    "it reads a date of a text or an attribute",
    arguments: [
      ("//meta[contains(@property, 'published')]/@content", "2025-08-01", "2025-08-01T01:00:00Z"),
      ("//span[contains(@class, 'day')]", "2025-08-14", nil),
      ("//span[contains(@class, 'day')]/text()", "2025-08-14", nil),
      ("//p | //span", "2025-08-14", nil),
      ("//p", "2025-08-01", "2025-08-01T01:00:00Z"),  // none there: the general way's
    ]
  )
  func readsDates(date: String, day: String, instant: String?) throws {
    let article = try read([.body: ["//blockquote"], .date: [date]])
    #expect(article.datePublished == day)
    #expect(article.publishedAt == instant)
  }

  @Test func takesTheDateOutOfTheBodyAndNoOtherThing() throws {
    let article = try read([
      .body: ["//h2/following::*"], .date: ["//p | //*[@class='intro'] | //span"],
    ])
    #expect(article.datePublished == "2025-08-14")
    #expect(!article.text.contains("14/8/2025"))
    #expect(article.text.contains(Self.first))
    #expect(article.text.contains(Self.lead))
  }

  @Test func saysWhenTheBodyRuleFindsNothing() throws {
    let general = try readArticle(from: samplePage())
    let missed = try read([.body: ["//div[@id='gone']"]], of: samplePage())
    #expect(missed.text == general.text)
    #expect(missed.extractor == "site_rule_missed")
    #expect(missed.quality == general.quality.map { $0 / 2 })
  }

  @Test func lowersTheQualityForEachOtherRuleThatFindsNothing() throws {
    let article = try read([.body: ["//p"], .headline: ["//h6"], .date: ["//h6"], .drop: ["//h6"]])
    #expect(article.extractor == "site_rule")
    #expect(article.quality == 0.8)
  }

  @Test func takesTheRestFromTheGeneralWay() throws {
    let general = try readArticle(from: samplePage())
    let article = try read([.body: ["//div[@class='content']/p"]], of: samplePage())
    #expect(article.text == ([sampleLead] + paragraphs).joined(separator: "\n"))
    #expect(article.lead == sampleLead)
    #expect(article.headline == general.headline)
    #expect(article.datePublished == general.datePublished)
    #expect(article.authors == general.authors)
    #expect(article.id == general.id)
  }

  @Test func dropsFromTheGeneralWayToo() throws {
    let general = try readArticle(from: samplePage())
    let page = samplePage(
      ending: "<p class=more>Bài này có thêm một đoạn dài, mà tòa soạn không viết.</p>"
    )
    let article = try read([.drop: ["//p[@class='more']"]], of: page)
    #expect(article.text == general.text)
    #expect(article.extractor == general.extractor)
    #expect(try readArticle(from: page).text != general.text)
  }

  @Test func readsTheLeadAloneByRule() throws {
    let page = samplePage()
    let article = try read(
      [.lead: ["//div[@class='content']/p[3]"], .drop: ["//div[@class='sapo']"]],
      of: page
    )
    #expect(article.lead == paragraphs[2])
    #expect(
      article.text
        == [paragraphs[2], paragraphs[0], "Kết quả", paragraphs[1]].joined(separator: "\n")
    )
    #expect(kinds(article).first == "lead")
  }

  @Test("it reads damaged pages, by rules that select all and nothing", arguments: 0..<40)
  func survivesDamage(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var bytes = Array(Self.page.utf8)
    for _ in 0..<60 {
      let place = Int.random(in: bytes.indices, using: &random)
      if Bool.random(using: &random) {
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      } else {
        bytes.removeSubrange(place..<min(bytes.count, place + 9))
      }
    }
    let paths = ["//*", "//@*", "//text()", "//p", "//none", "/", "//comment()"]
    var rules: [SiteRules.Key: [String]] = [:]
    for key in SiteRules.Key.allCases where Bool.random(using: &random) {
      rules[key] = [paths[Int.random(in: paths.indices, using: &random)]]
    }
    let page = Page(url: "http://example.vn/a", contentType: "text/html", body: bytes)
    do throws(ParseError) {
      let article = try read(rules, of: page)
      #expect(article.blocks.last?.characters.upperBound == article.text.unicodeScalars.count)
    } catch {
      #expect([.noText, .notArticle, .unreadable].contains(error.reason))
    }
  }

  @Test(
    "it finds the rules of a host, or of the nearest domain above it",
    arguments: [
      ("https://www.bao.vn/a", "bao.vn"), ("http://BAO.vn:8080/", "bao.vn"),
      ("https://the-thao.bao.vn/a", "bao.vn"), ("https://m.bao.vn/a", "m.bao.vn"),
      ("https://x.m.bao.vn/a", "m.bao.vn"), ("https://bao.com.vn/a", nil), ("", nil),
      ("https://mybao.vn/", nil),
    ]
  )
  func findsRules(url: String, host: String?) throws {
    var sites: [String: SiteRules] = [:]
    for name in ["bao.vn", "m.bao.vn"] {
      var rules = SiteRules()
      try rules.add("//*[.='\(name)']", to: .body)
      sites[name] = rules
    }
    let book = SiteRuleBook(sites)
    #expect(book.rules(for: url) == host.flatMap { sites[$0] })
    #expect(book.hosts == ["bao.vn", "m.bao.vn"])
  }

  private func read(
    _ paths: [SiteRules.Key: [String]],
    of page: Page? = nil
  ) throws(ParseError) -> Article {
    var rules = SiteRules()
    for (key, paths) in paths {
      for path in paths {
        do { try rules.add(path, to: key) } catch { Issue.record(error) }
      }
    }
    let page =
      page
      ?? Page(url: "http://example.vn/a", contentType: "text/html", body: Array(Self.page.utf8))
    var reader = ArticleReader(sites: SiteRuleBook(["example.vn": rules]))
    return try reader.read(page)
  }

  private func kinds(_ article: Article) -> [String] { article.blocks.map(\.kind.rawValue) }
}
