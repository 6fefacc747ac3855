import Codings
import Testing

struct ChunkedTests {
  @Test(arguments: [
    "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
    "3\nabc\n2\nde\n0\n\n",
    "0003 \r\nabc\r\n2;name=value\r\nde\r\n0\r\n\r\n",
    "5\r\nabcde\r\n0\r\nTrailer: 1\r\n\r\n",
    "5\r\nabcde\r\n0\r\n",
  ])
  func reads(body: String) {
    let decoded = unchunk(Array(body.utf8)[...], limit: 5)
    #expect(decoded == DecodedBody(bytes: Array("abcde".utf8)))
  }

  @Test(arguments: [
    ("5\r\nabc", "abc"), ("3\r\nabc", "abc"), ("3\r\nabc\r\n", "abc"), ("3\r\nabc\r\n2", "abc"),
    ("3", ""),
  ])
  func keepsWhatCameBeforeTheCut(body: String, text: String) {
    let decoded = unchunk(Array(body.utf8)[...], limit: 5)
    let expected = DecodedBody(
      bytes: Array(text.utf8),
      isTruncated: true,
      notes: [.cutOff(coding: "chunked")]
    )
    #expect(decoded == expected)
  }

  @Test(arguments: ["3\r\nabc\r\nxyz\r\n", "3\r\nabc\r\nffffffffffffffffff\r\n"])
  func keepsWhatCameBeforeTheDamage(body: String) {
    let decoded = unchunk(Array(body.utf8)[...], limit: 5)
    let expected = DecodedBody(
      bytes: Array("abc".utf8),
      isTruncated: true,
      notes: [.damaged(coding: "chunked")]
    )
    #expect(decoded == expected)
  }

  @Test(arguments: ["<html>", "\r\n3\r\nabc", "12 people\r\n", "{}", "-3\r\nabc"])
  func leavesWhatHasNoChunks(body: String) {
    let bytes = Array(body.utf8)
    let expected = DecodedBody(bytes: bytes, notes: [.notAsSaid(coding: "chunked")])
    #expect(unchunk(bytes[...], limit: 100) == expected)
  }
}
