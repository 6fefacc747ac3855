import Fetch
import Records
import SystemPackage
import Testing

@testable import Pipeline

struct GuardsTests {
  private let source = "https://bao.example.vn/rss"

  /// Nights that each gave so many articles, four figures an article, the newest first.
  private func nights(_ articles: [Int], quality: Double = 0.9) -> [NightYield] {
    articles.enumerated().map { index, count in
      night("2026-11-\(28 - index)", count, count * 4, quality)
    }
  }

  private func night(_ day: String, _ articles: Int, _ figures: Int, _ quality: Double)
    -> NightYield
  {
    var night = NightYield(day: day)
    night.sources[source] = NightYield.Sum(entries: 30, articles: articles, figures: figures)
    night.sites["bao.example.vn"] = NightYield.Sum(
      articles: articles,
      figures: figures,
      quality: quality * Double(articles)
    )
    return night
  }

  @Test(
    arguments: [
      // tonight's articles, those of the nights before, whether it fails; nil: no trouble
      (20, [20, 22, 18, 21, 20], nil),
      (9, [20, 22, 18, 21, 20], nil),  // 45 %
      (7, [20, 22, 18, 21, 20], false),  // 35 %
      (1, [20, 22, 18, 21, 20], true),  // 5 %
      (0, [20, 22, 18, 21], nil),  // four nights say nothing
      (0, [4, 3, 4, 5, 4], nil),  // too few to judge by
      (2, [20, 0, 20, 0, 20], false),  // the median is no mean
    ] as [(Int, [Int], Bool?)]
  )
  func speaksOfFewerArticles(now: Int, earlier: [Int], fails: Bool?) {
    let tonight = night("2026-11-29", now, 400, 0.9)
    let troubles = decays(of: tonight, since: nights(earlier), GuardLimits())
    #expect(troubles.map(\.kind) == (fails == nil ? [] : [.articlesFell]))
    #expect(troubles.first?.fails == fails)
  }

