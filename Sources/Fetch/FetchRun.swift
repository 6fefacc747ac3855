import Records

/// One run of `fetch`: what waits, what is known of the hosts, and what came of it so far.
///
/// It lives in one task; the tasks beside it only wait and send.
struct FetchRun {
  let settings: FetchSettings
  let sources: [Source]
  let state: FetchState
  let time: FetchTime
  let startedAt: UTCTime

  var queue: HostQueue
  var report = FetchReport()

  /// What each origin's robots.txt says, once it is known.
  var robots: [String: RobotsVerdict] = [:]

  /// The pages that the sources name, by source.
  var found: [[(link: Link, via: String)]]

  /// The listings asked for, by source.
  var listings: [[String]]

  /// The pages, and the listings of each source, that had their turn.
  var seen: Set<String> = []

  /// Jobs that redirects and indexes put on other hosts: they wait until those have done their
  /// own, so that the order there does not hang on who was faster.
  var moved: [Job] = []

  init(_ settings: FetchSettings, sources: [Source], state: FetchState, time: FetchTime) {
    self.settings = settings
    self.sources = sources
    self.state = state
    self.time = time
    startedAt = time.now()
    queue = HostQueue(delay: settings.delay)
    found = Array(repeating: [], count: sources.count)
    listings = Array(repeating: [], count: sources.count)
    report.sources = sources.map { FetchReport.Yield(source: $0.name) }
  }

  /// Does all jobs that wait, and those that come of them.
  mutating func work(
    over transport: some Transport,
    progress: (FetchReport, Int) -> Void,
    keep: (Capture) throws -> Void
  ) async throws {
    repeat {
      for job in moved { queue.add(job) }
      moved = []
      try await withThrowingTaskGroup(of: Outcome.self) { group in
        var running = 0
        while true {
          while running < settings.hostsAtOnce, let (job, from) = try next(keep) {
            let request = try request(for: job)
            group.addTask { [time] in
              await send(request, job, from, time, over: transport)
            }
            running += 1
          }
          guard let outcome = try await group.next() else { return }
          running -= 1
          try Task.checkCancellation()
          try take(outcome, keep)
          progress(report, queue.count + moved.count)
        }
      }
    } while !moved.isEmpty && time.elapsed() < settings.longestRun
  }

  /// The next job to send for; those that may not be sent for are done with on the way.
  private mutating func next(
    _ keep: (Capture) throws -> Void
  ) throws -> (job: Job, from: Duration)? {
    guard time.elapsed() < settings.longestRun else { return nil }
    while let (job, from) = queue.take() {
      if let reason = queue.isGivenUp(job.url) {
        try refuse(job, .unreachable, reason, keep)
      } else if job.redirects > settings.maxRedirects {
        try refuse(job, .redirect, "more than \(settings.maxRedirects) redirects", keep)
      } else if job.role == .robots {
        return (job, from)
      } else if let verdict = robots[job.url.origin] {
        guard let refusal = verdict.refusal(of: job.url) else { return (job, from) }
        try refuse(job, .robots, refusal, keep)
      } else {
        queue.release(job)
        queue.addFirst(job)
        queue.addFirst(Job(url: job.url.robots, role: .robots, asker: job.url))
      }
    }
    return nil
  }

  private mutating func refuse(
    _ job: Job,
    _ reason: Reject.Reason,
    _ detail: String,
    _ keep: (Capture) throws -> Void
  ) throws {
    queue.release(job)
    if job.role == .robots {
      take(.nothing(reason: "\(RobotsVerdict.unread): \(detail)"), of: job)
    }
    let capture = Capture(
      url: job.url.description,
      date: time.now().description,
      role: job.role,
      kind: .failure(reason, detail: detail),
      via: job.via
    )
    try keep(capture)
    try state.record(capture)
    note(failure: reason, detail, of: job)
  }

  /// Counts a job that came to nothing; for a listing it is worth a warning.
  mutating func note(failure reason: Reject.Reason, _ detail: String, of job: Job) {
    guard job.role != .robots else { return }
    report.failed[reason, default: 0] += 1
    report.failedHosts[job.url.hostKey, default: 0] += 1
    if job.role != .page { note(detail, ofListing: job) }
  }

  /// Notes what is wrong with a listing, as a trouble of its source.
  mutating func note(_ detail: String, ofListing job: Job) {
    guard let source = job.source.map({ sources[$0].name }) else { return }
    let isItself = job.url.description == WebURL(source)?.withoutFragment.description
    report.note(
      Trouble(.sourceFailed, source, isItself ? detail : "\(job.role) \(job.url): \(detail)")
    )
  }

  /// Puts last words into the report.
  consuming func finish() -> FetchReport {
    let left = queue.count + moved.count
    report.left = left
    if left > 0 {
      let length = words(forSeconds: Int(settings.longestRun.components.seconds))
      let rest = left == 1 ? "1 request is" : "\(left) requests are"
      report.note(
        Trouble(
          .unfinished,
          "",
          "stopped fetching after \(length), its time was up; \(rest) left to the next run"
        )
      )
    }
    for (source, yield) in zip(sources, report.sources) where yield.links == 0 {
      if case .again = source { continue }
      if yield.entries > 0 {
        report.notes.append("\(yield.source): all \(yield.entries) pages are older than asked for")
      } else if !report.troubles.contains(where: { $0.subject == yield.source }), left == 0 {
        report.note(Trouble(.sourceEmpty, yield.source, "names no page"))
      }
    }
    return report
  }
}

/// What came of a job.
struct Outcome: Sendable {
  let job: Job

  /// `nil` where the run was told to stop before it was sent for.
  let exchange: Exchange?

  /// How long the answer took.
  let took: Duration
}

/// Waits for a host's turn, then sends.
private func send(
  _ request: HTTPRequest,
  _ job: Job,
  _ from: Duration,
  _ time: FetchTime,
  over transport: some Transport
) async -> Outcome {
  let pause = from - time.elapsed()
  if pause > .zero { try? await time.sleep(pause) }
  if Task.isCancelled { return Outcome(job: job, exchange: nil, took: .zero) }
  let start = time.elapsed()
  let exchange = await transport.exchange(request, at: time.now())
  return Outcome(job: job, exchange: exchange, took: time.elapsed() - start)
}
