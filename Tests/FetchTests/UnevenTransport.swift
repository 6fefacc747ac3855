import Fetch
import Synchronization
import TestSupport

/// A transport whose answers come in an order of their own, and that counts who is asked at once.
final class UnevenTransport: Transport {
  private struct State {
    var random: SplitMix
    var asked: [String: Int] = [:]
    var mostOfOneHost = 0
    var mostAtOnce = 0
  }

  private let inner: RecordedTransport
  private let state: Mutex<State>

  init(_ inner: RecordedTransport, seed: UInt64) {
    self.inner = inner
    state = Mutex(State(random: SplitMix(state: seed)))
  }

  /// The most requests that were under way at one host at the same time.
  var mostOfOneHost: Int { state.withLock { $0.mostOfOneHost } }

  /// The most requests that were under way at the same time.
  var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.url.host
    let turns = state.withLock { state in
      state.asked[host, default: 0] += 1
      state.mostOfOneHost = max(state.mostOfOneHost, state.asked[host] ?? 0)
      state.mostAtOnce = max(state.mostAtOnce, state.asked.values.reduce(0, +))
      return Int.random(in: 0...20, using: &state.random)
    }
    for _ in 0..<turns { await Task.yield() }
    state.withLock { $0.asked[host, default: 1] -= 1 }
    return try await inner.send(request)
  }
}
