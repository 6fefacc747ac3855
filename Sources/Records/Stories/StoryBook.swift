/// The stories of an archive file, in the order in which they come.
///
/// A text belongs to an earlier story with which it has `enough` keys in common, the earliest found,
/// or begins one. So a file's ids depend on its texts and their order alone.
package struct StoryBook: Sendable {
  private var stories: [StorySketch] = []

  /// The story that last had a key, at each of the places that are looked up.
  private var story: [Key: Int32] = [:]

  /// How many of sixteen keys copies have in common, at least.
  ///
  /// Measured on real articles: copies with another lead, a paragraph less or one word in twenty
  /// changed have so many 97 times in 100; the same text with all its numbers changed never, with
  /// half of them one time in five.
  package static let enough = 6

  /// Two that have `enough` of sixteen in common have at least one of so many.
  private static let lookedUp = StorySketch.keyCount - enough + 1

  /// How many stories are kept, of 64 bytes and their keys; the oldest go when there are twice as
  /// many, so that memory does not grow with the file.
  private let capacity: Int

  package init(capacity: Int = 16_384) { self.capacity = capacity }

  /// The id of the text's story.
  package mutating func id(of sketch: StorySketch) -> String {
    if let known = known(sketch) { return stories[known].id }
    if stories.count >= 2 * capacity { forgetTheOlderHalf() }
    stories.append(sketch)
    enter(sketch, at: stories.count - 1)
    return sketch.id
  }

  private func known(_ sketch: StorySketch) -> Int? {
    var best: Int?
    for place in 0..<Self.lookedUp {
      guard let index = story[Key(sketch, place)].map(Int.init), index != best else { continue }
      guard index < best ?? .max, stories[index].common(with: sketch) >= Self.enough else {
        continue
      }
      best = index
    }
    return best
  }

  private mutating func enter(_ sketch: StorySketch, at index: Int) {
    for place in 0..<Self.lookedUp { story[Key(sketch, place)] = Int32(truncatingIfNeeded: index) }
  }

  private mutating func forgetTheOlderHalf() {
    stories.removeFirst(capacity)
    story.removeAll(keepingCapacity: true)
    for (index, sketch) in stories.enumerated() { enter(sketch, at: index) }
  }

  /// A key and its place, which is one of sixteen.
  private struct Key: Hashable {
    var bits: UInt64

    init(_ sketch: StorySketch, _ place: Int) {
      bits = UInt64(sketch.keys[place]) << 4 | UInt64(place)
    }
  }
}
