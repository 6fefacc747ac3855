import Fetch
import Records
import TestSupport
import Testing

struct FetchStateTests {
  private let site = "https://example.org"

  @Test("it is the same whenever, and however often, it hears of a capture", arguments: 0..<20)
  func isIdempotent(seed: UInt64) async throws {
    let captures = try await nights()
    let once = try FetchState()
    for capture in captures { try once.record(capture) }
    var random = SplitMix(state: seed)
    let again = try FetchState()
    for capture in (captures + captures).shuffled(using: &random) { try again.record(capture) }
    for capture in captures {
      #expect(try again.page(capture.url) == once.page(capture.url))
    }
  }

  @Test("it is the same made anew from the archive, and asks as conditionally")
  func isRebuilt() async throws {
    let state = try FetchState()
    for capture in try await nights() {
      var kept = capture  // as an archive gives it back
      kept.role = .page
      kept.via = nil
      kept.requestHead = []
      try state.record(kept)
    }
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)],
      "\(site)/rss": [feed(["/a", "/b"])],
      "\(site)/a": [status(304)], "\(site)/b": [status(304)],
    ])
    let clock = VirtualTime(start: "2020-11-28T12:00:00Z")
    let sources = [Source.feed("\(site)/rss")]
    let night = try await runNight(transport, sources, state: state, clock: clock)
    #expect(night.report.unchanged == 2)
    #expect(night.lines.contains("same \(site)/rss"))
    #expect(!transport.requests[1].fields.contains { $0.name == "If-None-Match" })
    #expect(transport.requests[2].fields.contains(HTTPField("If-None-Match", "\"A2\"")))
  }

  @Test("it asks for a page again after a day, three and seven, though no feed names it any more")
  func keepsSchedule() async throws {
    let state = try FetchState()
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)],
      "\(site)/rss": [feed(["/a"]), feed(["/b"])],
      "\(site)/a": [page("A", [HTTPField("ETag", "1")]), status(304)],
      "\(site)/b": [page("B"), page("B")],
    ])
    var nights: [Int] = []
    for night in 0...12 {
      let clock = VirtualTime(start: "2020-11-\(12 + night)T01:\(10 + night % 5 * 7):00Z")
      _ = try await self.night(transport, state, clock)
      let asked = transport.requests.filter { $0.url.path == "/a" }.count
      if asked > nights.count { nights.append(night) }
    }
    #expect(nights == [0, 1, 3, 7])
  }

  @Test("it asks for all that is named in every run where it is told to")
  func asksAlways() async throws {
    var settings = quickSettings()
    settings.revisitAfterHours = 0
    let state = try FetchState()
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)],
      "\(site)/rss": [feed(["/a", "/b"])],
      "\(site)/a": [page("A", [HTTPField("ETag", "1")]), status(304)],
      "\(site)/b": [page("B"), page("B2")],
    ])
    _ = try await night(transport, state, VirtualTime(), settings)
    let second = try await night(
      transport,
      state,
      VirtualTime(start: "2020-11-24T12:05:00Z"),
      settings
    )
    #expect(second.lines.suffix(3) == ["same \(site)/rss", "304 \(site)/a", "200 \(site)/b"])
    #expect(second.report.new == 1)
    #expect(second.report.unchanged == 1)
  }

  @Test("it learns nothing of a capture that could not be kept")
  func waitsForTheArchive() async throws {
    struct Full: Error {}
    let state = try FetchState()
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)], "\(site)/rss": [feed(["/a", "/b"])],
      "\(site)/a": [page("A")], "\(site)/b": [page("B")],
    ])
    let sources = [Source.feed("\(site)/rss")]
    await #expect(throws: Full.self) {
      _ = try await fetch(
        quickSettings(),
        sources: sources,
        state: state,
        over: transport,
        time: VirtualTime().time
      ) { if $0.url.hasSuffix("/b") { throw Full() } }
    }
    #expect(try state.page("\(site)/a") != nil)
    #expect(try state.page("\(site)/b") == nil)
    let second = try await night(transport, state, VirtualTime())
    #expect(second.lines.suffix(1) == ["200 \(site)/b"])
    #expect(second.report.notDue == 1)
  }

  @Test("it is still there when its file is opened again")
  func isKept() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/state.sqlite"
    for capture in try await nights() { try FetchState(path: path).record(capture) }
    let page = try FetchState(path: path).page("\(site)/a")
    #expect(page?.etag == "\"A2\"")
    #expect(page?.status == 200)
    #expect(page?.record == CaptureReference(url: "\(site)/a", date: "2020-11-25T12:00:00Z"))
  }

  @Test("it begins anew where its file is damaged")
  func isMended() async throws {
    let folder = try TemporaryFolder()
    try folder.write("state.sqlite", String(repeating: "no database ", count: 1000))
    let state = try FetchState(path: folder.path + "/state.sqlite")
    #expect(try state.isEmpty())
    for capture in try await nights() { try state.record(capture) }
    #expect(try !FetchState(path: folder.path + "/state.sqlite").isEmpty())
  }

  @Test("it knows a body again under another address")
  func knowsBodies() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)], "\(site)/a": [page("A")], "\(site)/b": [page("A")],
    ]
    let sources = [Source.urls(name: "u", addresses: ["\(site)/a", "\(site)/b"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(night.lines.suffix(2) == ["200 \(site)/a", "same \(site)/b"])
    #expect(
      night.captures.last?.kind
        == .duplicate(refersTo: .init(url: "\(site)/a", date: "2020-11-24T12:00:00Z"))
    )
  }

  /// The captures of two nights, in which one page changed and one did not.
  private func nights() async throws -> [Capture] {
    let state = try FetchState()
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)],
      "\(site)/rss": [feed(["/a", "/b"]).adding([HTTPField("ETag", "rss")])],
      "\(site)/a": [
        page("A1", [HTTPField("ETag", "\"A1\"")]), page("A2", [HTTPField("ETag", "\"A2\"")]),
      ],
      "\(site)/b": [page("B", [HTTPField("ETag", "\"B\"")]), status(304)],
    ])
    let first = try await night(transport, state, VirtualTime())
    let second = try await night(transport, state, VirtualTime(start: "2020-11-25T12:00:00Z"))
    return first.captures + second.captures
  }

  private func night(
    _ transport: RecordedTransport,
    _ state: FetchState,
    _ clock: VirtualTime,
    _ settings: FetchSettings = quickSettings()
  ) async throws -> Night {
    try await runNight(
      transport,
      [.feed("\(site)/rss")],
      settings: settings,
      state: state,
      clock: clock
    )
  }
}
