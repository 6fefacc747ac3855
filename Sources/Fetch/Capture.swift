package import Records

/// One request and what came of it: all that an archive writer needs.
///
/// Fetch makes it; whoever keeps it must have it on disk before handing control back.
package struct Capture: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The server answered; the status may be any, an error or a redirect too.
    case response

    /// `304 Not Modified`: what the record referred to holds is still so.
    case notModified(refersTo: CaptureReference)

    /// The server answered with a body that the record referred to already holds.
    ///
    /// The body is here all the same, so that a writer may choose to keep it twice.
    case duplicate(refersTo: CaptureReference)

    /// Nothing came, or nothing was asked; `detail` says more in one line.
    case failure(Reject.Reason, detail: String)
  }

  /// Why a body is shorter than what the server meant to send, in WARC's words.
  package enum Truncation: String, Sendable, CaseIterable {
    case length
    case time
    case disconnect
  }

  /// What the page was asked for.
  package enum Role: String, Sendable, CaseIterable {
    case robots
    case feed
    case sitemap
    case section
    case page
  }

  /// The address asked for, without a fragment, as `WebURL` serializes it.
  package var url: String

  /// When the request was sent, RFC 3339 in UTC with milliseconds.
  package var date: String

  package var role: Role

  /// The server's address, such as `203.0.113.5` or `2001:db8::1`; `nil` where none was reached.
  package var address: String?

  /// The request line and fields, with the empty line that ends them; empty where none was sent.
  package var requestHead: [UInt8]

  /// The status line and fields as received, with the empty line that ends them.
  ///
  /// `Transfer-Encoding` is named `X-Archive-Orig-Transfer-Encoding`, since the body is kept with
  /// it undone.
  package var responseHead: [UInt8]

  /// The body as received, any content coding still on it.
  package var responseBody: [UInt8]

  /// `sha1:` and the base 32 of the body's SHA-1, as `WARC-Payload-Digest` has it; `nil` where
  /// there is no body.
  package var payloadDigest: String?

  /// Why the body is cut; `nil` for a whole one.
  package var truncation: Truncation?

  package var kind: Kind

  /// How many requests were sent for it in this run, up to the one that brought this.
  package var attempts = 0

  /// The page that led here: a source, or what redirected; `nil` for a source itself.
  package var via: String?

  package init(
    url: String,
    date: String,
    role: Role = .page,
    address: String? = nil,
    requestHead: [UInt8] = [],
    responseHead: [UInt8] = [],
    responseBody: [UInt8] = [],
    payloadDigest: String? = nil,
    truncation: Truncation? = nil,
    kind: Kind,
    via: String? = nil
  ) {
    self.url = url
    self.date = date
    self.role = role
    self.address = address
    self.requestHead = requestHead
    self.responseHead = responseHead
    self.responseBody = responseBody
    self.payloadDigest = payloadDigest
    self.truncation = truncation
    self.kind = kind
    self.via = via
  }
}

/// The record that a revisit points back to.
package struct CaptureReference: Sendable, Equatable {
  /// Its target address.
  package var url: String

  /// Its `WARC-Date`.
  package var date: String

  package init(url: String, date: String) {
    self.url = url
    self.date = date
  }
}
