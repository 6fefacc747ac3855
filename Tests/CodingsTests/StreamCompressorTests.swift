import Codings
import TestSupport
import Testing

struct StreamCompressorTests {
  private static let codings: [(StreamCompressor.Coding, StreamDecompressor.Coding)] = [
    (.gzip, .gzip), (.zstd, .zstd),
  ]

  @Test(arguments: codings, [0, 1, 5_000, 1 << 18, 700_001])
  func readsWhatItWrites(
    coding: (StreamCompressor.Coding, StreamDecompressor.Coding),
    count: Int
  ) {
    let bytes = Self.bytes(count)
    let written = Self.compress(bytes, coding.0, cut: 10_000)
    #expect(StreamDecompressor.Coding(magic: written[...]) == coding.1)
    for cut in [count / 3 + 1, 1 << 20] {
      var decompressor = StreamDecompressor(coding.1)
      var output: [UInt8] = []
      var rest = written[...]
      while !rest.isEmpty {
        let isGood = decompressor.append(rest.prefix(cut), to: &output)
        #expect(isGood)
        rest = rest.dropFirst(cut)
      }
      #expect(output == bytes)
      let isComplete = decompressor.isComplete
      #expect(isComplete)
    }
  }

  @Test(arguments: codings)
  func writesTheSameHoweverItIsCut(coding: (StreamCompressor.Coding, StreamDecompressor.Coding)) {
    let bytes = Self.bytes(900_000)
    let whole = Self.compress(bytes, coding.0, cut: bytes.count)
    #expect(Self.compress(bytes, coding.0, cut: 77_777) == whole)
    #expect(whole.count < bytes.count / 2)
  }

  @Test(arguments: codings)
  func tellsDamageAndCuts(coding: (StreamCompressor.Coding, StreamDecompressor.Coding)) {
    let written = Self.compress(Self.bytes(10_000), coding.0, cut: 1_000)
    var decompressor = StreamDecompressor(coding.1)
    var output: [UInt8] = []
    var isGood = decompressor.append(written.dropLast(3), to: &output)
    #expect(isGood)
    var isComplete = decompressor.isComplete
    #expect(!isComplete)

    var damaged = written
    damaged[damaged.count - 3] ^= 0xFF
    decompressor = StreamDecompressor(coding.1)
    isGood = decompressor.append(damaged[...], to: &output)
    isComplete = decompressor.isComplete
    #expect(!isGood || !isComplete)
  }

  @Test func knowsWhatIsNotCompressed() {
    #expect(StreamDecompressor.Coding(magic: Array("{\"id\"".utf8)[...]) == nil)
    #expect(StreamDecompressor.Coding(magic: []) == nil)
  }

  private static func compress(
    _ bytes: [UInt8],
    _ coding: StreamCompressor.Coding,
    cut: Int
  ) -> [UInt8] {
    var compressor = StreamCompressor(coding)
    var output: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      compressor.append(Array(rest.prefix(cut)), to: &output)
      rest = rest.dropFirst(cut)
    }
    compressor.finish(to: &output)
    return output
  }

  private static func bytes(_ count: Int) -> [UInt8] {
    var random = SplitMix(state: 7)
    return (0..<count).map { _ in UInt8.random(in: 0...7, using: &random) }
  }
}
