import FoundationEssentials
import Load
import Records
import SystemPackage

/// Reads day by day, the newest first, line by line: a day's figures, then the articles that they
/// are of, then its rejects.
struct DayReader {
  private let folder: DatasetFolder
  private let limits: ReportLimits

  /// The day that is being read.
  private var day: CivilDay

  /// What is known so far.
  var data: ReportData

  /// The telling figures of this day, by site, the best first, one an article.
  private var candidates: [String: [Candidate]] = [:]

  private let decoder = JSONDecoder.ofRecords()

  init(of folder: DatasetFolder, _ limits: ReportLimits, after data: ReportData) {
    self.folder = folder
    self.limits = limits
    self.data = data
    day = data.window.upperBound
  }

  mutating func read(_ day: CivilDay) {
    self.day = day
    data.days[day] = ReportData.DayCounts()
    candidates = [:]
    let (figures, failures) = (data.newest.count, data.failures.count)
    readFigures()
    chooseNewest()
    readArticles(figures: figures, failures: failures)
    readRejects()
  }

  /// Hands on every line of a kind that is an object, and notes those that are none.
  private mutating func forEachObject(
    _ kind: Partition.Kind,
    _ body: (inout DayReader, LineFields, ArraySlice<UInt8>) -> Bool
  ) {
    for part in folder.partition(day).storedParts(of: kind) {
      do {
        try forEachLine(of: part.path) { number, line in
          guard let fields = LineFields(line), body(&self, fields, line) else {
            data.faults.note("\(folder.name(of: part.path)):\(number): no line of \(kind.rawValue)")
            return
          }
        }
      } catch {
        data.faults.note("\(folder.name(of: part.path)): \(error.reason)")
      }
    }
  }

  private mutating func readFigures() {
    var article = ArticleFigures()
    let place = place
    forEachObject(.observations) { reader, fields, line in
      guard let version = fields.text("version_id"), fields.bytes("sentence") != nil else {
        return false
      }
      if version != article.version {
        reader.take(article)
        article = ArticleFigures(version: version, site: fields.text("site") ?? "")
      }
      reader.count(article.site) { $0.figures[place] += 1 }
      reader.data.days[reader.day]?.figures += 1
      article.weigh(fields, line)
      guard let checks = fields.bytes("checks"), checks.count > 2 else { return true }
      guard let row = try? reader.decoder.decode(FigureRow.self, from: Data(line)) else {
        return false
      }
      article.note(row, on: reader.day)
      return true
    }
    take(article)
  }

  /// Takes what the figures of one article came to.
  private mutating func take(_ article: ArticleFigures) {
    for check in article.checks {
      if check.holds {
        data.checks[check.rule, default: .init()].holding += 1
      } else {
        data.checks[check.rule, default: .init()].failing += 1
      }
    }
    for failure in article.failures where data.failures.count < limits.failures {
      // Copies of a story on other sites say the same.
      let isCopy = data.failures.contains {
        $0.row.story == failure.row.story && $0.statement == failure.statement
      }
      if !isCopy { data.failures.append(failure) }
    }
    guard let best = article.best, data.newest.count < limits.figures else { return }
    var list = candidates[article.site] ?? []
    let place = list.firstIndex { $0.weight < best.weight } ?? list.endIndex
    list.insert(best, at: place)
    candidates[article.site] = Array(list.prefix(limits.figures))
  }

  /// Fills up the newest figures from this day: the best of each site, then the next best.
  private mutating func chooseNewest() {
    let sites = candidates.sorted { left, right in
      let (a, b) = (left.value.first?.weight ?? 0, right.value.first?.weight ?? 0)
      return a == b ? left.key < right.key : a > b
    }
    var sentences = Set(data.newest.map(\.row.sentence))
    var stories = Set(data.newest.map(\.row.story))
    for round in 0..<limits.figures {
      for (_, list) in sites where round < list.count && data.newest.count < limits.figures {
        guard let row = try? decoder.decode(FigureRow.self, from: Data(list[round].line)),
          stories.insert(row.story).inserted, sentences.insert(row.sentence).inserted
        else { continue }
        data.newest.append(ShownFigure(row: row, day: day))
      }
    }
  }

  /// Counts the day's articles, and completes what is shown of this day: the figures and the failed
  /// checks from these places on.
  private mutating func readArticles(figures: Int, failures: Int) {
    let versions = Set(
      data.newest[figures...].map(\.row.versionId) + data.failures[failures...].map(\.row.versionId)
    )
    let place = place
    forEachObject(.articles) { reader, fields, line in
      guard let version = fields.text("version_id") else { return false }
      let quality = fields.number("quality")
      reader.data.days[reader.day]?.articles += 1
      reader.count(fields.text("site") ?? "") { source in
        source.articles[place] += 1
        if let quality { source.quality.add(quality) }
      }
      if let quality {
        let extractor = fields.text("extractor") ?? ""
        reader.data.extractors[extractor, default: .init()].add(quality)
      }
      guard versions.contains(version) else { return true }
      guard let article = try? reader.decoder.decode(ArticleRow.self, from: Data(line)) else {
        return false
      }
      reader.data.complete(version, with: article, figures: figures, failures: failures)
      return true
    }
    data.complete(figures: figures, failures: failures)
  }

  private mutating func readRejects() {
    forEachObject(.rejects) { reader, fields, _ in
      guard let reason = fields.text("reason") else { return false }
      let host = host(of: fields.text("url") ?? "")
      reader.data.days[reader.day]?.rejects += 1
      reader.count(host) { $0.rejects += 1 }
      reader.data.reasons[reason, default: .init()].count += 1
      reader.data.reasons[reason, default: .init()].hosts[host, default: 0] += 1
      return true
    }
  }

  /// The day's place in the window.
  private var place: Int { data.window.lowerBound.distance(to: day) }

  private mutating func count(_ site: String, _ change: (inout ReportData.SourceCounts) -> Void) {
    let days = data.window.lowerBound.distance(to: data.window.upperBound)
    change(&data.sources[site, default: .init(days: days)])
  }
}

/// The host of an address, without `www.`, as an article's `site` has it; empty where it has none.
func host(of address: String) -> String {
  guard let scheme = address.firstRange(of: "://") else { return "" }
  let authority = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
  let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
  // The colons of an IPv6 address stand in brackets.
  let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
  let lower = name.lowercased()
  return lower.hasPrefix("www.") ? String(lower.dropFirst(4)) : lower
}
