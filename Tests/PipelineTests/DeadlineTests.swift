import Fetch
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Pipeline

struct DeadlineTests {
  /// The site answers its robots.txt and then nothing any more.
  @Test func endsARunAndSaysWhatIsLeft() async throws {
    try await withLoopbackSite { request in
      request.path == "/robots.txt" ? SiteAnswer("", status: 404) : SiteAnswer(ending: .hang)
    } _: { site in
      let folder = try TemporaryFolder()
      try folder.write("u.txt", (1...5).map { "\(site.origin)/\($0)\n" }.joined())
      var config = try PipelineConfig(
        yaml: "name: p\ndata: data\nsources: [{urls: u.txt}]\n"
          + "fetch: {allow-addresses: [127.0.0.1], delay-ms: 0}",
        file: FilePath("\(folder.path)/p.yaml")
      )
      config.deadline = .milliseconds(300)
      let record = try await run(config, in: RunContext())
      #expect(record.status == 1 && !record.isComplete)
      #expect(record.troubles.map(\.kind) == [.deadline])
      #expect(record.mail?.contains("was ended at its deadline, after 0 s; ") == true)
      #expect(record.mail?.contains("the next run goes on with the rest") == true)
    }
  }

  @Test(arguments: [
    ("https://hc.example.org/u-1", "https://hc.example.org/u-1/start"),
    ("https://hc.example.org/u-1/", "https://hc.example.org/u-1/start"),
    ("https://hc.example.org/u-1?create=1", "https://hc.example.org/u-1/start?create=1"),
  ])
  func putsTheEndingBehindThePath(address: String, url: String) {
    #expect(pingURL(address, "/start")?.description == url)
  }
}
