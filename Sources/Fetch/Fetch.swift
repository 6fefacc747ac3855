/// Asks for what the sources name, and hands every answer on.
///
/// One run: first the listings (feeds, sitemaps, sections), then the pages that are new or due.
/// Each host is asked for one thing at a time, in the order of the sources, so that its captures
/// come in the same order in every run. A page that was captured lately is not asked for, so a run
/// that was killed goes on where it was.
///
/// - Parameters:
///   - settings: How politely, how far and how often.
///   - sources: Where addresses come from, in the order of the pipeline file.
///   - state: What earlier runs learned; brought up to date after each capture.
///   - transport: The way to the servers.
///   - time: The clocks; a test brings its own.
///   - progress: Told the counts after each capture, and how many requests wait.
///   - keep: Puts a capture on disk. Called for one capture after the other; what is thrown here
///     ends the run, and the capture counts as not made.
/// - Returns: What was done, in numbers.
/// - Throws: `CancellationError`, an error of `state`, or what `keep` throws. A host that fails is
///   no reason to: it is in the report.
package func fetch(
  _ settings: FetchSettings,
  sources: [Source],
  state: FetchState,
  over transport: some Transport,
  time: FetchTime = .system,
  progress: (FetchReport, _ waiting: Int) -> Void = { _, _ in },
  keep: (Capture) throws -> Void
) async throws -> FetchReport {
  var run = FetchRun(settings, sources: sources, state: state, time: time)
  run.addListings()
  try await run.work(over: transport, progress: progress, keep: keep)
  try run.addPages()
  try await run.work(over: transport, progress: progress, keep: keep)
  return run.finish()
}
