import Codings
import TestSupport
import Testing

struct DecodeBodyTests {
  static let sound: [(content: [String], transfer: [String], body: [UInt8])] = [
    ([], [], CodedSamples.text),
    (["identity"], [], CodedSamples.text),
    (["gzip"], [], CodedSamples.gzip),
    (["X-GZIP"], [], CodedSamples.gzip),
    (["deflate"], [], CodedSamples.zlib),
    (["deflate"], [], CodedSamples.deflate),
    (["br"], [], CodedSamples.brotli),
    (["zstd"], [], CodedSamples.zstd),
    (["gzip, gzip"], [], CodedSamples.gzipped(CodedSamples.gzip)),
    (["br", "gzip"], [], CodedSamples.gzipped(CodedSamples.brotli)),
    ([], ["gzip, chunked"], chunked(CodedSamples.gzip, size: 7)),
    (["br"], ["chunked"], chunked(CodedSamples.brotli, size: 1)),
    (["zstd"], ["chunked"], chunked(CodedSamples.zstd, size: 16)),
  ]

  @Test(arguments: sound)
  func undoes(content: [String], transfer: [String], body: [UInt8]) {
    let decoded = decodeBody(
      body[...],
      transferEncoding: transfer,
      contentEncoding: content,
      limit: 1000
    )
    #expect(decoded == DecodedBody(bytes: CodedSamples.text))
  }

  @Test(arguments: ["gzip", "deflate", "br", "zstd", "chunked"])
  func leavesWhatIsNotCoded(coding: String) {
    let html = Array("<!doctype html><p>Tổng số 21 người</p>".utf8)
    let decoded = decodeBody(html[...], contentEncoding: [coding], limit: 1000)
    #expect(decoded == DecodedBody(bytes: html, notes: [.notAsSaid(coding: coding)]))
  }

  @Test(arguments: ["gzip", "deflate", "br", "zstd", "chunked", "identity"])
  func takesNothingForNothing(coding: String) {
    let decoded = decodeBody([], contentEncoding: [coding], limit: 1000)
    #expect(decoded.bytes == [])
  }

  @Test(arguments: [
    ("gzip", CodedSamples.gzip), ("deflate", CodedSamples.zlib), ("deflate", CodedSamples.deflate),
    ("br", CodedSamples.brotli), ("zstd", CodedSamples.zstd),
    ("chunked", chunked(CodedSamples.text, size: 50)),
  ])
  func keepsWhatCameBeforeTheCut(coding: String, body: [UInt8]) {
    let decoded = decodeBody(body.dropLast(12), contentEncoding: [coding], limit: 1000)
    #expect(decoded.isTruncated)
    #expect(decoded.notes == [.cutOff(coding: coding)])
    #expect(CodedSamples.text.starts(with: decoded.bytes))
  }

  @Test(arguments: ["gzip", "br", "zstd", "chunked", "identity"])
  func stopsAtTheLimit(coding: String) {
    let zeros = [UInt8](repeating: 0, count: 3_000_000)
    let body =
      switch coding {
      case "gzip": CodedSamples.gzipped(zeros)
      case "br": CodedSamples.brotliBomb
      case "zstd": CodedSamples.zstdBomb
      case "chunked": chunked(zeros, size: 1_000_000)
      default: zeros
      }
    let decoded = decodeBody(body[...], contentEncoding: [coding], limit: 100_000)
    #expect(decoded.bytes.count == 100_000)
    #expect(decoded.isTruncated)
    #expect(decoded.notes == [.overLimit(bytes: 100_000)])
  }

  @Test
  func takesExactlyTheLimit() {
    for (coding, body) in [("gzip", CodedSamples.gzip), ("br", CodedSamples.brotli)] {
      let limit = CodedSamples.text.count
      let decoded = decodeBody(body[...], contentEncoding: [coding], limit: limit)
      #expect(decoded == DecodedBody(bytes: CodedSamples.text))
    }
  }

  @Test
  func leavesEndlessChunks() {
    let list = [String](repeating: "chunked", count: 9)
    let decoded = decodeBody([1], transferEncoding: list, limit: 10)
    #expect(decoded == DecodedBody(bytes: [1], notes: [.tooManyLayers(count: 9)]))
  }

  /// Servers name charsets as codings, beside the one that is there.
  @Test
  func passesOverUnknownCodings() {
    let gzip = CodedSamples.gzip
    let decoded = decodeBody(gzip[...], contentEncoding: ["gzip, UTF-8"], limit: 1000)
    let expected = DecodedBody(bytes: CodedSamples.text, notes: [.unknown(coding: "utf-8")])
    #expect(decoded == expected)
    let left = decodeBody([1, 2], contentEncoding: ["compress"], limit: 10)
    #expect(left == DecodedBody(bytes: [1, 2], notes: [.unknown(coding: "compress")]))
  }

  @Test
  func leavesTooManyLayers() {
    let decoded = decodeBody([1], contentEncoding: ["gzip, gzip, br, zstd"], limit: 10)
    #expect(decoded == DecodedBody(bytes: [1], notes: [.tooManyLayers(count: 4)]))
  }

  @Test
  func saysWhichLayerIsCut() {
    let body = chunked(CodedSamples.gzip, size: 10).dropLast(30)
    let decoded = decodeBody(
      body,
      transferEncoding: ["chunked"],
      contentEncoding: ["gzip"],
      limit: 1000
    )
    #expect(decoded.isTruncated)
    #expect(decoded.notes == [.cutOff(coding: "chunked"), .cutOff(coding: "gzip")])
    #expect(CodedSamples.text.starts(with: decoded.bytes))
  }

  /// Any bytes decode to no more than the limit, and never crash.
  @Test(arguments: 0..<100)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix(state: seed)
    for (content, transfer, body) in Self.sound {
      var body = body
      for _ in 0..<Int.random(in: 1...4, using: &random) where !body.isEmpty {
        let index = Int.random(in: 0..<body.count, using: &random)
        if Bool.random(using: &random) {
          body[index] = UInt8.random(in: .min ... .max, using: &random)
        } else {
          body.removeSubrange(index...)
        }
      }
      let decoded = decodeBody(
        body[...],
        transferEncoding: transfer,
        contentEncoding: content,
        limit: 200
      )
      #expect(decoded.bytes.count <= 200)
    }
  }
}

/// `bytes` in chunks of `size` bytes each.
func chunked(_ bytes: [UInt8], size: Int) -> [UInt8] {
  var body: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: size) {
    let chunk = bytes[start...].prefix(size)
    body += "\(String(chunk.count, radix: 16))\r\n".utf8
    body += chunk
    body += "\r\n".utf8
  }
  return body + "0\r\n\r\n".utf8
}
