/// What time it is and how to wait: the system's, or a test's own.
package struct FetchTime: Sendable {
  /// The time of day.
  package var now: @Sendable () -> UTCTime

  /// Time since some fixed moment, which no one sets back.
  package var elapsed: @Sendable () -> Duration

  /// Waits; throws `CancellationError` when the task is cancelled.
  package var sleep: @Sendable (Duration) async throws -> Void

  /// A number from 0 to 1, to spread requests made again.
  package var jitter: @Sendable () -> Double

  package init(
    now: @escaping @Sendable () -> UTCTime,
    elapsed: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.elapsed = elapsed
    self.sleep = sleep
    self.jitter = jitter
  }

  /// The system's clocks, but for the time of day, which is `start` now.
  package static func starting(at start: UTCTime) -> FetchTime {
    var time = system
    let elapsed = time.elapsed
    time.now = { UTCTime(seconds: start.seconds + Int(elapsed().components.seconds)) }
    return time
  }

  /// The system's clocks.
  package static var system: FetchTime {
    let start = ContinuousClock.now
    return FetchTime(
      now: { .now },
      elapsed: { ContinuousClock.now - start },
      sleep: { try await Task.sleep(for: $0) },
      jitter: { Double.random(in: 0...1) }
    )
  }
}
