package import Records

/// What a run of `fetch` did, in numbers.
package struct FetchReport: Sendable, Equatable {
  /// What one source gave.
  package struct Yield: Sendable, Equatable {
    /// The source's address, or the name of its file.
    package var source: String

    /// The pages it names, after the limits of age and number.
    package var links = 0

    /// Those of them never captured before.
    package var new = 0

    package init(source: String, links: Int = 0, new: Int = 0) {
      self.source = source
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

  /// Pages without a good answer, by reason; each counted once, after the last try.
  package var failed: [Reject.Reason: Int] = [:]

  /// In the order of the sources.
  package var sources: [Yield] = []

  /// How fast the hosts answered, by name and port.
  package var hosts: [String: HostTimes] = [:]

  /// What a person should look at, a line each, such as a source that names nothing.
  package var warnings: [String] = []

  /// What a limit left out, a line each: nothing is wrong.
  package var notes: [String] = []

  package init() {}
}
