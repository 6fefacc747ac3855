import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Pipeline

struct ReprocessTests {
  /// Several batches a file, and whatever can be wrong with one.
  private func archive() throws -> MadeUpArchive {
    let made = try MadeUpArchive()
    var records = (0..<40).map { page($0, padding: $0 % 7 == 3 ? 400_000 : 60_000) }
    records[5] = record("revisit", "https://tin.example.vn/bai-5.html", "")
    records[9] = record("request", "https://tin.example.vn/bai-9.html", "")
    records[12] = Array("không phải một bản ghi\r\n".utf8)
    records[20] = record("response", "https://tin.example.vn/trong", "<html></html>")
    try made.write("a", records)
    var damaged = try made.bytes("a")
    for index in stride(from: damaged.count / 2, to: damaged.count / 2 + 400, by: 9) {
      damaged[index] ^= 0x55
    }
    try made.write("b", bytes: Array(damaged.dropLast(100)))
    try made.write("c", [page(90)])
    return made
  }

  @Test func makesTheSamePartsWhateverTheNumberOfWorkers() async throws {
    let made = try archive()
    #expect(try await made.process(into: "one", workers: 1).parts.map(\.records).first == 39)
    let expected = try made.dataset("one")
    #expect(expected.count == 10)
    #expect(expected["/rejects/date=2020-11-24/b.ndjson"]?.contains("broken_record") == true)
    #expect(expected["/observations/date=2020-11-24/a.ndjson"]?.contains("tỷ đồng") == true)
    for workers in [2, 3, 16] {
      let record = try await made.process(into: "\(workers)", workers: workers)
      #expect(record.parts.count == 3)
      #expect(try made.dataset("\(workers)") == expected)
    }
  }

  /// The digest is what counts, not the name, the size or the time.
  @Test func makesAgainWhatChangedAndNothingElse() async throws {
    let made = try MadeUpArchive()
    for name in ["a", "b"] { try made.write(name, (0..<3).map { page($0) }) }
    #expect(try await made.process().parts.count == 2)
    #expect(try await made.process().parts.isEmpty)
    let path = made.folder.path + "/data/archive/2020-11-24/b.warc.gz"
    let times = try FileManager.default.attributesOfItem(atPath: path)
    var bytes = try made.bytes("b")
    bytes[4] ^= 1  // the time in the member's head, which changes nothing in the page
    try made.write("b", bytes: bytes)
    try FileManager.default.setAttributes(
      [.modificationDate: times[.modificationDate] as Any],
      ofItemAtPath: path
    )
    #expect(try await made.process().parts.map(\.archiveFile) == ["b.warc.gz"])
    #expect(try await made.process(Selection(isForced: true)).parts.count == 2)
  }

  @Test func namesTheFileThatCannotBeReadAndDoesTheOthers() async throws {
    let made = try MadeUpArchive()
    for name in ["a", "c"] { try made.write(name, [page(1)]) }
    try made.write("b", bytes: Array("filedesc://b.arc 0.0.0.0 20201124 text/plain 1\n".utf8))
    let record = try await made.process()
    #expect(record.status == 65)
    #expect(record.parts.map(\.archiveFile) == ["a.warc.gz", "c.warc.gz"])
    #expect(record.warnings.count == 1)
    #expect(record.warnings.first?.contains("b.warc.gz") == true)
    #expect(try made.dataset().keys.allSatisfy { !$0.hasSuffix("/b.ndjson") })
  }

  @Test func saysHowFarItIsWithinAFile() async throws {
    let made = try MadeUpArchive()
    try made.write("a", (0..<30).map { page($0, padding: 200_000) })
    let seen = Seen()
    let context = RunContext(progress: { seen.add($0) })
    _ = try await reprocess(made.config, archives: [], Selection(), workers: 2, in: context)
    let states = seen.states
    #expect(states.map(\.articles) == states.map(\.articles).sorted())
    #expect(states.filter { $0.done == 0 && $0.articles > 0 }.count > 2)
    let size = try made.bytes("a").count
    #expect(states.allSatisfy { $0.bytesDone + $0.bytesLeft == size })
    #expect(states.last?.articles == 30)
    #expect(states.last?.bytesDone == size)
  }
}
