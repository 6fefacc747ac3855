import Fetch
import Records
import TestSupport
import Testing

struct FetchLoopbackTests {
  @Test("it fetches a site over HTTP twice, the second time only what changed")
  func fetchesTwice() async throws {
    let rss = Array(
      "<rss><channel><item><link>/a</link></item><item><link>/b</link></item></channel></rss>".utf8
    )
    let script = [
      "/robots.txt": [
        SiteAnswer(raw: "HTTP/1.0 200 Fine\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\n")
      ],
      "/rss": [
        SiteAnswer(
          headers: [("Content-Encoding", "gzip"), ("ETag", "r")],
          chunks: [gzipStored(rss)],
          framing: .chunked
        ),
        SiteAnswer(status: 304),
      ],
      "/a": [SiteAnswer("A", headers: [("ETag", "\"a\"")]), SiteAnswer(status: 304)],
      "/b": [
        SiteAnswer("", status: 503, headers: [("Retry-After", "0")]), SiteAnswer("B"),
        SiteAnswer("B, mới"),
      ],
    ]
    let state = try FetchState()
    try await withLoopbackSite(script: script) { site in
      let first = try await run(site, state)
      #expect(first.lines(of: site) == ["200 /robots.txt", "200 /rss", "200 /a", "200 /b"])
      #expect(first.report.asked == 5)
      #expect(first.captures[0].address == "127.0.0.1")
      #expect(
        String(decoding: first.captures[0].responseHead, as: UTF8.self).hasPrefix("HTTP/1.0 200")
      )
      let second = try await run(site, state)
      #expect(second.lines(of: site) == ["same /robots.txt", "304 /rss", "304 /a", "200 /b"])
      #expect(second.report.new == 1)
      #expect(second.report.unchanged == 1)
      #expect(site.requests.last { $0.path == "/a" }?["If-None-Match"] == "\"a\"")
    }
  }

  @Test("it goes between hosts, and asks none that is private")
  func goesBetweenHosts() async throws {
    let other = try await LoopbackSite(
      script: ["/robots.txt": [SiteAnswer("", status: 404)], "/x": [SiteAnswer("X")]],
      host: "127.0.0.2"
    )
    let script = [
      "/robots.txt": [SiteAnswer("", status: 404)],
      "/rss": [SiteAnswer("<rss><item><link>/a</link></item><item><link>/b</link></item></rss>")],
      "/a": [SiteAnswer(redirectingTo: "\(other.origin)/x", status: 302)],
      "/b": [SiteAnswer(redirectingTo: "http://169.254.169.254/latest/meta-data")],
    ]
    try await withLoopbackSite(script: script) { site in
      let night = try await run(site, FetchState())
      #expect(
        Set(night.captures.map(\.line).dropFirst(2)) == [
          "302 \(site.origin)/a", "301 \(site.origin)/b", "404 \(other.origin)/robots.txt",
          "200 \(other.origin)/x", "forbidden_address http://169.254.169.254/robots.txt",
          "robots http://169.254.169.254/latest/meta-data",
        ]
      )
    }
    try await other.shutdown()
  }

  @Test(
    "it goes on after a page that is no HTTP, or breaks off",
    arguments: [
      "220 ready\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
      "",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx",
      "HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 200_000))\r\n\r\n",
    ]
  )
  func survives(answer: String) async throws {
    let script = [
      "/robots.txt": [SiteAnswer("", status: 404)],
      "/rss": [SiteAnswer("<rss><item><link>/a</link></item><item><link>/b</link></item></rss>")],
      "/a": [SiteAnswer(raw: answer)],
      "/b": [SiteAnswer("B")],
    ]
    try await withLoopbackSite(script: script) { site in
      let night = try await run(site, FetchState())
      #expect(night.report.new == 1)
      #expect(night.report.failed.values.reduce(0, +) == 1)
      #expect(night.captures.count == 4)
    }
  }

  private func run(_ site: LoopbackSite, _ state: FetchState) async throws -> Night {
    var settings = quickSettings()
    settings.allowAddresses = ["127.0.0.0/8"]
    settings.backOff = .zero
    settings.revisitAfterHours = 0
    let sources = [Source.feed("\(site.origin)/rss")]
    return try await withHTTPTransport(settings) { transport in
      try await runNight(transport, sources, settings: settings, state: state)
    }
  }
}

extension Night {
  /// The lines without the site's origin.
  fileprivate func lines(of site: LoopbackSite) -> [String] {
    captures.map { $0.line.replacing(site.origin, with: "") }
  }
}
