/// What one run did: the manifest in `runs/`.
package struct RunRecord: Sendable, Equatable, Codable {
  /// Names the run: its start and a random part, such as `20201124T190000Z-3f9a`.
  package var id: String

  package var pipeline: String

  /// The program's version.
  package var version: String

  /// SHA-256 of the pipeline file, such as `sha256:9f86…`.
  package var pipelineDigest: String

  /// RFC 3339 in UTC.
  package var startedAt: String
  package var endedAt: String

  /// The exit status.
  package var status: Int

  /// Pages asked for, and what came of them.
  package var fetched: FetchCounts

  /// The hosts that were asked, by name.
  package var hosts: [HostRecord]

  /// The parts that this run wrote.
  package var parts: [PartRecord]

  /// One line each: what somebody should look at.
  package var warnings: [String]

  /// One line each: what a limit left out, as it was set to.
  package var notes: [String]

  package init(
    id: String,
    pipeline: String,
    version: String,
    pipelineDigest: String,
    startedAt: String,
    endedAt: String,
    status: Int,
    fetched: FetchCounts,
    hosts: [HostRecord] = [],
    parts: [PartRecord] = [],
    warnings: [String] = [],
    notes: [String] = []
  ) {
    self.id = id
    self.pipeline = pipeline
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
  package var asked = 0
  package var new = 0
  package var unchanged = 0
  package var failed = 0

  package init(asked: Int = 0, new: Int = 0, unchanged: Int = 0, failed: Int = 0) {
    self.asked = asked
    self.new = new
    self.unchanged = unchanged
    self.failed = failed
  }
}

/// What one archive file gave, and from what: a line of a partition's `_manifest.json`.
///
/// The same archive file, pipeline file and program version give the same record.
package struct PartRecord: Sendable, Equatable, Codable {
  /// The archive file's name, which is the parts' name but for its ending.
  package var archiveFile: String

  /// SHA-256 of the archive file as stored, such as `sha256:9f86…`.
  package var archiveDigest: String
  package var pipelineDigest: String

  /// The program's version.
  package var version: String

  /// Records in the archive file, of any type.
  package var records: Int

  /// Revisit records: pages that had not changed.
  package var unchanged: Int

  package var articles: PartFile
  package var observations: PartFile
  package var rejects: PartFile

  /// Rejects by reason code, in the order of the codes.
  package var rejectReasons: [ReasonCount]

  package init(
    archiveFile: String,
    archiveDigest: String,
    pipelineDigest: String,
    version: String,
    records: Int,
    unchanged: Int,
    articles: PartFile,
    observations: PartFile,
    rejects: PartFile,
    rejectReasons: [ReasonCount]
  ) {
    self.archiveFile = archiveFile
    self.archiveDigest = archiveDigest
    self.pipelineDigest = pipelineDigest
    self.version = version
    self.records = records
    self.unchanged = unchanged
    self.articles = articles
    self.observations = observations
    self.rejects = rejects
    self.rejectReasons = rejectReasons
  }
}

/// A file of a partition.
package struct PartFile: Sendable, Equatable, Codable {
  /// Below the data folder, such as `articles/date=2020-11-24/NAME.ndjson`.
  package var path: String

  package var rows: Int
  package var bytes: Int
  package var digest: String

  package init(path: String, rows: Int, bytes: Int, digest: String) {
    self.path = path
    self.rows = rows
    self.bytes = bytes
    self.digest = digest
  }
}

/// How often one reason occurred.
package struct ReasonCount: Sendable, Equatable, Codable {
  package var reason: String
  package var count: Int

  package init(reason: String, count: Int) {
    self.reason = reason
    self.count = count
  }
}
