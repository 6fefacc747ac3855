import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Pipeline

struct AdoptTests {
  /// Two archive files, `expected` made of them at once, and a data folder of each.
  private func archive() async throws -> MadeUpArchive {
    let made = try MadeUpArchive()
    for (name, pages) in [("a", 0..<3), ("b", 3..<5)] {
      try made.write(name, pages.map { page($0) })
    }
    _ = try await made.process(into: "expected")
    for name in ["a", "b"] {
      var config = made.config
      config.data = FilePath("\(made.folder.path)/tasks/\(name)")
      let file = FilePath("\(made.folder.path)/data/archive/2020-11-24/\(name).warc.gz")
      _ = try await reprocess(config, archives: [file], Selection(), workers: 1, in: RunContext())
    }
    return made
  }

  private func adoptTasks(
    _ made: MadeUpArchive,
    _ names: [String] = ["a", "b"],
    onlyManifests: Bool = false
  ) async throws -> RunRecord {
    let folders = names.map { FilePath("\(made.folder.path)/tasks/\($0)") }
    return try await adopt(made.config, from: folders, onlyManifests: onlyManifests)
  }

  @Test func comesToWhatOneRunMakes() async throws {
    let made = try await archive()
    let record = try await adoptTasks(made)
    #expect(record.status == 0)
    #expect(record.parts.map(\.archiveFile) == ["a.warc.gz", "b.warc.gz"])
    #expect(try made.dataset() == made.dataset("expected"))
    #expect(try await made.process().parts.isEmpty)
  }

  /// A killed run has moved the rejects of one file.
  @Test func goesOnWhereItWasKilled() async throws {
    let made = try await archive()
    let rejects = "/rejects/date=2020-11-24"
    try FileManager.default.createDirectory(
      atPath: made.folder.path + "/data" + rejects,
      withIntermediateDirectories: true
    )
    try FileManager.default.moveItem(
      atPath: made.folder.path + "/tasks/a\(rejects)/a.ndjson",
      toPath: made.folder.path + "/data\(rejects)/a.ndjson"
    )
    #expect(try await adoptTasks(made).status == 0)
    #expect(try made.dataset() == made.dataset("expected"))
  }

  @Test func takesNoPartThatIsNotWhole() async throws {
    let made = try await archive()
    try made.folder.write("tasks/a/observations/date=2020-11-24/a.ndjson", "{}\n")
    let record = try await adoptTasks(made)
    #expect(record.status == 65)
    #expect(record.warnings.count == 1)
    #expect(record.parts.map(\.archiveFile) == ["b.warc.gz"])
    #expect(try made.dataset().keys.allSatisfy { !$0.hasSuffix("/a.ndjson") })
  }

  @Test func takesNoPartTwiceAndNoneOfOthers() async throws {
    let made = try await archive()
    try FileManager.default.copyItem(
      atPath: made.folder.path + "/tasks/a",
      toPath: made.folder.path + "/tasks/again"
    )
    let manifest = "tasks/b/articles/date=2020-11-24/_manifest.json"
    let text = try #require(made.folder.text(manifest))
    try made.folder.write(manifest, text.replacing(made.config.digest, with: "sha256:0"))
    let record = try await adoptTasks(made, ["a", "again", "b", "none"])
    #expect(record.status == 65)
    #expect(record.warnings.count == 3)
    #expect(record.parts.map(\.archiveFile) == ["a.warc.gz"])
  }

  @Test func joinsManifestsAlone() async throws {
    let made = try await archive()
    #expect(try await adoptTasks(made, onlyManifests: true).parts.count == 2)
    let name = "/articles/date=2020-11-24/_manifest.json"
    #expect(try made.dataset().keys.sorted() == [name])
    #expect(try made.dataset()[name] == made.dataset("expected")[name])
  }
}
