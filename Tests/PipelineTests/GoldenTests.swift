import FoundationEssentials
import Parse
import Records
import TestSupport
import Testing
import Transform

/// What Parse and Transform make of the sample site's articles: `Samples/golden/`.
struct GoldenTests {
  @Test(arguments: try SampleArticle.all())
  func makesTheSameArticle(expected: SampleArticle) throws {
    var line = JSONLine()
    try article(expected).write(to: &line, date: "2026-01-01")
    let lines = String(decoding: line.bytes, as: UTF8.self)
    try expectGolden(lines, "golden/\(expected.name).articles.ndjson")
  }

  @Test(arguments: try SampleArticle.all())
  func makesTheSameFigures(expected: SampleArticle) throws {
    let article = try article(expected)
    var line = JSONLine()
    for figure in findFigures(in: article).observations {
      figure.write(to: &line, of: article, date: "2026-01-01")
    }
    let lines = String(decoding: line.bytes, as: UTF8.self)
    try expectGolden(lines, "golden/\(expected.name).observations.ndjson")
  }

  /// The bodies that a person wrote down, against which golden files can't drift.
  @Test(arguments: try SampleArticle.all())
  func readsTheBodyThatAPersonWroteDown(expected: SampleArticle) throws {
    let article = try article(expected)
    #expect(article.text == expected.text)
    #expect(article.headline == expected.headline)
    #expect(article.datePublished == expected.datePublished)
  }

  /// The figures that a person wrote down: nineteen of twenty must be found with value and unit.
  @Test func findsTheFiguresThatAPersonWroteDown() throws {
    var figures: [String: [Observation]] = [:]
    for expected in try SampleArticle.all() {
      figures[expected.path] = findFigures(in: try article(expected)).observations
    }
    let rows = String(decoding: try sample("gold/figures.tsv"), as: UTF8.self)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let missed = rows.filter { row in
      !(figures[row[0]] ?? []).contains { figure in
        (figure.quote.contains(row[1]) || row[1].contains(figure.quote))
          && figure.value.description == row[2] && (row[4].isEmpty || figure.unitCode == row[4])
          && figure.kind.rawValue == row[5]
      }
    }
    #expect(rows.count > 80)
    #expect(missed.count * 20 <= rows.count, "\(missed.map { $0.joined(separator: " ") })")
  }

  private func article(_ expected: SampleArticle) throws -> Article {
    try readArticle(
      from: Page(
        url: "http://sample.vn\(expected.path)",
        capturedAt: "2026-01-01T00:00:00Z",
        contentType: "text/html",
        body: try sample("site\(expected.path)")
      )
    )
  }
}

/// An article of the sample site as a person reads it: a file of `Samples/gold/`.
struct SampleArticle: Decodable, CustomTestStringConvertible {
  var path: String
  var headline: String
  var datePublished: String?
  var text: String

  /// The name of its file, without ending.
  var name = ""

  var testDescription: String { name }

  private enum CodingKeys: String, CodingKey {
    case path
    case headline
    case datePublished = "date_published"
    case text
  }

  static func all() throws -> [SampleArticle] {
    let folder = root.appending(path: "Samples/gold").path()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
      let bytes = try sample("gold/\(name)")
      var article = try JSONDecoder().decode(SampleArticle.self, from: Data(bytes))
      article.name = String(name.dropLast(5))
      return article
    }
  }
}
