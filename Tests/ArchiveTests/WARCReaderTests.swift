import Archive
import Codings
import Records
import SystemPackage
import TestSupport
import Testing

struct WARCReaderTests {
  static let one = rawRecord(1)
  static let two = rawRecord(2)
  static let gzipOne = gzipped(one)
  static let gzipTwo = gzipped(two)
  static let empty = gzipped([])

  /// What is in the file, and what the reader makes of it.
  static let files: [(String, [UInt8], [String])] = [
    ("plain", one + two, ["1", "2"]),
    ("gzip", gzipOne + gzipTwo, ["1", "2"]),
    ("zstd", ZstdSamples.plain, ["1", "2"]),
    ("zstd with a dictionary", ZstdSamples.withDictionary, ["1", "2"]),
    ("nothing", [], []),
    ("an empty member", empty, []),
    ("empty members between", empty + gzipOne + empty + empty + gzipTwo + empty, ["1", "2"]),
    ("line ends before and between", Array("\r\n\n".utf8) + one + [0x0A] + two, ["1", "2"]),
    ("one member for all", gzipped(one + two), ["1", "shared_member", "2"]),
    (
      "a member split in a record",
      gzipped(Array(one.prefix(40)))
        + gzipped(one.dropFirst(40) + two), ["1", "shared_member", "2"]
    ),
    ("LF alone in the head", rawRecord(1, lineEnd: "\n") + two, ["1", "2"]),
    ("LF alone everywhere", rawRecord(1, lineEnd: "\n", after: "\n\n") + two, ["1", "2"]),
    (
      "angle brackets",
      Array(
        String(decoding: rawRecord(1, version: "1.0"), as: UTF8.self)
          .replacing("http://a.example/1", with: "<http://a.example/1>").utf8
      ), ["1"]
    ),
    ("no line ends at the end", one + rawRecord(2, after: ""), ["1", "2", "missing_end"]),
    ("one line end between", rawRecord(1, after: "\r\n") + two, ["1", "missing_end", "2"]),
    ("no line end between", rawRecord(1, after: "") + two, ["1", "missing_end", "2"]),
    ("length too short", rawRecord(1, length: 50) + two, ["1", "wrong_length", "2"]),
    ("length too long", rawRecord(1, length: 200) + two, ["1", "wrong_length", "2"]),
    (
      "length too long by the line ends", rawRecord(1, length: 62) + two, ["1", "missing_end", "2"]
    ),
    (
      "length of gzip too long", gzipped(rawRecord(1, length: 200)) + gzipTwo,
      ["1", "wrong_length", "2"]
    ),
    ("length longer than the file", one + rawRecord(2, length: 1000), ["1", "truncated"]),
    ("length absurd", rawRecord(1, length: .max) + two, ["too_large", "2"]),
    ("length negative", rawRecord(1, length: -1) + two, ["bad_head", "2"]),
    ("two lengths", rawRecord(1, fields: "Content-Length: 3") + two, ["bad_head", "2"]),
    ("the same length twice", rawRecord(1, fields: "Content-Length: 58"), ["1"]),
    ("cut in the block", one + two.dropLast(10), ["1", "truncated"]),
    ("cut in the head", one + two.prefix(60), ["1", "truncated"]),
    ("cut in the first line", one + two.prefix(7), ["1", "truncated"]),
    ("cut in the mark", one + two.prefix(3), ["1", "garbage"]),
    ("gzip cut in the data", gzipOne + gzipTwo.dropLast(30), ["1", "truncated"]),
    ("gzip cut in the trailer", gzipOne + gzipTwo.dropLast(3), ["1", "2", "truncated"]),
    ("gzip cut in the head", gzipOne + gzipTwo.prefix(6), ["1", "truncated"]),
    ("zstd cut", ZstdSamples.plain.dropLast(9), ["1", "truncated"]),
    ("garbage at the end", one + Array("garbage".utf8), ["1", "garbage"]),
    ("garbage after gzip", gzipOne + Array("garbage".utf8), ["1", "garbage"]),
    ("zeros after gzip", gzipOne + [UInt8](repeating: 0, count: 512), ["1", "garbage"]),
    (
      "garbage before and between", Array("x\n".utf8) + one + Array("y\r\n".utf8) + two,
      ["garbage", "1", "garbage", "2"]
    ),
    (
      "garbage between members", gzipOne + [1, 2, 3, 0x1F, 0x8B, 8] + gzipTwo,
      ["1", "garbage", "2"]
    ),
    (
      "garbage in a member", gzipped(one + Array("junk\r\n".utf8)) + gzipTwo,
      ["1", "garbage", "2"]
    ),
    ("no archive", Array("<html>WARC/1.0</html>".utf8), ["garbage"]),
    ("an index", Array("com,a)/ 2020 {}\n".utf8), ["garbage"]),
  ]

