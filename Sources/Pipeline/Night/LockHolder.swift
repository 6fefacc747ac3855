package import Fetch
import FoundationEssentials
import Load

/// Who holds the lock of a data folder: what stands in its `.lock`.
package struct LockHolder: Sendable, Equatable, CustomStringConvertible {
  package var run: String
  package var process: Int32
  package var since: UTCTime

  /// When the run is to be over.
  package var deadline: UTCTime

  package init(run: String, process: Int32, since: UTCTime, deadline: UTCTime) {
    self.run = run
    self.process = process
    self.since = since
    self.deadline = deadline
  }

  package var description: String {
    "run \(run), process \(process), since \(since), deadline \(deadline)"
  }

  /// Reads a line such as `description` writes; `nil` for another.
  package init?(_ line: String) {
    let parts = line.split(separator: ", ").map { $0.split(separator: " ") }
    guard parts.map(\.first) == ["run", "process", "since", "deadline"],
      parts.allSatisfy({ $0.count == 2 }), let process = Int32(parts[1][1]),
      let since = readTime(String(parts[2][1])), let deadline = readTime(String(parts[3][1]))
    else { return nil }
    self.init(run: String(parts[0][1]), process: process, since: since, deadline: deadline)
  }

  /// What a second run says when it leaves.
  func refusal(at now: UTCTime) -> String {
    let length = words(forSeconds: now.seconds - since.seconds)
    let first =
      "another run is at work since \(since), for \(length): run \(run), process \(process); "
      + "this one did nothing"
    guard now > deadline else { return first }
    return first + ". It is past its deadline of \(deadline) and must hang: end it "
      + "(kill \(process)), the next run goes on where it was"
  }

  /// What the next run says of one that did not end by itself.
  var takeover: String {
    "run \(run) of \(since) did not end by itself: it was killed, or the machine went down"
  }
}

/// Another run is at work.
package struct RunIsHeld: Error, CustomStringConvertible {
  package var description: String

  init(by line: String, at now: UTCTime) {
    description =
      LockHolder(line)?.refusal(at: now)
      ?? "another run is at work: \(line.isEmpty ? "it has not said which" : line)"
  }
}
