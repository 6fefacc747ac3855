import Foundation
import TestSupport
import Testing

/// Two weeks of nights on three papers, twice: once undisturbed, once with a machine that goes
/// down twice in the middle of a run and a second run that overlaps the first.
struct FortnightTests {
  @Test func comesToTheSameWhateverHappensToTheMachine() async throws {
    let world = FortnightWorld()
    var sites: [FortnightWorld.Paper: LoopbackSite] = [:]
    for paper in FortnightWorld.Paper.allCases { sites[paper] = try await open(paper, of: world) }
    let origins = sites.mapValues(\.origin)
    let quiet = try Fortnight(origins)
    let disturbed = try Fortnight(origins)
    for day in 1...14 {
      world.turn(to: day)
      if day == 4 { try await sites.removeValue(forKey: .chau)?.shutdown() }
      if day == 6 {
        let port = origins[.chau]?.split(separator: ":").last.flatMap { Int($0) } ?? 0
        sites[.chau] = try await open(.chau, of: world, port: port)
      }
      if day == 11 { for fortnight in [quiet, disturbed] { try fortnight.mendRules() } }
      let date = "2026-11-\(day < 10 ? "0" : "")\(day)"
      let time = day == 7 ? "\(date)T23:59:54Z" : "\(date)T19:00:00Z"
      try await quiet.run("night \(day)", at: time)
      switch day {
      case 6:
        try await goDown(disturbed, day, time, world) { $0.hasPrefix("an/tin/bai-viet-so-6-4") }
      case 10: try await goDown(disturbed, day, time, world) { $0 == "binh/tin/" }
      case 13: try await overlap(disturbed, day, time, world)
      default: try await disturbed.run("night \(day)", at: time)
      }
    }
    for site in sites.values { try await site.shutdown() }
    try expectSameDataset(disturbed, quiet)
    try expectNightAcrossMidnight(disturbed)
    try expectMails(disturbed, quiet, origins)
  }

  private func open(
    _ paper: FortnightWorld.Paper,
    of world: FortnightWorld,
    port: Int = 0
  ) async throws -> LoopbackSite {
    try await LoopbackSite(host: paper.host, port: port) { world.answer($0, of: paper) }
  }

  /// The machine goes down while it waits for an answer; once it is up again, the run is repeated.
  private func goDown(
    _ fortnight: Fortnight,
    _ day: Int,
    _ time: String,
    _ world: FortnightWorld,
    at isTime: @escaping @Sendable (String) -> Bool
  ) async throws {
    world.hang(isTime)
    let before = world.counts.hung
    let process = fortnight.process(at: time)
    async let ended = outcome(of: process)
    // Everything else has been answered by then, or will be asked for again.
    while world.counts.hung == before { try await Task.sleep(for: .milliseconds(1)) }
    kill(process.processIdentifier, SIGKILL)
    let outcome = try await ended
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(outcome.complaints == "")
    world.hang { _ in false }
    let later = time.replacing("T19:00", with: "T19:40")
    try await fortnight.run(
      "night \(day), after the machine went down and came up again",
      at: later
    )
  }

  /// A second run begins while the first one is at work.
  private func overlap(
    _ fortnight: Fortnight,
    _ day: Int,
    _ time: String,
    _ world: FortnightWorld
  ) async throws {
    let before = world.counts.asked
    let first = fortnight.process(at: time)
    async let ended = outcome(of: first)
    while world.counts.asked == before { try await Task.sleep(for: .milliseconds(1)) }
    kill(first.processIdentifier, SIGSTOP)
    let later = time.replacing("T19:00", with: "T19:05")
    try await fortnight.run("night \(day), a second run meanwhile", at: later)
    kill(first.processIdentifier, SIGCONT)
    fortnight.note("night \(day)", try await ended)
  }

  private func expectSameDataset(_ fortnight: Fortnight, _ other: Fortnight) throws {
    for kind in ["articles", "observations"] {
      let (rows, expected) = (try fortnight.rows(kind), try other.rows(kind))
      #expect(rows.count > 200, "\(kind)")
      let differences = Set(rows).symmetricDifference(expected)
      #expect(differences.isEmpty, "\(kind)")
      #expect(rows.count == expected.count, "\(kind)")
    }
    #expect(Set(try fortnight.rows("rejects")) == Set(try other.rows("rejects")))
    // The article that changed has two versions, the one that vanished its one.
    let articles = try fortnight.rows("articles")
    #expect(
      articles.filter { $0.contains("bai-viet-so-3-1-") && $0.contains("An Giang") }.count == 2
    )
    #expect(
      articles.filter { $0.contains("bai-viet-so-5-2-") && $0.contains("An Giang") }.count == 1
    )
    // The one that failed at first came the night after.
    #expect(
      articles.filter { $0.contains("bai-viet-so-2-3-") && $0.contains("An Giang") }.count == 1
    )
  }

  /// A run that passes midnight fills one archive file and one partition: those of its start.
  private func expectNightAcrossMidnight(_ fortnight: Fortnight) throws {
    let record = try fortnight.folder.files().first { $0.hasPrefix("data/runs/20261107T235954Z") }
    let text = fortnight.folder.text(try #require(record)) ?? ""
    #expect(text.contains("\"ended_at\" : \"2026-11-08T00:00:"))
    let parts = try fortnight.folder.files().filter {
      $0.hasPrefix("data/articles/date=2026-11-07") && $0.hasSuffix(".ndjson")
    }
    #expect(parts.count == 1)
    let rows = fortnight.folder.text(parts.first ?? "") ?? ""
    #expect(rows.contains("\"captured_at\":\"2026-11-08T00:00:"))
  }

  private func expectMails(
    _ disturbed: Fortnight,
    _ quiet: Fortnight,
    _ origins: [FortnightWorld.Paper: String]
  ) throws {
    try expectGolden(disturbed.text(origins), "golden/fortnight.disturbed.txt")
    try expectGolden(quiet.text(origins), "golden/fortnight.quiet.txt")
  }
}
