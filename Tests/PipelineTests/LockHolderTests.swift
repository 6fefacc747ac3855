import Fetch
import Testing

@testable import Pipeline

struct LockHolderTests {
  private let holder = LockHolder(
    run: "20261104T190000Z-3f9a",
    process: 4711,
    since: UTCTime(seconds: 1_793_818_800),
    deadline: UTCTime(seconds: 1_793_818_800 + 12 * 3600)
  )

  @Test func readsWhatItWrites() {
    #expect(LockHolder("\(holder)") == holder)
  }

  @Test(arguments: ["", "pid 7", "run x, process y, since now, deadline never", "run a, process 1"])
  func refusesAnotherLine(line: String) {
    #expect(LockHolder(line) == nil)
  }

  @Test func saysSinceWhenTheOtherRuns() {
    let now = UTCTime(seconds: holder.since.seconds + 3 * 3600 + 12 * 60)
    #expect(
      "\(RunIsHeld(by: "\(holder)", at: now))"
        == "another run is at work since \(holder.since), for 3 h 12 min: run 20261104T190000Z-3f9a,"
        + " process 4711; this one did nothing"
    )
  }

  @Test func saysWhatToDoWithOneThatHangs() {
    let now = UTCTime(seconds: holder.deadline.seconds + 1)
    #expect("\(RunIsHeld(by: "\(holder)", at: now))".contains("(kill 4711)"))
  }
}
