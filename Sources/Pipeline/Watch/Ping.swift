import Fetch
import Logging

/// Tells an address of the start or the end of a run, in the manner of healthchecks.io.
///
/// It is asked as any page is: over the same transport, with the same rules for addresses. It has
/// ten seconds, and one more try.
func sendPing(
  to address: String,
  _ ending: String,
  _ body: String,
  _ settings: FetchSettings,
  _ log: Logger
) async {
  guard let url = pingURL(address, ending) else { return }
  var settings = settings
  (settings.timeout, settings.readTimeout) = (.seconds(10), .seconds(10))
  settings.connectTimeout = .seconds(5)
  settings.maxBytes = 1_000
  var request = HTTPRequest(
    url: url,
    fields: [
      HTTPField("User-Agent", settings.userAgent),
      HTTPField("Content-Type", "text/plain; charset=utf-8"),
    ]
  )
  request.method = "POST"
  request.body = Array(body.utf8.prefix(100_000))
  let transport = HTTPTransport(settings)
  var outcome = ""
  for _ in 0..<2 {
    do throws(TransportError) {
      let response = try await transport.send(request)
      outcome = (200..<300).contains(response.status) ? "" : "status \(response.status)"
    } catch {
      outcome = "\(error)"
    }
    if outcome.isEmpty { break }
  }
  await transport.shutDown()
  if !outcome.isEmpty { log.warning("ping-url was not told \(ending): \(outcome)") }
}

/// `ending` put behind the path of `address`, before its query.
func pingURL(_ address: String, _ ending: String) -> WebURL? {
  guard let url = WebURL(address)?.withoutFragment else { return nil }
  let text = url.description
  let path = text.prefix { $0 != "?" }
  let query = text.dropFirst(path.count)
  return WebURL((path.hasSuffix("/") ? path.dropLast() : path) + ending + query)
}
