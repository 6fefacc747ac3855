extension IndicatorReader {
  /// Whom a subject means that is a pronoun, or a noun for who has been named; the subject itself
  /// where nobody has been.
  func referent(of subject: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    entities.isPronoun(subject) ? topic(before: sentence) ?? subject : subject
  }

  /// Whom the sentences before one speak of, at most three and 120 words back: the name in what does
  /// something there.
  func topic(before sentence: Range<Int>) -> Range<Int>? {
    var index = sentence.lowerBound
    for _ in 0..<3 where index > 0 {
      let previous = text.sentence(at: index - 1)
      guard sentence.lowerBound - previous.lowerBound <= 120 else { return nil }
      let subject =
        deeds.mainSubject(of: previous) ?? previous
        .lowerBound..<min(
          previous.upperBound,
          previous.lowerBound + 12
        )
      if let name = entities.entity(before: subject.upperBound, in: subject) {
        return entities.withFullName(name)
      }
      index = previous.lowerBound
    }
    return nil
  }
}
