package import Records

/// Why no answer came.
package enum TransportError: Error, Equatable {
  /// The host has no address.
  case noSuchHost(String)

  /// The host's address is private, or one that is not to be asked.
  case forbiddenAddress(String)

  /// The connection was refused, reset or never came.
  case unreachable(String)

  /// The certificate is not the host's, or not to be trusted.
  case untrusted(String)

  /// The server was silent for too long.
  case timedOut

  /// What came is not HTTP.
  case malformed(String)

  /// No recording of this address.
  case notRecorded

  case cancelled

  /// Whether the same request may well succeed later.
  package var isTransient: Bool {
    switch self {
    case .unreachable, .timedOut, .malformed, .noSuchHost: true
    case .forbiddenAddress, .untrusted, .notRecorded, .cancelled: false
    }
  }

  package var reason: Reject.Reason {
    switch self {
    case .timedOut: .timeout
    case .forbiddenAddress: .forbiddenAddress
    default: .unreachable
    }
  }
}

extension TransportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchHost(let host): "no such host \(host)"
    case .forbiddenAddress(let address): "the address \(address) may not be asked"
    case .unreachable(let detail): "unreachable: \(detail)"
    case .untrusted(let detail): "certificate not trusted: \(detail)"
    case .timedOut: "the server was silent"
    case .malformed(let detail): "the answer is not HTTP: \(detail)"
    case .notRecorded: "no recording of this address"
    case .cancelled: "cancelled"
    }
  }
}
