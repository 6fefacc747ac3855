import Synchronization
import SystemPackage

/// Deals the workers of a run out among the archive files that are under way.
///
/// Where there are as many files as workers each has one; where there are fewer, the workers that
/// are left over help with the records of those.
final class WorkerShares: Sendable {
  private let workers: Int
  private let underWay = Mutex<[FilePath]>([])

  /// - Parameter workers: How many there are, from 1.
  init(workers: Int) {
    self.workers = workers
  }

  func begin(_ file: FilePath) {
    underWay.withLock { $0.append(file) }
  }

  func end(_ file: FilePath) {
    underWay.withLock { $0.removeAll { $0 == file } }
  }

  /// How many workers a file under way may have now, from 1; the first ones get what is left over.
  func share(of file: FilePath) -> Int {
    underWay.withLock { files in
      guard let rank = files.firstIndex(of: file) else { return 1 }
      return max(1, workers / files.count + (rank < workers % files.count ? 1 : 0))
    }
  }
}