  @Test(arguments: files)
  func reads(name: String, bytes: [UInt8], summary: [String]) throws {
    #expect(try readEvents(in: bytes).map(\.summary) == summary)
  }

  @Test(arguments: [one, gzipOne])
  func givesTheRecord(bytes: [UInt8]) throws {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>1</html>"
    guard case .record(let record) = try readEvents(in: bytes).first else {
      Issue.record("no record")
      return
    }
    #expect(record.kind == .response)
    #expect(record.id == "urn:x:1")
    #expect(record.targetURI == "http://a.example/1")
    #expect(record.date == "2020-11-24T00:00:00Z")
    #expect(record.fields["content-TYPE"] == "application/http;msgtype=response")
    #expect(record.offset == 0)
    #expect(record.length == bytes.count)
    #expect(record.block == Array(block.utf8))
  }

  @Test
  func foldsFields() throws {
    let bytes = rawRecord(1, fields: "X-Note: a\r\n  b\r\n\tc\r\nno colon\r\nX-Empty:")
    guard case .record(let record) = try readEvents(in: bytes).first else {
      Issue.record("no record")
      return
    }
    #expect(record.fields["X-Note"] == "a b c")
    #expect(record.fields["X-Empty"] == "")
  }

  @Test(arguments: ["plain", "gzip", "zstd"])
  func givesPlaces(format: String) throws {
    let bytes =
      switch format {
      case "plain": Self.one + Self.two
      case "gzip": Self.gzipOne + Self.gzipTwo
      default: ZstdSamples.plain
      }
    var end = 0
    for event in try readEvents(in: bytes) {
      guard case .record(let record) = event else { continue }
      #expect(record.offset == end)
      end += record.length ?? 0
    }
    #expect(end == bytes.count)
  }

  @Test
  func readsAStream() throws {
    let folder = try TemporaryFolder()
    let file = try FileDescriptor.open(
      folder.write(Self.gzipOne + Self.gzipTwo, as: "a.warc.gz"),
      .readOnly
    )
    defer { try? file.close() }
    var reader = try WARCReader(stream: file)
    #expect(reader.name == "-")
    #expect(try reader.next()?.summary == "1")
    #expect(try reader.next()?.summary == "2")
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  /// Each of many small members claims to be much longer than the file.
  @Test
  func readsManyWrongLengths() throws {
    let bytes = (1...300).flatMap { gzipped(rawRecord($0, length: 50_000_000)) }
    let events = try readEvents(in: bytes)
    #expect(events.count { $0.summary == "wrong_length" } == 299)
    #expect(events.last?.summary == "truncated")
  }

  @Test
  func refusesTheOldFormat() throws {
    let line = "filedesc://a.arc 0.0.0.0 20201124000000 text/plain 8\n1 0 x\nURL\n\n"
    for bytes in [Array(line.utf8), gzipped(Array(line.utf8))] {
      #expect(throws: ArchiveError.oldFormat(file: "a.warc")) { try readEvents(in: bytes) }
    }
  }

  @Test
  func saysWhichFileIsMissing() throws {
    let path = FilePath("/nowhere/a.warc.gz")
    #expect(throws: ArchiveError.cannotRead(file: path.string, .noSuchFileOrDirectory)) {
      _ = try WARCReader(path: path)
    }
  }

  @Test
  func keepsWhatIsThereOfACutRecord() throws {
    guard case .fault(let fault) = try readEvents(in: Self.two.dropLast(10)).first else {
      Issue.record("no fault")
      return
    }
    #expect(fault.record?.targetURI == "http://a.example/2")
    #expect(fault.record?.block.count == 52)
    #expect(fault.description == "byte 0: the file ends within the record")
  }

