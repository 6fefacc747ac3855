import Fetch
import Records
import TestSupport
import Testing

struct FetchAccountTests {
  /// Whatever the servers do, each page that a source names has its capture, and is counted once.
  @Test("it accounts for every page", arguments: 0..<16)
  func accountsForAll(seed: UInt64) async throws {
    var random = SplitMix(state: seed)
    let pages = (0..<40).map { "https://h\($0 % 4).org/\($0)" }
    var answers: Answers = [:]
    for host in 0..<4 {
      answers["https://h\(host).org/robots.txt"] = [anyRobots(&random), anyRobots(&random)]
    }
    for page in pages {
      answers[page] = (0...3).map { _ in anyAnswer(&random, pages: pages) }
    }
    let transport = UnevenTransport(RecordedTransport(answers), seed: seed)
    var settings = quickSettings()
    settings.retries = Int.random(in: 0...2, using: &random)
    settings.hostsAtOnce = Int.random(in: 1...5, using: &random)
    let state = try FetchState()
    for start in ["2020-11-24T12:00:00Z", "2020-11-25T12:00:00Z"] {
      let night = try await runNight(
        transport,
        [.urls(name: "u", addresses: pages)],
        settings: settings,
        state: state,
        clock: VirtualTime(start: start)
      )
      let captured = night.captures.filter { $0.role == .page }
      let redirects = captured.count { $0.isRedirect }
      let report = night.report
      let failed = report.failed.values.reduce(0, +)
      #expect(report.new + report.unchanged + failed + redirects == captured.count)
      #expect(Set(captured.map(\.url)).count == captured.count)
      #expect(Set(captured.map(\.url)).count + report.notDue >= pages.count)
      for capture in captured where capture.kind == .response {
        #expect(try state.page(capture.url) != nil || capture.isFailure)
      }
    }
  }

  private func anyRobots(_ random: inout SplitMix) -> Result<HTTPResponse, TransportError> {
    switch Int.random(in: 0...5, using: &random) {
    case 0: page("User-agent: *\nDisallow: /1")
    case 1: status(503)
    case 2: .failure(.timedOut)
    case 3: page("User-agent: *\nCrawl-delay: 3")
    default: status(404)
    }
  }

  private func anyAnswer(
    _ random: inout SplitMix,
    pages: [String]
  ) -> Result<HTTPResponse, TransportError> {
    switch Int.random(in: 0...11, using: &random) {
    case 0: return status([403, 404, 410, 500, 503].randomElement(using: &random) ?? 404)
    case 1: return .failure(.timedOut)
    case 2: return .failure(.untrusted("expired"))
    case 3:
      let target = pages.randomElement(using: &random) ?? "/"
      return status(301, [HTTPField("Location", target)])
    case 4: return status(302, [HTTPField("Location", "mailto:a@b")])
    case 5: return status(429, [HTTPField("Retry-After", "7")])
    case 6:
      let cut: [Capture.Truncation] = [.length, .time, .disconnect]
      var response = HTTPResponse(status: 200, body: [65])
      response.truncation = cut.randomElement(using: &random)
      return .success(response)
    default: return page("\(UInt8.random(in: 0...255, using: &random))", [HTTPField("ETag", "x")])
    }
  }
}

extension Capture {
  fileprivate var isRedirect: Bool {
    let head = String(decoding: responseHead, as: UTF8.self)
    return head.contains(" 301 ") && head.contains("Location: http")
  }

  /// Whether the answer is one to ask for again at once.
  fileprivate var isFailure: Bool {
    let head = String(decoding: responseHead, as: UTF8.self)
    return truncation != nil || [" 429 ", " 500 ", " 503 "].contains { head.contains($0) }
  }
}
