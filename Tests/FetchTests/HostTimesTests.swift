import Fetch
import Records
import Testing

struct HostTimesTests {
  @Test(arguments: [
    ([], 0, 0),
    ([250], 250, 250),
    ([100, 900], 100, 900),
    ([1500, 20, 300], 300, 1500),
  ])
  func takesTheMedianAndTheLongest(times: [Int], median: Int, slowest: Int) {
    var host = HostTimes()
    for time in times { host.note(.milliseconds(time), isFailure: false) }
    let record = host.record(host: "bao.example.vn")
    #expect(record.requests == times.count && record.failed == 0)
    #expect(record.medianMs == median && record.slowestMs == slowest)
  }

  @Test func isKeptByHostAndCountsWhatFailed() async throws {
    let pages = ["https://a.example.org/1", "https://b.example.org:8443/2"]
    let answers: Answers = [
      "https://a.example.org/robots.txt": [status(404)],
      "https://b.example.org:8443/robots.txt": [status(404)],
      pages[0]: [page("one")],
      pages[1]: [status(503), page("two")],
    ]
    let night = try await runNight(
      RecordedTransport(answers),
      [.urls(name: "u", addresses: pages)],
      state: FetchState()
    )
    let hosts = night.report.hosts.mapValues { $0.record(host: "") }
    #expect(hosts.keys.sorted() == ["a.example.org", "b.example.org:8443"])
    #expect(hosts["a.example.org"]?.requests == 2 && hosts["a.example.org"]?.failed == 0)
    #expect(hosts["b.example.org:8443"]?.requests == 3)
    #expect(hosts["b.example.org:8443"]?.failed == 1)
  }
}
