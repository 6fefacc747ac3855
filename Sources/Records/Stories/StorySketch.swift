/// What tells the copies of one story from other texts, in 64 bytes.
///
/// Sixteen keys. Each joins the least hash of one part of the text's runs of four words with the
/// least hash of one part of its numbers (MinHash by one permutation, empty parts filled from
/// others). Two texts share a key as often as they share runs of words *and* numbers: a copy with
/// another lead keeps most, while today's market report keeps yesterday's words but not its
/// numbers, and with them hardly a key.
package struct StorySketch: Sendable, Equatable {
  /// Sixteen, each different from a text's other keys by its place.
  package let keys: [UInt32]

  static let keyCount = 16

  /// Texts of fewer words have only their whole in common with a copy.
  private static let minimumWords = 24

  private static let runLength = 4

  /// - Parameter text: An article's text, in NFC.
  package init(of text: String) {
    var runs = LeastHashes()
    var numbers = LeastHashes()
    // The last words' hashes, the newest last, and of them the polynomial that is a run's hash.
    var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var fourthIsNumber = false
    var words = 0
    var whole: UInt64 = 0
    forEachWordHash(of: text) { hash, isNumber in
      words += 1
      whole = mix(whole ^ hash)
      if fourthIsNumber { numbers.add(mix(fourth &* 31 &+ hash)) }
      (first, second, third, fourth) = (second, third, fourth, hash)
      fourthIsNumber = isNumber
      guard words >= Self.runLength else { return }
      runs.add(mix(((first &* base &+ second) &* base &+ third) &* base &+ fourth))
    }
    if fourthIsNumber { numbers.add(mix(fourth &* 31)) }
    guard words >= Self.minimumWords else {
      keys = (0..<Self.keyCount).map { UInt32(truncatingIfNeeded: mix(whole &+ UInt64($0))) }
      return
    }
    let (least, figures) = (runs.filled(), numbers.filled())
    keys = (0..<Self.keyCount).map { place in
      UInt32(truncatingIfNeeded: mix(least[place] &* 3 &+ figures[place] &+ UInt64(place)))
    }
  }

  /// Names the story by the first three keys: `s` and 16 hexadecimal digits.
  ///
  /// Equal texts have equal ids wherever they lie. Of copies that were edited, some have; within an
  /// archive file `StoryBook` gives them all one.
  package var id: String {
    var hash: UInt64 = 0
    for key in keys.prefix(3) { hash = mix(hash ^ UInt64(key)) }
    return "s" + hexadecimal((0..<8).reversed().map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) })
  }

  /// How many keys the two have in common, of sixteen.
  package func common(with other: StorySketch) -> Int {
    zip(keys, other.keys).count { $0 == $1 }
  }

  /// The keys as they stand in a row, eight hexadecimal digits each.
  package var texts: [String] {
    keys.map { key in
      hexadecimal((0..<4).reversed().map { UInt8(truncatingIfNeeded: key >> ($0 * 8)) })
    }
  }
}

/// The least hash of each of sixteen parts of a set.
private struct LeastHashes {
  private var least = [UInt64](repeating: .max, count: StorySketch.keyCount)

  mutating func add(_ hash: UInt64) {
    let part = Int(hash >> 60)
    if hash < least[part] { least[part] = hash }
  }

  /// Each empty part takes that of another, by a way that is its own; all zeros for an empty set.
  func filled() -> [UInt64] {
    guard least.contains(where: { $0 != .max }) else {
      return [UInt64](repeating: 0, count: least.count)
    }
    return least.indices.map { part in
      var other = part
      var attempt: UInt64 = 0
      while least[other] == .max {
        attempt += 1
        other = Int(mix(UInt64(part) << 32 | attempt) & 15)
      }
      return least[other]
    }
  }
}

/// An odd number with no pattern in its bits: the golden ratio's.
private let base: UInt64 = 0x9E37_79B9_7F4A_7C15

/// Spreads what is in a hash over all its bits.
private func mix(_ hash: UInt64) -> UInt64 {
  var hash = hash
  hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
  hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
  return hash ^ hash >> 32
}
