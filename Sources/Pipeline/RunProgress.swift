/// How far a run has come, for whoever watches it.
package struct RunProgress: Sendable, Equatable {
  package enum Stage: Sendable, Equatable {
    /// `done` and `left` are requests.
    case fetching

    /// `done` and `left` are archive files.
    case processing
  }

  package var stage: Stage

  /// What is done of this stage.
  package var done = 0

  /// What is known to be left; it may grow, as listings name more pages.
  package var left = 0

  /// The same two in bytes, where the things differ much in size; the time left goes by them.
  package var bytesDone = 0
  package var bytesLeft = 0

  /// Pages that came, in the stage of fetching; the other has articles and rejects.
  package var pages = 0

  package var articles = 0
  package var figures = 0
  package var rejects = 0

  package init(_ stage: Stage, done: Int = 0, left: Int = 0) {
    self.stage = stage
    self.done = done
    self.left = left
  }
}

/// Is told how far a run has come; it may be called often, and from any thread.
package typealias ProgressWatcher = @Sendable (RunProgress) -> Void
