import Load
import Records
import Testing

@testable import Report

struct CollectReportTests {
  private let dataset: SampleDataset

  init() throws { dataset = try SampleDataset() }

  @Test func countsByDaySourceReasonAndExtractor() throws {
    let gone = Reject(stage: .fetch, reason: .timeout, detail: "", url: "https://www.Cham.vn:81/x")
    try dataset.add("2020-11-23", articles: [(article(1), [figure()])], rejects: [gone])
    try dataset.add(
      "2020-11-24",
      articles: [(article(2), [figure(), figure("21/333", at: 11)]), (article(3, site: nil), [])]
    )
    let data = dataset.report { $0.days = 2 }
    let days = data.days.sorted { $0.key < $1.key }
    #expect(days.map(\.key.text) == ["2020-11-23", "2020-11-24"])
    #expect(days.map(\.value.articles) == [1, 2] && days.map(\.value.figures) == [1, 2])
    #expect(data.sources["bao.example.vn"]?.articles == [1, 1])
    #expect(data.sources["bao.example.vn"]?.figures == [1, 2])
    #expect(data.sources[""]?.articles == [0, 1])
    #expect(data.sources["cham.vn"]?.rejects == 1)
    #expect(data.reasons["timeout"]?.hosts == ["cham.vn": 1])
    #expect(data.extractors["named"]?.count == 3)
    #expect(data.extractors["named"]?.median == 0.9)
    #expect(data.faults == Faults())
  }

  @Test func takesOlderDaysFromTheirManifests() throws {
    try dataset.add("2020-11-24", articles: [(article(1), [figure()])])
    try dataset.add("2020-09-01", articles: [(article(2), [figure()])])
    let file = #"{"path":"x","rows":ROWS,"bytes":1,"digest":"d"}"#
    func rows(_ count: Int) -> String { file.replacing("ROWS", with: "\(count)") }
    try dataset.write(
      """
      {"schema_version":1,"date":"2020-09-02","parts":[{"archive_file":"a","archive_digest":"d",
      "pipeline_digest":"d","version":"1","records":9,"unchanged":0,"reject_reasons":[],
      "articles":\(rows(5)),"observations":\(rows(60)),"rejects":\(rows(7))}]}
      """,
      to: "articles/date=2020-09-02/_manifest.json"
    )
    let data = dataset.report()
    // Without a manifest the lines are counted.
    #expect(data.days[try #require(CivilDay("2020-09-01"))]?.figures == 1)
    let counts = ReportData.DayCounts(articles: 5, figures: 60, rejects: 7)
    #expect(data.days[try #require(CivilDay("2020-09-02"))] == counts)
    #expect(data.sources["bao.example.vn"]?.articles.reduce(0, +) == 1)
  }

  @Test func countsACheckOnceAnArticleAndMarksItsFigures() throws {
    let figures = [
      figure("21/333", at: 11, checks: [failing]), figure("7%", at: 26, checks: [failing]),
    ]
    let copy = article(2, site: "khac.example.vn")
    try dataset.add(
      "2020-11-24",
      articles: [(article(1), figures), (copy, figures)]
    )
    let data = dataset.report()
    #expect(data.checks["share"] == ReportData.CheckCounts(holding: 0, failing: 2))
    let failure = try #require(data.failures.first)
    #expect(failure.members.map(\.quote) == ["21/333", "7%"])
    #expect(failure.marks == [3..<9, 18..<20])
    #expect(failure.headline == "Bài số 1")
  }

  @Test func namesACopiedStoryOnce() throws {
    var copy = article(2, site: "khac.example.vn")
    copy.storyID = "s1"
    let figures = [figure(checks: [failing])]
    try dataset.add("2020-11-24", articles: [(article(1), figures), (copy, figures)])
    let data = dataset.report()
    #expect(data.failures.count == 1 && data.newest.count == 1)
  }

  @Test func showsTheNewestDayFirstAndSitesInTurn() throws {
    func sentence(_ number: Int) -> String { "Câu \(number) có 7% hộ nghèo." }
    func entry(_ number: Int, _ site: String, _ indicator: String?) -> (Article, [Observation]) {
      let text = sentence(number)
      let telling = figure("7%", at: 17, sentence: text, indicator: indicator)
      return (article(number, site: site, sentence: text), [telling])
    }
    try dataset.add("2020-11-23", articles: [entry(1, "a.vn", "hộ nghèo")])
    try dataset.add(
      "2020-11-24",
      articles: [
        entry(2, "a.vn", "hộ nghèo"), entry(3, "a.vn", "hộ nghèo"), entry(4, "b.vn", nil),
      ]
    )
    let shown = dataset.report { $0.figures = 3 }.newest
    #expect(shown.map(\.row.articleId) == ["a2", "a4", "a3"])
    #expect(shown.map(\.headline) == ["Bài số 2", "Bài số 4", "Bài số 3"])
    #expect(dataset.report().newest.map(\.row.articleId) == ["a2", "a4", "a3", "a1"])
  }

  @Test func readsRunsOfOlderProgramsAndTheNewestFirst() throws {
    try dataset.addRun("2020-11-23")
    try dataset.addRun(
      "2020-11-24",
      status: 1,
      hosts: [HostRecord(host: "a.vn", requests: 3, failed: 1, medianMs: 40, slowestMs: 900)]
    )
    try dataset.write(
      """
      {"id":"20201122T190000Z-0000","pipeline":"mau","version":"0",
      "started_at":"2020-11-22T19:00:00Z",
      "ended_at":"2020-11-22T19:00:01Z","status":0,
      "fetched":{"asked":3,"new":1,"unchanged":1,"failed":1}}
      """,
      to: "runs/20201122T190000Z-0000.json"
    )
    let data = dataset.report { $0.runs = 5 }
    #expect(data.runs.map(\.status) == [1, 0, 0])
    #expect(data.runs.last?.figures == 0 && data.runs.last?.fetched?.asked == 3)
    #expect(dataset.report { $0.runs = 1 }.runs.count == 1)
    #expect(dataset.report { $0.runs = 1 }.runCount == 3)
    #expect(hostViews(of: data.runs).map(\.name) == ["a.vn"])
    // A dataset without a part ends with its last run.
    #expect(data.window.upperBound.text == "2020-11-25")
  }

  @Test func namesWhatItCanNotRead() throws {
    try dataset.add("2020-11-24", articles: [(article(1), [figure()])])
    try dataset.write(
      "{\"reason\":\"timeout\",\"url\":\"\"}\nnonsense\n",
      to: "rejects/date=2020-11-24/b.ndjson"
    )
    try dataset.write("{", to: "runs/20201124T190000Z-0000.json")
    try dataset.write("", to: "articles/date=2020-31-12/a.ndjson")
    let data = dataset.report()
    #expect(
      data.faults.first == [
        "runs/20201124T190000Z-0000.json: no record of a run",
        "articles/date=2020-31-12: its name tells no day",
        "rejects/date=2020-11-24/b.ndjson:2: no line of rejects",
      ]
    )
    #expect(data.reasons["timeout"]?.count == 1)
  }

  @Test(arguments: [
    ("https://www.bao.vn/a", "bao.vn"), ("http://BAO.vn:8080?x", "bao.vn"), ("", ""),
    ("http://[::1]:80/a", "[::1]"), ("https://user@bao.vn/", "bao.vn"), ("mailto:a@b", ""),
  ])
  func findsTheHost(address: String, name: String) {
    #expect(host(of: address) == name)
  }
}
