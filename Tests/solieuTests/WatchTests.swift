import Foundation
import TestSupport
import Testing

/// Who is told of a run, and how: log, metrics, ping and lineage of the built program.
struct WatchTests {
  @Test func logsAnObjectALine() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      let outcome = try await solieu(
        "run",
        night.pipeline,
        "--log-format",
        "json",
        "--log-level",
        "debug"
      )
      #expect(outcome.status == 0 && outcome.output == "")
      let lines = try outcome.complaints.split(separator: "\n").map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
      #expect(lines.count > 15)
      for line in lines {
        #expect(line["time"] is String && line["level"] is String && line["message"] is String)
        #expect(line["run"] is String || line["url"] is String)
      }
      #expect(lines.last?["message"] as? String == "ended")
      #expect(lines.last?["status"] as? Int == 0)
      #expect(lines.last?["articles"] as? Int == 10)
    }
  }

  @Test func logsTroublesInPlaceOfTheMail() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
      site.script("/feed.xml", [SiteAnswer(status: 500)])
      let outcome = try await solieu("run", night.pipeline, "--log-format", "text")
      #expect(outcome.status == 1)
      let lines = outcome.complaints.split(separator: "\n")
      #expect(lines.allSatisfy { $0.contains(" run=") })
      let trouble = try #require(lines.first { $0.contains(" error ") })
      #expect(trouble.contains("/feed.xml can't be read: status 500; "))
      #expect(trouble.contains(" kind=source_failed "))
    }
  }

  @Test func writesMetricsWholeAndKeepsTheLastSuccess() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
      let file = night.folder.path + "/solieu.prom"
      let first = "2026-11-01T19:00:00Z"
      #expect(
        try await solieu("run", night.pipeline, "--metrics-file", file, "--now", first).status == 0
      )
      let metrics = night.folder.text("solieu.prom") ?? ""
      #expect(metrics.contains("solieu_last_run_articles{pipeline=\"night\"} 10\n"))
      #expect(metrics.contains("solieu_last_run_rejects{pipeline=\"night\",reason=\"robots\"} 1\n"))
      #expect(metrics.contains("solieu_last_run_pages{pipeline=\"night\",outcome=\"new\"} "))
      let success = try #require(metrics.firstMatch(of: #/last_success\S+ (\d+)/#)?.output.1)
      let bytes = try #require(metrics.firstMatch(of: #/archive_bytes\S+ (\d+)/#)?.output.1)
      #expect(Int(bytes) ?? 0 > 10_000)

      site.script("/feed.xml", [SiteAnswer(status: 500)])
      let second = "2026-11-02T19:00:00Z"
      #expect(
        try await solieu("run", night.pipeline, "--metrics-file", file, "--now", second).status == 1
      )
      let later = night.folder.text("solieu.prom") ?? ""
      #expect(later.contains("solieu_last_run_status{pipeline=\"night\"} 1\n"))
      #expect(later.contains("last_success_timestamp_seconds{pipeline=\"night\"} \(success)\n"))
      #expect(later.contains("kind=\"source_failed\"} 1\n"))
      #expect(try !night.folder.files().contains { $0.hasSuffix(".partial") })
    }
  }

  @Test func tellsOfReprocessingAsOfANight() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      #expect(try await solieu("run", night.pipeline).status == 0)
      let outcome = try await solieu(
        "reprocess",
        night.pipeline,
        "--force",
        "--log-format",
        "json",
        "--metrics-file",
        night.folder.path + "/solieu.prom",
        "--summary"
      )
      #expect(outcome.status == 0)
      let lines = outcome.complaints.split(separator: "\n")
      #expect(lines.first?.contains("\"message\":\"started\"") == true)
      #expect(lines.count > 2 && lines.allSatisfy { $0.contains("\"run\":") })
      #expect(outcome.output.contains("articles  10\n"))
      let metrics = night.folder.text("solieu.prom") ?? ""
      #expect(metrics.contains("solieu_last_run_articles{pipeline=\"night\"} 10\n"))
      #expect(metrics.contains("solieu_last_success_timestamp_seconds{pipeline=\"night\"} "))
    }
  }

  @Test func logsWhatReprocessingCannotRead() async throws {
    let folder = try TemporaryFolder()
    try folder.write("p.yaml", "name: night\nsources: [{archive: no.warc.gz}]\n")
    let file = folder.path + "/no.warc.gz"
    let outcome = try await solieu(
      "reprocess",
      folder.path + "/p.yaml",
      file,
      "--log-format",
      "text"
    )
    #expect(outcome.status == 65)
    let lines = outcome.complaints.split(separator: "\n")
    #expect(lines.allSatisfy { $0.contains(" run=") })
    #expect(lines.contains { $0.contains(" error ") && $0.contains(" kind=bad_archive ") })
  }

  @Test func pingsTheStartAndTheStatusWithTheMail() async throws {
    let answer: @Sendable (SiteRequest) -> SiteAnswer? = { _ in SiteAnswer("OK") }
    try await withLoopbackSite(answer: answer) { listener in
      try await withLoopbackSite(serving: sampleSite) { site in
        let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
        try night.add("night: {ping-url: '\(listener.origin)/u-1?x=1'}")
        #expect(try await solieu("run", night.pipeline).status == 0)
        site.script("/feed.xml", [SiteAnswer(status: 500)])
        #expect(try await solieu("run", night.pipeline).status == 1)
      }
      #expect(
        listener.requests.map { "\($0.method) \($0.path)" } == [
          "POST /u-1/start?x=1", "POST /u-1/0?x=1", "POST /u-1/start?x=1", "POST /u-1/1?x=1",
        ]
      )
      #expect(listener.requests.last?["Content-Length"].flatMap { Int($0) } ?? 0 > 100)
    }
  }

  /// Neither a ping that fails nor one to an address that may not be asked fails the run.
  @Test(arguments: ["http://127.0.0.1:1/u-1", "http://10.0.0.1/u-1"])
  func runsWhereNobodyListens(address: String) async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      try night.add("night: {ping-url: '\(address)'}")
      let outcome = try await solieu("run", night.pipeline, "--log-format", "text")
      #expect(outcome.status == 0)
      #expect(outcome.complaints.contains(" warning ping-url was not told /start: "))
    }
  }

  @Test func appendsTheEventsOfOpenLineage() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
      try night.add("night: {openlineage: lineage.ndjson}")
      #expect(try await solieu("run", night.pipeline).status == 0)
      site.script("/feed.xml", [SiteAnswer(status: 500)])
      #expect(try await solieu("run", night.pipeline).status == 1)
      let text = night.folder.text("lineage.ndjson") ?? ""
      let kinds = text.matches(of: #/"eventType":"(\w+)"/#).map { String($0.output.1) }
      #expect(kinds == ["START", "COMPLETE", "START", "FAIL"])
      let runs = text.matches(of: #/"runId":"([0-9a-f-]{36})"/#).map { String($0.output.1) }
      #expect(runs.count == 4 && runs[0] == runs[1] && runs[1] != runs[2])
      #expect(text.contains("\"rowCount\":10,"))
    }
  }
}
