import Archive
import Records
import Testing

struct ReadPageTests {
  static let html = "<!doctype html><html><p>Tổng số 21 học sinh</p></html>"

  /// A record on `http://a.example/1` whose block is `head` and `body`.
  static func record(
    _ head: String,
    _ body: String = html,
    kind: WARCRecord.Kind = .response,
    fields: [HeaderFields.Field] = []
  ) throws -> WARCRecord {
    guard case .record(var record) = try readEvents(in: rawRecord(1)).first else {
      throw ArchiveError.noRecord(file: "", offset: 0)
    }
    record.kind = kind
    record.block = Array((head + body).utf8)
    for field in fields { record.fields.append(field.name, field.value) }
    return record
  }

  /// The outcome in a word or two: `page`, a reject's reason, `unchanged`, `none`.
  static func outcome(_ record: WARCRecord, limit: Int = 10_000) -> String {
    switch readPage(from: record, in: "a.warc", limit: limit) {
    case .page: "page"
    case .reject(let reject): reject.reason.rawValue
    case .unchanged: "unchanged"
    case .noPage: "none"
    }
  }

  @Test(arguments: [
    ("200 OK", "page"), ("200", "page"), ("203 Fine", "page"), ("206 Partial", "http_status"),
    ("301 Moved", "redirect"), ("304 Not Modified", "unchanged"), ("404 Not Found", "http_status"),
    ("503", "http_status"), ("099 Strange", "broken_record"), ("OK", "broken_record"),
  ])
  func goesByStatus(status: String, outcome: String) throws {
    for version in ["HTTP/1.1", "HTTP/1.0", "HTTP/2"] {
      let head = "\(version) \(status)\r\nContent-Type: text/html\r\n\r\n"
      #expect(try Self.outcome(Self.record(head)) == outcome)
    }
  }

