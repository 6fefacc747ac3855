import Codings
import Testing

struct GunzipTests {
  @Test
  func readsSeveralMembers() {
    let members = CodedSamples.gzip + CodedSamples.gzipped([]) + CodedSamples.gzip
    let decoded = gunzip(members[...], limit: 1000)
    #expect(decoded == DecodedBody(bytes: CodedSamples.text + CodedSamples.text))
  }

  @Test(arguments: 1...8)
  func missesNoTrailer(bytes: Int) {
    let decoded = gunzip(CodedSamples.gzip.dropLast(bytes), limit: 1000)
    let expected = DecodedBody(
      bytes: CodedSamples.text,
      notes: [.missingTrailer(coding: "gzip")]
    )
    #expect(decoded == expected)
  }

  @Test
  func trustsTheChecksum() {
    var member = CodedSamples.gzip
    member[member.count - 8] ^= 1
    let decoded = gunzip(member[...], limit: 1000)
    #expect(decoded.isTruncated)
    #expect(decoded.notes == [.damaged(coding: "gzip")])
  }

  @Test
  func dropsWhatFollows() {
    let decoded = gunzip((CodedSamples.gzip + [1, 2, 3])[...], limit: 1000)
    #expect(Array(decoded.bytes) == CodedSamples.text)
    #expect(decoded.notes == [.trailingBytes(count: 3, coding: "gzip")])
  }

  @Test
  func keepsWhatCameBeforeTheDamage() {
    var bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &>> 7) }
    bytes[0] = 1
    var member = CodedSamples.gzipped(bytes)
    for index in (member.count / 2)..<(member.count / 2 + 64) { member[index] = 0xFF }
    let decoded = gunzip(member[...], limit: 1_000_000)
    #expect(decoded.notes == [.damaged(coding: "gzip")])
    let isPrefix = bytes.starts(with: decoded.bytes.prefix(1000))
    #expect(isPrefix)
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1], GzipHeader.found(length: 10)),
    ([0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3, 0x61, 0, 1], .found(length: 12)),
    ([0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 3, 1, 0, 9, 1], .found(length: 13)),
    ([0x1F, 0x8B, 8, 0x12, 0, 0, 0, 0, 0, 3, 0, 7, 7, 1], .found(length: 13)),
    ([0x1F, 0x8B], .cutOff), ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], .cutOff),
    ([0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3, 0x61], .cutOff),
    ([], .absent), ([0x1F, 0x8A], .absent), ([0x3C], .absent),
    ([0x1F, 0x8B, 8, 0x80, 0, 0, 0, 0, 0, 3, 1], .absent),
  ])
  func readsHeads(bytes: [UInt8], header: GzipHeader) {
    #expect(GzipHeader(bytes[...]) == header)
  }
}
