import Foundation
import Records
import TestSupport
import Testing

struct SchemaTests {
  /// Asks an independent validator, python3-jsonschema, whether the golden lines obey the schemas.
  @Test(arguments: ["articles", "observations", "rejects"])
  func holdsEveryGoldenLine(kind: String) async throws {
    let folder = try TemporaryFolder()
    let schema = folder.path + "/schema.json"
    let validator = folder.path + "/validate.py"
    try Data(Self.validate.utf8).write(to: URL(filePath: validator))
    try Data(try await solieu("schema", kind).output.utf8).write(to: URL(filePath: schema))
    let lines = "Samples/golden/*.\(kind).ndjson"
    let outcome = try await shell("cat \(lines) | /usr/bin/python3 \(validator) \(schema)")
    #expect(outcome.complaints == "")
    #expect(outcome.status == 0)
    let checked = try #require(Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(checked > 5)
  }

  /// The record of a night that had its troubles.
  @Test func holdsTheRecordOfARun() async throws {
    let folder = try TemporaryFolder()
    try folder.write("validate.py", Self.validate)
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
      site.script("/feed.xml", [SiteAnswer(status: 500)])
      #expect(try await solieu("run", night.pipeline).status == 1)
      let outcome = try await shell(
        """
        solieu schema runs > \(folder.path)/schema.json
        cat \(night.folder.path)/data/runs/*.json | tr -d '\\n' | /usr/bin/python3 \
        \(folder.path)/validate.py \(folder.path)/schema.json
        """
      )
      #expect(outcome.complaints == "")
      #expect(outcome.output == "1\n")
    }
  }

  @Test func refusesWhatTheSchemaDoesNotAllow() async throws {
    let folder = try TemporaryFolder()
    let validator = folder.path + "/validate.py"
    try Data(Self.validate.utf8).write(to: URL(filePath: validator))
    let outcome = try await shell(
      """
      solieu schema rejects > \(folder.path)/schema.json
      echo '{"url":"","stage":"parse","reason":"tired"}' | /usr/bin/python3 \(validator) \
      \(folder.path)/schema.json
      """
    )
    #expect(outcome.status == 1)
    #expect(outcome.complaints.contains("'tired' is not one of"))
  }

  /// The ready statements load every field of every kind of row.
  @Test(arguments: ["duckdb", "postgresql", "clickhouse", "spark"])
  func namesEveryFieldInTheReadyStatements(engine: String) throws {
    let path = root.appending(path: "Scripts/sql/\(engine).sql")
    let text = try String(contentsOf: path, encoding: .utf8)
    for schema in [RecordSchema.articles, .observations, .rejects] {
      let start = try #require(text.firstRange(of: " \(schema.name)"))
      let statement = text[start.upperBound...].prefix(while: { $0 != ";" })
      for field in schema.fields {
        #expect(
          statement.contains(" \(field.name) ") || statement.contains(" \(field.name): "),
          "\(schema.name).\(field.name)"
        )
      }
    }
  }

  private static let validate = """
    import json, sys
    from jsonschema import Draft202012Validator, FormatChecker
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    count = bad = 0
    for line in sys.stdin:
        count += 1
        for error in validator.iter_errors(json.loads(line)):
            bad += 1
            print(count, error.json_path, error.message, file=sys.stderr)
    print(count)
    sys.exit(bool(bad))
    """
}
