import Records

extension FetchRun {
  /// What to send for a job: with the validators of the last capture, if that still helps.
  func request(for job: Job) throws -> HTTPRequest {
    var fields = [
      HTTPField("User-Agent", settings.userAgent),
      HTTPField("Accept", job.role.accept),
      HTTPField("Accept-Encoding", "gzip"),  // which every reader of archives undoes
    ]
    let address = job.url.description
    let isOfUse =
      switch job.role {
      case .page: true
      case .robots: try state.robots(at: address) != nil
      case .feed, .sitemap, .section: try state.listing(address) != nil
      }
    if isOfUse, let page = try state.page(address), page.record != nil {
      for (name, value) in [
        ("If-None-Match", page.etag), ("If-Modified-Since", page.lastModified),
      ] {
        // What is no field's value is not sent back, though a server sent it.
        guard let value, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { continue }
        fields.append(HTTPField(name, value))
      }
    }
    let limit = job.role == .sitemap ? max(settings.maxBytes, Self.maxSitemapBytes) : nil
    return HTTPRequest(url: job.url, fields: fields, maxBytes: limit)
  }

  /// The most bytes that a sitemap may have by its protocol; 50 MiB.
  private static let maxSitemapBytes = 50 << 20

  /// Takes what came of a job: asks again, or keeps it and goes on from there.
  mutating func take(_ outcome: Outcome, _ keep: (Capture) throws -> Void) throws {
    var job = outcome.job
    guard let exchange = outcome.exchange else { return }
    report.asked += 1
    report.hosts[job.url.hostKey, default: HostTimes()]
      .note(outcome.took, isFailure: exchange.isTransient)
    job.tries += 1
    if exchange.isTransient, let wait = wait(after: exchange, of: job) {
      queue.finish(job, at: time.elapsed(), took: outcome.took, wait: wait)
      queue.addFirst(job)
      return
    }
    if !exchange.isTransient { _ = queue.count(isFailure: false, of: job.url) }
    let capture = try capture(exchange, job)
    try keep(capture)
    try state.record(capture)
    if job.role != .robots { note(capture, of: job, leadsOn: exchange.target != nil) }
    switch job.role {
    case .robots:
      try readRobots(exchange, of: job)
    case .page:
      try follow(exchange, from: job)
    case .feed, .sitemap, .section:
      if exchange.target == nil {
        try read(exchange, of: job)
      } else {
        try follow(exchange, from: job)
      }
    }
    queue.finish(job, at: time.elapsed(), took: outcome.took)
  }

  /// Follows a robots.txt to where it was moved, at that host's pace, or takes what it says.
  private mutating func readRobots(_ exchange: Exchange, of job: Job) throws {
    if let target = exchange.target, job.redirects < settings.maxRedirects {
      if let asker = job.asker { queue.hold(asker, true) }
      queue.addFirst(job.redirected(to: target))
    } else {
      take(try verdict(on: exchange, of: job), of: job)
    }
  }

  /// Lets the pages go that waited for a robots.txt.
  mutating func take(_ verdict: RobotsVerdict, of job: Job) {
    guard let asker = job.asker else { return }
    robots[asker.origin] = verdict
    queue.hold(asker, false)
  }

  /// How long to wait before a failed job is tried again; `nil` where it is not.
  private mutating func wait(after exchange: Exchange, of job: Job) -> Duration? {
    let failures = queue.count(isFailure: true, of: job.url)
    if let asked = exchange.retryAfter, asked > settings.longestRetryAfter {
      queue.giveUp(
        job.url,
        since: "the host asks to be left alone for \(asked.components.seconds) s"
      )
      return nil
    }
    if failures >= settings.failuresUntilGivenUp {
      queue.giveUp(job.url, since: "the host failed \(failures) times in a row")
      return nil
    }
    guard job.tries <= settings.retries else { return nil }
    let spread = 0.75 + time.jitter() / 2
    return max(settings.backOff * (1 << (job.tries - 1)) * spread, exchange.retryAfter ?? .zero)
  }

  /// An exchange as the archive keeps it.
  private func capture(_ exchange: Exchange, _ job: Job) throws -> Capture {
    var capture = Capture(
      url: exchange.request.url.description,
      date: exchange.date.description,
      role: job.role,
      requestHead: exchange.request.head,
      kind: .response,
      via: job.via
    )
    capture.attempts = job.tries
    let response: HTTPResponse
    switch exchange.result {
    case .failure(let error):
      capture.kind = .failure(error.reason, detail: error.description)
      return capture
    case .success(let answer):
      response = answer
    }
    capture.address = response.address
    capture.responseHead = response.archivedHead
    capture.responseBody = response.body
    capture.truncation = response.truncation
    let known = try state.page(capture.url)
    if response.status == 304, let record = known?.record {
      capture.kind = .notModified(refersTo: record)
    }
    guard !response.body.isEmpty else { return capture }
    let digest = labelledDigest(of: response.body)
    capture.payloadDigest = digest
    guard response.status == 200, response.truncation == nil else { return capture }
    if known?.digest == digest, let record = known?.record {
      capture.kind = .duplicate(refersTo: record)
    } else if let record = try state.record(ofDigest: digest) {
      capture.kind = .duplicate(refersTo: record)
    }
    return capture
  }

  /// Counts a capture.
  private mutating func note(_ capture: Capture, of job: Job, leadsOn: Bool) {
    if let failure = capture.failure {
      note(failure: failure.reason, failure.detail, of: job)
    } else if job.role == .page, !leadsOn {
      switch capture.kind {
      case .notModified, .duplicate: report.unchanged += 1
      case .response: report.new += 1
      case .failure: break
      }
    }
  }

  /// What a robots.txt says, or the lack of one (RFC 9309, section 2.3.1).
  private mutating func verdict(on exchange: Exchange, of job: Job) throws -> RobotsVerdict {
    guard case .success(let response) = exchange.result else {
      return .nothing(reason: "\(RobotsVerdict.unread): the host is unreachable")
    }
    let address = job.url.description
    var body: [UInt8]
    switch response.status {
    case 200..<300:
      body = decode(response, limit: settings.maxDecodedBytes)
      try state.remember(robots: body, at: address)
    case 304:
      body = try state.robots(at: address) ?? []
    case 429, 500...:
      return .nothing(reason: "\(RobotsVerdict.unread): status \(response.status)")
    default:
      body = []
    }
    let robots = Robots(body, agent: settings.agent)
    if let delay = robots.delay {
      if delay > settings.longestDelay {
        return .nothing(
          reason: "robots.txt asks for a crawl-delay of \(delay.components.seconds) s,"
            + " more than \(settings.longestDelay.components.seconds) s"
        )
      }
      queue.slow(job.asker ?? job.url, to: delay)
    }
    return .rules(robots)
  }
}

extension Capture.Role {
  fileprivate var accept: String {
    switch self {
    case .robots: "text/plain, */*;q=0.1"
    case .feed:
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml, */*;q=0.1"
    case .sitemap: "application/xml, text/xml, text/plain, */*;q=0.1"
    case .section, .page: "text/html, application/xhtml+xml, */*;q=0.1"
    }
  }
}