  @Test func saysItsNumbers() {
    let troubles = decays(
      of: night("2026-11-29", 2, 400, 0.9),
      since: nights([20, 22, 18, 21, 20, 19]),
      GuardLimits()
    )
    #expect(
      troubles.first?.line.hasPrefix(
        "\(source) gave only 2 articles, 10 % of the 20 that are usual (median of 6 nights); "
      ) == true
    )
  }

  @Test func speaksOfFewerFiguresInAsManyArticles() {
    let troubles = decays(
      of: night("2026-11-29", 20, 12, 0.9),
      since: nights([20, 22, 18, 21, 20]),
      GuardLimits()
    )
    #expect(troubles.map(\.kind) == [.figuresFell])
  }

  @Test(arguments: [(0.85, nil), (0.7, false), (0.4, true)] as [(Double, Bool?)])
  func speaksOfASiteReadWorse(quality: Double, fails: Bool?) {
    let troubles = decays(
      of: night("2026-11-29", 20, 80, quality),
      since: nights([20, 22, 18, 21, 20]),
      GuardLimits()
    )
    #expect(troubles.map(\.kind) == (fails == nil ? [] : [.qualityFell]))
    #expect(troubles.first?.fails == fails)
  }

  /// Ten bad nights do not become the usual thing, since it was said of them that they were bad.
  @Test func doesNotGetUsedToDecay() {
    var earlier = nights([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 20, 22, 18, 21, 20])
    for index in 0..<10 {
      earlier[index].troubles = [Trouble(.articlesFell, source, "2 articles")]
    }
    let troubles = decays(of: night("2026-11-29", 2, 8, 0.9), since: earlier, GuardLimits())
    #expect(troubles.map(\.kind) == [.articlesFell])
  }

  @Test func leavesASourceAloneThatCouldNotBeRead() {
    var tonight = night("2026-11-29", 0, 0, 0)
    tonight.troubles = [Trouble(.sourceFailed, source, "status 503")]
    #expect(decays(of: tonight, since: nights([20, 22, 18, 21, 20]), GuardLimits()).isEmpty)
  }

  private func run(_ start: String, _ articles: Int, isComplete: Bool = true) -> RunRecord {
    var record = RunRecord(
      id: start,
      pipeline: "p",
      version: "1",
      pipelineDigest: "",
      startedAt: start,
      endedAt: start
    )
    record.isComplete = isComplete
    var yield = SourceYield(source: source)
    yield.articles = articles
    record.sources = [yield]
    return record
  }

  /// Two runs of one night count together, and one that was cut short makes no night.
  @Test func countsByNights() throws {
    let history = RunHistory([
      run("2026-11-04T19:00:00Z", 9), run("2026-11-03T20:00:00Z", 2),
      run("2026-11-03T19:00:00Z", 5, isComplete: false),
      run("2026-11-02T19:00:00Z", 3, isComplete: false), run("2026-11-01T19:00:00Z", 8),
    ])
    let nights = history.nights(before: try time("2026-11-04T19:00:00Z"))
    #expect(nights.map(\.day) == ["2026-11-03", "2026-11-01"])
    #expect(nights.map { $0.sources[source]?.articles } == [7, 8])
  }

  @Test(
    arguments: [
      // started, and by how many nights later another
      ("2026-11-03T19:10:00Z", "2026-11-03T19:10:00Z", 0),
      ("2026-11-03T19:10:00Z", "2026-11-04T00:30:00Z", 0),  // by hand, past midnight
      ("2026-11-03T07:10:00Z", "2026-11-03T19:10:00Z", 0),  // two runs a day
      ("2026-11-03T19:10:00Z", "2026-11-04T07:10:00Z", 0),
      ("2026-11-03T19:10:00Z", "2026-11-04T19:10:00Z", 1),
      ("2026-11-03T23:55:00Z", "2026-11-05T00:05:00Z", 1),  // no run on the 4th, but no night less
      ("2026-11-03T00:05:00Z", "2026-11-03T23:55:00Z", 1),  // two nights of one day
      ("2026-11-03T19:10:00Z", "2026-11-04T16:00:00Z", 1),  // early
      ("2026-11-04T00:10:00Z", "2026-11-04T19:10:00Z", 1),  // after a night that was late
      ("2026-11-03T19:10:00Z", "2026-11-06T22:00:00Z", 3),
      ("2026-11-04T19:10:00Z", "2026-11-03T19:10:00Z", -1),  // the clock was set back
    ] as [(String, String, Int)]
  )
  func countsNightsByHoursNotByDays(earlier: String, later: String, count: Int) throws {
    #expect(nightsPassed(from: try time(earlier), to: try time(later)) == count)
  }

  /// Half of a day's articles in each run are as many as usual, before and after midnight in UTC.
  @Test(arguments: ["2026-11-09T07:10:00Z", "2026-11-09T19:10:00Z", "2026-11-09T00:30:00Z"])
  func isNotMisledByTwoRunsADay(start: String) throws {
    let earlier = (1...8).reversed().flatMap { day in
      [run("2026-11-0\(day)T19:10:00Z", 10), run("2026-11-0\(day)T07:10:00Z", 10)]
    }
    let between = start.contains("T19") ? [run("2026-11-09T07:10:00Z", 10)] : []
    var tonight = run(start, start.contains("T00") ? 0 : 10)
    tonight.judge(by: try anyConfig(), RunHistory(between + earlier))
    #expect(tonight.troubles.isEmpty)

    // A day without a run, and then nothing: less than usual it is.
    var poor = run(start, 0)
    poor.judge(by: try anyConfig(), RunHistory(Array(earlier.dropFirst(2))))
    #expect(poor.troubles.map(\.kind) == [.articlesFell])
  }

  /// A trouble that is told of again in the same night is no older for it.
  @Test(
    arguments: [
      (["2026-11-03T19:10:00Z", "2026-11-04T00:30:00Z"], 1),
      (["2026-11-03T19:10:00Z", "2026-11-04T07:10:00Z", "2026-11-04T19:10:00Z"], 2),
      (["2026-11-03T00:05:00Z", "2026-11-03T23:55:00Z"], 2),
    ] as [([String], Int)]
  )
  func countsTheNightsOfATrouble(starts: [String], nights: Int) throws {
    var records: [RunRecord] = []
    for start in starts {
      var record = run(start, 0)
      record.troubles = [Trouble(.sourceFailed, source, "status 503")]
      record.judge(by: try anyConfig(), RunHistory(records))
      records.insert(record, at: 0)
    }
    #expect(records.first?.troubles.map(\.nights) == [nights])
    #expect(records.first?.troubles.map(\.since) == [starts[0]])
  }

  private func time(_ text: String) throws -> UTCTime { try #require(readTime(text)) }

  private func anyConfig() throws -> PipelineConfig {
    try PipelineConfig(
      yaml: "name: p\nsources: [{feed: '\(source)'}]\nfetch: {contact: a@example.org}",
      file: "p.yaml"
    )
  }
}
