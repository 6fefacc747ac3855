import Pipeline
import Synchronization

/// What a watcher of a run was told, in order.
final class Seen: Sendable {
  private let told = Mutex<[RunProgress]>([])

  var states: [RunProgress] { told.withLock { $0 } }

  func add(_ progress: RunProgress) {
    told.withLock { $0.append(progress) }
  }
}
