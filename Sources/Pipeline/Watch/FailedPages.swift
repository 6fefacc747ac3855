import Fetch
import Records

/// The trouble of a run in which more than `limit` percent of the pages failed; `nil` for a better.
///
/// - Parameters:
///   - report: What came of asking.
///   - limit: In percent.
///   - forgivesRobots: Whether what robots.txt forbids is no failure: where few pages are asked for,
///     one such page of a listing is a large share.
/// - Returns: The trouble, with its reasons and where most of it was.
func failedPages(of report: FetchReport, limit: Int, forgivesRobots: Bool) -> Trouble? {
  let robots = forgivesRobots ? report.failed[.robots] ?? 0 : 0
  let failed = report.failed.values.reduce(0, +) - robots
  let pages = report.new + report.unchanged + failed
  guard failed * 100 > pages * limit else { return nil }
  let reasons = report.failed.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
  let worst = report.failedHosts.max { ($0.value, $1.key) < ($1.value, $0.key) }
  let place = worst.map { ", \($0.value == failed ? "all" : "\($0.value)") at \($0.key)" } ?? ""
  return Trouble(
    .pagesFailed,
    "",
    "\(failed) of \(pages) pages failed (\(reasons)\(place)), more than the limit of \(limit) %"
  )
}
