import FoundationEssentials

/// A folder of pages, served as a web server would, with the special answers of its
/// `_answers.json`.
///
/// That file maps a path to what is special about its answer:
///
///     "/tin-cu.html": {"status": 301, "location": "/tin-moi.html"}
///     "/feed.xml": {"gzip": true, "last-modified": "Tue, 24 Nov 2020 09:05:00 GMT"}
///
/// The path `*` stands for what has no file. In a served file `{{ORIGIN}}` is the site's own
/// origin, such as `http://127.0.0.1:8099`.
struct SiteFolder: Sendable {
  /// What is special about the answer to one path.
  private struct Entry: Decodable {
    var status: Int?
    var location: String?
    var headers: [String: String]?

    /// The file to serve where it is not the path's own, relative to the folder.
    var file: String?

    var gzip: Bool?
    var chunked: Bool?
    var lastModified: String?

    private enum CodingKeys: String, CodingKey {
      case status
      case location
      case headers
      case file
      case gzip
      case chunked
      case lastModified = "last-modified"
    }
  }

  private let folder: URL
  private let entries: [String: Entry]

  init(_ folder: URL) throws {
    self.folder = folder
    let answers = try Data(contentsOf: folder.appending(path: "_answers.json"))
    entries = try JSONDecoder().decode([String: Entry].self, from: answers)
  }

  func answer(to request: SiteRequest, origin: String) -> SiteAnswer {
    let path = String(request.path.prefix { $0 != "?" && $0 != "#" })
    var entry = entries[path]
    var body = read(entry?.file ?? path, origin: origin)
    if body == nil, entry?.location == nil {
      entry = entries["*"] ?? Entry(status: 404)
      body = entry?.file.flatMap { read($0, origin: origin) }
    }
    let status = entry?.status ?? 200
    var headers: [(String, String)] = []
    if let location = entry?.location { headers.append(("Location", location)) }
    for (name, value) in (entry?.headers ?? [:]).sorted(by: { $0.key < $1.key }) {
      headers.append((name, value))
    }
    guard let body else { return SiteAnswer(status: status, headers: headers) }
    if entry?.headers?["Content-Type"] == nil {
      headers.append(("Content-Type", contentType(of: entry?.file ?? path)))
    }
    guard status == 200 else {
      return SiteAnswer(status: status, headers: headers, chunks: [body])
    }
    let validators = validators(of: body, entry)
    guard !isUnchanged(request, validators) else {
      return SiteAnswer(status: 304, headers: validators)
    }
    return whole(body, headers: headers + validators, entry)
  }

  private func whole(_ body: [UInt8], headers: [(String, String)], _ entry: Entry?) -> SiteAnswer {
    let isGzip = entry?.gzip ?? false
    let sent = isGzip ? gzipStored(body) : body
    return SiteAnswer(
      headers: headers + (isGzip ? [("Content-Encoding", "gzip")] : []),
      chunks: entry?.chunked ?? false ? pieces(of: sent) : [sent],
      framing: entry?.chunked ?? false ? .chunked : .length
    )
  }

  private func validators(of body: [UInt8], _ entry: Entry?) -> [(String, String)] {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in body {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let tag = ("ETag", "\"\(String(hash, radix: 16))\"")
    return [tag] + (entry?.lastModified.map { [("Last-Modified", $0)] } ?? [])
  }

  /// Whether the client holds this body already (RFC 9110, section 13.2.2).
  private func isUnchanged(_ request: SiteRequest, _ validators: [(String, String)]) -> Bool {
    if let tags = request["If-None-Match"] {
      return tags == "*" || tags.contains(validators[0].1)
    }
    return request["If-Modified-Since"].map { $0 == validators.last?.1 } ?? false
  }

  /// The file at `path` below the folder; `nil` where there is none that may be served.
  private func read(_ path: String, origin: String) -> [UInt8]? {
    let parts = path.split(separator: "/")
    guard !parts.contains(".."), parts.last?.hasPrefix("_") != true else { return nil }
    let file = path.hasSuffix("/") || path.isEmpty ? path + "index.html" : path
    guard let data = try? Data(contentsOf: folder.appending(path: file)) else { return nil }
    return replace(Array("{{ORIGIN}}".utf8), by: Array(origin.utf8), in: Array(data))
  }
}

private func contentType(of path: String) -> String {
  let types = [
    "css": "text/css", "gif": "image/gif", "jpg": "image/jpeg", "js": "text/javascript",
    "json": "application/json", "png": "image/png", "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8", "xml": "application/xml; charset=utf-8",
  ]
  let name = path.split(separator: "/").last ?? ""
  let ending = name.split(separator: ".").last.map(String.init) ?? ""
  return types[ending] ?? "text/html; charset=utf-8"
}

/// `body` in pieces of 4,001 bytes, so that some end within a character.
private func pieces(of body: [UInt8]) -> [[UInt8]] {
  stride(from: 0, to: body.count, by: 4001).map { Array(body[$0..<min($0 + 4001, body.count)]) }
}

private func replace(_ mark: [UInt8], by text: [UInt8], in bytes: [UInt8]) -> [UInt8] {
  guard let first = mark.first, bytes.contains(first) else { return bytes }
  var out: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == first, bytes[index...].starts(with: mark) {
      out += text
      index += mark.count
    } else {
      out.append(bytes[index])
      index += 1
    }
  }
  return out
}
