import Archive
import SystemPackage
import TestSupport
import Testing

struct ResumeArchiveTests {
  static let name = "a-20201124190000Z-00000.warc.gz"
  static let date = "2020-11-24T19:00:00Z"

  /// Leaves a file open after three exchanges, as a killed program does; gives each record's end.
  func leaveOpen(in folder: borrowing TemporaryFolder) throws -> [Int] {
    let path = folder.path.appending(Self.name)
    var writer = try WARCWriter.create(path, date: Self.date, settings: countingSettings())
    var ends = [writer.bytesWritten]
    for number in 1...3 {
      let written = try writer.write(exchange(number))
      ends += [written.offset, writer.bytesWritten]
    }
    return ends
  }

  /// Wherever a file was cut, what is before the cut stays, and it can be gone on with.
  @Test(arguments: 0..<25)
  func cutsABrokenTail(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ends = try leaveOpen(in: folder)
    let bytes = try folder.bytes(of: Self.name + ".open")
    var random = SplitMix(state: seed)
    let cut = Int.random(in: 0...bytes.count, using: &random)
    _ = try folder.write(Array(bytes[..<cut]), as: Self.name + ".open")

    let path = folder.path.appending(Self.name)
    var visited: [String] = []
    let settings = WARCWriter.Settings(info: ArchiveInfo(software: "solieu/1.0"))
    var writer = try WARCWriter.resume(path, date: Self.date, settings: settings) {
      visited.append($0.kind.name)
    }
    let good = ends.last { $0 <= cut } ?? 0
    #expect(writer.bytesCut == cut - good)
    #expect(visited.count == ends.count { $0 <= cut })
    try writer.write(exchange(4))
    let finished = try writer.finish()
    #expect(try checkArchive(finished) { Issue.record("\($0)") } == max(1, visited.count) + 2)
  }

  @Test
  func cutsZeros() throws {
    let folder = try TemporaryFolder()
    _ = try leaveOpen(in: folder)
    let bytes = try folder.bytes(of: Self.name + ".open")
    _ = try folder.write(bytes + [UInt8](repeating: 0, count: 4096), as: Self.name + ".open")
    let path = folder.path.appending(Self.name)
    let writer = try WARCWriter.resume(path, date: Self.date, settings: countingSettings())
    #expect(writer.bytesCut == 4096)
    #expect(writer.bytesWritten == bytes.count)
  }

  /// Only the tail is cut: good records after damage stay.
  @Test
  func keepsWhatFollowsDamage() throws {
    let folder = try TemporaryFolder()
    let ends = try leaveOpen(in: folder)
    var bytes = try folder.bytes(of: Self.name + ".open")
    bytes[ends[0] + 40] ^= 0xFF
    _ = try folder.write(bytes, as: Self.name + ".open")
    let path = folder.path.appending(Self.name)
    let writer = try WARCWriter.resume(path, date: Self.date, settings: countingSettings())
    #expect(writer.bytesCut == 0)
    #expect(writer.bytesWritten == bytes.count)
  }

  @Test
  func refusesWhatIsNotThere() throws {
    let folder = try TemporaryFolder()
    let path = folder.path.appending(Self.name)
    #expect(throws: ArchiveError.self) {
      _ = try WARCWriter.resume(path, date: Self.date, settings: countingSettings())
    }
  }
}
