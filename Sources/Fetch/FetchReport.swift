package import Records

/// What a run of `fetch` did, in numbers.
package struct FetchReport: Sendable, Equatable {
  /// What one source gave.
  package struct Yield: Sendable, Equatable {
    /// The source's address, or the name of its file.
    package var source: String

    /// The pages it names.
    package var entries = 0

    /// Those within the limits of age and number.
    package var links = 0

    /// Those of them never captured before.
    package var new = 0

    package init(source: String, entries: Int = 0, links: Int = 0, new: Int = 0) {
      self.source = source
      self.entries = entries
      self.links = links
      self.new = new
    }
  }

  /// Requests sent, those made again included.
  package var asked = 0

  /// Responses with a body not seen before.
  package var new = 0

  /// Responses that say, or show, that nothing changed.
  package var unchanged = 0

  /// Pages left out since they were captured lately enough.
  package var notDue = 0

  /// Requests that are left to the next run.
  package var left = 0

  /// Pages without a good answer, by reason; each counted once, after the last try.
  package var failed: [Reject.Reason: Int] = [:]

  /// The same by host, its port where that is not the scheme's own.
  package var failedHosts: [String: Int] = [:]

  /// In the order of the sources.
  package var sources: [Yield] = []

  /// How fast the hosts answered, by name and port.
  package var hosts: [String: HostTimes] = [:]

  /// What a person should look at, such as a source that names nothing; one of a kind a source.
  package private(set) var troubles: [Trouble] = []

  /// What a limit left out, a line each: nothing is wrong.
  package var notes: [String] = []

  package init() {}

  /// Notes a trouble; of several of a kind with one source, the first stands for all.
  package mutating func note(_ trouble: Trouble) {
    if !troubles.contains(where: { $0.isSame(as: trouble) }) { troubles.append(trouble) }
  }

  /// What is wrong, a line each.
  package var warnings: [String] {
    troubles.map { $0.subject.isEmpty ? $0.detail : "\($0.subject): \($0.detail)" }
  }
}
