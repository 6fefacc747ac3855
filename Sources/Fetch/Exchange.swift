/// One request and its answer.
struct Exchange: Sendable {
  let request: HTTPRequest
  let date: UTCTime
  let result: Result<HTTPResponse, TransportError>

  /// Where a redirect leads; `nil` for any other answer.
  var target: WebURL? {
    guard let response = try? result.get() else { return nil }
    return request.url.target(ofStatus: response.status, location: response["Location"])
  }

  /// What `Retry-After` asks for, in either of its forms; `nil` where it asks for nothing.
  var retryAfter: Duration? {
    guard let response = try? result.get(), let value = response["Retry-After"] else { return nil }
    if let seconds = Int(value.trimmingSpaces) { return .seconds(max(0, min(seconds, 1 << 30))) }
    return readTime(value).map { .seconds(max(0, $0.seconds - date.seconds)) }
  }

  /// Whether the same request may well have a better answer later.
  var isTransient: Bool {
    switch result {
    case .success(let response):
      [408, 425, 429, 500, 502, 503, 504].contains(response.status)
        || response.truncation == .disconnect
    case .failure(let error): error.isTransient
    }
  }
}

extension WebURL {
  /// Where an answer of this address leads, if it is a redirect.
  func target(ofStatus status: Int, location: String?) -> WebURL? {
    guard [301, 302, 303, 307, 308].contains(status), let location else { return nil }
    return resolve(location)?.withoutFragment
  }
}

extension Transport {
  /// Sends a request and takes note of its moment.
  func exchange(_ request: HTTPRequest, at date: UTCTime) async -> Exchange {
    do throws(TransportError) {
      return Exchange(request: request, date: date, result: .success(try await send(request)))
    } catch {
      return Exchange(request: request, date: date, result: .failure(error))
    }
  }
}

extension StringProtocol {
  /// Without the white space at either end.
  var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
