import Archive
import FoundationEssentials
import Load
import Parse
import Records
import SystemPackage
import Transform

/// Takes one archive file through Parse, Transform and Load: a pure function of the file, the
/// pipeline file with its site rules, and the program, whatever the number of workers.
///
/// - Parameters:
///   - file: The archive file.
///   - config: The pipeline.
///   - digests: Knows the digests of archive files, or finds them out.
///   - workers: How many batches of records may be worked on at once, from 1.
///   - progress: Is told how far it is.
///   - seen: Is told of every article.
/// - Returns: What the manifest should say of it; the caller adds it, in order.
/// - Throws: `ArchiveError` where the file can't be read at all, `WriteError`.
func processArchive(
  _ file: ArchiveFile,
  of config: PipelineConfig,
  digests: DigestCache,
  workers: @escaping @Sendable () -> Int,
  progress: (PartProgress) -> Void,
  seen: ArticleWatcher
) async throws -> PartRecord {
  // A worker that has nothing better to do reads the file for its digest meanwhile.
  async let early = workers() > 1 ? digests.digest(of: file.path) : nil
  let partition = Partition(file.date, of: config.data)
  var writer = try PartWriter(file.partName, in: partition, config.compression)
  let reader = try BatchReader(file.path)
  let sites = config.sites
  var unchanged = 0
  var records = 0
  var done = PartProgress()
  try await produceInOrder(width: workers, ahead: 4) { () -> Numbered<BatchOutcome>? in
    guard let batch = try reader.next() else { return nil }
    return Numbered(batch.number, try BatchOutcome(of: batch, in: reader.name, sites: sites))
  } handOn: { batch in
    records += batch.records
    for outcome in batch.outcomes {
      switch outcome {
      case .article(let article, let figures):
        try writer.write(article, figures)
        done.articles += 1
        done.figures += figures.count
        seen(article, figures.count)
      case .reject(let reject):
        try writer.write(reject)
        done.rejects += 1
      case .unchanged: unchanged += 1
      }
    }
    done.bytes = batch.offset
    progress(done)
  }
  let digest = try await early ?? digests.digest(of: file.path)
  let part = try writer.finish()
  return PartRecord(
    archiveFile: file.path.lastComponent?.string ?? "",
    archiveDigest: digest,
    pipelineDigest: config.digest,
    version: programVersion,
    records: records,
    unchanged: unchanged,
    articles: part.articles,
    observations: part.observations,
    rejects: part.rejects,
    rejectReasons: part.rejectReasons
  )
}

/// What a batch of records came to, through Parse and Transform.
private struct BatchOutcome: Sendable {
  enum Outcome: Sendable {
    case article(Article, [Observation])
    case reject(Reject)
    case unchanged
  }

  /// How many records there were, of any type.
  var records = 0

  /// Where the last of them begins, in bytes of the file as stored.
  var offset: Int

  /// In the file's order.
  var outcomes: [Outcome] = []

  init(of batch: RecordBatch, in file: String, sites: SiteRuleBook) throws {
    offset = batch.offset
    var articles = ArticleReader(sites: sites)
    for event in batch.events {
      try Task.checkCancellation()
      if event.isRecord { records += 1 }
      switch Pipeline.outcome(of: event, file: file, &articles) {
      case nil: break
      case .article(let article):
        outcomes.append(.article(article, findFigures(in: article).observations))
      case .reject(let reject): outcomes.append(.reject(reject))
      case .unchanged: outcomes.append(.unchanged)
      }
    }
  }
}
