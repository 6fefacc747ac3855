import Fetch
import Records
import Testing

struct FetchPolitenessTests {
  private let site = "https://example.org"

  @Test("it waits between two requests of one host, longer if robots.txt asks for it")
  func waits() async throws {
    var settings = quickSettings()
    settings.delay = .seconds(2)
    for (robots, delay) in [("", 2), ("Crawl-delay: 7", 7), ("Crawl-delay: 0.1", 2)] {
      let clock = VirtualTime()
      let answers: Answers = [
        "\(site)/robots.txt": [page("User-agent: *\n\(robots)")],
        "\(site)/a": [page("A")], "\(site)/b": [page("B")], "\(site)/c": [page("C")],
      ]
      _ = try await run(answers, ["a", "b", "c"], settings, clock)
      #expect(clock.waits == Array(repeating: .seconds(delay), count: 3))
    }
  }

  @Test("it asks nothing of a host whose robots.txt asks for too long a delay")
  func refusesLongDelays() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [page("User-agent: *\nCrawl-delay: 3600")], "\(site)/a": [page("A")],
    ]
    let night = try await run(answers, ["a"])
    #expect(night.lines == ["200 \(site)/robots.txt", "robots \(site)/a"])
    #expect(night.detail?.contains("crawl-delay of 3600 s") == true)
  }

  @Test(
    "it takes a robots.txt that is not there for leave, and one that can't be read for none",
    arguments: [
      (status(404), true), (status(403), true), (status(401), true), (status(410), true),
      (status(500), false), (status(503), false), (status(429), false),
      (.failure(.timedOut), false), (.failure(.unreachable("refused")), false),
      (.failure(.untrusted("expired")), false), (page(""), true),
      (page("<html>not found</html>"), true),
    ] as [(Result<HTTPResponse, TransportError>, Bool)]
  )
  func judgesRobots(answer: Result<HTTPResponse, TransportError>, isAllowed: Bool) async throws {
    var settings = quickSettings()
    settings.retries = 1
    let answers: Answers = ["\(site)/robots.txt": [answer], "\(site)/a": [page("A")]]
    let night = try await run(answers, ["a"], settings)
    #expect(night.lines.last == (isAllowed ? "200 \(site)/a" : "robots \(site)/a"))
    #expect(night.report.new == (isAllowed ? 1 : 0))
  }

  @Test("it follows robots.txt to where it was moved, for the host that it asked")
  func followsRobots() async throws {
    let other = "https://www.example.net"
    let answers: Answers = [
      "\(site)/robots.txt": [status(301, [HTTPField("Location", "\(other)/r")])],
      "\(other)/r": [page("User-agent: solieu\nDisallow: /a")],
      "\(other)/robots.txt": [status(404)],
      "\(site)/a": [page("A")], "\(other)/a": [page("A2")],
    ]
    let sources = [Source.urls(name: "u", addresses: ["\(site)/a", "\(other)/a"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(Set(night.lines).contains("robots \(site)/a"))
    #expect(Set(night.lines).contains("200 \(other)/a"))
  }

  @Test("it asks for a robots.txt that was moved to another host when that host has its turn")
  func waitsForMovedRobots() async throws {
    let hosts = (1...5).map { "https://h\($0).org" }
    var answers: Answers = ["https://h0.org/robots.txt": [page("User-agent: *\nDisallow: /2")]]
    for host in hosts {
      answers["\(host)/robots.txt"] = [
        status(301, [HTTPField("Location", "https://h0.org/robots.txt")])
      ]
    }
    let addresses = (["https://h0.org"] + hosts).flatMap { ["\($0)/1", "\($0)/2", "\($0)/3"] }
    for address in addresses { answers[address] = [page(address)] }
    let transport = UnevenTransport(RecordedTransport(answers), seed: 2)
    let sources = [Source.urls(name: "u", addresses: addresses)]
    let night = try await runNight(transport, sources, state: FetchState())
    #expect(transport.mostOfOneHost == 1)
    #expect(night.report.new == 12)
    #expect(night.report.failed == [.robots: 6])
  }

  @Test("it takes a robots.txt that is moved in a circle for none")
  func leavesCircles() async throws {
    let (one, two) = ("https://one.org", "https://two.org")
    let answers: Answers = [
      "\(one)/robots.txt": [status(302, [HTTPField("Location", "\(two)/robots.txt")])],
      "\(two)/robots.txt": [status(302, [HTTPField("Location", "\(one)/robots.txt")])],
      "\(one)/a": [page("1")], "\(two)/a": [page("2")],
    ]
    let sources = [Source.urls(name: "u", addresses: ["\(one)/a", "\(two)/a"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(night.report.new == 2)
    #expect(night.report.asked == 14)
  }

  @Test("it leaves a host's pages alone where its robots.txt was moved to a host that fails")
  func refusesLostRobots() async throws {
    let other = "https://example.net"
    var answers: Answers = [
      "\(site)/robots.txt": [status(301, [HTTPField("Location", "\(other)/robots.txt")])],
      "\(other)/robots.txt": [.failure(.unreachable("refused"))],
      "\(site)/a": [page("A")],
    ]
    answers["\(other)/a"] = [page("B")]
    let sources = [Source.urls(name: "u", addresses: ["\(other)/a", "\(site)/a"])]
    let night = try await runNight(RecordedTransport(answers), sources, state: FetchState())
    #expect(Set(night.lines).contains("robots \(site)/a"))
    #expect(night.report.failed.values.reduce(0, +) == 2)
  }

  @Test(
    "it comes back when it is asked to, in either form of Retry-After",
    arguments: ["30", "Tue, 24 Nov 2020 12:00:30 GMT"]
  )
  func comesBack(retryAfter: String) async throws {
    let clock = VirtualTime()
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/a": [status(429, [HTTPField("Retry-After", retryAfter)]), page("A")],
      "\(site)/b": [page("B")],
    ]
    let night = try await run(answers, ["a", "b"], quickSettings(), clock)
    #expect(night.lines == ["404 \(site)/robots.txt", "200 \(site)/a", "200 \(site)/b"])
    #expect(clock.waits == [.seconds(30)])
    #expect(night.report.asked == 4)
  }

  @Test("it leaves a host alone that asks for more time than a night has")
  func leavesAlone() async throws {
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/a": [status(503, [HTTPField("Retry-After", "86400")])],
      "\(site)/b": [page("B")],
    ]
    let night = try await run(answers, ["a", "b"])
    #expect(night.lines.suffix(2) == ["503 \(site)/a", "unreachable \(site)/b"])
    #expect(night.detail == "the host asks to be left alone for 86400 s")
    #expect(night.report.failed == [.httpStatus: 1, .unreachable: 1])
  }

  @Test("it tries again after longer and longer waits, then keeps the last answer")
  func backsOff() async throws {
    let clock = VirtualTime()
    let answers: Answers = [
      "\(site)/robots.txt": [status(404)],
      "\(site)/a": [
        .failure(.timedOut), .failure(.unreachable("reset")), status(500), status(502),
      ],
    ]
    let night = try await run(answers, ["a"], quickSettings(), clock)
    #expect(night.lines == ["404 \(site)/robots.txt", "502 \(site)/a"])
    #expect(clock.waits == [.seconds(5), .seconds(10), .seconds(20)])
  }

  @Test("it does not try again what can't get better", arguments: [404, 403, 410, 501])
  func keepsAnswers(code: Int) async throws {
    let answers: Answers = ["\(site)/robots.txt": [status(404)], "\(site)/a": [status(code)]]
    let night = try await run(answers, ["a"])
    #expect(night.report.asked == 2)
    #expect(night.lines.last == "\(code) \(site)/a")
    #expect(night.report.failed == [.httpStatus: 1])
  }

  @Test("it gives up a host that fails and fails, and accounts for every page")
  func givesUp() async throws {
    var answers: Answers = ["\(site)/robots.txt": [status(404)]]
    for name in 1...9 { answers["\(site)/\(name)"] = [.failure(.unreachable("refused"))] }
    let night = try await run(answers, (1...9).map(String.init))
    #expect(night.report.asked == 6)
    #expect(night.report.failed == [.unreachable: 9])
    #expect(night.captures.count == 10)
    #expect(night.detail == "the host failed 5 times in a row")
  }

  @Test("it leaves the rest to the next run when its time is up, and asks again for what failed")
  func stopsInTime() async throws {
    var settings = quickSettings()
    settings.delay = .seconds(60)
    settings.longestRun = .seconds(150)
    settings.retries = 0
    let transport = RecordedTransport([
      "\(site)/robots.txt": [status(404)], "\(site)/1": [status(503), page("1")],
      "\(site)/2": [page("2")], "\(site)/3": [page("3")], "\(site)/4": [page("4")],
    ])
    let state = try FetchState()
    let sources = [Source.urls(name: "u", addresses: (1...4).map { "\(site)/\($0)" })]
    let first = try await runNight(transport, sources, settings: settings, state: state)
    #expect(
      first.lines == ["404 \(site)/robots.txt", "503 \(site)/1", "200 \(site)/2", "200 \(site)/3"]
    )
    #expect(
      first.report.warnings == [
        "stopped fetching after 2 min, its time was up; 1 request is left to the next run"
      ]
    )
    settings.longestRun = .seconds(3600)
    let second = try await runNight(transport, sources, settings: settings, state: state)
    #expect(second.lines == ["404 \(site)/robots.txt", "200 \(site)/1", "200 \(site)/4"])
  }

  @Test("it keeps the order of each host, whoever is faster", arguments: 0..<5)
  func keepsOrder(seed: UInt64) async throws {
    var answers: Answers = [:]
    var addresses: [String] = []
    for host in ["a", "b", "c"] {
      answers["https://\(host).org/robots.txt"] = [status(404)]
      for name in 1...6 {
        let next = host == "a" ? "https://b.org/from-a-\(name)" : "/to-\(name)"
        answers["https://\(host).org/\(name)"] = [status(302, [HTTPField("Location", next)])]
        answers["https://\(host).org/to-\(name)"] = [page("\(host) \(name)")]
        answers["https://b.org/from-a-\(name)"] = [page("from a \(name)")]
        addresses.append("https://\(host).org/\(name)")
      }
    }
    let transport = UnevenTransport(RecordedTransport(answers), seed: seed)
    let sources = [Source.urls(name: "u", addresses: addresses)]
    let night = try await runNight(transport, sources, state: FetchState())
    for host in ["a", "c"] {
      let names = (1...6).flatMap { host == "a" ? ["/\($0)"] : ["/\($0)", "/to-\($0)"] }
      #expect(night.paths(of: host) == ["/robots.txt"] + names)
    }
    let ofB = (1...6).flatMap { ["/\($0)", "/to-\($0)"] } + (1...6).map { "/from-a-\($0)" }
    #expect(night.paths(of: "b") == ["/robots.txt"] + ofB)
  }

  @Test("it never asks one host for two things at once")
  func isOneAtATime() async throws {
    var answers: Answers = [:]
    var addresses: [String] = []
    for host in 1...6 {
      answers["https://h\(host)/robots.txt"] = [status(404)]
      for name in 1...4 {
        answers["https://h\(host)/\(name)"] = [page("\(host) \(name)")]
        addresses.append("https://h\(host)/\(name)")
      }
    }
    var settings = quickSettings()
    settings.hostsAtOnce = 3
    let transport = UnevenTransport(RecordedTransport(answers), seed: 1)
    let sources = [Source.urls(name: "u", addresses: addresses)]
    let night = try await runNight(
      transport,
      sources,
      settings: settings,
      state: FetchState()
    )
    #expect(night.report.new == 24)
    #expect(transport.mostOfOneHost == 1)
    #expect((2...3).contains(transport.mostAtOnce))
  }

  private func run(
    _ answers: Answers,
    _ names: [String],
    _ settings: FetchSettings = quickSettings(),
    _ clock: VirtualTime = VirtualTime()
  ) async throws -> Night {
    try await runNight(
      RecordedTransport(answers),
      [.urls(name: "urls.txt", addresses: names.map { "\(site)/\($0)" })],
      settings: settings,
      state: FetchState(),
      clock: clock
    )
  }
}

extension Night {
  /// What is said of the last failure.
  fileprivate var detail: String? {
    guard case .failure(_, let detail)? = captures.last?.kind else { return nil }
    return detail
  }

  fileprivate func paths(of host: String) -> [String] {
    captures.compactMap { WebURL($0.url) }.filter { $0.host == "\(host).org" }.map(\.path)
  }
}
