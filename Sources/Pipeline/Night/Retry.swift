package import Fetch
import FoundationEssentials
import Records
import SystemPackage

/// What `solieu retry` asks for again, and what it leaves since time does not mend it.
package struct RetryPlan: Sendable {
  /// Pages to ask for.
  package var pages: [PageFailure] = []

  /// Sources whose listings failed, to be read again.
  package var sources: [Source] = []

  /// Pages and listings whose failure time does not mend.
  package var rest: [PageFailure] = []

  /// - Parameter config: The pipeline; its last nights left their failures in the data folder.
  /// - Throws: An error of the state's file.
  package init(of config: PipelineConfig) throws {
    let path = config.data.appending("fetch-state.sqlite").string
    guard FileManager.default.fileExists(atPath: path) else { return }
    let state = try openState(of: config)
    for failure in try state.failures() where failure.role != .robots {
      guard failure.isWorthAsking(config.fetch) else {
        rest.append(failure)
        continue
      }
      if failure.role == .page {
        pages.append(failure)
      } else {
        let origin = try state.origin(of: failure.url)
        let named = config.sources.filter { source in
          WebURL(source.name)?.withoutFragment.description == origin && !sources.contains(source)
        }
        sources += named
      }
    }
  }

  package var isEmpty: Bool { pages.isEmpty && sources.isEmpty }

  /// How many of each it asks for, a line each, and how many it does not.
  package var lines: [String] {
    var lines = sources.map { "asks again  the source \($0.name)" }
    lines += Self.counts(pages).map { "asks again  \($0)" }
    if isEmpty { lines.append("nothing     that failed may succeed now") }
    return lines + Self.counts(rest).map { "leaves      \($0)" }
  }

  /// The pipeline that asks for this and nothing else.
  package func narrowed(_ config: PipelineConfig) -> PipelineConfig {
    var config = config
    config.sources = sources + (pages.isEmpty ? [] : [.again(pages)])
    return config
  }

  /// Such as `3 pages: timeout`, `2 pages: http_status (status 503)`.
  private static func counts(_ failures: [PageFailure]) -> [String] {
    var counts: [String: Int] = [:]
    for failure in failures {
      let isStatus = failure.reason == .httpStatus
      let reason = failure.reason.rawValue + (isStatus ? " (\(failure.detail))" : "")
      counts[reason, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.value == 1 ? "page" : "pages"): \($0.key)" }
  }
}
