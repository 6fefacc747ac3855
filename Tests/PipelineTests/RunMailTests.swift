import Records
import SystemPackage
import Testing

@testable import Pipeline

struct RunMailTests {
  private func record(_ day: Int, _ troubles: [Trouble], isComplete: Bool = true) -> RunRecord {
    var record = RunRecord(
      id: "\(day)",
      pipeline: "p",
      version: "1",
      pipelineDigest: "",
      startedAt: "2026-11-0\(day)T19:00:00Z",
      endedAt: "2026-11-0\(day)T19:10:00Z"
    )
    record.troubles = troubles
    record.isComplete = isComplete
    return record
  }

  private let config: PipelineConfig

  init() throws {
    config = try PipelineConfig(
      yaml: "name: p\nsources: [{feed: 'http://x.vn/rss'}]",
      file: "/nowhere/p.yaml"
    )
  }

  /// Nights one after the other, each judged in the light of those before.
  private func nights(_ troubles: [[Trouble]], incomplete: Set<Int> = []) -> [RunRecord] {
    var records: [RunRecord] = []
    for (index, list) in troubles.enumerated() {
      var night = record(index + 1, list, isComplete: !incomplete.contains(index + 1))
      night.judge(by: config, RunHistory(records.reversed()))
      records.append(night)
    }
    return records
  }

  @Test func isSilentWhereAllIsWell() {
    #expect(nights([[]]).first?.mail == nil)
    #expect(nights([[]]).first?.status == 0)
  }

  @Test func tellsATroubleInFullOnceAndThenInALine() {
    let down = Trouble(.sourceFailed, "http://x.vn/rss", "status 503")
    let mails = nights([[down], [down], [], [down]]).map(\.mail)
    #expect(
      mails[0] == """
        p: run of 2026-11-01T19:00:00Z ended with status 1; 0 articles and 0 figures were written
        - http://x.vn/rss can't be read: status 503;
          what it names is missing tonight; the next run asks again
        """
    )
    #expect(
      mails[1]?.hasSuffix(
        "\n- still so, 2nd night since 2026-11-01: http://x.vn/rss can't be read: status 503"
      ) == true
    )
    #expect(mails[2] == nil)
    #expect(mails[3]?.contains("\n  what it names is missing tonight") == true)
  }

  @Test func tellsAWarningOnce() {
    let fell = Trouble(.articlesFell, "http://x.vn/rss", "2 articles", fails: false)
    let records = nights([[fell], [fell]])
    #expect(records.map(\.status) == [0, 0])
    #expect(records[0].mail != nil && records[1].mail == nil)
    #expect(records[1].troubles.first?.nights == 2)
  }

  /// A run that was cut short may not have come to the trouble, which is no end of it.
  @Test func doesNotTakeARunCutShortForTheEndOfATrouble() {
    let down = Trouble(.sourceFailed, "http://x.vn/rss", "status 503")
    let stop = Trouble(.stopped, "", "was told to stop")
    let records = nights([[down], [stop], [down]], incomplete: [2])
    #expect(records[2].troubles.first?.since == "2026-11-01T19:00:00Z")
    #expect(records[2].mail?.contains("still so, 2nd night since 2026-11-01") == true)
  }

  @Test func joinsWhatHasOneCause() {
    let records = nights([
      [
        Trouble(.sourceFailed, "http://x.vn/a", "refused"),
        Trouble(.sourceFailed, "http://x.vn/b", "refused"),
        Trouble(.sourceFailed, "http://x.vn/c", "status 404"),
      ]
    ])
    let lines = records[0].mail?.split(separator: "\n").filter { $0.hasPrefix("- ") } ?? []
    #expect(lines.count == 2)
    #expect(lines.first == "- http://x.vn/a, http://x.vn/b can't be read: refused;")
  }

  @Test func notesWhatIsOver() {
    let down = Trouble(.sourceFailed, "http://x.vn/rss", "status 503")
    #expect(
      nights([[down], []])[1].notes == [
        "over: http://x.vn/rss can't be read: status 503, as it was since 2026-11-01T19:00:00Z"
      ]
    )
  }
}
