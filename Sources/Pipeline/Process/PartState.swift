import Archive
import Load
import Records
import Synchronization
import SystemPackage

/// Whether the parts of an archive file are up to date, and why not.
package enum PartState: Sendable, Equatable {
  case upToDate

  /// No part of it was ever finished, or one is missing or of another size than it was.
  case missing

  /// The program's version that made the parts.
  case otherVersion(String)

  /// The pipeline file, or a site rule, was another one.
  case otherPipeline

  /// The archive file held other bytes.
  case otherArchive

  /// They are up to date, but to be made again all the same.
  case forced

  /// Why there is something to do, or that there is nothing.
  package var reason: String {
    switch self {
    case .upToDate: "up to date"
    case .missing: "no parts yet"
    case .otherVersion(let version): "made by version \(version)"
    case .otherPipeline: "the pipeline file or a site rule changed"
    case .otherArchive: "the archive file changed"
    case .forced: "forced"
    }
  }
}

/// What the manifests say of archive files, each partition's read once.
final class Ledger: Sendable {
  private let config: PipelineConfig
  private let digests: DigestCache
  private let partitions = Mutex<[String: [String: PartRecord]]>([:])

  init(of config: PipelineConfig, digests: DigestCache) {
    self.config = config
    self.digests = digests
  }

  /// What the manifest says of `file`; `nil` where a part of it is missing.
  func record(of file: ArchiveFile) -> PartRecord? {
    let partition = Partition(file.date, of: config.data)
    let parts = partitions.withLock { partitions in
      if let parts = partitions[file.date] { return parts }
      let parts = Dictionary(
        partition.manifest().map { ($0.archiveFile, $0) },
        uniquingKeysWith: { $1 }
      )
      partitions[file.date] = parts
      return parts
    }
    return parts[file.path.lastComponent?.string ?? ""].flatMap { partition.holds($0) ? $0 : nil }
  }

  /// Whether the parts of `file` are there and made of it by this pipeline and this program.
  ///
  /// An archive file that can't be read counts as changed: who makes its parts hears of it.
  func state(of file: ArchiveFile, _ selection: Selection) -> PartState {
    guard let record = record(of: file) else { return .missing }
    if selection.onlyMissing { return .upToDate }
    if record.version != programVersion { return .otherVersion(record.version) }
    if record.pipelineDigest != config.digest { return .otherPipeline }
    if record.archiveDigest != (try? digests.digest(of: file.path)) { return .otherArchive }
    return selection.isForced ? .forced : .upToDate
  }
}