  @Test(arguments: [
    ("text/html; charset=utf-8", html, "page"), ("TEXT/HTML", html, "page"),
    ("application/xhtml+xml", "<?xml version='1.0'?><html/>", "page"),
    ("text/html", "Chỉ có chữ", "page"), ("text/html", "", "page"),
    ("text/html", "<!-- a --><rss version='2.0'>", "not_html"),
    ("text/html", "\u{FEFF}<?xml version='1.0'?>\n<urlset>", "not_html"),
    ("text/html", "<?xml version='1.0'?><!DOCTYPE x><feed xmlns='y'>", "not_html"),
    ("text/html", "%PDF-1.7", "not_html"), ("text/html", "GIF89a", "not_html"),
    ("application/pdf", html, "not_html"), ("text/css", "p {}", "not_html"),
    ("application/json", "{}", "not_html"), ("text/plain", "User-agent: *", "not_html"),
    ("text/plain", html, "page"), ("application/octet-stream", html, "page"),
    ("application/xml", "<rss>", "not_html"), ("text/xml", "<html lang='vi'>", "page"),
    ("", html, "page"), ("", "chữ", "not_html"),
  ])
  func goesByType(type: String, body: String, outcome: String) throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n"
    #expect(try Self.outcome(Self.record(head, body)) == outcome)
  }

  @Test(arguments: [
    ("length", "<p>cut", "too_large"), ("time", "<p>cut", "timeout"),
    ("disconnect", "<p>cut", "broken_record"), ("unspecified", "<p>cut", "broken_record"),
    ("length", "<p>whole</p></body></html>\n", "page"),
  ])
  func goesByTruncation(cause: String, body: String, outcome: String) throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    let record = try Self.record(head, body, fields: [.init("WARC-Truncated", cause)])
    #expect(Self.outcome(record) == outcome)
  }

  @Test
  func refusesPartsOfPages() throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    let record = try Self.record(head, "<p>1", fields: [.init("WARC-Segment-Number", "1")])
    #expect(Self.outcome(record) == "broken_record")
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked", "6\r\n<html>\r\n7\r\n</html>\r\n0\r\n\r\n", "page"),
    ("Transfer-Encoding: chunked", "6\r\n<html>\r\n70\r\n<p>", "unreadable"),
    ("Transfer-Encoding: chunked", "6\r\n<html>\r\n7\r\n</html>", "page"),
    ("Transfer-Encoding: chunked", html, "page"),
    ("Content-Encoding: gzip", html, "page"), ("Content-Encoding: br", html, "page"),
    ("Content-Encoding: compress", "\u{1F}\u{9D}\u{90}", "unreadable"),
    ("Content-Encoding: UTF-8", html, "page"),
    ("Content-Encoding: gzip, gzip, gzip, gzip", html, "page"),
    ("X-Archive-Orig-Transfer-Encoding: chunked", html, "page"),
    ("X-Archive-Orig-Content-Encoding: compress", html, "page"),
  ])
  func goesByCoding(field: String, body: String, outcome: String) throws {
    for lineEnd in ["\r\n", "\n"] {
      let lines = ["HTTP/1.1 200 OK", "Content-Type: text/html", field, "", ""]
      let head = lines.joined(separator: lineEnd)
      #expect(try Self.outcome(Self.record(head, body)) == outcome)
    }
  }

  @Test
  func passesOverInterimResponses() throws {
    let head = """
      HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r
      Content-Type: text/html\r\n\r\n
      """
    #expect(try Self.outcome(Self.record(head)) == "page")
    #expect(try Self.outcome(Self.record("HTTP/1.1 100 Continue\r\n\r\n", "")) == "http_status")
  }

  @Test
  func refusesGreatPages() throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    #expect(try Self.outcome(Self.record(head), limit: 20) == "too_large")
  }

  @Test
  func givesThePage() throws {
    var record = try Self.record(
      "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=windows-1258\r\n\r\n"
    )
    record.date = "2020-11-24T09:05:00.123456Z"
    record.offset = 7
    let page = Page(
      url: "http://a.example/1",
      capturedAt: "2020-11-24T09:05:00Z",
      contentType: "text/html; charset=windows-1258",
      body: Array(Self.html.utf8),
      source: ArchiveReference(file: "a.warc", offset: 7, recordID: "urn:x:1")
    )
    #expect(readPage(from: record, in: "a.warc") == .page(page))
  }

  @Test
  func tellsKindsOfRecords() throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    #expect(try Self.outcome(Self.record(head, kind: .request)) == "none")
    #expect(try Self.outcome(Self.record(head, kind: .warcinfo)) == "none")
    #expect(try Self.outcome(Self.record(head, kind: .other("x"))) == "none")
    #expect(try Self.outcome(Self.record(head, kind: .revisit)) == "unchanged")
    #expect(try Self.outcome(Self.record("via: x\r\n", "", kind: .metadata)) == "none")
    let failure = "solieu-reject: timeout\r\nsolieu-detail: 30 s\r\nsolieu-attempts: 4\r\n"
    #expect(try Self.outcome(Self.record(failure, "", kind: .metadata)) == "timeout")
    guard
      case .reject(let reject) = readPage(
        from: try Self.record(failure, "", kind: .metadata),
        in: "a.warc",
        limit: 9
      )
    else {
      Issue.record("no reject")
      return
    }
    #expect((reject.stage, reject.attempts) == (.fetch, 4))
    #expect(
      try Self.outcome(Self.record("solieu-reject: x\r\n", "", kind: .metadata)) == "broken_record"
    )
    #expect(try Self.outcome(Self.record("", "no head")) == "broken_record")
  }

  @Test(arguments: WARCFault.Kind.allCases)
  func makesRejectsOfLosses(kind: WARCFault.Kind) throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    guard case .fault(var fault) = try readEvents(in: rawRecord(1).dropLast(9)).first else {
      Issue.record("no fault")
      return
    }
    fault.kind = kind
    #expect((reject(for: fault, in: "a.warc") != nil) == kind.isLoss)
    if let reject = reject(for: fault, in: "a.warc") {
      #expect(reject.reason == (kind == .tooLarge ? .tooLarge : .brokenRecord))
      #expect(reject.url == "http://a.example/1")
    }
    fault.record = try Self.record(head, kind: .request)
    #expect(reject(for: fault, in: "a.warc") == nil)
  }
}
