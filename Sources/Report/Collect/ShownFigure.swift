package import Load

/// A figure that the page shows in its sentence.
package struct ShownFigure: Sendable, Equatable {
  package var row: FigureRow

  /// The partition's day.
  package var day: CivilDay

  /// The article's headline; `nil` where its line has none, or is not there.
  package var headline: String?

  /// Where the quote lies in the sentence, in Unicode code points from 0; `nil` where it does not.
  package var mark: Range<Int>?
}

/// Arithmetic of an article that does not come out.
package struct FailedCheck: Sendable, Equatable {
  /// A figure of it, the first.
  package var row: FigureRow

  /// The check's rule, such as `share`.
  package var rule: String

  /// What was reckoned, such as `21/333 ≠ 7 %`.
  package var statement: String

  /// The partition's day.
  package var day: CivilDay

  /// The figures that it is about: what they say and where, in the article's text.
  package var members: [Member]

  package var headline: String?

  /// Where the members lie in the sentence, in Unicode code points from 0, in order.
  package var marks: [Range<Int>] = []

  package struct Member: Sendable, Equatable {
    package var quote: String
    package var start: Int
  }
}

extension FigureRow {
  /// What counts once, on however many sites it stands.
  var story: String { storyId ?? articleId }
}

/// Where a quote lies in its sentence.
///
/// - Parameters:
///   - quote: The figure as the text has it.
///   - start: Where it begins in `text`, in Unicode code points from 0.
///   - sentence: The sentence, as the text has it.
///   - text: The article's text; `nil` where it is not known.
/// - Returns: In Unicode code points of the sentence; where the text does not tell which of several
///   it is, the first; `nil` where the sentence does not hold the quote.
func mark(
  of quote: String,
  at start: Int,
  in sentence: String,
  of text: [Unicode.Scalar]?
) -> Range<Int>? {
  let (quote, sentence) = (Array(quote.unicodeScalars), Array(sentence.unicodeScalars))
  guard !quote.isEmpty, quote.count <= sentence.count else { return nil }
  let lasts = sentence.count - quote.count
  let places = (0...lasts).filter { sentence[$0..<($0 + quote.count)].elementsEqual(quote) }
  let exact = places.first { place in
    // The sentence begins so far before the quote, if this is the one.
    let begin = start - place
    guard let text, begin >= 0, begin + sentence.count <= text.count else { return false }
    return text[begin..<(begin + sentence.count)].elementsEqual(sentence)
  }
  return (exact ?? places.first).map { $0..<($0 + quote.count) }
}
