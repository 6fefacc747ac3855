import Foundation
import TestSupport
import Testing

struct DiffCommandTests {
  private let folder: TemporaryFolder
  private var old: String { folder.path + "/old" }
  private var new: String { folder.path + "/new" }

  init() throws { folder = try TemporaryFolder() }

  @Test func tellsAPersonWhatChanged() async throws {
    try writeDatasets()
    let outcome = try await solieu("diff", old, new)
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(outcome.output.contains("1 in value, 0 in unit, 0 in meaning alone"))
    #expect(outcome.output.contains("value 1330000000 → 1330"))
    #expect(outcome.output.contains("[1,33 tỷ đồng]"))
    #expect(try await solieu("diff", old, old).output.contains("0 changed"))
  }

  /// Every change is a line by the schema that `solieu schema changes` prints.
  @Test func printsChangesByTheirSchema() async throws {
    try writeDatasets()
    let outcome = try await shell(
      """
      solieu schema changes > \(folder.path)/schema.json
      solieu diff \(old) \(new) --format ndjson > \(folder.path)/changes.ndjson
      cat \(folder.path)/changes.ndjson
      /usr/bin/python3 -c 'import json, sys, jsonschema
      schema = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      for line in open(sys.argv[2]): schema.validate(json.loads(line))' \
      \(folder.path)/schema.json \(folder.path)/changes.ndjson
      """
    )
    #expect(outcome.complaints == "")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix(#"{"what":"value","date":"2026-01-01","article_id":"a"#))
    #expect(
      outcome.output.contains(#"[{"field":"value","old":"1330000000","new":"1330"}]"#)
    )
    #expect(outcome.output.count { $0 == "\n" } == 1)
  }

  @Test func namesAFolderThatIsNoDataset() async throws {
    try writeDatasets()
    let outcome = try await solieu("diff", old, "/no/such")
    #expect(outcome.status == 65)
    #expect(
      outcome.complaints
        == "/no/such: no dataset; name a folder that holds articles/ and observations/\n"
    )
    try folder.write("new/observations/date=2026-01-01/x.ndjson.gz", "\u{1F}")
    try folder.write("new/articles/date=2026-01-01/x.ndjson", "{}\n")
    let damaged = try await solieu("diff", old, new)
    #expect(damaged.status == 65)
    #expect(damaged.complaints.count { $0 == "\n" } == 1)
  }

  /// Two datasets of one article, which differ in the value of one figure.
  private func writeDatasets() throws {
    let article = String(
      decoding: try sample("golden/viettel-lang-son.articles.ndjson"),
      as: UTF8.self
    )
    let figures = String(
      decoding: try sample("golden/viettel-lang-son.observations.ndjson"),
      as: UTF8.self
    )
    let other = figures.replacing(
      #""value_decimal":"1330000000""#,
      with: #""value_decimal":"1330""#
    )
    for (name, figures) in [("old", figures), ("new", other)] {
      try folder.write("\(name)/articles/date=2026-01-01/x.ndjson", article)
      try folder.write("\(name)/observations/date=2026-01-01/x.ndjson", figures)
    }
  }
}
