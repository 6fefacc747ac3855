import Foundation
import Records
import TestSupport
import Testing

struct RetryTests {
  private let page = "/y-te/dong-nai-5340-ca-tay-chan-mieng-20112002.html"

  /// A page and a listing fail on the first night; another page is not there and never will be.
  @Test func asksForWhatMaySucceedNowAndForNothingElse() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0")
      site.script(page, [SiteAnswer(status: 503)])
      site.script("/giao-duc/", [SiteAnswer(status: 502)])
      let first = try await solieu("run", night.pipeline, "--summary")
      #expect(first.status == 1)
      #expect(try night.rows("articles").count == 9)

      site.script(page, [])
      site.script("/giao-duc/", [])
      let before = site.requests.count
      let retry = try await solieu("retry", night.pipeline)
      #expect(retry.status == 0, "\(retry.complaints)")
      #expect(retry.output.contains("asks again  the source \(site.origin)/giao-duc/\n"))
      #expect(retry.output.contains("asks again  1 page: http_status (status 503)\n"))
      #expect(retry.output.contains("leaves      1 page: http_status (status 404)\n"))
      let asked = site.requests.dropFirst(before).map(\.path)
      #expect(asked.contains(page) && asked.contains("/giao-duc/"))
      #expect(!asked.contains("/feed.xml"))
      #expect(try night.rows("articles").count == 10)
      #expect(Set(try night.records().map(\.command)) == [.run, .retry])

      let again = try await solieu("retry", night.pipeline)
      #expect(again.status == 0)
      #expect(again.output.hasPrefix("nothing     that failed may succeed now\n"))
      #expect(again.output.contains("leaves      1 page: robots\n"))
    }
  }

  @Test func asksForNothingBeforeTheFirstNight() async throws {
    let night = try Night(at: "http://127.0.0.1:9")
    let outcome = try await solieu("retry", night.pipeline)
    #expect(outcome.status == 0 && outcome.complaints == "")
    #expect(outcome.output == "nothing     that failed may succeed now\n")
  }

  /// A page that was cut is asked for once it may be longer.
  @Test func asksForWhatWasCutWhereTheLimitIsHigher() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let short = try Night(at: site.origin, fetch: "delay-ms: 1, retries: 0, max-bytes: 3000")
      _ = try await solieu("run", short.pipeline)
      #expect(try await solieu("retry", short.pipeline).output.contains(": too_large\n"))
      #expect(!(try await solieu("retry", short.pipeline).output.contains("asks again")))
      let text = short.folder.text("night.yaml") ?? ""
      try short.folder.write(
        "night.yaml",
        text.replacing("max-bytes: 3000", with: "max-bytes: 300000")
      )
      let retry = try await solieu("retry", short.pipeline)
      #expect(retry.output.contains(#/asks again  \d+ pages: too_large\n/#))
    }
  }
}
