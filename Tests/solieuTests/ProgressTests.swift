import Foundation
import Pipeline
import TestSupport
import Testing

@testable import solieu

struct ProgressTests {
  @Test func saysHowFarFetchingIs() {
    var progress = RunProgress(.fetching, done: 128, left: 212)
    (progress.pages, progress.rejects) = (121, 7)
    #expect(
      progress.line(after: .seconds(40), width: 100)
        == "fetching 128 of 340 requests: 121 pages, 7 rejects; 3.0 pages/s, 1:07 left"
    )
  }

  @Test func saysHowFarProcessingIs() {
    var progress = RunProgress(.processing, done: 3, left: 9)
    (progress.articles, progress.figures, progress.rejects) = (204, 3113, 31)
    #expect(
      progress.line(after: .seconds(3), width: 100)
        == "processing 3 of 12 files: 204 articles, 3113 figures, 31 rejects; 78 pages/s, 0:09 left"
    )
  }

  /// A small file done and a large one left.
  @Test func goesByBytesWhereTheyAreKnown() {
    var progress = RunProgress(.processing, done: 1, left: 1)
    (progress.bytesDone, progress.bytesLeft) = (1_000, 9_000_000)
    #expect(progress.line(after: .seconds(2), width: 100).hasSuffix(", 5:00:00 left"))
  }

  @Test(arguments: [
    (RunProgress(.fetching), Duration.seconds(9), "fetching 0 of 0 requests: 0 pages, 0 rejects"),
    (
      RunProgress(.fetching, done: 3, left: 5), .milliseconds(200),
      "fetching 3 of 8 requests: 0 pages, 0 rejects"
    ),
    (
      RunProgress(.processing, done: 2), .seconds(9),
      "processing 2 of 2 files: 0 articles, 0 figures, 0 rejects"
    ),
  ])
  func saysNothingThatItCannotKnow(progress: RunProgress, elapsed: Duration, line: String) {
    #expect(progress.line(after: elapsed, width: 100) == line)
  }

  @Test(arguments: [0, 1, 20, 79])
  func fitsTheTerminal(width: Int) {
    let line = RunProgress(.fetching, done: 1_000_000, left: 9).line(
      after: .seconds(9),
      width: width
    )
    #expect(line.count <= width)
  }
}

/// The program on a terminal of its own.
struct TerminalTests {
  @Test func drawsOneLineAndTakesItAway() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      let shown = try await shownOnTerminal(["run", night.pipeline], columns: 60)
      #expect(shown.contains("\r\u{1B}[Kfetching "))
      #expect(shown.contains("\r\u{1B}[Kprocessing 1 of 1 files: 10 articles, "))
      let drawn = shown.split(separator: "\r\u{1B}[K")
      #expect(drawn.filter { $0.hasPrefix("fetching") }.allSatisfy { $0.count < 60 })
      let summary = try #require(drawn.last)
      #expect(summary.hasPrefix("fetched "))
      #expect(!summary.contains("\u{1B}"))
    }
  }

  @Test func drawsNothingElsewhere() async throws {
    try await withLoopbackSite(serving: sampleSite) { site in
      let night = try Night(at: site.origin)
      let outcome = try await solieu("run", night.pipeline)
      #expect(outcome.output + outcome.complaints == "")
    }
  }
}
