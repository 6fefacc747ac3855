import Synchronization

/// Answers from what was recorded or written down; never opens a connection.
package final class RecordedTransport: Transport {
  private let answers: [String: [Result<HTTPResponse, TransportError>]]
  private let log = Mutex<(requests: [HTTPRequest], counts: [String: Int])>(([], [:]))

  /// - Parameter answers: By address; each request of one takes the next, the last one stays.
  package init(_ answers: [String: [Result<HTTPResponse, TransportError>]]) {
    self.answers = answers
  }

  /// The requests so far, in order.
  package var requests: [HTTPRequest] { log.withLock { $0.requests } }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let address = request.url.description
    let earlier = log.withLock { log in
      log.requests.append(request)
      log.counts[address, default: 0] += 1
      return log.counts[address, default: 1] - 1
    }
    guard let answers = answers[address], let last = answers.last else {
      throw .notRecorded
    }
    return try (earlier < answers.count ? answers[earlier] : last).get()
  }
}
