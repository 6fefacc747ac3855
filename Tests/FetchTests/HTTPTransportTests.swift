import Fetch
import Records
import TestSupport
import Testing

struct HTTPTransportTests {
  @Test("it sends exactly the head that it says, and takes fields in order and case")
  func sendsAndTakes() async throws {
    let fields = [("X-b", "1"), ("x-A", "2"), ("Set-Cookie", "a=1"), ("set-cookie", "b=2")]
    let script = ["/a%20b?q=%7Cx": [SiteAnswer("xin chào", headers: fields)]]
    try await withLoopbackSite(script: script) { site in
      let request = try request("\(site.origin)/a b?q=|x")
      let response = try await send(request)
      #expect(response.status == 200)
      #expect(
        response.fields.filter { $0.name.lowercased() != "content-length" }.map(\.name).suffix(4)
          == ["X-b", "x-A", "Set-Cookie", "set-cookie"]
      )
      #expect(response.body == Array("xin chào".utf8))
      #expect(response.address == "127.0.0.1")
      #expect(response.truncation == nil)
      let read = try #require(site.requests.first)
      let lines = ["GET \(read.path) HTTP/1.1"] + read.headers.map { "\($0.name): \($0.value)" }
      let head = lines.map { $0 + "\r\n" }.joined() + "\r\n"
      #expect(head == String(decoding: request.head, as: UTF8.self))
    }
  }

  @Test("it undoes the transfer coding and leaves the content coding")
  func undoesChunks() async throws {
    let body = gzipStored(Array("nội dung".utf8))
    let answer = SiteAnswer(
      headers: [("Content-Encoding", "gzip")],
      chunks: [Array(body.prefix(7)), Array(body.dropFirst(7))],
      framing: .chunked
    )
    try await withLoopbackSite(script: ["/": [answer]]) { site in
      let response = try await send(try request(site.origin))
      #expect(response.body == body)
      #expect(response["transfer-encoding"] == "chunked")
      let head = String(decoding: response.archivedHead, as: UTF8.self)
      #expect(head.contains("\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n"))
    }
  }

  @Test("it does not follow redirects")
  func leavesRedirects() async throws {
    try await withLoopbackSite(script: ["/": [SiteAnswer(redirectingTo: "/x")]]) { site in
      let response = try await send(try request(site.origin))
      #expect(response.status == 301)
      #expect(site.requests.count == 1)
    }
  }

  @Test("it cuts off what is too long")
  func cutsLongBodies() async throws {
    var settings = settings
    settings.maxBytes = 10
    let answers = [
      "/long": [
        SiteAnswer(
          chunks: [Array(repeating: 65, count: 8), Array(repeating: 66, count: 8)],
          framing: .chunked
        )
      ],
      "/ten": [SiteAnswer(chunks: [Array(repeating: 65, count: 10)])],
    ]
    try await withLoopbackSite(script: answers) { site in
      let long = try await send(try request("\(site.origin)/long"), settings)
      #expect(long.body == Array("AAAAAAAABB".utf8))
      #expect(long.truncation == .length)
      let ten = try await send(try request("\(site.origin)/ten"), settings)
      #expect(ten.truncation == nil)
      var request = try request("\(site.origin)/long")
      request.maxBytes = 16
      #expect(try await send(request, settings).truncation == nil)
    }
  }

  @Test("it keeps what came before the connection broke")
  func keepsParts() async throws {
    let part = Array("phần đầu".utf8)
    let answers = [
      "/cut": [SiteAnswer(headers: [("Content-Length", "99")], chunks: [part], ending: .cutOff)],
      "/chunk": [SiteAnswer(chunks: [part], framing: .chunked, ending: .cutOff)],
    ]
    try await withLoopbackSite(script: answers) { site in
      for path in ["cut", "chunk"] {
        let response = try await send(try request("\(site.origin)/\(path)"))
        #expect(response.body == part)
        #expect(response.truncation == .disconnect, "\(path)")
      }
    }
  }

  @Test("it keeps what came before the server fell silent")
  func stopsSilence() async throws {
    var settings = settings
    settings.readTimeout = .milliseconds(500)
    let answer = SiteAnswer(headers: [("Content-Length", "99")], chunks: [[65]], ending: .hang)
    try await withLoopbackSite(script: ["/": [answer]]) { site in
      let response = try await send(try request(site.origin), settings)
      #expect(response.body == [65])
      #expect(response.truncation == .time)
    }
  }

  @Test("it gives up on a server that drips")
  func stopsDrips() async throws {
    var settings = settings
    settings.timeout = .milliseconds(500)
    let drip = SiteAnswer(
      chunks: Array(repeating: [65], count: 1000),
      framing: .chunked,
      pause: .milliseconds(20)
    )
    try await withLoopbackSite(script: ["/": [drip]]) { site in
      let response = try await send(try request(site.origin), settings)
      #expect(response.truncation == .time)
      #expect((1..<1000).contains(response.body.count))
    }
  }

  @Test("it says why nothing came")
  func saysWhy() async throws {
    var settings = settings
    settings.readTimeout = .milliseconds(100)
    let answers = [
      "/silent": [SiteAnswer(delay: .seconds(5))],
      "/noise": [SiteAnswer(raw: "220 smtp.example.org ESMTP\r\n\r\n")],
      "/shut": [SiteAnswer(raw: "")],
    ]
    try await withLoopbackSite(script: answers) { site in
      await #expect(throws: TransportError.timedOut) {
        try await send(try request("\(site.origin)/silent"), settings)
      }
      for path in ["noise", "shut"] {
        let error = await #expect(throws: TransportError.self) {
          try await send(try request("\(site.origin)/\(path)"), settings)
        }
        #expect(error?.isTransient == true, "\(path): \(String(describing: error))")
      }
    }
  }

  @Test(
    "it asks no private host unless it may",
    arguments: ["127.0.0.1", "localhost", "[::1]", "0x7f.1"]
  )
  func refusesPrivateHosts(host: String) async throws {
    try await withLoopbackSite { site in
      let request = try request("http://\(host):\(site.port)/")
      let error = await #expect(throws: TransportError.self) {
        try await send(request, FetchSettings(contact: "x"))
      }
      #expect(error?.reason == .forbiddenAddress)
      #expect(site.requests.isEmpty)
    }
  }

  @Test("it connects a name to the address that it checked")
  func connectsNames() async throws {
    try await withLoopbackSite(script: ["/": [SiteAnswer("x")]]) { site in
      let request = try request("http://localhost:\(site.port)/")
      guard let response = try? await send(request) else { return }  // localhost may be ::1 alone
      #expect(response.status == 200)
      #expect(site.requests.first?["Host"] == "localhost:\(site.port)")
    }
  }

  @Test("it says at once that nobody listens")
  func refused() async throws {
    let port = try await withLoopbackSite { $0.port }
    let error = await #expect(throws: TransportError.self) {
      try await send(try request("http://127.0.0.1:\(port)/"))
    }
    guard error == .unreachable("connection refused") else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  private var settings: FetchSettings {
    var settings = FetchSettings(contact: "ops@example.org")
    settings.allowAddresses = ["127.0.0.0/8"]
    return settings
  }

  private func request(_ url: String) throws -> HTTPRequest {
    HTTPRequest(url: try #require(WebURL(url)), fields: [HTTPField("User-Agent", "solieu/0.1")])
  }

  private func send(
    _ request: HTTPRequest,
    _ other: FetchSettings? = nil
  ) async throws -> HTTPResponse {
    try await withHTTPTransport(other ?? settings) { try await $0.send(request) }
  }
}
