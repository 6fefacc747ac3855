import Records

/// How a host answered over the runs that are shown.
package struct HostView: Sendable, Equatable {
  package var name: String
  package var requests: Int
  package var failed: Int

  /// The median of the runs' medians, each counted as often as the run asked, in milliseconds.
  package var medianMs: Int

  package var slowestMs: Int
}

/// The hosts of these runs, the slowest first.
func hostViews(of runs: [RunRow]) -> [HostView] {
  var views: [String: HostView] = [:]
  var medians: [String: [(median: Int, requests: Int)]] = [:]
  for host in runs.flatMap({ $0.hosts ?? [] }) where host.requests > 0 {
    let name = host.host
    var view =
      views[name] ?? HostView(name: name, requests: 0, failed: 0, medianMs: 0, slowestMs: 0)
    view.requests += host.requests
    view.failed += host.failed
    view.slowestMs = max(view.slowestMs, host.slowestMs)
    views[name] = view
    medians[name, default: []].append((host.medianMs, host.requests))
  }
  return views.values.map { view in
    var view = view
    var left = (view.requests + 1) / 2
    for (median, requests) in (medians[view.name] ?? []).sorted(by: { $0.median < $1.median })
    where left > 0 {
      view.medianMs = median
      left -= requests
    }
    return view
  }.sorted { ($1.medianMs, $1.slowestMs, $0.name) < ($0.medianMs, $0.slowestMs, $1.name) }
}
