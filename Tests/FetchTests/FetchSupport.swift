import Fetch
import Records

typealias Answers = [String: [Result<HTTPResponse, TransportError>]]

/// An answer of status 200 in HTML or what `type` says.
func page(
  _ body: String,
  _ fields: [HTTPField] = [],
  type: String = "text/html; charset=utf-8"
) -> Result<HTTPResponse, TransportError> {
  .success(
    HTTPResponse(
      status: 200,
      reason: "OK",
      fields: [HTTPField("Content-Type", type)] + fields,
      body: Array(body.utf8),
      address: "192.0.2.1"
    )
  )
}

/// An answer without a body.
func status(_ status: Int, _ fields: [HTTPField] = []) -> Result<HTTPResponse, TransportError> {
  .success(HTTPResponse(status: status, fields: fields, address: "192.0.2.1"))
}

/// An RSS feed of these addresses, none of them dated.
func feed(_ addresses: [String]) -> Result<HTTPResponse, TransportError> {
  let items = addresses.map { "<item><title>Tin</title><link>\($0)</link></item>" }
  let text = "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>"
  return page(text, type: "application/rss+xml")
}

/// Settings without pauses, for one night after the other.
func quickSettings() -> FetchSettings {
  var settings = FetchSettings(contact: "ops@example.org")
  settings.delay = .zero
  return settings
}

/// What one run kept, and what it reports.
struct Night {
  var captures: [Capture] = []
  var report = FetchReport()

  /// A line a capture: its kind and address.
  var lines: [String] { captures.map(\.line) }
}

extension Capture {
  /// Such as `200 http://example.org/a`, `304 …`, `same …`, `robots …`.
  var line: String {
    switch kind {
    case .response:
      let head = String(decoding: responseHead, as: UTF8.self)
      return "\(head.split(separator: " ").dropFirst().first ?? "?") \(url)"
    case .notModified: return "304 \(url)"
    case .duplicate: return "same \(url)"
    case .failure(let reason, _): return "\(reason.rawValue) \(url)"
    }
  }
}

/// Runs a night.
func runNight(
  _ transport: some Transport,
  _ sources: [Source],
  settings: FetchSettings = quickSettings(),
  state: FetchState,
  clock: VirtualTime = VirtualTime()
) async throws -> Night {
  var night = Night()
  night.report = try await fetch(
    settings,
    sources: sources,
    state: state,
    over: transport,
    time: clock.time
  ) { night.captures.append($0) }
  return night
}
