import Fetch
import Records
import Testing

struct FetchTests {
  private let site = "https://example.org"

  @Test("it asks robots.txt, then the feed, then its pages in order")
  func asksInOrder() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [page("User-agent: *\nDisallow: /secret")],
      "\(site)/rss": [feed(["\(site)/b", "/a?utm_source=rss", "\(site)/secret/c", "\(site)/b#x"])],
      "\(site)/a": [page("A")],
      "\(site)/b": [page("B")],
    ]
    let night = try await runNight(
      RecordedTransport(answers),
      [.feed("\(site)/rss")],
      state: FetchState()
    )
    #expect(
      night.lines == [
        "200 \(site)/robots.txt", "200 \(site)/rss", "200 \(site)/b", "200 \(site)/a",
        "robots \(site)/secret/c",
      ]
    )
    #expect(night.report.asked == 4)
    #expect(night.report.new == 2)
    #expect(night.report.failed == [.robots: 1])
    #expect(night.report.sources == [.init(source: "\(site)/rss", entries: 4, links: 4, new: 3)])
    #expect(night.report.warnings.isEmpty)
  }

  @Test("it says what was sent and what came")
  func keepsHeads() async throws {
    let fields = [HTTPField("ETag", "\"1\""), HTTPField("transfer-encoding", "chunked")]
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/a": [page("xin chào", fields)],
    ]
    let sources = [Source.urls(name: "urls.txt", addresses: ["\(site)/a"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    let capture = try #require(night.captures.last)
    let sent = String(decoding: capture.requestHead, as: UTF8.self)
    #expect(
      sent.hasPrefix("GET /a HTTP/1.1\r\nHost: example.org\r\nUser-Agent: solieu/0.1 (+mailto:")
    )
    #expect(sent.hasSuffix("\r\n\r\n"))
    let head = String(decoding: capture.responseHead, as: UTF8.self)
    #expect(
      head == "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: \"1\"\r\n"
        + "X-Archive-Orig-Transfer-Encoding: chunked\r\n\r\n"
    )
    #expect(capture.payloadDigest == "sha1:U5643WC2H5FJ52IHOXOKW3MMUBSA4LCI")
    #expect(capture.address == "192.0.2.1")
    #expect(capture.date == "2020-11-24T12:00:00Z")
    #expect(capture.via == "urls.txt")
  }

  @Test("it does not ask again for what it captured lately")
  func goesOnWhereItWas() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/rss": [feed(["\(site)/a", "\(site)/b"])],
      "\(site)/a": [page("A")],
      "\(site)/b": [.failure(.timedOut), .failure(.timedOut), page("B")],
    ]
    var settings = quickSettings()
    settings.retries = 1
    let state = try FetchState()
    let transport = RecordedTransport(answers)
    let sources = [Source.feed("\(site)/rss")]
    let first = try await runNight(transport, sources, settings: settings, state: state)
    #expect(first.lines.suffix(2) == ["200 \(site)/a", "timeout \(site)/b"])
    #expect(first.report.failed == [.timeout: 1])
    let second = try await runNight(
      transport,
      sources,
      settings: settings,
      state: state
    )
    #expect(second.lines == ["404 \(site)/robots.txt", "same \(site)/rss", "200 \(site)/b"])
    #expect(second.report.notDue == 1)
  }

  @Test("it asks again after a day, with the validators, and says that nothing changed")
  func asksConditionally() async throws {
    let etag = [
      HTTPField("ETag", "\"v1\""), HTTPField("Last-Modified", "Tue, 24 Nov 2020 09:00:00 GMT"),
    ]
    let answers: Answers = [
      "\(site)/robots.txt": [page("User-agent: *\nAllow: /", etag), status(304)],
      "\(site)/rss": [feed(["\(site)/a", "\(site)/b"]).adding(etag), status(304)],
      "\(site)/a": [page("A", etag), status(304)],
      "\(site)/b": [page("B"), page("B")],
    ]
    let state = try FetchState()
    let transport = RecordedTransport(answers)
    let sources = [Source.feed("\(site)/rss")]
    _ = try await runNight(transport, sources, state: state)
    let clock = VirtualTime(start: "2020-11-25T11:50:00Z")
    let second = try await runNight(transport, sources, state: state, clock: clock)
    #expect(
      second.lines == [
        "304 \(site)/robots.txt", "304 \(site)/rss", "304 \(site)/a", "same \(site)/b",
      ]
    )
    #expect(second.report.unchanged == 2)
    #expect(second.report.new == 0)
    let sent = transport.requests.last { $0.url.path == "/a" }
    #expect(sent?.fields.suffix(2).map(\.name) == ["If-None-Match", "If-Modified-Since"])
    #expect(
      second.captures[2].kind
        == .notModified(refersTo: .init(url: "\(site)/a", date: "2020-11-24T12:00:00Z"))
    )
  }

  @Test("it does not send back what is no field's value")
  func checksValidators() async throws {
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)],
      "\(site)/a": [page("A", [HTTPField("ETag", "\"á\u{1}\""), HTTPField("Last-Modified", "x")])],
    ])
    var settings = quickSettings()
    settings.revisitAfterHours = 0
    let state = try FetchState()
    let sources = [Source.urls(name: "u", addresses: ["\(site)/a"])]
    for _ in 0..<2 {
      _ = try await runNight(transport, sources, settings: settings, state: state)
    }
    #expect(transport.requests.last?.fields.last == HTTPField("If-Modified-Since", "x"))
    #expect(transport.requests.last?.fields.count == 4)
  }

  @Test("it follows redirects hop by hop, and stops in a circle")
  func followsRedirects() async throws {
    let other = "https://www.example.org"
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(other)/robots.txt": [status(404)],
      "\(site)/a": [status(301, [HTTPField("Location", "/b")])],
      "\(site)/b": [status(302, [HTTPField("Location", "\(other)/c")])],
      "\(other)/c": [page("C")],
      "\(site)/x": [status(301, [HTTPField("Location", "/y")])],
      "\(site)/y": [status(301, [HTTPField("Location", "/x")])],
    ]
    let sources = [Source.urls(name: "urls.txt", addresses: ["\(site)/a", "\(site)/x"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(
      night.lines == [
        "404 \(site)/robots.txt", "301 \(site)/a", "302 \(site)/b", "301 \(site)/x",
        "301 \(site)/y", "404 \(other)/robots.txt", "200 \(other)/c",
      ]
    )
    #expect(night.captures.last?.via == "\(site)/b")
  }

  @Test(
    "it counts a redirect that leads nowhere as a failure",
    arguments: [nil, "mailto:a@b", "http://"]
  )
  func countsLostRedirects(location: String?) async throws {
    let fields = location.map { [HTTPField("Location", $0)] } ?? []
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)], "\(site)/a": [status(302, fields)],
    ]
    let sources = [Source.urls(name: "u", addresses: ["\(site)/a"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(night.lines.last == "302 \(site)/a")
    #expect(night.report.failed == [.httpStatus: 1])
  }

  @Test("it gives up after five redirects")
  func stopsAfterFiveRedirects() async throws {
    var answers: Answers = ["\(site)/robots.txt": [status(404)]]
    for hop in 0...9 {
      answers["\(site)/\(hop)"] = [status(302, [HTTPField("Location", "/\(hop + 1)")])]
    }
    let sources = [Source.urls(name: "urls.txt", addresses: ["\(site)/0"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(night.lines.count == 8)
    #expect(night.lines.last == "redirect \(site)/6")
    #expect(night.report.failed == [.redirect: 1])
  }

  @Test(
    "it goes on where redirects lead, wherever the last run ended",
    arguments: ["/a", "/b", "/c", "/d"]
  )
  func goesOnWithRedirects(last: String) async throws {
    struct Killed: Error {}
    let to = { (path: String) in status(301, [HTTPField("Location", path)]) }
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)], "\(site)/a": [to("/b")], "\(site)/b": [to("/c")],
      "\(site)/c": [page("C")], "\(site)/d": [to("/b")],
    ])
    let sources = [Source.urls(name: "u", addresses: ["\(site)/a", "\(site)/d"])]
    let state = try FetchState()
    var lines: [String] = []
    await #expect(throws: Killed.self) {
      _ = try await fetch(
        quickSettings(),
        sources: sources,
        state: state,
        over: transport,
        time: VirtualTime().time
      ) { capture in
        if capture.url.hasSuffix(last) { throw Killed() }
        lines.append(capture.line)
      }
    }
    lines += try await runNight(transport, sources, state: state).lines
    #expect(
      lines.filter { !$0.contains("robots") }.sorted() == [
        "200 \(site)/c", "301 \(site)/a", "301 \(site)/b", "301 \(site)/d",
      ]
    )
  }

  @Test("it counts redirects over several runs")
  func countsKnownRedirects() async throws {
    var answers: Answers = ["\(site)/robots.txt": [status(404)]]
    for hop in 0...9 {
      answers["\(site)/\(hop)"] = [status(302, [HTTPField("Location", "/\(hop + 1)")])]
    }
    let sources = [Source.urls(name: "urls.txt", addresses: ["\(site)/0"])]
    let state = try FetchState()
    _ = try await runNight(RecordedTransport(answers), sources, state: state)
    let second = try await runNight(RecordedTransport(answers), sources, state: state)
    #expect(second.lines == ["redirect \(site)/6"])
  }
}

extension Result<HTTPResponse, TransportError> {
  func adding(_ fields: [HTTPField]) -> Self {
    map { response in
      var response = response
      response.fields += fields
      return response
    }
  }
}
