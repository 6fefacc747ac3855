import Synchronization

/// Answers from what was recorded or written down; never opens a connection.
package final class RecordedTransport: Transport {
  private let answers: [String: [Result<HTTPResponse, TransportError>]]
  private let log = Mutex<[HTTPRequest]>([])

  /// - Parameter answers: By address; each request of one takes the next, the last one stays.
  package init(_ answers: [String: [Result<HTTPResponse, TransportError>]]) {
    self.answers = answers
  }

  /// The requests so far, in order.
  package var requests: [HTTPRequest] { log.withLock { $0 } }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let earlier = log.withLock { log in
      log.append(request)
      return log.count { $0.url == request.url } - 1
    }
    guard let answers = answers[request.url.description], let last = answers.last else {
      throw .notRecorded
    }
    return try (earlier < answers.count ? answers[earlier] : last).get()
  }
}
