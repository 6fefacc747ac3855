/// One request over HTTP and its response, as captured.
///
/// The heads end in their empty line, CRLF CRLF. A client that hands on bodies without their
/// chunks must rename the head's `Transfer-Encoding` to `X-Archive-Orig-Transfer-Encoding`: the
/// archive then holds a body and a head that fit each other, and readers, which pass over fields
/// so named, don't look for chunks. Content codings stay on.
package struct CapturedExchange: Sendable, Equatable {
  /// Why a body was not read to its end, in the standard's words.
  package enum Truncation: String, Sendable, CaseIterable {
    case length
    case time
    case disconnect
    case unspecified
  }

  /// The address asked for, absolute.
  package var url: String

  /// When the request was sent, RFC 3339 in UTC, such as `2020-11-24T09:05:00Z`.
  package var date: String

  /// The server's address; `nil` where unknown.
  package var ipAddress: String?

  package var requestHead: [UInt8]
  package var requestBody: [UInt8]
  package var responseHead: [UInt8]

  /// The body as transferred, without chunks, with its content codings.
  package var responseBody: [UInt8]

  /// Why the response's body is cut; `nil` where it is whole.
  package var truncation: Truncation?

  package init(
    url: String,
    date: String,
    ipAddress: String? = nil,
    requestHead: [UInt8],
    requestBody: [UInt8] = [],
    responseHead: [UInt8],
    responseBody: [UInt8],
    truncation: Truncation? = nil
  ) {
    self.url = url
    self.date = date
    self.ipAddress = ipAddress
    self.requestHead = requestHead
    self.requestBody = requestBody
    self.responseHead = responseHead
    self.responseBody = responseBody
    self.truncation = truncation
  }
}

/// An earlier capture, to which a later one that brought nothing new refers.
package struct EarlierCapture: Sendable, Equatable {
  package var url: String

  /// The earlier capture's `WARC-Date`.
  package var date: String

  /// The earlier record's id, such as `urn:uuid:…`; `nil` where unknown.
  package var recordID: String?

  package init(url: String, date: String, recordID: String? = nil) {
    self.url = url
    self.date = date
    self.recordID = recordID
  }
}
