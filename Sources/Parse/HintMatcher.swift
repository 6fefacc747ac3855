/// Finds all `hintWords` in a class or id in one pass: an Aho–Corasick automaton.
struct HintMatcher: Sendable {
  static let shared = HintMatcher(hintWords)

  /// A letter, a digit, the border of a word, anything else.
  private static let symbols = 32

  /// The next state for each state and symbol.
  private var next: [UInt16] = Array(repeating: 0, count: symbols)

  /// What has been found on arriving at a state.
  private var found: [Hints] = [[]]

  private init(_ list: [(hint: Hints, words: String)]) {
    for (hint, words) in list {
      for word in words.split(whereSeparator: \.isWhitespace) { add(Array(word.utf8), as: hint) }
    }
    linkFailures()
  }

  private mutating func add(_ word: [UInt8], as hint: Hints) {
    var state = 0
    for byte in word {
      let edge = state * Self.symbols + Self.symbol(of: byte)
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
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "), 0x09, 0x0A,
      0x0D, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "."):
      return 27
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return 28
    default: return 29
    }
  }

  func hints(in bytes: ArraySlice<UInt8>) -> Hints {
    var hints: Hints = []
    var state = step(0, 27, &hints)
    var wasBorder = true
    var wasSmall = false
    for byte in bytes {
      let symbol = Self.symbol(of: byte)
      let isCapital = byte &- UInt8(ascii: "A") < 26
      if isCapital && wasSmall || symbol == 28 && !wasBorder {
        state = step(state, 27, &hints)
        wasBorder = true
      }
      wasSmall = byte &- UInt8(ascii: "a") < 26
      if symbol == 28 { continue }  // digits separate words and count for nothing
      if symbol == 27 {
        if !wasBorder { state = step(state, 27, &hints) }
        wasBorder = true
      } else {
        state = step(state, symbol, &hints)
        wasBorder = false
      }
    }
    if !wasBorder { _ = step(state, 27, &hints) }
    return hints
  }

  @inline(__always)
  private func step(_ state: Int, _ symbol: Int, _ hints: inout Hints) -> Int {
    let state = Int(next[state * Self.symbols + symbol])
    hints.formUnion(found[state])
    return state
  }
}
