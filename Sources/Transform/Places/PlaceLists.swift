extension ContextResolver {
  /// The region or the world where a sentence speaks of that: `nhu cầu toàn cầu`.
  func region(for tokens: Range<Int>, in sentence: Range<Int>) -> PlaceMention? {
    let next = firstIndex(places, from: tokens.lowerBound) { $0.tokens.lowerBound }
    var index = next - 1
    while index >= max(0, next - 6), places[index].tokens.lowerBound >= sentence.lowerBound {
      let mention = places[index]
      let before = text.word(at: mention.tokens.lowerBound - 1)
      if mention.level == .region, mention.role != .origin, before != Self.with,
        !isOfLand || Self.worlds.contains(text.word(at: mention.tokens.lowerBound))
      {
        return mention
      }
      index -= 1
    }
    return nil
  }

  /// Whether an article is about Việt Nam as a whole, for which continents are only markets.
  private var isOfLand: Bool { topic.isNational || topic.place?.code == "VN" }

  private static let worlds: WordSet = ["thế", "toàn", "trái", "hành"]

  private static let with: WordKey = "với"

  /// The places of a list that ends with one, `Phú Yên và Khánh Hòa`, which have no code.
  ///
  /// `lần lượt` gives each its own figure.
  func several(
    with place: PlaceMention,
    for tokens: Range<Int>
  ) -> (name: String, code: String?)? {
    let end = firstIndex(places, from: place.tokens.lowerBound) { $0.tokens.lowerBound }
    var first = end
    while first > 0, first > end - 12, isListed(places[first - 1], before: places[first]) {
      first -= 1
    }
    guard first < end, places[first..<end].contains(where: { $0.code != place.code }) else {
      return nil
    }
    if let turn = turn(of: tokens, after: place), first + turn <= end {
      return (places[first + turn].name, places[first + turn].code)
    }
    return (text.string(of: places[first].tokens.lowerBound..<place.tokens.upperBound), nil)
  }

  /// How many figures stand before one in a list that `lần lượt` begins; `nil` where none does.
  private func turn(of tokens: Range<Int>, after place: PlaceMention) -> Int? {
    guard place.tokens.upperBound <= tokens.lowerBound,
      let start = (place.tokens.upperBound..<tokens.lowerBound).first(where: {
        text.matches(Self.inTurn, at: $0)
      })
    else { return nil }
    return (start..<tokens.lowerBound).count { text.tokens[$0].isNumber }
  }

  private static let inTurn: [WordKey] = ["lần", "lượt"]

  /// Whether `,` or `và` joins two places of one level.
  private func isListed(_ place: PlaceMention, before next: PlaceMention) -> Bool {
    guard place.level == next.level, place.role != .origin,
      next.tokens.lowerBound - place.tokens.upperBound == 1
    else { return false }
    let link = text.word(at: place.tokens.upperBound)
    return link == TimeWords.and || link == TimeWords.comma
  }
}
