extension ContextResolver {
  /// The place that opens a paragraph, for its sentences before another one is named: `Tại An Giang,
  /// …`, `Cụ thể, tại Hà Nội …`.
  func opening(before sentence: Range<Int>) -> PlaceMention? {
    let paragraph = text.paragraph(at: sentence.lowerBound)
    guard sentence.lowerBound > paragraph.lowerBound else { return nil }
    let index = firstIndex(places, from: paragraph.lowerBound) { $0.tokens.lowerBound }
    guard index < places.count else { return nil }
    let first = places[index]
    guard first.role == .location, first.level >= .province,
      first.tokens.lowerBound - paragraph.lowerBound <= 4,
      first.tokens.lowerBound < sentence.lowerBound
    else { return nil }
    let others = places[(index + 1)...].prefix(12).prefix {
      $0.tokens.lowerBound < sentence.lowerBound
    }
    return others.allSatisfy { $0.role == .origin || $0.province == first.province } ? first : nil
  }

  /// The last one named of several places that the headline compares.
  func rival(before sentence: Range<Int>) -> PlaceMention? {
    guard !topic.rivals.isEmpty else { return nil }
    return last(before: sentence) { mention in
      mention.role != .origin && mention.code.map { topic.rivals.contains($0) } == true
    }
  }

  /// Where the one lives of whom a story tells that names no other place for it.
  func home(before sentence: Range<Int>) -> PlaceMention? {
    guard topic.isNarrative else { return nil }
    return last(before: sentence) { mention in
      mention.level > .country
        && (mention.tokens.lowerBound - 2..<mention.tokens.lowerBound).contains {
          PlaceWords.living.contains(text.word(at: $0))
        }
    }
  }

  /// The last one of some mentions before a sentence.
  private func last(
    before sentence: Range<Int>,
    where isMeant: (PlaceMention) -> Bool
  ) -> PlaceMention? {
    let end = firstIndex(places, from: sentence.lowerBound) { $0.tokens.lowerBound }
    return places[max(0, end - 24)..<end].last(where: isMeant)
  }
}
