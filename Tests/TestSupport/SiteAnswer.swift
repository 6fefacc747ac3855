/// What a loopback site answers to one request.
///
///     SiteAnswer("<p>xin chào")                         // 200, with its length
///     SiteAnswer(status: 503, headers: [("Retry-After", "1")])
///     SiteAnswer(chunks: [head, tail], framing: .chunked, ending: .cutOff)
///     SiteAnswer(raw: "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")
package struct SiteAnswer: Sendable {
  /// How the client learns where the body ends.
  package enum Framing: Sendable {
    /// By `Content-Length`, unless `headers` hold one of their own.
    case length

    /// By chunked transfer coding: a piece of `chunks`, a chunk.
    case chunked

    /// By the end of the connection.
    case close

    /// The chunks are the whole answer as it goes over the wire, its status line included.
    case raw
  }

  /// What happens after the last piece.
  package enum Ending: Sendable {
    /// The answer is whole, and the connection waits for the next request.
    case whole

    /// The connection closes, with no last chunk: a shorter body than `Content-Length` is cut off.
    case cutOff

    /// Nothing more comes, and the connection stays open.
    case hang
  }

  package var status: Int

  /// In the order sent, names as written.
  package var headers: [(name: String, value: String)]

  /// The body in the pieces in which it is sent.
  package var chunks: [[UInt8]]

  package var framing: Framing
  package var ending: Ending

  /// How long to wait before the first byte.
  package var delay: Duration

  /// How long to wait before each piece of the body but the first.
  package var pause: Duration

  package init(
    status: Int = 200,
    headers: [(String, String)] = [],
    chunks: [[UInt8]] = [],
    framing: Framing = .length,
    ending: Ending = .whole,
    delay: Duration = .zero,
    pause: Duration = .zero
  ) {
    self.status = status
    self.headers = headers.map { (name: $0.0, value: $0.1) }
    self.chunks = chunks
    self.framing = framing
    self.ending = ending
    self.delay = delay
    self.pause = pause
  }

  /// A page in UTF-8.
  package init(_ html: String, status: Int = 200, headers: [(String, String)] = []) {
    self.init(
      status: status,
      headers: [("Content-Type", "text/html; charset=utf-8")] + headers,
      chunks: [Array(html.utf8)]
    )
  }

  /// An answer as it goes over the wire.
  package init(raw: String, ending: Ending = .cutOff) {
    self.init(chunks: [Array(raw.utf8)], framing: .raw, ending: ending)
  }

  /// A redirect.
  package init(redirectingTo location: String, status: Int = 301) {
    self.init(status: status, headers: [("Location", location)])
  }
}

/// A request that a loopback site has read.
package struct SiteRequest: Sendable {
  package var method: String

  /// The request target as sent, such as `/tin/?page=2`.
  package var path: String

  /// In the order sent, names as written.
  package var headers: [(name: String, value: String)]

  /// When its head was read.
  package var arrival: ContinuousClock.Instant

  /// The first header of this name, whatever its case.
  package subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
