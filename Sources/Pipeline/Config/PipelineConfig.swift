package import Fetch
import FoundationEssentials
package import Load
package import Parse
import Records
package import SystemPackage

/// What one file of `Pipelines/` says, every default filled in.
package struct PipelineConfig: Sendable, Equatable {
  /// Names the run and its archive files: lower-case letters, digits and hyphens.
  package var name: String

  /// Where the dataset goes.
  package var data: FilePath

  /// Where the archive goes, a folder a day.
  package var archive: FilePath

  /// What to fetch, in the file's order.
  package var sources: [Source]

  /// Patterns of archive files to reprocess beside the pipeline's own.
  package var archives: [String]

  package var fetch: FetchSettings

  /// When a night stops fetching, in minutes of the local day from 0; `nil` for no such time.
  package var untilMinute: Int?

  /// The rules of sites that the general way reads wrong.
  package var sites: SiteRuleBook

  /// How the files of the dataset are compressed.
  package var compression: Compression

  /// A run in which more than this share of the pages failed ends with status 1; 0 to 100.
  package var failAbovePercent: Int

  /// When a source that gives less than it did is worth a warning.
  package var guards: GuardLimits

  /// A run is ended after so long; 12 h by default.
  package var deadline: Duration

  /// Is told of the start and the end of every run; `nil` for nobody.
  package var pingURL: String?

  /// Where OpenLineage events are appended; `nil` for nowhere.
  package var lineage: FilePath?

  /// SHA-256 of the file's bytes and the site rules, such as `sha256:9f86…`.
  package var digest: String
}

extension PipelineConfig {
  /// Reads a pipeline file.
  ///
  /// - Parameters:
  ///   - yaml: The file's text.
  ///   - file: Its path; what the file names is relative to its folder.
  /// - Throws: Every mistake in the file, each with its line.
  package init(yaml: String, file: FilePath) throws(ConfigMistakes) {
    var reader = ConfigReader(file: file.string)
    let folder = file.removingLastComponent()
    let top = reader.top(
      of: yaml,
      keys: [
        "name", "data", "archive", "sources", "fetch", "sites", "load", "guards", "night",
      ],
      needs: "name and sources"
    )
    let name = reader.name(in: top)
    let data = folder.pushing(FilePath(reader.text("data", in: top, missing: "../data")))
    let archive = reader.value("archive", in: top).map { reader.text(of: $0) }
    let sources = reader.sources(in: top, folder: folder)
    let fetch = reader.fetch(in: top)
    let untilMinute = reader.minute("until", in: reader.value("fetch", in: top))
    let sites = reader.sites(in: top, folder: folder)
    let load = reader.section("load", in: top, keys: ["compression", "fail-above-percent"])
    let compression = reader.choice("compression", in: load, missing: Compression.none)
    let failAbove = reader.number("fail-above-percent", in: load, 0...100, missing: 20)
    let guards = reader.guards(in: top)
    let night = reader.night(in: top, folder: folder)
    try reader.finish()
    self.name = name
    self.data = data.lexicallyNormalized()
    self.archive = (archive.map { folder.pushing(FilePath($0)) } ?? data.appending("archive"))
      .lexicallyNormalized()
    self.sources = sources.fetched
    self.archives = sources.archives
    self.fetch = fetch
    self.untilMinute = untilMinute
    self.sites = sites?.rules ?? SiteRuleBook()
    self.compression = compression
    failAbovePercent = failAbove
    self.guards = guards
    (deadline, pingURL, lineage) = night
    digest = "sha256:" + Digest.sha256Hex((yaml + (sites.map { "\n" + $0.digest } ?? "")).utf8)
  }
}

extension ConfigReader {
  fileprivate mutating func name(in top: Value?) -> String {
    let name = text("name", in: top)
    let allowed = Array("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
    if let value = value("name", in: top), !name.utf8.allSatisfy(allowed.contains) {
      note("name must be of lower-case letters, digits and hyphens, such as lang-son", at: value)
    }
    return name
  }

  fileprivate mutating func fetch(in top: Value?) -> FetchSettings {
    let section = section("fetch", in: top, keys: Self.fetchKeys)
    var settings = FetchSettings(contact: text("contact", in: section, missing: ""))
    settings.agentVersion = programVersion
    func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }
    settings.delay = .milliseconds(
      number("delay-ms", in: section, 0...600_000, missing: milliseconds(settings.delay))
    )
    settings.timeout = .milliseconds(
      number("timeout-ms", in: section, 100...600_000, missing: milliseconds(settings.timeout))
    )
    settings.connectTimeout = min(settings.connectTimeout, settings.timeout)
    settings.readTimeout = min(settings.readTimeout, settings.timeout)
    settings.hostsAtOnce = number(
      "hosts-at-once",
      in: section,
      1...64,
      missing: settings.hostsAtOnce
    )
    settings.maxBytes = number(
      "max-bytes",
      in: section,
      1_000...1_000_000_000,
      missing: settings.maxBytes
    )
    settings.retries = number("retries", in: section, 0...10, missing: settings.retries)
    settings.revisitAfterHours = number(
      "revisit-after-hours",
      in: section,
      0...8_760,
      missing: settings.revisitAfterHours
    )
    let days = number("max-age-days", in: section, 0...36_500, missing: settings.maxAgeDays ?? 0)
    settings.maxAgeDays = days == 0 ? nil : days
    settings.allowAddresses = texts("allow-addresses", in: section).map { text(of: $0) }
    return settings
  }

  /// A time of the day such as `05:30`, in minutes from 0; `nil` where there is no such key.
  fileprivate mutating func minute(_ key: String, in section: Value?) -> Int? {
    guard let value = value(key, in: section) else { return nil }
    let parts = text(of: value).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else {
      note("\(key) must be a time of the day, such as 05:30", at: value)
      return nil
    }
    return hour * 60 + minute
  }

  private static let fetchKeys = [
    "contact", "delay-ms", "hosts-at-once", "timeout-ms", "max-bytes", "retries",
    "revisit-after-hours", "max-age-days", "allow-addresses", "until",
  ]
}
