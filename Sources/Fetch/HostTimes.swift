package import Records

/// How long one host took to answer, request by request.
package struct HostTimes: Sendable, Equatable {
  private var milliseconds: [Int] = []
  private var failed = 0

  package init() {}

  /// Counts a request that was sent.
  ///
  /// - Parameters:
  ///   - took: From the request to the end of the answer, or to where it was given up.
  ///   - isFailure: Whether there was no answer, or one that says to come later.
  package mutating func note(_ took: Duration, isFailure: Bool) {
    let (seconds, attoseconds) = took.components
    milliseconds.append(Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    if isFailure { failed += 1 }
  }

  /// What a run's record says of the host; the median of an even number is the lower of the two.
  package func record(host: String) -> HostRecord {
    let sorted = milliseconds.sorted()
    return HostRecord(
      host: host,
      requests: sorted.count,
      failed: failed,
      medianMs: sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2],
      slowestMs: sorted.last ?? 0
    )
  }
}
