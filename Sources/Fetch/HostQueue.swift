/// What to ask for, host by host: one request at a time, and a pause after each.
///
/// A host here is a name with its port, whatever the scheme: one server, one pause. Its jobs leave
/// in the order in which they came.
struct HostQueue {
  private var hosts: [String: Host] = [:]

  /// The least pause of a host that does not ask for more.
  let delay: Duration

  init(delay: Duration) {
    self.delay = delay
  }

  /// The jobs that wait, those under way not counted.
  var count: Int { hosts.values.reduce(0) { $0 + $1.jobs.count } }

  mutating func add(_ job: Job) {
    hosts[job.url.hostKey, default: Host(delay: delay)].jobs.append(job)
  }

  /// Adds a job that goes before all others of its host.
  mutating func addFirst(_ job: Job) {
    var host = hosts.removeValue(forKey: job.url.hostKey) ?? Host(delay: delay)
    host.jobs.insert(job, at: host.jobs.startIndex)
    hosts[job.url.hostKey] = host
  }

  /// The next job of the host that may be asked soonest, and the moment from which on it may be.
  ///
  /// - Returns: `nil` where no host is both idle and wanted. The host is busy until `finish`.
  mutating func take() -> (job: Job, from: Duration)? {
    var soonest: (notBefore: Duration, name: String)?
    for (name, host) in hosts where host.isReady {
      let candidate = (host.notBefore, name)
      if soonest.map({ candidate < $0 }) ?? true { soonest = candidate }
    }
    guard let name = soonest?.name, let job = hosts[name]?.jobs.popFirst() else { return nil }
    hosts[name]?.isBusy = true
    return (job, hosts[name]?.notBefore ?? .zero)
  }

  /// Notes that a job that was taken is done, at `now`; the pause begins, or a longer `wait`.
  ///
  /// A host that took its time is left alone for as long.
  mutating func finish(_ job: Job, at now: Duration, took: Duration, wait: Duration? = nil) {
    guard var host = hosts[job.url.hostKey] else { return }
    host.isBusy = false
    host.notBefore = now + max(host.delay, host.delay > .zero ? took : .zero, wait ?? .zero)
    hosts[job.url.hostKey] = host
  }

  /// Notes that a job that was taken needed no request, so that the host needs no pause.
  mutating func release(_ job: Job) {
    hosts[job.url.hostKey]?.isBusy = false
  }

  /// Holds a host's pages back while its robots.txt is looked for at another host, or lets them go.
  mutating func hold(_ url: WebURL, _ isHeld: Bool) {
    hosts[url.hostKey]?.isHeld = isHeld
  }

  /// Lengthens a host's pause; it is never shortened.
  mutating func slow(_ url: WebURL, to delay: Duration) {
    guard let current = hosts[url.hostKey]?.delay else { return }
    hosts[url.hostKey]?.delay = max(current, delay)
  }

  /// Counts a failed request, or begins to count anew after a good one.
  ///
  /// - Returns: How many failed in a row.
  mutating func count(isFailure: Bool, of url: WebURL) -> Int {
    guard var host = hosts[url.hostKey] else { return 0 }
    host.failures = isFailure ? host.failures + 1 : 0
    hosts[url.hostKey] = host
    return host.failures
  }

  /// Stops asking a host; `reason` is for people.
  mutating func giveUp(_ url: WebURL, since reason: String) {
    hosts[url.hostKey]?.givenUp = reason
  }

  /// Why a host is not asked any more; `nil` where it is.
  func isGivenUp(_ url: WebURL) -> String? {
    hosts[url.hostKey]?.givenUp
  }

  private struct Host {
    var delay: Duration
    var jobs: ArraySlice<Job> = []
    var isBusy = false
    var isHeld = false
    var notBefore: Duration = .zero
    var failures = 0
    var givenUp: String?

    /// Whether a job may be taken; a host that is held answers for the robots.txt of others.
    var isReady: Bool {
      guard !isBusy, let first = jobs.first else { return false }
      return !isHeld || first.role == .robots
    }
  }
}

extension WebURL {
  /// What one server is known by: its name and port, 443 standing for 80 too.
  var hostKey: String {
    port.map { "\(host):\($0)" } ?? host
  }
}

/// One address to ask for, and what is to be done with the answer.
struct Job: Sendable {
  var url: WebURL
  var role: Capture.Role

  /// The source's number, in the order of the pipeline file; `nil` for robots.txt.
  var source: Int?

  /// For a robots.txt: the page that waits for it; its origin is the one that it speaks for.
  var asker: WebURL?

  /// The page that led here.
  var via: String?

  /// The listing that an answer belongs to, however often redirected.
  var listing: String?

  /// Redirects so far.
  var redirects = 0

  /// Requests so far.
  var tries = 0

  /// How deep in an index of sitemaps.
  var depth = 0

  /// The same job at the address to which it was sent on.
  func redirected(to target: WebURL) -> Job {
    var next = self
    next.url = role == .page ? target.canonical : target
    next.via = url.description
    next.redirects += 1
    next.tries = 0
    return next
  }
}
