import Load
import Records
import SystemPackage
import TestSupport
import Testing

struct DatasetDiffTests {
  private let old: TemporaryFolder
  private let new: TemporaryFolder

  init() throws {
    old = try TemporaryFolder()
    new = try TemporaryFolder()
  }

  @Test func findsNothingBetweenEqualDatasets() throws {
    try write(to: old, [("a", "Có 5 xã.", [figure("5 xã")]), ("b", "Có 7 xã.", [figure("7 xã")])])
    try write(to: new, [("a", "Có 5 xã.", [figure("5 xã")]), ("b", "Có 7 xã.", [figure("7 xã")])])
    let diff = try changes()
    #expect(diff.told.isEmpty)
    #expect(diff.counts.same == 2)
    #expect(diff.counts.common == 2)
    #expect(DiffReport(examples: 1).text(diff.counts).contains("2 the same"))
  }

  @Test func tellsWhatChanged() throws {
    let base = figure("5 xã")
    var other = base
    other.value = ExactNumber(50)
    other.indicator = "xã nông thôn mới"
    var unit = figure("7 xã")
    unit.unitCode = "{xã}"
    try write(
      to: old,
      [
        ("a", "Có 5 xã.", [base]), ("b", "Có 7 xã.", [figure("7 xã")]),
        ("c", "Có 8 xã.", [figure("8 xã")]), ("d", "Có 9 xã.", [figure("9 xã")]),
      ]
    )
    try write(
      to: new,
      [
        ("a", "Có 5 xã.", [other]), ("b", "Có 7 xã.", [unit]), ("c", "Có 8 xã.", []),
        ("e", "Có 6 xã.", [figure("6 xã")]),
      ]
    )
    let diff = try changes()
    #expect(
      diff.told == [
        "a value value,indicator", "b unit unit_code", "c vanished ", "d vanished ", "e appeared ",
      ]
    )
    #expect(diff.counts.figures[.vanished] == 2)
    #expect(diff.counts.withArticle[.vanished] == 1)
    #expect(diff.counts.byField == ["value": 1, "indicator": 1, "unit_code": 1])
    #expect((diff.counts.vanishedArticles, diff.counts.appearedArticles) == (1, 1))
  }

  @Test func readsThroughALeadThatIsNew() throws {
    try write(to: old, [("a", "Có 5 xã.", [figure("5 xã")])])
    try write(to: new, [("a", "Tin mới. Có 5 xã.", [figure("5 xã", at: 12)])])
    let diff = try changes()
    #expect(diff.told.isEmpty)
    #expect(diff.counts.otherTexts == 1)
  }

  @Test func comparesWhateverTheCompression() throws {
    try write(to: old, [("a", "Có 5 xã.", [figure("5 xã")])], .gzip)
    try write(to: new, [("a", "Có 5 xã.", [])], .zstd)
    #expect(try changes().told == ["a vanished "])
  }

  @Test func refusesFiguresOfNoArticle() throws {
    try write(to: old, [("a", "Có 5 xã.", [figure("5 xã")])])
    try old.write("articles/date=2020-11-24/night.ndjson", "")
    #expect(throws: ReadError.self) { try changes() }
  }

  private func changes() throws -> (told: [String], counts: DiffCounts) {
    var told: [String] = []
    var diff = DatasetDiff(from: FilePath(old.path), to: FilePath(new.path))
    try diff.run { pair, change in
      let fields = change.differences.map(\.field).joined(separator: ",")
      told.append("\(pair.articleID) \(change.kind.rawValue) \(fields)")
    }
    return (told, diff.counts)
  }

  private func write(
    to folder: TemporaryFolder,
    _ articles: [(id: String, text: String, figures: [Observation])],
    _ compression: Compression = .none
  ) throws {
    var writer = try PartWriter(
      "night",
      in: Partition("2020-11-24", of: FilePath(folder.path)),
      compression
    )
    for (id, text, figures) in articles {
      let version = versionID(article: id, textSHA256: text)
      try writer.write(Article(id: id, versionID: version, text: text), figures)
    }
    _ = try writer.finish()
  }

  private func figure(_ quote: String, at start: Int = 3) -> Observation {
    Observation(
      quote: quote,
      characters: start..<start + quote.count,
      kind: .count,
      value: ExactNumber(5),
      sentence: "Có \(quote).",
      confidence: 0.9
    )
  }
}
