import Files
import SystemPackage
import TestSupport
import Testing

struct AtomicFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: FilePath { FilePath(folder.path).appending("a").appending("x.ndjson") }

  @Test func putsTheWholeFileInItsPlace() throws {
    var file = try AtomicFile(at: path)
    try file.write(Array("một\n".utf8))
    #expect(try folder.files() == ["a/x.ndjson.partial"])
    let (bytes, digest) = try file.commit()
    #expect(bytes == 6)
    #expect(
      digest == "sha256:f9ae3b14b48e608d0a37375dea415e8b357d724a0b1f116ee978437ac85f298c"
    )
    #expect(try folder.files() == ["a/x.ndjson"])
    #expect(folder.text("a/x.ndjson") == "một\n")
  }

  @Test func leavesTheOldFileWhereItIsGivenUp() throws {
    try writeAtomically(Array("old".utf8), to: path)
    do {
      var file = try AtomicFile(at: path)
      try file.write(Array("new".utf8))
    }
    #expect(folder.text("a/x.ndjson") == "old")
    #expect(try folder.files() == ["a/x.ndjson"])
  }

  @Test func writesMoreThanItHoldsBack() throws {
    var file = try AtomicFile(at: path)
    let line = Array(repeating: UInt8(ascii: "x"), count: 1_000)
    for _ in 0..<1_000 { try file.write(line) }
    #expect(try file.commit().bytes == 1_000_000)
  }

  @Test func saysWhichFileCantBeWritten() throws {
    try writeAtomically([], to: FilePath(folder.path).appending("a"))
    #expect {
      _ = try AtomicFile(at: path)
    } throws: { error in
      "\(error)".contains("/a") && "\(error)".hasSuffix("Not a directory")
    }
  }
}
