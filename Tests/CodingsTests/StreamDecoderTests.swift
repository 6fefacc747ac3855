import Codings
import Testing

struct StreamDecoderTests {
  /// Feeds `input` and takes the output a few bytes at a time.
  func trickle(
    _ input: [UInt8],
    by decoder: inout some StreamDecoder & ~Copyable
  ) -> (bytes: [UInt8], read: Int, state: DecoderStep.State) {
    var bytes: [UInt8] = []
    var rest = input[...]
    for _ in 0..<10_000 {
      var room = [UInt8](repeating: 0, count: 3)
      let step = decoder.step(rest.prefix(2), into: &room, at: 1)
      rest = rest.dropFirst(step.read)
      bytes += room[1..<(1 + step.written)]
      let isStuck = rest.isEmpty && step.written == 0
      if step.state != .running || isStuck {
        return (bytes, input.count - rest.count, step.state)
      }
    }
    return (bytes, input.count - rest.count, .running)
  }

  @Test
  func takesSmallPieces() {
    var inflate = InflateStream(.zlib)
    #expect(trickle(CodedSamples.zlib, by: &inflate).bytes == CodedSamples.text)
    var bare = InflateStream()
    #expect(trickle(CodedSamples.deflate, by: &bare).bytes == CodedSamples.text)
    var brotli = BrotliStream()
    #expect(trickle(CodedSamples.brotli, by: &brotli).bytes == CodedSamples.text)
    var zstd = ZstdStream()
    #expect(trickle(CodedSamples.zstd, by: &zstd).bytes == CodedSamples.text)
  }

  @Test
  func leavesWhatFollowsTheEnd() {
    var inflate = InflateStream()
    let outcome = trickle(CodedSamples.deflate + [7, 7, 7], by: &inflate)
    #expect(outcome.read == CodedSamples.deflate.count)
    #expect(outcome.state == .ended)
    inflate.restart()
    #expect(trickle(CodedSamples.deflate, by: &inflate).bytes == CodedSamples.text)
  }

  @Test
  func tellsBrokenFromUnfinished() {
    var inflate = InflateStream()
    #expect(trickle([0xFF, 0xFF, 0xFF], by: &inflate).state == .broken)
    inflate.restart()
    #expect(trickle(Array(CodedSamples.deflate.dropLast()), by: &inflate).state == .running)
  }
}