  @Test(arguments: [30, 50, 57, 59, 61, 200])
  func findsWhereABlockEnds(length: Int) throws {
    for next in [rawRecord(2), []] {
      // Where the file ends before the block does, it may as well be cut.
      if next.isEmpty, length > 100 { continue }
      for isCompressed in [false, true] {
        let record = rawRecord(1, length: length)
        let bytes = isCompressed ? gzipped(record) + gzipped(next) : record + next
        guard case .record(let read) = try readEvents(in: bytes).first else {
          Issue.record("no record")
          return
        }
        let block = String(decoding: read.block, as: UTF8.self)
        #expect(block.hasSuffix("<html>1</html>") || length == 59 || length == 61)
      }
    }
  }

  @Test
  func givesNoRecordWhoseChecksumIsWrong() throws {
    var member = Self.gzipOne
    member[member.count - 8] ^= 1
    let events = try readEvents(in: member + Self.gzipTwo)
    #expect(events.map(\.summary) == ["checksum", "2"])
  }

  /// A bomb costs the time to pass over it, and no more memory than the limit.
  @Test
  func passesOverGreatRecords() throws {
    let bomb = rawRecord(1, body: repeatElement(UInt8(ascii: "0"), count: 300_000))
    let limits = WARCReader.Limits(block: 10_000, head: 1000)
    for bytes in [bomb + Self.two, gzipped(bomb) + Self.gzipTwo] {
      #expect(try readEvents(in: bytes, limits: limits).map(\.summary) == ["too_large", "2"])
    }
    let wide = rawRecord(1, fields: "X: " + String(repeating: "x", count: 3000))
    #expect(
      try readEvents(in: wide + Self.two, limits: limits).map(\.summary) == ["bad_head", "2"]
    )
  }

  @Test
  func readsMembersTooLargeToHold() throws {
    // More than is decoded at once, in one member that deflate can't make smaller.
    var random = SplitMix(state: 1)
    let words = (0..<200_000).map { _ in random.next() }
    let body = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    let bytes = gzipped(rawRecord(1, body: body)) + Self.gzipTwo
    let events = try readEvents(in: bytes)
    #expect(events.map(\.summary) == ["1", "2"])
    guard case .record(let record) = events[1] else { return }
    #expect(record.offset + (record.length ?? 0) == bytes.count)
  }

  /// One byte that is wrong spoils at most the record that it is in.
  @Test(arguments: 0..<20)
  func losesOneRecordToDamage(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var bytes = (1...9).flatMap { gzipped(rawRecord($0)) }
    let index = Int.random(in: 0..<bytes.count, using: &random)
    bytes[index] ^= UInt8.random(in: 1...255, using: &random)
    let records = try readEvents(in: bytes).filter { if case .record = $0 { true } else { false } }
    #expect(records.count >= 8, "byte \(index)")
  }

  /// Any bytes give records and faults, never a crash or a loop without end.
  @Test(arguments: 0..<8)
  func survivesDamage(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for (name, bytes, _) in Self.files where !bytes.isEmpty {
      var bytes = bytes
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.insert(contentsOf: bytes.prefix(20), at: index)
        default: bytes.remove(at: index)
        }
        if bytes.isEmpty { break }
      }
      let events = try? readEvents(in: bytes)
      #expect((events?.count ?? 0) < 100, "\(name)")
    }
  }

  @Test
  func readsARecordByItsPlace() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.gzipOne + Self.gzipTwo, as: "a.warc.gz")
    #expect(try readRecord(in: path, at: Self.gzipOne.count).id == "urn:x:2")
    let shared = try folder.write(gzipped(Self.one + Self.two), as: "b.warc.gz")
    #expect(try readRecord(in: shared, at: 0).id == "urn:x:1")
    #expect(try readRecord(in: shared, at: 0, id: "urn:x:2").targetURI == "http://a.example/2")
    #expect(throws: ArchiveError.noRecord(file: path.string, offset: 3)) {
      try readRecord(in: path, at: 3)
    }
    let coded = try folder.write(ZstdSamples.withDictionary, as: "c.warc.zst")
    #expect(try readRecord(in: coded, at: 239).targetURI == "http://a.example/2")
  }
}
