import Fetch
import Records
import TestSupport
import Testing

struct FetchListingsTests {
  private let site = "https://example.org"

  @Test("it reads an index of sitemaps once round, and every page once")
  func readsIndexes() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/index.xml": [index(["/1.xml", "/index.xml", "/2.xml"])],
      "\(site)/1.xml": [sitemap(["/a", "/b"])],
      "\(site)/2.xml": [index(["/3.xml", "/1.xml"])],
      "\(site)/3.xml": [sitemap(["/b", "/c"])],
      "\(site)/a": [page("A")], "\(site)/b": [page("B")], "\(site)/c": [page("C")],
    ]
    let night = try await runNight(
      RecordedTransport(answers),
      [.sitemap("\(site)/index.xml")],
      state: FetchState()
    )
    #expect(
      night.paths == [
        "/robots.txt", "/index.xml", "/1.xml", "/2.xml", "/3.xml", "/a", "/b", "/c",
      ]
    )
    #expect(night.captures.last?.via == "\(site)/3.xml")
  }

  @Test("it stops at eleven indexes in one another")
  func isNotEndless() async throws {
    var answers: Answers = ["\(site)/robots.txt": [status(404)]]
    for depth in 0...20 { answers["\(site)/\(depth).xml"] = [index(["/\(depth + 1).xml"])] }
    let night = try await runNight(
      RecordedTransport(answers),
      [.sitemap("\(site)/0.xml")],
      state: FetchState()
    )
    #expect(night.report.asked == 13)
    #expect(night.report.notes.contains { $0.contains("nested deeper than 11") })
  }

  @Test("it takes the newest where there are too many, and leaves out the old")
  func isLimited() async throws {
    let days =
      (1...9).map { ("/\($0)", "2020-11-1\($0)") } + [("/old", "2019-01-01"), ("/undated", "")]
    var answers: Answers = ["\(site)/robots.txt": [status(404)]]
    answers["\(site)/s.xml"] = [sitemap(days)]
    for (path, _) in days { answers["\(site)\(path)"] = [page(path)] }
    var settings = quickSettings()
    settings.maxAgeDays = 10
    let sources = [Source.sitemap("\(site)/s.xml")]
    let all = try await runNight(
      RecordedTransport(answers),
      sources,
      settings: settings,
      state: FetchState()
    )
    #expect(all.paths.dropFirst(2) == ["/5", "/6", "/7", "/8", "/9", "/undated"])
    settings.maxLinks = 3
    answers["\(site)/s.xml"] = [sitemap(Array(days.dropLast()))]
    let few = try await runNight(
      RecordedTransport(answers),
      sources,
      settings: settings,
      state: FetchState()
    )
    #expect(few.paths.dropFirst(2) == ["/7", "/8", "/9"])
    #expect(few.report.notes == ["\(site)/s.xml: took 3 of 5 pages"])
    #expect(few.report.warnings.isEmpty)
  }

  @Test("it warns of sources that give nothing, and says why")
  func warns() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/gone": [status(404)],
      "\(site)/page": [page("<html><body><p>Không có tin")],
      "\(site)/none": [page("<html><body><p>Không có tin")],
      "\(site)/empty": [feed([])],
    ]
    let sources: [Source] = [
      .feed("\(site)/gone"), .feed("\(site)/page"), .feed("\(site)/empty"),
      .section("\(site)/broken", links: "//a["),
      .section("\(site)/none", links: "//h2/a"), .feed("nonsense"),
      .urls(name: "urls.txt", addresses: []),
    ]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(
      night.report.warnings == [
        "\(site)/broken: links: //a[ is no XPath 1.0 expression",
        "nonsense: is no http or https address",
        "\(site)/gone: status 404",
        "\(site)/page: what came is no feed",
        "\(site)/empty: names no page", "\(site)/none: names no page",
        "urls.txt: names no page",
      ]
    )
  }

  @Test("it finds the feed of a page, and the sitemaps of a robots.txt")
  func findsListings() async throws {
    let head =
      "<link rel=alternate type='application/rss+xml' href='/rss'><link rel=alternate href=/x>"
    let answers: Answers = [
      "\(site)/robots.txt": [page("User-agent: *\nSitemap: /1.xml\nsitemap: \(site)/2.xml")],
      "\(site)/": [page("<html><head>\(head)</head><body><p>Tin")],
      "\(site)/rss": [feed(["/a"])],
      "\(site)/1.xml": [sitemap(["/b"])], "\(site)/2.xml": [sitemap(["/c"])],
      "\(site)/a": [page("A")], "\(site)/b": [page("B")], "\(site)/c": [page("C")],
    ]
    let sources: [Source] = [.feed("\(site)/"), .sitemap("\(site)/robots.txt")]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(
      night.paths == [
        "/robots.txt", "/", "/robots.txt", "/rss", "/1.xml", "/2.xml", "/a", "/b", "/c",
      ]
    )
    #expect(night.report.warnings.isEmpty)
  }

  @Test("it undoes the content coding of listings")
  func decodes() async throws {
    let text = "<rss><channel><item><link>/a</link></item></channel></rss>"
    let packed = HTTPResponse(
      status: 200,
      fields: [HTTPField("content-encoding", "gzip")],
      body: gzipStored(Array(text.utf8))
    )
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)], "\(site)/rss": [.success(packed)],
      "\(site)/a": [page("A")],
    ]
    let night = try await runNight(
      RecordedTransport(answers),
      [.feed("\(site)/rss")],
      state: FetchState()
    )
    #expect(night.paths == ["/robots.txt", "/rss", "/a"])
    #expect(night.captures[1].responseBody == packed.body)
  }

  @Test("it goes by a moved feed's new place, and knows what it named when that says 304")
  func remembersListings() async throws {
    let etag = [HTTPField("ETag", "\"1\"")]
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/rss": [status(301, [HTTPField("Location", "/new/rss")])],
      "\(site)/new/rss": [feed(["a", "b"]).adding(etag), status(304)],
      "\(site)/new/a": [.failure(.untrusted("x")), page("A")],
      "\(site)/new/b": [page("B")],
    ]
    let state = try FetchState()
    let transport = RecordedTransport(answers)
    let sources = [Source.feed("\(site)/rss")]
    _ = try await runNight(transport, sources, state: state)
    let second = try await runNight(transport, sources, state: state)
    #expect(
      second.lines == [
        "404 \(site)/robots.txt", "301 \(site)/rss", "304 \(site)/new/rss", "200 \(site)/new/a",
      ]
    )
    #expect(second.report.notDue == 1)
  }

  private func index(_ paths: [String]) -> Result<HTTPResponse, TransportError> {
    let items = paths.map { "<sitemap><loc>\(site)\($0)</loc></sitemap>" }
    return page("<sitemapindex>\(items.joined())</sitemapindex>", type: "application/xml")
  }

  private func sitemap(_ paths: [String]) -> Result<HTTPResponse, TransportError> {
    sitemap(paths.map { ($0, "") })
  }

  private func sitemap(_ pages: [(String, String)]) -> Result<HTTPResponse, TransportError> {
    let items = pages.map { "<url><loc>\(site)\($0.0)</loc><lastmod>\($0.1)</lastmod></url>" }
    return page("<urlset>\(items.joined())</urlset>", type: "application/xml")
  }
}

extension Night {
  fileprivate var paths: [String] { captures.compactMap { WebURL($0.url)?.path } }
}
