import Codings
import TestSupport
import Testing

struct GzipMemberTests {
  @Test(arguments: [0, 1, 100, 1 << 16, 1 << 20])
  func readsWhatItWrites(count: Int) {
    var random = SplitMix(state: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...9, using: &random) }
    var compressor = GzipCompressor()
    var members: [UInt8] = []
    compressor.append(bytes, to: &members)
    let length = members.count
    compressor.append(bytes, to: &members)
    #expect(members.count == 2 * length)

    var decompressor = GzipDecompressor()
    var output = [UInt8](repeating: 0, count: count + 5)
    let outcome = decompressor.decode(members[...], into: &output, at: 5)
    #expect(outcome == .done(read: length, written: count))
    #expect(output.dropFirst(5).elementsEqual(bytes))
  }

  @Test
  func asksForRoom() {
    var decompressor = GzipDecompressor()
    var output = [UInt8](repeating: 0, count: CodedSamples.text.count - 1)
    #expect(decompressor.decode(CodedSamples.gzip[...], into: &output, at: 0) == .wantsRoom)
  }

  @Test
  func refusesDamage() {
    var decompressor = GzipDecompressor()
    var output = [UInt8](repeating: 0, count: 1000)
    #expect(decompressor.decode([1, 2, 3], into: &output, at: 0) == .failed)
    #expect(decompressor.decode(CodedSamples.gzip.dropLast(), into: &output, at: 0) == .failed)
  }

  @Test
  func addsChecksumsUp() {
    let text = Array("123456789".utf8)
    #expect(crc32(text[...]) == 0xCBF4_3926)
    #expect(crc32(text[4...], after: crc32(text[..<4])) == 0xCBF4_3926)
  }
}
