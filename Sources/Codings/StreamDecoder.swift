/// A decoder that is fed piece by piece and writes into the room it is given.
///
/// There are three: `InflateStream`, `BrotliStream`, `ZstdStream`. None ever writes more than the
/// room, so a limit on the room is a limit on what a bomb can do.
package protocol StreamDecoder: ~Copyable {
  /// Decodes from `input` into `output` from index `start` on, up to its end.
  ///
  /// It stops where the input is used up, the room is full, or the stream has ended or is broken.
  mutating func step(
    _ input: ArraySlice<UInt8>,
    into output: inout [UInt8],
    at start: Int
  ) -> DecoderStep
}

/// What one call of a decoder did.
package struct DecoderStep: Sendable, Equatable {
  package enum State: Sendable {
    /// It wants more input or more room.
    case running

    /// The stream is complete; what follows it in the input was not read.
    case ended

    /// The input is no such stream, or is damaged here.
    case broken
  }

  /// Bytes used of the input.
  package var read: Int

  /// Bytes added to the output.
  package var written: Int

  package var state: State
}

/// How a whole input decoded.
struct Expansion {
  enum Ending {
    case complete
    case cutOff
    case broken
    case overLimit
  }

  var bytes: [UInt8]

  /// Bytes used of the input.
  var read: Int

  var ending: Ending
}

/// Decodes `input` to the stream's end, to its damage, or to `limit` bytes.
func expand(
  _ input: ArraySlice<UInt8>,
  by decoder: inout some StreamDecoder & ~Copyable,
  limit: Int
) -> Expansion {
  let ceiling = limit == Int.max ? limit : limit + 1  // one more, to tell full from over
  var output = [UInt8](repeating: 0, count: min(ceiling, max(4096, input.count * 4)))
  var rest = input
  var written = 0
  while true {
    if written == output.count, written < ceiling {
      output += [UInt8](repeating: 0, count: min(output.count, ceiling - written))
    }
    let step = decoder.step(rest, into: &output, at: written)
    rest = rest.dropFirst(step.read)
    written += step.written
    guard written <= limit else {
      output.removeSubrange(limit...)
      return Expansion(bytes: output, read: input.count - rest.count, ending: .overLimit)
    }
    let isStuck = written < output.count && (rest.isEmpty || step.read + step.written == 0)
    if step.state != .running || isStuck {
      output.removeSubrange(written...)
      let ending: Expansion.Ending =
        switch step.state {
        case .running: .cutOff
        case .ended: .complete
        case .broken: .broken
        }
      return Expansion(bytes: output, read: input.count - rest.count, ending: ending)
    }
  }
}
