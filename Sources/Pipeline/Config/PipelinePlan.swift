import Fetch
import Parse
import SystemPackage

extension PipelineConfig {
  /// What a run would do, every default filled in, a line each.
  package var plan: String {
    var lines = ["\(name): right"]
    lines += sources.map { "  fetch    \($0.plan)" }
    lines += archives.map { "  read     \($0)" }
    if !sites.hosts.isEmpty { lines.append("  rules    \(sites.hosts.joined(separator: ", "))") }
    lines += [
      "  archive  \(archive)/DATE/",
      "  data     \(data)/{articles,observations,rejects}/date=DATE/, \(data)/runs/",
      "  as       \(fetch.userAgent)",
      "  pace     \(fetch.delay) between requests to a host, \(fetch.hostsAtOnce) hosts at once",
      "  limits   \(fetch.timeout) and \(fetch.maxBytes) bytes a page, \(fetch.retries) retries",
      "  again    a page at most every \(fetch.revisitAfterHours) h",
      "  digest   \(digest)",
      "  fails    where more than \(failAbovePercent) % of the pages do",
      "  warns    of a source with less than \(guards.warnBelow) % of its usual articles or figures",
      "  ends     after \(words(forSeconds: Int(deadline.components.seconds))) at the latest",
    ]
    if pingURL != nil { lines.append("  tells    ping-url of every start and end") }
    if let lineage { lines.append("  lineage  \(lineage)") }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Source {
  fileprivate var plan: String {
    switch self {
    case .feed(let url): "the feed \(url)"
    case .sitemap(let url, _): "the sitemap \(url)"
    case .section(let url, nil): "the section \(url), links that look like articles"
    case .section(let url, let path?): "the section \(url), links \(path)"
    case .urls(let name, let addresses): "\(addresses.count) addresses of \(name)"
    case .again(let failures): "\(failures.count) pages that failed"
    }
  }
}
