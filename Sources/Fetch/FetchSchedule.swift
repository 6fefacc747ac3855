import Records

extension FetchRun {
  /// Puts the pages into the queue that are new, or due to be asked for again.
  mutating func addPages() throws {
    for number in sources.indices {
      let recent = found[number].filter { isRecent($0.link) }
      let kept = newest(recent.map(\.link), settings.maxLinks)
      let via = Dictionary(recent.map { ($0.link.url, $0.via) }) { first, _ in first }
      if kept.count < recent.count {
        let name = sources[number].name
        report.notes.append("\(name): took \(kept.count) of \(recent.count) pages")
      }
      report.sources[number].entries = found[number].count
      report.sources[number].links = kept.count
      for link in kept { try add(link.url, of: number, via: via[link.url]) }
      try addEarlierPages(of: number)
      try addFailedPages(of: number)
    }
  }

  private mutating func add(_ url: WebURL, of source: Int, via: String?) throws {
    let job = Job(url: url.canonical, role: .page, source: source, via: via)
    if case .again = sources[source] {
      if seen.insert(job.url.description).inserted { queue.add(job) }
      return
    }
    guard let (job, isNew) = try due(job) else { return }
    if isNew { report.sources[source].new += 1 }
    queue.add(job)
  }

  /// The job of a page; of what it was last seen to lead to, where the page itself is not due.
  private mutating func due(_ job: Job) throws -> (job: Job, isNew: Bool)? {
    var job = job
    while seen.insert(job.url.description).inserted {
      guard let known = try state.page(job.url.description) else { return (job, true) }
      if isDue(known) { return (job, false) }
      report.notDue += 1
      guard let target = known.target.flatMap({ WebURL($0) }) else { return nil }
      job = job.redirected(to: target)
    }
    return nil
  }

  /// Adds pages that are due although no listing names them any more.
  private mutating func addEarlierPages(of source: Int) throws {
    let days = (settings.revisitDays.max() ?? 0) + 1
    let start = UTCTime(seconds: startedAt.seconds - days * 86_400)
    for listing in listings[source] {
      for (address, page) in try state.pages(via: listing, since: start) where isScheduled(page) {
        guard let url = WebURL(address), seen.insert(address).inserted else { continue }
        queue.add(Job(url: url, role: .page, source: source, via: listing))
      }
    }
  }

  /// Adds pages that failed in the last nights although no listing names them any more.
  private mutating func addFailedPages(of source: Int) throws {
    let start = UTCTime(seconds: startedAt.seconds - settings.failedDays * 86_400)
    for listing in listings[source] {
      for failure in try state.failures(via: listing, since: start) where failure.mayPass {
        guard let url = WebURL(failure.url), seen.insert(failure.url).inserted else { continue }
        queue.add(Job(url: url, role: .page, source: source, via: listing))
      }
    }
  }

  /// Whether a page that a source names is to be asked for again.
  func isDue(_ page: PageState) -> Bool {
    settings.revisitAfterHours == 0 || isScheduled(page)
  }

  /// Whether one of the days on which a page is asked for again has come since it last was.
  ///
  /// Four hours' slack, as a nightly run does not begin at the same second every night.
  private func isScheduled(_ page: PageState) -> Bool {
    let age = startedAt.seconds - page.askedAt.seconds
    guard age >= settings.revisitAfterHours * 3600 else { return false }
    return settings.revisitDays.contains { day in
      let due = page.firstAt.seconds + day * 86_400 - 4 * 3600
      return page.askedAt.seconds < due && due <= startedAt.seconds
    }
  }

  /// Whether a link is not too old by its source's word.
  func isRecent(_ link: Link) -> Bool {
    guard let days = settings.maxAgeDays, let date = link.date else { return true }
    return startedAt.seconds - date.seconds <= days * 86_400
  }

  /// Goes where an answer leads, if it is a redirect.
  mutating func follow(_ exchange: Exchange, from job: Job) throws {
    guard let target = exchange.target else { return }
    var next = job.redirected(to: target)
    if job.role == .page {
      guard let due = try due(next) else { return }
      next = due.job
    }
    if next.url.hostKey == job.url.hostKey { queue.addFirst(next) } else { moved.append(next) }
  }
}

/// The first `count` links; where there are more and all are dated, the newest.
func newest(_ links: [Link], _ count: Int) -> [Link] {
  guard links.count > count else { return links }
  let dated = links.enumerated().compactMap { index, link in
    link.date.map { (index: index, date: $0) }
  }
  guard dated.count == links.count else { return Array(links.prefix(count)) }
  let kept = dated.sorted { ($1.date, $0.index) < ($0.date, $1.index) }.prefix(count)
  return kept.map(\.index).sorted().map { links[$0] }
}
