import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Pipeline

struct DigestCacheTests {
  private let empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  private let abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  /// A folder with the digests of a run that trusted a file which had just been written.
  private func folder(text: String, settling: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a b.warc.gz", text)
    let cache = DigestCache(in: FilePath(folder.path), isTrusting: true, settling: settling)
    _ = try cache.digest(of: FilePath(folder.path + "/a b.warc.gz"))
    cache.save()
    return folder
  }

  private func digest(in folder: TemporaryFolder, isTrusting: Bool = true) throws -> String {
    let cache = DigestCache(in: FilePath(folder.path), isTrusting: isTrusting)
    return try cache.digest(of: FilePath(folder.path + "/a b.warc.gz"))
  }

  /// Puts another digest in for that of `abc`, to see whether it is believed.
  private func forge(_ folder: TemporaryFolder) throws {
    let kept = try #require(folder.text(".digests"))
    #expect(kept.contains(abc))
    try folder.write(".digests", kept.replacing(abc, with: empty))
  }

  @Test func believesWhatItKept() throws {
    let folder = try folder(text: "abc", settling: -1)
    try forge(folder)
    #expect(try digest(in: folder) == empty)
    #expect(try digest(in: folder, isTrusting: false) == abc)
  }

  /// Written to within the clock's tick, a file may look the same.
  @Test func keepsNothingOfAFileThatWasJustWritten() throws {
    let folder = try folder(text: "abc", settling: 60)
    #expect(!(folder.text(".digests") ?? "").contains(abc))
  }

  @Test(arguments: ["abd", "ab", ""])
  func readsAFileAgainThatWasWrittenTo(text: String) throws {
    let folder = try folder(text: "abc", settling: -1)
    try forge(folder)
    let path = folder.path + "/a b.warc.gz"
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    try folder.write("a b.warc.gz", text)
    try FileManager.default.setAttributes([.modificationDate: date as Any], ofItemAtPath: path)
    #expect(try digest(in: folder) != abc)
    #expect((try digest(in: folder) == empty) == text.isEmpty)
  }

  @Test(arguments: ["", "x", "sha256:1 2\n\n", "\0\n sha256: a b\n"])
  func passesOverWhatIsNoLineOfIts(text: String) throws {
    let folder = try folder(text: "abc", settling: -1)
    try folder.write(".digests", text)
    #expect(try digest(in: folder) == abc)
  }

  @Test func throwsWhereThereIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: (any Error).self) { try digest(in: folder) }
  }
}
