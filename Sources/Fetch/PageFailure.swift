package import Records

/// The last request for a page, which gave no good answer.
package struct PageFailure: Sendable, Equatable {
  package var url: String
  package var role: Capture.Role

  /// The listing, or the page, that led to it.
  package var via: String?

  /// When it was last asked for.
  package var at: UTCTime

  package var reason: Reject.Reason

  /// One line that says more.
  package var detail: String

  /// Whether the same request may well have a better answer at another time.
  package var mayPass: Bool

  /// Where a limit of size cut the body, in bytes; `nil` where none did.
  package var cutAt: Int?

  /// Whether to ask again makes sense now, with these settings.
  package func isWorthAsking(_ settings: FetchSettings) -> Bool {
    mayPass || cutAt.map { $0 < settings.maxBytes } ?? false
  }
}

extension Capture {
  /// Why it is no good answer; `nil` where it is one, or leads to one.
  var failure: (reason: Reject.Reason, detail: String)? {
    switch kind {
    case .failure(let reason, let detail): return (reason, detail)
    case .notModified, .duplicate: return nil
    case .response: break
    }
    let head = HTTPHead(responseHead[...])
    let status = head?.status ?? 0
    if status >= 300 {
      let target = WebURL(url)?.target(ofStatus: status, location: head?.fields["Location"])
      return target == nil ? (.httpStatus, "status \(status)") : nil
    }
    return truncation.map { truncation in
      (truncation == .length ? .tooLarge : .timeout, "cut after \(responseBody.count) bytes")
    }
  }

  /// Whether time alone may mend its failure.
  var mayPass: Bool {
    guard let (reason, detail) = failure else { return false }
    switch reason {
    case .timeout, .unreachable: return true
    case .robots: return detail.hasPrefix(RobotsVerdict.unread)
    case .httpStatus:
      let status = HTTPHead(responseHead[...])?.status ?? 0
      return status >= 500 || [408, 425, 429].contains(status)
    default: return false
    }
  }
}
