import Markup
import Records

extension FetchRun {
  /// Puts the sources that must be asked for into the queue.
  mutating func addListings() {
    for (number, source) in sources.enumerated() {
      let role: Capture.Role
      switch source {
      case .feed: role = .feed
      case .sitemap: role = .sitemap
      case .section(_, let links):
        role = .section
        guard checkLinks(links, of: source) else { continue }
      case .urls(let name, let addresses):
        found[number] = addresses.compactMap { WebURL($0) }.map { (Link(url: $0), name) }
        listings[number] = [name]
        continue
      case .again(let failures):
        found[number] = failures.compactMap { failure in
          WebURL(failure.url).map { (Link(url: $0), failure.via ?? source.name) }
        }
        continue
      }
      guard let url = WebURL(source.name)?.withoutFragment else {
        report.note(Trouble(.sourceFailed, source.name, "is no http or https address"))
        continue
      }
      addListing(Job(url: url, role: role, source: number))
    }
  }

  /// Whether the XPath of a section is one; a source whose path is none is left out.
  private mutating func checkLinks(_ links: String?, of source: Source) -> Bool {
    guard let mistake = links.flatMap({ Source.mistake(inLinks: $0) }) else { return true }
    report.note(Trouble(.sourceFailed, source.name, "links: \(mistake)"))
    return false
  }

  /// Adds a listing that its source has not named before.
  private mutating func addListing(_ job: Job) {
    guard let source = job.source, seen.insert("\(source) \(job.url)").inserted else { return }
    var job = job
    job.listing = job.url.description
    listings[source].append(job.url.description)
    if let from = job.via.flatMap({ WebURL($0) }), from.hostKey != job.url.hostKey {
      moved.append(job)
    } else {
      queue.add(job)
    }
  }

  /// Reads a listing's answer, and takes the pages and listings that it names.
  mutating func read(_ exchange: Exchange, of job: Job) throws {
    guard let source = job.source, case .success(let response) = exchange.result else { return }
    let address = exchange.request.url.description
    let listing: Listing
    if response.status == 304 {
      guard let earlier = try state.listing(address) else { return }
      listing = earlier
    } else {
      guard (200..<300).contains(response.status) else { return }
      guard let read = parse(response, at: exchange.request.url, as: job) else {
        note("what came is no \(job.role)", ofListing: job)
        return
      }
      listing = read
      try state.remember(listing, of: address)
    }
    let via = job.listing ?? address
    found[source] += listing.pages.map { ($0, via) }
    takeListings(listing.listings, of: job)
  }

  private func parse(_ response: HTTPResponse, at url: WebURL, as job: Job) -> Listing? {
    let body = decode(response, limit: settings.maxDecodedBytes)
    let charset = charset(of: response["Content-Type"])
    switch job.role {
    case .feed:
      return readFeed(body, charset: charset, base: url)
    case .sitemap:
      var rules = SitemapRules()
      if let source = job.source, case .sitemap(_, true) = sources[source] { rules = .strict }
      return readSitemap(
        body,
        charset: charset,
        base: url,
        limit: settings.maxDecodedBytes,
        rules: rules
      )
    case .section:
      guard let source = job.source, case .section(_, let links) = sources[source] else {
        return nil
      }
      let path = links.flatMap { try? XPath($0) }
      return readSection(body, contentType: response["Content-Type"], base: url, links: path)
    case .robots, .page:
      return nil
    }
  }

  /// Adds the sitemaps of an index, or a page's feed; the newest where there are too many.
  private mutating func takeListings(_ links: [Link], of job: Job) {
    guard let source = job.source, !links.isEmpty else { return }
    guard job.depth < settings.maxSitemapDepth else {
      report.notes.append(
        "\(job.role) \(job.url): nested deeper than \(settings.maxSitemapDepth)"
      )
      return
    }
    let lately = links.filter { isRecent($0) }
    let room = max(0, settings.maxSitemaps - listings[source].count)
    if lately.count > room {
      report.notes.append("\(job.role) \(job.url): read \(room) of \(lately.count) sitemaps")
    }
    for link in newest(lately, room) {
      var child = Job(url: link.url.withoutFragment, role: job.role, source: source)
      child.via = job.listing
      child.depth = job.depth + 1
      addListing(child)
    }
  }
}
