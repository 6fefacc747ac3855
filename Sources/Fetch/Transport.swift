/// The one door to the network.
///
/// There are two: `HTTPTransport` in a run, `RecordedTransport` in tests and replays.
package protocol Transport: Sendable {
  /// Sends one request and takes what comes, without following redirects or undoing codings.
  ///
  /// - Throws: `TransportError`; cancelling the task throws `.cancelled`.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// A field of an HTTP head, its name as written.
package struct HTTPField: Sendable, Equatable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A request to be sent.
package struct HTTPRequest: Sendable, Equatable {
  /// `GET` for all pages.
  package var method = "GET"

  package var url: WebURL

  /// All fields but `Host`, in order.
  package var fields: [HTTPField]

  /// The most bytes of a body to take, as sent; `nil` for the transport's own limit.
  package var maxBytes: Int?

  /// What is sent with a `POST`.
  package var body: [UInt8] = []

  package init(url: WebURL, fields: [HTTPField] = [], maxBytes: Int? = nil) {
    self.url = url
    self.fields = fields
    self.maxBytes = maxBytes
  }

  /// Path and query as sent: what RFC 3986 does not know is escaped, though browsers send it.
  package var target: String {
    percentEncode(url.requestTarget.utf8, .request)
  }

  /// The request line and all fields, as they go over the wire.
  package var head: [UInt8] {
    var text = "\(method) \(target) HTTP/1.1\r\nHost: \(url.authority)\r\n"
    for field in fields { text += "\(field.name): \(field.value)\r\n" }
    return Array((text + "\r\n").utf8)
  }
}

/// An answer as received, but for its transfer coding, which is undone.
package struct HTTPResponse: Sendable, Equatable {
  package var status: Int

  /// As received, such as `Not Found`; may be empty.
  package var reason: String

  /// HTTP's version, such as `1.1`.
  package var version: String

  /// In the order and case received.
  package var fields: [HTTPField]

  package var body: [UInt8]

  /// The server's address; `nil` where it is not known.
  package var address: String?

  package var truncation: Capture.Truncation?

  package init(
    status: Int,
    reason: String = "",
    version: String = "1.1",
    fields: [HTTPField] = [],
    body: [UInt8] = [],
    address: String? = nil,
    truncation: Capture.Truncation? = nil
  ) {
    self.status = status
    self.reason = reason
    self.version = version
    self.fields = fields
    self.body = body
    self.address = address
    self.truncation = truncation
  }

  /// The first value of a field, whatever its case; `nil` where there is none.
  package subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The status line and fields to archive: `Transfer-Encoding` renamed, for it is undone.
  package var archivedHead: [UInt8] {
    var text = "HTTP/\(version) \(status) \(reason)\r\n"
    for field in fields {
      let isUndone = field.name.lowercased() == "transfer-encoding"
      text += "\(isUndone ? "X-Archive-Orig-Transfer-Encoding" : field.name): \(field.value)\r\n"
    }
    return Array((text + "\r\n").utf8)
  }
}
