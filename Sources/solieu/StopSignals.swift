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

/// Ends the program where a run is still there some time after its deadline: it must hang.
///
/// The lock is the kernel's, so the next run takes over and says so.
func endingHung(after limit: Duration) -> any DispatchSourceTimer {
  let timer = DispatchSource.makeTimerSource(queue: .global())
  timer.schedule(deadline: .now() + limit / .seconds(1))
  timer.setEventHandler {
    complain("the run hung past its deadline and was ended; the next run goes on where it was")
    _exit(1)
  }
  timer.resume()
  return timer
}
