import Archive
import Testing

struct CheckArchiveTests {
  func problems(of bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    var problems: [String] = []
    _ = try checkArchive(folder.write(bytes, as: "a.warc")) { problems.append($0.text) }
    return problems
  }

  @Test(arguments: [
    "",
    "WARC-Block-Digest: sha1:SEVQE5LO3CQN5WQQWMYJESLOSVQEEG2K",
    "WARC-Block-Digest: sha1:912b02756ed8a0deda10b33092496e9560421b4a",
    "WARC-Block-Digest: sha1:kSsCdW7YoN7aELMwkklulWBCG0o=",
    "WARC-Payload-Digest: sha1:2KB7TI4MY6KTQFPM5KOD6VZMY7LQTMFE",
    "WARC-Payload-Digest: md5:0", "WARC-Payload-Digest: nonsense",
  ])
  func passes(field: String) throws {
    #expect(try problems(of: rawRecord(1, fields: field)) == [])
  }

  @Test(arguments: [
    ("WARC-Block-Digest: sha1:AAAA", ["the block is not what WARC-Block-Digest says"]),
    ("WARC-Payload-Digest: sha256:00", ["the payload is not what WARC-Payload-Digest says"]),
  ])
  func findsWrongDigests(field: String, texts: [String]) throws {
    #expect(try problems(of: rawRecord(1, fields: field)) == texts)
  }

  @Test(arguments: [
    ("WARC-Record-ID: <urn:x:1>\r\n", "", ["WARC-Record-ID is missing"]),
    ("WARC-Target-URI: http://a.example/1\r\n", "", ["WARC-Target-URI is missing"]),
    ("Type: response", "Type: revisit", ["WARC-Profile is missing"]),
    ("<urn:x:1>", "<x>", ["WARC-Record-ID x is no URI"]),
    ("2020-11-24T00:00:00Z", "24.11.2020", ["WARC-Date 24.11.2020 is no date"]),
    (
      "2020-11-24T00:00:00Z", "2020-11-24T00:00:00+07:00",
      ["WARC-Date 2020-11-24T00:00:00+07:00 is no date"]
    ),
    ("2020-11-24T00:00:00Z", "2020-11-24T00:00:00.123456789Z", []),
    ("2020-11-24T00:00:00Z", "2020-11", []),
  ])
  func findsWrongHeads(text: String, replacement: String, texts: [String]) throws {
    let record = String(decoding: rawRecord(1), as: UTF8.self)
    #expect(try problems(of: Array(record.replacing(text, with: replacement).utf8)) == texts)
  }

  @Test
  func findsStructuralFaults() throws {
    #expect(try problems(of: []) == ["there is no record"])
    #expect(
      try problems(of: rawRecord(1) + rawRecord(1))
        == ["WARC-Record-ID urn:x:1 stands for two records"]
    )
    #expect(
      try problems(of: rawRecord(1) + rawRecord(2).dropLast(20))
        == ["the file ends within the record: http://a.example/2"]
    )
  }
}
