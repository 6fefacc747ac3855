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
