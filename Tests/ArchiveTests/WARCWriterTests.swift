import Archive
import Codings
import Records
import SystemPackage
import Testing

struct WARCWriterTests {
  static let name = "sample-20201124190000Z-00000.warc.gz"
  static let date = "2020-11-24T19:00:00Z"

  /// A file with a record of each kind, and its index.
  static func write(in folder: borrowing TemporaryFolder) throws -> FilePath {
    let path = folder.path.appending(name)
    var writer = try WARCWriter.create(path, date: date, settings: countingSettings())
    let first = try writer.write(exchange(1))
    let gzipHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    try writer.write(exchange(2, head: gzipHead, body: gzipped(exchange(2).responseBody)))
    let earlier = EarlierCapture(
      url: exchange(1).url,
      date: exchange(1).date,
      recordID: first.id
    )
    try writer.writeUnchanged(
      exchange(3, head: "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n", body: []),
      since: earlier
    )
    try writer.writeDuplicate(exchange(4), of: earlier)
    try writer.write(exchange(5, body: Array("<!doctype html><p>Tổng".utf8), truncation: .length))
    try writer.writeFailure(
      url: "https://tin.example/6 a",
      date: date,
      reason: .robots,
      detail: "robots.txt\r\nforbids it"
    )
    try writer.sync()
    return try writer.finish()
  }

  @Test
  func writesEachKindOfRecord() throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(in: folder)
    var reader = try WARCReader(path: path)
    var kinds: [String] = []
    while let event = try reader.next() {
      guard case .record(let record) = event else {
        Issue.record("\(event)")
        return
      }
      kinds.append(record.kind.name)
    }
    #expect(
      kinds == [
        "warcinfo", "request", "response", "request", "response", "request", "revisit", "request",
        "revisit", "request", "response", "metadata",
      ]
    )
    #expect(try checkArchive(path) { Issue.record("\($0)") } == 12)
  }

  @Test
  func writesWARCToTheLetter() throws {
    let folder = try TemporaryFolder()
    let path = try Self.write(in: folder)
    let text = String(
      decoding: gunzip(try folder.bytes(of: Self.name)[...], limit: .max).bytes,
      as: UTF8.self
    )
    #expect(path.lastComponent?.string == Self.name)
    #expect(
      text.hasPrefix(
        """
        WARC/1.1\r
        WARC-Type: warcinfo\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r
        WARC-Date: 2020-11-24T19:00:00Z\r
        WARC-Filename: sample-20201124190000Z-00000.warc.gz\r
        WARC-Block-Digest: sha1:YEJ7EFBDX7NXNMSGG4UXF3OXKTINCSRI\r
        Content-Type: application/warc-fields\r
        Content-Length: 293\r
        \r
        software: solieu/1.0\r
        format: WARC File Format 1.1\r
        conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r
        robots: RFC 9309\r
        http-header-user-agent: solieu/1.0 (+mailto:ops@example.org)\r
        operator: ops@example.org\r
        isPartOf: sample\r
        hostname: host.example\r
        \r
        \r
        WARC/1.1\r
        WARC-Type: request\r

        """
      )
    )
    #expect(
      text.contains(
        """
        WARC/1.1\r
        WARC-Type: revisit\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000007>\r
        WARC-Warcinfo-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r
        WARC-Target-URI: https://tin.example/3\r
        WARC-Date: 2020-11-24T19:00:03Z\r
        WARC-IP-Address: 192.0.2.1\r
        WARC-Concurrent-To: <urn:uuid:00000000-0000-4000-8000-000000000006>\r
        WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r
        WARC-Refers-To-Target-URI: https://tin.example/1\r
        WARC-Refers-To-Date: 2020-11-24T19:00:01Z\r
        WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000003>\r

        """
      )
    )
    #expect(
      text.hasSuffix(
        """
        WARC-Target-URI: https://tin.example/6%20a\r
        WARC-Date: 2020-11-24T19:00:00Z\r
        WARC-Block-Digest: sha1:HSDG3E42SDZBTIZOE3KXSSBF2NQSC3JK\r
        Content-Type: application/warc-fields\r
        Content-Length: 62\r
        \r
        solieu-reject: robots\r
        solieu-detail: robots.txt  forbids it\r
        \r
        \r

        """
      )
    )
  }

  @Test
  func indexesResponsesAndRevisits() throws {
    let folder = try TemporaryFolder()
    _ = try Self.write(in: folder)
    let index = String(
      decoding: try folder.bytes(of: "sample-20201124190000Z-00000.cdxj"),
      as: UTF8.self
    )
    let lines = index.split(separator: "\n")
    #expect(lines.count == 5)
    let keys = (1...5).map { "example,tin)/\($0) 2020112419000\($0)" }
    #expect(zip(lines, keys).allSatisfy { $0.hasPrefix($1) })
    for line in lines {
      // What a line says must be what is there.
      let offset = try #require(Int(field("offset", of: line)))
      let record = try readRecord(in: folder.path.appending(Self.name), at: offset)
      #expect(record.targetURI == field("url", of: line))
      #expect(record.length == Int(field("length", of: line)))
    }
    #expect(lines[2].contains(#""mime": "warc/revisit", "status": "304", "length""#))
  }

  private func field(_ name: String, of line: Substring) -> String {
    let parts = line.split(separator: "\"\(name)\": \"", maxSplits: 1)
    return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : ""
  }

  @Test
  func bearsItsNameOnlyWhenWhole() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.appending(Self.name)
    do {
      var writer = try WARCWriter.create(path, date: Self.date, settings: countingSettings())
      try writer.write(exchange(1))
      #expect(writer.bytesWritten == (try folder.bytes(of: Self.name + ".open")).count)
    }
    #expect(try folder.names() == [Self.name + ".open"])
    let resumed = try WARCWriter.resume(path, date: Self.date, settings: countingSettings())
    #expect(try resumed.finish() == path)
    #expect(try folder.names() == ["sample-20201124190000Z-00000.cdxj", Self.name])
  }

  @Test
  func overwritesNothing() throws {
    let folder = try TemporaryFolder()
    for name in ["a.warc.gz", "b.warc.gz.open"] { _ = try folder.write([1], as: name) }
    for name in ["a.warc.gz", "b.warc.gz"] {
      #expect(throws: ArchiveError.self) {
        _ = try WARCWriter.create(
          folder.path.appending(name),
          date: Self.date,
          settings: countingSettings()
        )
      }
    }
    #expect(try folder.names() == ["a.warc.gz", "b.warc.gz.open"])
  }

  @Test
  func makesRandomIDs() {
    let ids = Set((0..<100).map { _ in randomRecordID() })
    #expect(ids.count == 100)
    for id in ids {
      #expect(
        id.wholeMatch(
          of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        ) != nil
      )
    }
  }

  @Test(arguments: [
    ("", "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), ("abc", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"),
  ])
  func digests(text: String, digest: String) {
    #expect(labelledDigest(of: Array(text.utf8)) == digest)
  }
}
