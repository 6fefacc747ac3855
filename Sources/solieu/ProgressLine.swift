import FoundationEssentials
import Glibc
import Pipeline
import Synchronization
import SystemPackage

/// The last line of a terminal, which shows how far a run has come while it is under way.
///
/// On anything but a terminal it writes nothing at all. There is no package for this among those
/// that are kept well for Linux; it is this file, and `ProgressText` for the words.
final class ProgressLine: Sendable {
  private struct Shown {
    var stage: RunProgress.Stage?
    var stageBegan = ContinuousClock.now
    var drawnAt: ContinuousClock.Instant?
  }

  private let terminal: FileDescriptor
  private let isTerminal: Bool
  private let shown = Mutex(Shown())

  /// How often the line is drawn anew at most.
  private static let pause = Duration.milliseconds(100)

  /// - Parameter terminal: Where to draw, if it is a terminal.
  init(on terminal: FileDescriptor = .standardError) {
    self.terminal = terminal
    isTerminal =
      isatty(terminal.rawValue) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Draws how far it is, unless that was done a moment ago.
  func show(_ progress: RunProgress) {
    guard isTerminal else { return }
    shown.withLock { shown in
      let now = ContinuousClock.now
      if shown.stage != progress.stage {
        (shown.stage, shown.stageBegan, shown.drawnAt) = (progress.stage, now, nil)
      }
      if let last = shown.drawnAt, now - last < Self.pause, progress.left > 0 { return }
      shown.drawnAt = now
      // One column is left free: some terminals wrap once the last is written.
      let line = progress.line(after: now - shown.stageBegan, width: width - 1)
      _ = try? terminal.writeAll("\r\u{1B}[K\(line)".utf8)
    }
  }

  /// Takes the line away, so that other lines can follow; showing more begins it anew.
  func clear() {
    guard isTerminal else { return }
    shown.withLock { shown in
      guard shown.drawnAt != nil else { return }
      shown.drawnAt = nil
      _ = try? terminal.writeAll("\r\u{1B}[K".utf8)
    }
  }

  private var width: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(terminal.rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}

/// Lends a progress line to `body`, and takes it away however `body` ends.
func showingProgress<Result>(
  _ body: (_ watcher: @escaping ProgressWatcher) async throws -> Result
) async throws -> Result {
  let line = ProgressLine()
  defer { line.clear() }
  return try await body { line.show($0) }
}
