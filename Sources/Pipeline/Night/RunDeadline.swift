import Synchronization

/// Why a run stops before it is done.
final class StopReason: Sendable {
  private let isLate = Mutex(false)

  var isDeadline: Bool { isLate.withLock { $0 } }

  fileprivate func setDeadline() { isLate.withLock { $0 = true } }
}

/// Does `work`, and cancels it at its deadline, or when the caller is cancelled.
///
/// - Parameters:
///   - limit: From now on, by a clock that no one sets back.
///   - reason: Learns that the deadline was why.
///   - work: Must end soon once it is cancelled.
/// - Returns: What `work` came to.
func cancelling<Result: Sendable>(
  after limit: Duration,
  _ reason: StopReason,
  _ work: @escaping @Sendable () async -> Result
) async -> Result {
  let task = Task { await work() }
  let timer = Task {
    try await Task.sleep(for: limit)
    reason.setDeadline()
    task.cancel()
  }
  defer { timer.cancel() }
  return await withTaskCancellationHandler {
    await task.value
  } onCancel: {
    task.cancel()
  }
}
