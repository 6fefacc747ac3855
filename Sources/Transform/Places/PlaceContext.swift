import Records

extension ContextResolver {
  /// The most specific place that a figure is about; `nil` where the text does not say.
  ///
  /// - Parameters:
  ///   - tokens: The figure.
  ///   - hints: What is known of it.
  /// - Returns: The place as the text calls it and its code; several places have no code.
  func place(ofFigureAt tokens: Range<Int>, hints: Hints = Hints()) -> (
    name: String, code: String?
  )? {
    if hints.kind == .age { return residence(of: tokens) }
    let sentence = text.sentence(at: tokens.lowerBound)
    if let place = named(for: tokens, in: sentence) { return (place.name, place.code) }
    if topic.isBusiness { return nil }
    if let place = topic.place { return (place.name, place.code) }
    if let place = carried(before: sentence.lowerBound) { return (place.name, place.code) }
    return topic.isNational ? ("Việt Nam", "VN") : nil
  }

  /// The place that a figure's own sentence names: the nearest one before it, else one after it.
  private func named(for tokens: Range<Int>, in sentence: Range<Int>) -> PlaceMention? {
    let first = firstIndex(places, from: sentence.lowerBound) { $0.tokens.lowerBound }
    var before: PlaceMention?
    var after: PlaceMention?
    for mention in places[first...] {
      guard mention.tokens.lowerBound < sentence.upperBound else { break }
      guard applies(mention) else { continue }
      if mention.tokens.upperBound <= tokens.lowerBound {
        before = mention
      } else if after == nil, mention.role == .location {
        after = mention
      }
    }
    return before ?? after
  }

  /// Whether a mention may be a figure's place.
  private func applies(_ mention: PlaceMention) -> Bool {
    guard mention.level != .region, mention.role != .origin else { return false }
    if mention.level == .country, mention.code != "VN" {
      return topic.isNational || topic.isBusiness ? mention.role == .location : true
    }
    return !topic.isBusiness || mention.role == .location
  }

  /// The last place named before a sentence in its paragraph.
  private func carried(before start: Int) -> PlaceMention? {
    let paragraph = text.paragraph(at: start)
    var index = firstIndex(places, from: start) { $0.tokens.lowerBound } - 1
    while index >= 0, places[index].tokens.lowerBound >= paragraph.lowerBound {
      if applies(places[index]) { return places[index] }
      index -= 1
    }
    return nil
  }

  /// Where a person lives, by what stands right after the age: `35 tuổi, trú xã Mỹ Đông`.
  private func residence(of tokens: Range<Int>) -> (name: String, code: String?)? {
    let end = min(text.sentence(at: tokens.lowerBound).upperBound, tokens.upperBound + 10)
    let first = firstIndex(places, from: tokens.upperBound) { $0.tokens.lowerBound }
    if first < places.count, places[first].tokens.lowerBound < end, places[first].level > .country {
      return (places[first].name, places[first].code)
    }
    guard let place = topic.place, place.level > .country, !topic.isBusiness else { return nil }
    return (place.name, place.code)
  }
}
