package import Files
import Glibc
package import Records
import SystemPackage

/// Writes what one archive file gave: a part of articles, one of observations, one of rejects.
///
/// All three are whole or as they were before: a writer that goes out of scope unfinished changes
/// nothing.
package struct PartWriter: ~Copyable {
  private let partition: Partition
  private let name: String
  private let compression: Compression
  private var articles: AtomicFile
  private var observations: AtomicFile
  private var rejects: AtomicFile
  private var rows = (articles: 0, observations: 0, rejects: 0)
  private var reasons: [Reject.Reason: Int] = [:]
  private var stories = StoryBook()
  private var line = JSONLine(reserving: 1 << 16)

  /// - Parameters:
  ///   - name: The part's name, without ending.
  ///   - partition: Where it goes.
  ///   - compression: How its files are compressed; a part that is compressed otherwise is replaced.
  /// - Throws: `WriteError` where a file can't be opened there.
  package init(
    _ name: String,
    in partition: Partition,
    _ compression: Compression = .none
  ) throws(WriteError) {
    func file(_ kind: Partition.Kind) throws(WriteError) -> AtomicFile {
      try AtomicFile(at: partition.path(kind, part: name, compression), compression.coding)
    }
    let articles = try file(.articles)
    let observations = try file(.observations)
    let rejects = try file(.rejects)
    self.name = name
    self.compression = compression
    self.partition = partition
    self.articles = articles
    self.observations = observations
    self.rejects = rejects
  }

  /// How long a row may be, in bytes: the blocks in which some readers take JSON are no larger.
  package static let longestRow = 1 << 20

  /// Writes an article with its figures, under the story that it is a copy of.
  ///
  /// One whose row would be too long is a reject.
  package mutating func write(
    _ article: Article,
    _ figures: [Observation]
  ) throws(WriteError) {
    var article = article
    article.storyID = stories.id(of: article.story)
    line.clear()
    article.write(to: &line, date: partition.date)
    guard line.bytes.count <= Self.longestRow else { return try write(tooLong(article)) }
    try articles.write(line.bytes)
    rows.articles += 1
    guard !figures.isEmpty else { return }
    line.clear()
    for figure in figures { figure.write(to: &line, of: article, date: partition.date) }
    try observations.write(line.bytes)
    rows.observations += figures.count
  }

  private func tooLong(_ article: Article) -> Reject {
    Reject(
      stage: .transform,
      reason: .tooLarge,
      detail: "its row would have \(line.bytes.count) bytes; \(Self.longestRow) are the most",
      url: article.url,
      capturedAt: article.capturedAt,
      source: article.source
    )
  }

  package mutating func write(_ reject: Reject) throws(WriteError) {
    line.clear()
    reject.write(to: &line, date: partition.date)
    try rejects.write(line.bytes)
    rows.rejects += 1
    reasons[reject.reason, default: 0] += 1
  }

  /// Puts the parts in their places, the articles last.
  package consuming func finish() throws(WriteError) -> Part {
    let (partition, rows, reasons) = (partition, rows, reasons)
    for kind in Partition.Kind.allCases {
      for other in Compression.allCases where other != compression {
        unsafe unlink(partition.path(kind, part: name, other).string)
      }
    }
    let rejects = try Self.place(rejects, rows.rejects, in: partition)
    let observations = try Self.place(observations, rows.observations, in: partition)
    let articles = try Self.place(articles, rows.articles, in: partition)
    return Part(
      articles: articles,
      observations: observations,
      rejects: rejects,
      rejectReasons: Reject.Reason.allCases.compactMap { reason in
        reasons[reason].map { ReasonCount(reason: reason.rawValue, count: $0) }
      }
    )
  }

  private static func place(
    _ file: consuming AtomicFile,
    _ rows: Int,
    in partition: Partition
  ) throws(WriteError) -> PartFile {
    let path = file.path
    let (bytes, digest) = try file.commit()
    try syncFolder(path.removingLastComponent())
    return PartFile(
      path: partition.relative(path),
      rows: rows,
      bytes: bytes,
      digest: digest
    )
  }
}

/// The three files that one archive file gave.
package struct Part: Sendable, Equatable {
  package var articles: PartFile
  package var observations: PartFile
  package var rejects: PartFile
  package var rejectReasons: [ReasonCount]
}
