import Fetch
import FoundationEssentials
import Load
import Records
import SystemPackage

/// The last runs of a pipeline, by their records in `runs/`.
struct RunHistory: Sendable {
  /// The newest first; those of `reprocess`, and what can't be read, left out.
  let records: [RunRecord]

  /// How many records are read at most.
  private static let limit = 100

  init(of config: PipelineConfig) {
    let folder = config.data.appending("runs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
    let decoder = JSONDecoder.ofRecords()
    records = names.filter { $0.hasSuffix(".json") }.sorted(by: >).prefix(Self.limit)
      .compactMap { name in
        FileManager.default.contents(atPath: folder.appending(name).string)
          .flatMap { try? decoder.decode(RunRecord.self, from: $0) }
      }
      .filter { $0.pipeline == config.name && $0.command != .reprocess }
  }

  init(_ records: [RunRecord]) {
    self.records = records
  }

  /// When a nightly run last ended with status 0; `nil` where none did.
  var lastSuccess: String? {
    records.first { $0.command == .run && $0.status == 0 }?.endedAt
  }

  /// The troubles that were there when the last run ended that did all it had to.
  ///
  /// A run that was cut short may not have come to see a trouble, so those before it count too.
  var troubles: [(trouble: Trouble, lastAt: UTCTime)] {
    var found: [(trouble: Trouble, lastAt: UTCTime)] = []
    for record in records where record.command != .retry {
      for trouble in record.troubles
      where !found.contains(where: { $0.trouble.isSame(as: trouble) }) {
        found.append((trouble, record.start))
      }
      if record.isComplete { break }
    }
    return found
  }

  /// What each night before that of a run gave, the newest first.
  ///
  /// Only those in which a nightly run did all it had to, as only they say what is usual.
  ///
  /// - Parameter start: When the run started.
  /// - Returns: What they gave; the day of each is that of its last run's start.
  func nights(before start: UTCTime) -> [NightYield] {
    var nights: [Int: NightYield] = [:]
    for record in records where record.command != .fetch {
      let ago = nightsPassed(from: record.start, to: start)
      guard ago > 0 else { continue }
      nights[ago, default: NightYield(day: record.day)].add(record)
    }
    return nights.sorted { $0.key < $1.key }.map(\.value).filter(\.isWhole)
  }

  /// What the runs before gave in the night of a run that started at `start`.
  func night(of start: UTCTime, on day: String) -> NightYield {
    var night = NightYield(day: day)
    for record in records where nightsPassed(from: record.start, to: start) == 0 {
      night.add(record)
    }
    return night
  }
}

/// How many nights later a run is than another; 0 where both are of one night.
///
/// A night is 24 hours, whatever the calendar says: a run may start six hours earlier than the day
/// before, and what started less than 18 hours before it is of its own night. So two runs a day are
/// one night, also where midnight in UTC lies between them, and so is a run by hand in the morning.
func nightsPassed(from earlier: UTCTime, to later: UTCTime) -> Int {
  let hour = 3600.0
  let seconds = Double(later.seconds - earlier.seconds)
  return Int(((seconds + 6 * hour) / (24 * hour)).rounded(.down))
}

extension RunRecord {
  /// When it started; 1970 where its record does not say.
  var start: UTCTime { readTime(startedAt) ?? UTCTime(seconds: 0) }

  /// The UTC day on which it started.
  var day: String { String(startedAt.prefix(10)) }
}

/// What the runs of one night gave together.
struct NightYield: Sendable {
  struct Sum: Sendable {
    var entries = 0
    var articles = 0
    var figures = 0

    /// The sum over the articles.
    var quality = 0.0

    var meanQuality: Double { articles == 0 ? 0 : quality / Double(articles) }
  }

  let day: String
  var sources: [String: Sum] = [:]
  var sites: [String: Sum] = [:]

  /// Whether a nightly run did all it had to.
  var isWhole = false

  /// What was the matter, as kind and subject.
  var troubles: [Trouble] = []

  init(day: String) {
    self.day = day
  }

  mutating func add(_ record: RunRecord) {
    if record.command == .run, record.isComplete { isWhole = true }
    troubles += record.troubles
    for yield in record.sources {
      sources[yield.source, default: Sum()].entries += yield.entries
      sources[yield.source, default: Sum()].articles += yield.articles
      sources[yield.source, default: Sum()].figures += yield.observations
    }
    for yield in record.sites {
      sites[yield.site, default: Sum()].articles += yield.articles
      sites[yield.site, default: Sum()].quality += yield.quality * Double(yield.articles)
    }
  }

  /// Whether this night says nothing of what is usual with `subject`, since it was in trouble.
  func wasTroubled(_ subject: String) -> Bool {
    troubles.contains { $0.subject == subject }
  }
}
