/// What one run did: the manifest in `runs/`.
package struct RunRecord: Sendable, Equatable, Codable {
  package enum Command: String, Sendable, Codable, CaseIterable {
    case run
    case fetch
    case retry
    case reprocess
  }

  /// Names the run: its start and a random part, such as `20201124T190000Z-3f9a`.
  package var id: String

  package var pipeline: String

  package var command: Command

  /// The program's version.
  package var version: String

  /// SHA-256 of the pipeline file, such as `sha256:9f86…`.
  package var pipelineDigest: String

  /// RFC 3339 in UTC.
  package var startedAt: String
  package var endedAt: String

  /// The exit status.
  package var status: Int

  /// Whether it did all that it had to do; otherwise the next run goes on with the rest.
  package var isComplete = true

  /// Pages asked for, and what came of them.
  package var fetched = FetchCounts()

  /// Pages that gave no good answer, by reason.
  package var failures: [ReasonCount] = []

  /// What each source gave, in the order of the pipeline file.
  package var sources: [SourceYield] = []

  /// What each site gave, those with the most articles first, at most `mostSites`.
  package var sites: [SiteYield] = []

  /// Bytes of the archive files that it wrote, as stored.
  package var archiveBytes = 0

  /// The hosts that were asked, by name.
  package var hosts: [HostRecord] = []

  /// The parts that this run wrote.
  package var parts: [PartRecord] = []

  /// What somebody should look at.
  package var troubles: [Trouble] = []

  /// The same in words, one line each.
  package var warnings: [String] = []

  /// One line each: what a limit left out, as it was set to.
  package var notes: [String] = []

  package static let mostSites = 200

  package init(
    id: String,
    pipeline: String,
    command: Command = .run,
    version: String,
    pipelineDigest: String,
    startedAt: String,
    endedAt: String,
    status: Int = 0,
    fetched: FetchCounts = FetchCounts(),
    hosts: [HostRecord] = [],
    parts: [PartRecord] = [],
    warnings: [String] = [],
    notes: [String] = []
  ) {
    self.id = id
    self.pipeline = pipeline
    self.command = command
    self.version = version
    self.pipelineDigest = pipelineDigest
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.status = status
    self.fetched = fetched
    self.hosts = hosts
    self.parts = parts
    self.warnings = warnings
    self.notes = notes
  }
}

/// How many addresses were asked for, and what came of them.
package struct FetchCounts: Sendable, Equatable, Codable {
  /// Requests sent, those made again included.
  package var asked = 0

  /// Pages with a body not seen before.
  package var new = 0
  package var unchanged = 0
  package var failed = 0

  /// Pages left out since they were asked for lately enough.
  package var notDue = 0

  /// Requests that remain for the next run.
  package var remaining = 0

  package init(
    asked: Int = 0,
    new: Int = 0,
    unchanged: Int = 0,
    failed: Int = 0,
    notDue: Int = 0,
    remaining: Int = 0
  ) {
    self.asked = asked
    self.new = new
    self.unchanged = unchanged
    self.failed = failed
    self.notDue = notDue
    self.remaining = remaining
  }
}

/// What one source of the pipeline file gave in a run.
package struct SourceYield: Sendable, Equatable, Codable {
  /// Its address, or the name of its file.
  package var source: String

  /// Pages that its listings name.
  package var entries = 0

  /// Those within the limits of age and number.
  package var links = 0

  /// Those never asked for before.
  package var new = 0

  /// Articles that its pages gave, and figures that these state.
  package var articles = 0
  package var observations = 0

  /// The mean quality of the articles, 0 to 1; 0 where there are none.
  package var quality = 0.0

  package init(source: String, entries: Int = 0, links: Int = 0, new: Int = 0) {
    self.source = source
    self.entries = entries
    self.links = links
    self.new = new
  }
}

/// What the pages of one site gave in a run.
package struct SiteYield: Sendable, Equatable, Codable {
  /// Its host without www.
  package var site: String
  package var articles = 0
  package var observations = 0

  /// The mean quality of the articles, 0 to 1.
  package var quality = 0.0

  package init(site: String) {
    self.site = site
  }
}
