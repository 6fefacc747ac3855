import Load
import Records
import SystemPackage
import TestSupport
import Testing

struct StoredFigureTests {
  @Test func findsAFigureWithItsArticle() throws {
    let folder = try TemporaryFolder()
    let data = FilePath(folder.path)
    for (date, number, compression) in [
      ("2020-11-23", 5, Compression.gzip), ("2020-11-24", 6, .none),
    ] {
      var writer = try PartWriter("night", in: Partition(date, of: data), compression)
      let text = "Có \(number) xã."
      let figure = Observation(
        quote: "\(number) xã",
        characters: 3..<7,
        kind: .count,
        value: ExactNumber(number),
        sentence: text,
        confidence: 0.9
      )
      try writer.write(Article(id: "a", versionID: "v\(number)", text: text), [figure])
      _ = try writer.finish()
    }
    let id = observationID(version: "v5", characters: 3..<7)
    let found = try #require(try findFigure(id, in: data))
    #expect(found.row.quote == "5 xã")
    #expect(found.article.text == "Có 5 xã.")
    #expect(found.date == "2020-11-23")
    #expect(try findFigure("o0", in: data) == nil)
    #expect(try newestFigures(1, in: data).map(\.row.quote) == ["6 xã"])
    #expect(try newestFigures(9, in: data).map(\.row.quote) == ["6 xã", "5 xã"])
  }
}
