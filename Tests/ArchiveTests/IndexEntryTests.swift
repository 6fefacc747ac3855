import Archive
import Testing

struct IndexEntryTests {
  /// The first field of the line for a page at `url`.
  func key(of url: String) throws -> String {
    guard case .record(var record) = try readEvents(in: rawRecord(1)).first else { return "" }
    record.targetURI = url
    let line = IndexEntry(record, file: "a.warc")?.description ?? ""
    return String(line.prefix { $0 != " " })
  }

  @Test(arguments: [
    ("http://example.org/", "org,example)/"), ("http://example.org", "org,example)/"),
    ("https://www.Example.org:443/A/?b=2&a=1#c", "org,example)/a?a=1&b=2"),
    ("http://www2.example.org:80/a/", "org,example)/a"),
    ("http://example.org:8080/", "org,example:8080)/"),
    ("http://user@example.org/", "org,example)/"),
    ("http://wwwtin.example.org/", "org,example,wwwtin)/"),
    ("http://example.org/a//b/./c/../d", "org,example)/a/b/d"),
    ("http://example.org/a?", "org,example)/a"),
    ("http://example.org/%7Ea%20b%C6%B0?x[0]=%5B", "org,example)/~a%20b%c6%b0?x[0]=["),
    ("http://example.org/%2525", "org,example)/%25"),
    ("urn:x:1", "urn:x:1"),
  ])
  func sortsByHost(url: String, key: String) throws {
    #expect(try self.key(of: url) == key)
  }

  @Test
  func escapesJSON() throws {
    guard case .record(var record) = try readEvents(in: rawRecord(1)).first else { return }
    record.targetURI = "http://a.example/\"\\\u{1}ư"
    let line = IndexEntry(record, file: "a.warc")?.description ?? ""
    #expect(line.contains(#""url": "http://a.example/\"\\\u0001\u01b0""#))
  }

  @Test
  func writesALine() throws {
    guard case .record(let record) = try readEvents(in: rawRecord(1)).first else { return }
    #expect(
      IndexEntry(record, file: "a.warc")?.description
        == #"example,a)/1 20201124000000 {"url": "http://a.example/1", "mime": "text/html", "status": "200", "length": "\#(rawRecord(1).count)", "offset": "0", "filename": "a.warc"}"#
    )
    #expect(
      record.listing
        == "0\t\(rawRecord(1).count)\tresponse\t2020-11-24T00:00:00Z\t200\ttext/html\thttp://a.example/1"
    )
  }

  @Test(arguments: [WARCRecord.Kind.request, .warcinfo, .metadata])
  func leavesOut(kind: WARCRecord.Kind) throws {
    guard case .record(var record) = try readEvents(in: rawRecord(1)).first else { return }
    record.kind = kind
    #expect(IndexEntry(record, file: "a.warc") == nil)
  }
}
