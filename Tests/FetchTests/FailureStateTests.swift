import Fetch
import Records
import Testing

struct FailureStateTests {
  private let site = "https://example.org"

  private func quick() -> FetchSettings {
    var settings = quickSettings()
    settings.retries = 0
    return settings
  }

  private func night(_ answers: Answers, _ state: FetchState, day: Int) async throws -> Night {
    let given = answers.merging(["\(site)/robots.txt": [status(404)]]) { mine, _ in mine }
    return try await runNight(
      RecordedTransport(given),
      [.feed("\(site)/rss")],
      settings: quick(),
      state: state,
      clock: VirtualTime(start: "2020-11-\(day)T19:00:00Z")
    )
  }

  @Test(
    "it asks again for what failed, though no listing names it any more, until it has an answer"
  )
  func asksAgain() async throws {
    let state = try FetchState()
    let first: Answers = ["\(site)/rss": [feed(["/a"])], "\(site)/a": [status(503)]]
    #expect(try await night(first, state, day: 10).report.failed == [.httpStatus: 1])
    #expect(try state.failures().map(\.url) == ["\(site)/a"])
    #expect(try state.origin(of: "\(site)/a") == "\(site)/rss")

    let second: Answers = [
      "\(site)/rss": [feed(["/b"])], "\(site)/a": [page("A")], "\(site)/b": [page("B")],
    ]
    #expect(try await night(second, state, day: 11).lines.contains("200 \(site)/a"))
    #expect(try state.failures().isEmpty)
  }

  @Test("it gives a page up after three days")
  func givesUp() async throws {
    let state = try FetchState()
    let answers: Answers = ["\(site)/rss": [feed(["/a"])], "\(site)/a": [status(503)]]
    _ = try await night(answers, state, day: 10)
    let later = try await night(["\(site)/rss": [feed(["/rss2"])]], state, day: 14)
    #expect(!later.lines.contains { $0.hasSuffix("/a") })
  }

  @Test(
    "it knows what time may mend",
    arguments: [
      (status(503), true), (status(429), true), (status(404), false), (status(403), false),
      (.failure(.timedOut), true), (.failure(.unreachable("refused")), true),
      (.failure(.forbiddenAddress("10.0.0.1")), false),
    ] as [(Result<HTTPResponse, TransportError>, Bool)]
  )
  func judges(answer: Result<HTTPResponse, TransportError>, mayPass: Bool) async throws {
    let state = try FetchState()
    _ = try await night(
      ["\(site)/rss": [feed(["/a"])], "\(site)/a": [answer]],
      state,
      day: 10
    )
    let failure = try #require(try state.failures().first { $0.url == "\(site)/a" })
    #expect(failure.mayPass == mayPass)
    #expect(failure.isWorthAsking(quick()) == mayPass)
  }

  @Test("it tells a robots.txt that forbids from one that could not be read")
  func judgesRobots() async throws {
    for (robots, mayPass) in [(page("User-agent: *\nDisallow: /a"), false), (status(503), true)] {
      let state = try FetchState()
      let transport = RecordedTransport(["\(site)/robots.txt": [robots]])
      _ = try await runNight(
        transport,
        [.urls(name: "u", addresses: ["\(site)/a"])],
        settings: quick(),
        state: state
      )
      let failure = try state.failures().first
      #expect(failure?.reason == .robots && failure?.mayPass == mayPass)
    }
  }
}
