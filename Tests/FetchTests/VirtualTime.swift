import Fetch
import Synchronization

/// A clock that stands still but for those who wait: they set it on at once.
final class VirtualTime: Sendable {
  private let state: Mutex<(elapsed: Duration, waits: [Duration])>
  private let start: UTCTime

  init(start: String = "2020-11-24T12:00:00Z") {
    self.start = readTime(start) ?? UTCTime(seconds: 0)
    state = Mutex((.zero, []))
  }

  /// The waits so far, in order.
  var waits: [Duration] { state.withLock { $0.waits } }

  /// Sets the clock on.
  func advance(_ duration: Duration) {
    state.withLock { $0.elapsed += duration }
  }

  var time: FetchTime {
    FetchTime(
      now: { UTCTime(seconds: self.start.seconds + Int(self.elapsed.components.seconds)) },
      elapsed: { self.elapsed },
      sleep: { wait in
        self.state.withLock { state in
          state.elapsed += wait
          state.waits.append(wait)
        }
      },
      jitter: { 0.5 }
    )
  }

  private var elapsed: Duration { state.withLock { $0.elapsed } }
}
