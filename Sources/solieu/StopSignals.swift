import Dispatch
import Glibc

/// Runs `work`, and cancels it at SIGTERM or SIGINT, so that it can end cleanly.
func stoppingAtSignals<Result: Sendable>(
  _ work: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  let task = Task { try await work() }
  let sources = [SIGTERM, SIGINT].map { number in
    _ = signal(number, SIG_IGN)  // or it would end the program before the source is told
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { task.cancel() }
    source.resume()
    return source
  }
  defer { for source in sources { source.cancel() } }
  return try await task.value
}
