import Archive
import Codings
import FoundationEssentials
import Synchronization
import SystemPackage

/// A folder for one test, which goes with it.
struct TemporaryFolder: ~Copyable {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path.appending(name).string)))
  }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> FilePath {
    let file = path.appending(name)
    try Data(bytes).write(to: URL(filePath: file.string))
    return file
  }

  /// The names of the files in it, in order.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path.string).sorted()
  }
}

/// Settings whose record ids count up from 1, so that files come out the same each time.
func countingSettings() -> WARCWriter.Settings {
  let counter = Counter()
  let info = ArchiveInfo(
    software: "solieu/1.0",
    userAgent: "solieu/1.0 (+mailto:ops@example.org)",
    contact: "ops@example.org",
    isPartOf: "sample",
    hostname: "host.example"
  )
  return WARCWriter.Settings(info: info, makeRecordID: { counter.next() })
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> String {
    let number = count.withLock { value in
      value += 1
      return value
    }
    let digits = String(number)
    let zeros = String(repeating: "0", count: 12 - digits.count)
    return "urn:uuid:00000000-0000-4000-8000-\(zeros)\(digits)"
  }
}

/// An exchange about page `number` of a site.
func exchange(
  _ number: Int,
  head: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
  body: [UInt8] = Array("<!doctype html><p>Tổng số 21 học sinh</p></html>".utf8),
  truncation: CapturedExchange.Truncation? = nil
) -> CapturedExchange {
  CapturedExchange(
    url: "https://tin.example/\(number)",
    date: "2020-11-24T19:00:0\(number % 10)Z",
    ipAddress: "192.0.2.1",
    requestHead: Array("GET /\(number) HTTP/1.1\r\nHost: tin.example\r\n\r\n".utf8),
    responseHead: Array(head.utf8),
    responseBody: body,
    truncation: truncation
  )
}

/// A whole response record on page `number`, as some other program may have written it.
func rawRecord(
  _ number: Int,
  body: some Collection<UInt8> = "<html>1</html>".utf8,
  fields: String = "",
  length: Int? = nil,
  version: String = "1.1",
  lineEnd: String = "\r\n",
  after: String = "\r\n\r\n"
) -> [UInt8] {
  let block = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8) + body
  var lines = [
    "WARC/\(version)", "WARC-Type: response", "WARC-Record-ID: <urn:x:\(number)>",
    "WARC-Target-URI: http://a.example/\(number)", "WARC-Date: 2020-11-24T00:00:00Z",
    "Content-Type: application/http;msgtype=response",
    "Content-Length: \(length ?? block.count)",
  ]
  if !fields.isEmpty { lines.append(fields) }
  let head = lines.joined(separator: lineEnd) + lineEnd + lineEnd
  return Array(head.utf8) + block + Array(after.utf8)
}

func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var compressor = GzipCompressor()
  var member: [UInt8] = []
  compressor.append(bytes, to: &member)
  return member
}

/// All that a reader meets in a file of these bytes.
func readEvents(
  in bytes: [UInt8],
  limits: WARCReader.Limits = .init()
) throws -> [WARCEvent] {
  let folder = try TemporaryFolder()
  var reader = try WARCReader(path: folder.write(bytes, as: "a.warc"), limits: limits)
  var events: [WARCEvent] = []
  while let event = try reader.next() { events.append(event) }
  return events
}

extension WARCEvent {
  /// The event in a few words: `1` for the whole record on page 1, else a fault's kind.
  var summary: String {
    switch self {
    case .record(let record): record.targetURI?.split(separator: "/").last.map(String.init) ?? "-"
    case .fault(let fault): fault.kind.rawValue
    }
  }
}
