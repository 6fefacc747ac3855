import Files
import Load
import Records
import SystemPackage
import TestSupport
import Testing

struct PartWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var partition: Partition { Partition("2020-11-24", of: FilePath(folder.path)) }

  @Test func writesThreePartsTogether() throws {
    let part = try write(articles: 2, rejects: 1)
    #expect(part.articles.rows == 2)
    #expect(part.observations.rows == 2)
    #expect(part.rejectReasons == [ReasonCount(reason: "http_status", count: 1)])
    #expect(
      try folder.files() == [
        "articles/date=2020-11-24/night.ndjson", "observations/date=2020-11-24/night.ndjson",
        "rejects/date=2020-11-24/night.ndjson",
      ]
    )
    let text = try #require(folder.text(part.articles.path))
    #expect(text.utf8.count == part.articles.bytes)
    #expect("sha256:" + Digest.sha256Hex(text.utf8) == part.articles.digest)
    #expect(text.hasSuffix("}\n"))
  }

  /// The part of before goes, so that no figure is there twice; the manifest has the file as it lies.
  @Test func replacesAPartThatIsCompressedOtherwise() throws {
    for (compression, ending) in [(Compression.gzip, ".gz"), (.zstd, ".zst"), (.none, "")] {
      let part = try write(articles: 2, rejects: 1, compression)
      #expect(
        try folder.files() == [
          "articles/date=2020-11-24/night.ndjson\(ending)",
          "observations/date=2020-11-24/night.ndjson\(ending)",
          "rejects/date=2020-11-24/night.ndjson\(ending)",
        ]
      )
      #expect(partition.holds(record("a", part)))
      let stored = try #require(partition.storedPart(of: .articles, named: "night"))
      #expect(stored.path.string.hasSuffix(part.articles.path))
      #expect(partition.storedParts(of: .articles).map(\.name) == ["night"])
      var lines = try LineReader(stored.path)
      #expect(try lines.next()?.starts(with: #"{"id":"a0""#.utf8) == true)
      #expect(try write(articles: 2, rejects: 1, compression) == part)
    }
  }

  /// Copies of a story share its id, whichever of them the figures are of.
  @Test func givesCopiesOneStory() throws {
    _ = try write(articles: 2, rejects: 0)
    let part = try #require(folder.text("observations/date=2020-11-24/night.ndjson"))
    let ids = part.split(separator: "\n").map {
      $0.split(separator: "\"story_id\":").last?.prefix(19)
    }
    #expect(ids.count == 2 && Set(ids).count == 1)
  }

  /// A row that some readers could not take is a reject.
  @Test func refusesRowsThatAreTooLong() throws {
    var writer = try PartWriter("night", in: partition)
    let text = String(repeating: "Có 5 xã. ", count: PartWriter.longestRow / 11)
    try writer.write(Article(id: "a", versionID: "v", text: text), [figure])
    try writer.write(article(1), [figure])
    let part = try writer.finish()
    #expect((part.articles.rows, part.observations.rows, part.rejects.rows) == (1, 1, 1))
    #expect(part.rejectReasons == [ReasonCount(reason: "too_large", count: 1)])
    #expect(folder.text(part.rejects.path)?.contains("1048576 are the most") == true)
  }

  @Test func replacesExactlyItsParts() throws {
    let first = try write(articles: 2, rejects: 1)
    #expect(try write(articles: 1, rejects: 0).articles.digest != first.articles.digest)
    #expect(folder.text("rejects/date=2020-11-24/night.ndjson")?.isEmpty == true)
    #expect(try write(articles: 2, rejects: 1) == first)
  }

  @Test func changesNothingWhereItIsGivenUp() throws {
    let part = try write(articles: 1, rejects: 0)
    do {
      var writer = try PartWriter("night", in: partition)
      try writer.write(article(9), [])
    }
    #expect(try folder.files().count == 3)
    #expect(folder.text(part.articles.path)?.contains("\"a9\"") == false)
  }

  @Test func sweepsWhatWasLeftHalfWritten() throws {
    let part = try write(articles: 1, rejects: 0)
    try folder.write("articles/date=2020-11-24/old.ndjson.partial", "{")
    sweepPartialFiles(in: FilePath(folder.path))
    #expect(try folder.files().count == 3)
    #expect(folder.text(part.articles.path) != nil)
  }

  @Test func keepsALedger() throws {
    #expect(partition.manifest().isEmpty)
    let part = try write(articles: 1, rejects: 0)
    try partition.add(record("b", part))
    try partition.add(record("a", part))
    try partition.add(record("b", part))
    #expect(partition.manifest().map(\.archiveFile) == ["a", "b"])
    #expect(partition.holds(record("a", part)))
    try writeAtomically([], to: FilePath(folder.path).appending(part.articles.path))
    #expect(!partition.holds(record("a", part)))
  }

  @Test func startsANewLedgerWhereTheOldCantBeRead() throws {
    let path = "articles/date=2020-11-24/_manifest.json"
    try writeAtomically(Array("{".utf8), to: FilePath(folder.path).appending(path))
    #expect(partition.manifest().isEmpty)
  }

  private func write(
    articles: Int,
    rejects: Int,
    _ compression: Compression = .none
  ) throws -> Part {
    var writer = try PartWriter("night", in: partition, compression)
    for number in 0..<articles { try writer.write(article(number), [figure]) }
    for _ in 0..<rejects {
      try writer.write(
        Reject(stage: .archive, reason: .httpStatus, detail: "404", url: "http://x.vn/")
      )
    }
    return try writer.finish()
  }

  private func article(_ number: Int) -> Article {
    Article(id: "a\(number)", versionID: "v\(number)", text: "Có 5 xã.")
  }

  private let figure = Observation(
    quote: "5 xã",
    characters: 3..<7,
    kind: .count,
    value: ExactNumber(5),
    sentence: "Có 5 xã.",
    confidence: 0.9
  )

  private func record(_ name: String, _ part: Part) -> PartRecord {
    PartRecord(
      archiveFile: name,
      archiveDigest: "sha256:0",
      pipelineDigest: "sha256:1",
      version: "1",
      records: 3,
      unchanged: 0,
      articles: part.articles,
      observations: part.observations,
      rejects: part.rejects,
      rejectReasons: part.rejectReasons
    )
  }
}
