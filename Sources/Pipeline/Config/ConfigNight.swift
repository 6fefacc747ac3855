import Fetch
import SystemPackage

/// When a source or a site has fallen so far behind what it lately gave that somebody must know.
///
/// All shares are percents of the median of the nights before; 0 asks for nothing.
package struct GuardLimits: Sendable, Equatable {
  /// Below this share of its usual articles or figures a source is worth a warning; 40 by default.
  package var warnBelow = 40

  /// Below this share the run fails; 10 by default.
  package var failBelow = 10

  /// Below this share of its usual quality a site is worth a warning; 85 by default.
  package var qualityWarnBelow = 85

  /// Below this share the run fails; 60 by default.
  package var qualityFailBelow = 60

  /// How many earlier nights there must be before any guard speaks; 5 by default.
  package var nights = 5

  package init() {}

  /// A source whose median is below this many articles, or figures, varies too much to judge.
  static let leastArticles = 5
  static let leastFigures = 20

  /// A site is judged by at least so many articles of a night.
  static let leastForQuality = 3

  /// How many nights back the median goes.
  static let window = 28
}

extension ConfigReader {
  mutating func guards(in top: Value?) -> GuardLimits {
    let keys = [
      "warn-below-percent", "fail-below-percent", "quality-warn-below-percent",
      "quality-fail-below-percent", "nights",
    ]
    let section = section("guards", in: top, keys: keys)
    var limits = GuardLimits()
    limits.warnBelow = number(keys[0], in: section, 0...100, missing: limits.warnBelow)
    limits.failBelow = number(keys[1], in: section, 0...100, missing: limits.failBelow)
    limits.qualityWarnBelow =
      number(keys[2], in: section, 0...100, missing: limits.qualityWarnBelow)
    limits.qualityFailBelow =
      number(keys[3], in: section, 0...100, missing: limits.qualityFailBelow)
    limits.nights = number(keys[4], in: section, 3...GuardLimits.window, missing: limits.nights)
    return limits
  }

  /// The keys of `night`: the deadline, and who is told of a run.
  mutating func night(
    in top: Value?,
    folder: FilePath
  ) -> (deadline: Duration, pingURL: String?, lineage: FilePath?) {
    let section = section("night", in: top, keys: ["deadline-minutes", "ping-url", "openlineage"])
    let minutes = number("deadline-minutes", in: section, 1...10_080, missing: 720)
    let lineage = value("openlineage", in: section).map { text(of: $0) }
    return (
      .seconds(minutes * 60), address("ping-url", in: section),
      lineage.map { folder.pushing(FilePath($0)).lexicallyNormalized() }
    )
  }

  /// An address of the web; `nil` where there is no such key.
  private mutating func address(_ key: String, in section: Value?) -> String? {
    guard let value = value(key, in: section) else { return nil }
    let text = text(of: value)
    guard let url = WebURL(text), ["http", "https"].contains(url.scheme), !url.host.isEmpty else {
      note("\(key) must be an http:// or https:// address, not \(text)", at: value)
      return nil
    }
    return text
  }
}
