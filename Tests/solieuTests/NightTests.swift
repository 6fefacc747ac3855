import Foundation
import Records
import TestSupport
import Testing

@Suite(.serialized)
struct NightTests {
  @Test func fetchesProcessesAndFindsNothingNewTheSecondTime() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      let first = try await solieu("run", night.pipeline, "--summary")
      #expect(first.complaints == "")
      #expect(first.status == 0)
      #expect(first.output.contains("\narticles  10\n"))
      #expect(try night.rows("articles").count == 10)
      #expect(try night.rows("observations").count > 200)
      try await expectAccountOfEveryPage(night, site)
      try await expectGoldenNight(night, site)

      let second = try await solieu("run", night.pipeline, "--summary")
      #expect(second.complaints == "")
      #expect(second.output.contains(": 0 new, "))
      #expect(second.output.contains("\narticles  0\n"))
      #expect(try night.rows("articles").count == 10)
    }
  }

  /// Every address asked for is an article, a reject or an unchanged page; none was forbidden.
  private func expectAccountOfEveryPage(_ night: Night, _ site: LoopbackSite) async throws {
    let asked = Set(site.requests.map(\.path))
    #expect(!asked.contains { $0.hasPrefix("/noi-bo/") })
    let rows = try night.rows("articles") + night.rows("rejects")
    for path in asked {
      #expect(rows.contains { $0.contains("\"url\":\"\(site.origin)\(path)\"") }, "\(path)")
    }
    let rejects = try night.rows("rejects")
    for reason in ["robots", "redirect", "http_status", "not_article", "not_html"] {
      #expect(rejects.contains { $0.contains("\"reason\":\"\(reason)\"") }, "\(reason)")
    }
    let list = try await shell(
      "solieu archive check \(night.folder.path)/\(try night.archives()[0])"
    )
    #expect(list.status == 0, "\(list.output)")
  }

  /// What the first night keeps and rejects, without what differs from run to run.
  private func expectGoldenNight(_ night: Night, _ site: LoopbackSite) async throws {
    let archive = night.folder.path + "/" + (try night.archives()[0])
    let list = try await solieu("archive", "list", archive).output.split(separator: "\n").map {
      line in
      line.split(separator: "\t").enumerated().filter { ![0, 1, 3].contains($0.offset) }
        .map(\.element).joined(separator: "  ")
    }
    let listing = list.joined(separator: "\n").replacing(site.origin, with: "http://sample.vn")
    try expectGolden(listing + "\n", "golden/night.archive.txt")

    let part = try #require(
      try night.folder.files().first { $0.hasPrefix("data/rejects/") && $0.hasSuffix(".ndjson") }
    )
    let rejects = (night.folder.text(part) ?? "").replacing(site.origin, with: "http://sample.vn")
      .replacing(#/"captured_at":"[^"]*"/#, with: "\"captured_at\":\"2026-01-01T00:00:00Z\"")
      .replacing(#/"date":"[^"]*"/#, with: "\"date\":\"2026-01-01\"")
      .replacing(#/"archive_file":"[^"]*"/#, with: "\"archive_file\":\"night.warc.gz\"")
      .replacing(#/"archive_offset":\d+/#, with: "\"archive_offset\":0")
      .replacing(#/"record_id":"[^"]*"/#, with: "\"record_id\":\"urn:uuid:0\"")
    try expectGolden(rejects, "golden/night.rejects.ndjson")
  }

  @Test func fetchesOnlyWhatChanged() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      #expect(try await solieu("run", night.pipeline).status == 0)
      let path = "/y-te/dong-nai-5340-ca-tay-chan-mieng-20112002.html"
      let page = try String(contentsOf: sampleSite.appending(path: path), encoding: .utf8)
      let changed = page.replacing("5.340 ca", with: "5.341 ca")
      site.script(path, [SiteAnswer(changed)])
      let second = try await solieu("run", night.pipeline, "--summary")
      #expect(second.output.contains(": 1 new, "))
      #expect(second.output.contains("\narticles  1\n"))
      let versions = try night.rows("articles").filter { $0.contains(path) }
      #expect(versions.count == 2)
    }
  }

  /// Killed while it fetches, at ever later moments, and then let go.
  @Test func goesOnWhereItWasKilledWhileFetching() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let undisturbed = try Night(at: site.origin)
      #expect(try await solieu("run", undisturbed.pipeline).status == 0)

      let night = try Night(at: site.origin, fetch: "delay-ms: 30")
      var kills = 0
      for count in [2, 5, 9, 14] {
        let before = site.requests.count
        kills += try await night.kill("run") { site.requests.count >= before + count } ? 1 : 0
      }
      #expect(kills > 1)
      let last = try await solieu("run", night.pipeline)
      #expect(last.status == 0)
      if kills == 4 {
        #expect(last.complaints.contains("did not end by itself: it was killed, or the machine"))
        #expect(last.complaints.contains("the archive file night-"))
        #expect(try night.archives().count == 1)
      }
      try expectEqual(night, undisturbed)
    }
  }

  /// Killed while it writes its parts, again and again, and then let go.
  @Test func goesOnWhereItWasKilledWhileProcessing() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let undisturbed = try Night(at: site.origin)
      #expect(try await solieu("run", undisturbed.pipeline).status == 0)

      let night = try Night(at: site.origin)
      #expect(try await solieu("fetch", night.pipeline).status == 0)
      var kills = 0
      for _ in 0..<20 where kills < 3 {
        let isKilled = try await night.kill("reprocess") {
          (try? night.folder.files().contains { $0.hasSuffix(".partial") }) ?? false
        }
        kills += isKilled ? 1 : 0
        if !isKilled { try night.removeParts() }
      }
      #expect(kills > 0)
      #expect(try await solieu("reprocess", night.pipeline).status == 0)
      try expectEqual(night, undisturbed)
      #expect(try !night.folder.files().contains { $0.hasSuffix(".partial") })
    }
  }

  @Test func makesTheSameBytesAgain() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      #expect(try await solieu("run", night.pipeline).status == 0)
      let parts = try night.folder.files().filter { $0.hasSuffix(".ndjson") }
      #expect(parts.count == 3)
      let before = parts.map { night.folder.text($0) }
      let again = try await solieu("reprocess", night.pipeline, "--force", "--workers", "3")
      #expect(again.status == 0)
      #expect(parts.map { night.folder.text($0) } == before)
    }
  }

  @Test func keepsASecondRunOut() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      site.script("/robots.txt", [SiteAnswer(ending: .hang)])
      let first = solieuProcess(["run", night.pipeline])
      async let ended = outcome(of: first)
      while site.requests.isEmpty { await Task.yield() }
      let second = try await solieu("run", night.pipeline)
      #expect(second.status == 75)
      #expect(second.complaints.hasPrefix("another run is at work since "))
      #expect(second.complaints.contains(", process \(first.processIdentifier); "))
      first.terminate()
      _ = try await ended
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func endsCleanlyWhenItIsToldTo(signal: Int32) async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 40")
      let process = solieuProcess(["run", night.pipeline])
      async let ended = outcome(of: process)
      while site.requests.count < 9 { await Task.yield() }
      kill(process.processIdentifier, signal)
      let first = try await ended
      #expect(process.terminationReason == .exit)
      #expect(first.status == 1)
      let lines = first.complaints.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[1].contains("- was told to stop; ") && lines[1].contains(" requests were left"))
      #expect(lines[2] == "  the next run goes on with the rest")
      let record = try #require(try night.records().first)
      #expect(!record.isComplete && record.status == 1)
      #expect(record.fetched.asked > 3 && record.fetched.remaining > 0)
      #expect(try night.archives().allSatisfy { $0.hasSuffix(".warc.gz") })
      #expect(try await solieu("run", night.pipeline).status == 0)
      #expect(try night.rows("articles").count == 10)
    }
  }

  @Test func saysWhenASourceFails() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
      site.script("/feed.xml", [SiteAnswer(status: 500)])
      let outcome = try await solieu("run", night.pipeline)
      #expect(outcome.status == 1)
      #expect(outcome.complaints.contains("/feed.xml"))
    }
  }

  private func expectEqual(_ night: Night, _ other: Night) throws {
    for kind in ["articles", "observations"] {
      let (rows, expected) = (try night.rows(kind), try other.rows(kind))
      #expect(!rows.isEmpty)
      #expect(rows == expected, "\(kind)")
    }
    #expect(Set(try night.rows("rejects")) == Set(try other.rows("rejects")))
  }
}
