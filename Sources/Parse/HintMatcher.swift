/// Finds all `hintWords` in a class or id in one pass: an Aho–Corasick automaton.
struct HintMatcher: Sendable {
  static let shared = HintMatcher(hintWords)

  /// Letters from 1, and what follows here.
  private static let symbols = 32
  private static let border = 27
  private static let digit = 28
  private static let other = 29

  /// The end of a whole name of a class, which `--` also is.
  private static let end = 30

  /// The next state for each state and symbol.
  private var next: [UInt16] = Array(repeating: 0, count: symbols)

  /// What has been found on arriving at a state.
  private var found: [Hints] = [[]]

  /// For each state and symbol 32 times the next state, and 1 more where that finds something.
  private var steps: [UInt32] = []

  private let symbolsOfBytes = (0...255).map { UInt8(symbol(of: $0)) }

  private init(_ list: [(hint: Hints, words: String)]) {
    for (hint, words) in list {
      for word in words.split(whereSeparator: \.isWhitespace) {
        add(word.utf8.map(Self.symbol), as: hint)
      }
    }
    linkFailures()
    steps = next.map { state in
      UInt32(state) * UInt32(Self.symbols) + (found[Int(state)].isEmpty ? 0 : 1)
    }
  }

  private mutating func add(_ word: [Int], as hint: Hints) {
    var state = 0
    for symbol in word {
      let edge = state * Self.symbols + symbol
      if next[edge] == 0 {
        next[edge] = UInt16(found.count)
        found.append([])
        next.append(contentsOf: repeatElement(0, count: Self.symbols))
      }
      state = Int(next[edge])
    }
    found[state].insert(hint)
  }

  /// Breadth first: where a word can't go on, the longest other beginning takes over.
  private mutating func linkFailures() {
    var failure = Array(repeating: 0, count: found.count)
    var queue = (0..<Self.symbols).map { Int(next[$0]) }.filter { $0 > 0 }
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      found[state].formUnion(found[failure[state]])
      for symbol in 0..<Self.symbols {
        let edge = state * Self.symbols + symbol
        let fallback = next[failure[state] * Self.symbols + symbol]
        if next[edge] == 0 {
          next[edge] = fallback
        } else {
          failure[Int(next[edge])] = Int(fallback)
          queue.append(Int(next[edge]))
        }
      }
    }
  }

  private static func symbol(of byte: UInt8) -> Int {
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    if letter < 26 { return Int(letter) + 1 }
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
      UInt8(ascii: "/"), UInt8(ascii: "."):
      return border
    case UInt8(ascii: "$"), 0x20, 0x09, 0x0A, 0x0D: return end
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit
    default: return other
    }
  }

  func hints(in bytes: Span<UInt8>) -> Hints {
    let symbols = symbolsOfBytes.span
    let steps = steps.span
    var hints: Hints = []
    var state = step(0, Self.border, steps, &hints)
    var wasBorder = true
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      let symbol = Int(symbols[Int(byte)])
      let isNewWord = byte &- UInt8(ascii: "A") < 26 && previous &- UInt8(ascii: "a") < 26
      if isNewWord || symbol == Self.digit && !wasBorder {
        state = step(state, Self.border, steps, &hints)
        wasBorder = true
      }
      let isDouble = byte == UInt8(ascii: "-") && previous == byte
      previous = byte
      if symbol == Self.digit { continue }  // digits separate words and count for nothing
      if symbol == Self.border || symbol == Self.end {
        if !wasBorder { state = step(state, Self.border, steps, &hints) }
        wasBorder = true
        guard symbol == Self.end || isDouble else { continue }
        state = step(state, Self.end, steps, &hints)
        state = step(state, Self.border, steps, &hints)
      } else {
        state = step(state, symbol, steps, &hints)
        wasBorder = false
      }
    }
    if !wasBorder { state = step(state, Self.border, steps, &hints) }
    _ = step(state, Self.end, steps, &hints)
    return hints
  }

  @inline(__always)
  private func step(
    _ state: Int,
    _ symbol: Int,
    _ steps: Span<UInt32>,
    _ hints: inout Hints
  ) -> Int {
    let step = Int(steps[state + symbol])
    if step & 1 != 0 { hints.formUnion(found[step / Self.symbols]) }
    return step & ~1
  }
}
