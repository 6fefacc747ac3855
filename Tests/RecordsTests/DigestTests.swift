import Records
import Testing

struct DigestTests {
  /// The examples of FIPS 180-4.
  @Test func digestsTheStandardsExamples() {
    #expect(
      Digest.sha256Hex("abc".utf8)
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    var sha1 = Digest(.sha1)
    sha1.update("a".utf8)
    sha1.update(Array("bc".utf8))
    #expect(hexadecimal(sha1.finish()) == "a9993e364706816aba3e25717850c26c9cd0d89d")
  }
}
