import Synchronization

/// How far a part has come that is being made.
struct PartProgress: Sendable {
  /// Of the archive file as stored.
  var bytes = 0

  var articles = 0
  var figures = 0
  var rejects = 0
}

/// Adds up how far archive files have come that are processed at the same time.
final class ProcessTally: Sendable {
  fileprivate struct State {
    var progress: RunProgress
    var underWay: [ArchiveFile: PartProgress] = [:]
  }

  private let state: Mutex<State>
  private let watcher: ProgressWatcher

  init(of files: [ArchiveFile], _ watcher: @escaping ProgressWatcher) {
    var progress = RunProgress(.processing, left: files.count)
    progress.bytesLeft = files.reduce(0) { $0 + $1.bytes }
    state = Mutex(State(progress: progress))
    self.watcher = watcher
    watcher(progress)
  }

  /// Tells how far a file has come.
  func note(_ file: ArchiveFile, _ part: PartProgress) {
    tell { state in state.take(part, of: file) }
  }

  /// Counts a file as done; those that were up to date say nothing of the pace.
  func finish(_ file: ArchiveFile, isMade: Bool) {
    tell { state in
      let part = state.underWay.removeValue(forKey: file) ?? PartProgress()
      state.progress.left -= 1
      state.progress.done += 1
      state.progress.bytesLeft -= file.bytes - part.bytes
      if isMade { state.progress.bytesDone += file.bytes - part.bytes }
    }
  }

  private func tell(_ change: (inout State) -> Void) {
    watcher(
      state.withLock { state in
        change(&state)
        return state.progress
      }
    )
  }
}

extension ProcessTally.State {
  fileprivate mutating func take(_ part: PartProgress, of file: ArchiveFile) {
    let before = underWay.updateValue(part, forKey: file) ?? PartProgress()
    progress.bytesDone += part.bytes - before.bytes
    progress.bytesLeft -= part.bytes - before.bytes
    progress.articles += part.articles - before.articles
    progress.figures += part.figures - before.figures
    progress.rejects += part.rejects - before.rejects
  }
}
