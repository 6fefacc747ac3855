package import Records

/// Finds the figures that an article states, and says of every other number why it is none.
///
/// A pure function: the same article gives the same findings. Its time grows with the text's length
/// alone.
package func findFigures(in article: Article) -> Findings {
  FigureFinder(article: article).findings()
}

/// What is found in an article.
package struct Findings: Sendable {
  /// In the text's order.
  package let observations: [Observation]

  let finder: FigureFinder
  fileprivate let figures: [Range<Int>]
  fileprivate let masks: [Mask]

  /// Every other digit and number word, likewise; put together when somebody asks.
  package var notFigures: [NotFigure] { finder.notFigures(masks, besides: figures) }
}

/// The way from an article to its findings.
///
/// A class, because it holds a lot and its parts hand it about.
final class FigureFinder: Sendable {
  let article: Article
  let text: ArticleText
  let publishedOn: Day?
  let periods: [PeriodMention]
  let places: [PlaceMention]

  /// For each token one more than the index of the period that holds it, 0 for none.
  let periodAt: [Int32]

  init(article: Article) {
    self.article = article
    text = ArticleText(article.text)
    publishedOn = article.datePublished.flatMap { Day($0) }
    periods = findPeriods(in: text, publishedOn: publishedOn)
    places = findPlaces(in: text, headline: article.headline, publishedOn: publishedOn)
    var periodAt = [Int32](repeating: 0, count: text.count)
    for (index, period) in periods.enumerated() {
      for token in period.tokens where token < periodAt.count { periodAt[token] = Int32(index + 1) }
    }
    self.periodAt = periodAt
  }

  func findings() -> Findings {
    let (drafts, masks) = completedDrafts()
    return Findings(
      observations: observations(from: drafts),
      finder: self,
      figures: drafts.map(\.tokens),
      masks: masks
    )
  }

  /// All drafts with their context, and the masks over every other number.
  func completedDrafts() -> (drafts: [Draft], masks: [Mask]) {
    var (drafts, masks) = read()
    ListReader(text: text, places: places).completeUnits(of: &drafts, rejecting: &masks)
    readContext(of: &drafts)
    return (drafts, masks)
  }

  func isInPeriod(_ index: Int) -> Bool { periodAt[index] != 0 }

  /// For each token whether it belongs to one of some stretches.
  func flags(of stretches: some Sequence<Range<Int>>) -> [Bool] {
    var flags = [Bool](repeating: false, count: text.count)
    for stretch in stretches {
      for token in stretch where token < flags.count { flags[token] = true }
    }
    return flags
  }

  /// The masks as records, with one for any number that nothing else accounts for.
  fileprivate func notFigures(_ masks: [Mask], besides figures: [Range<Int>]) -> [NotFigure] {
    var isKnown = flags(of: figures)
    for mask in masks {
      for token in mask.tokens where token < isKnown.count { isKnown[token] = true }
    }
    var all = masks
    for index in text.tokens.indices where text.tokens[index].isNumber && !isKnown[index] {
      all.append(Mask(tokens: index..<index + 1, reason: isInPeriod(index) ? .period : .unreadable))
    }
    all.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return all.map { mask in
      NotFigure(
        quote: text.string(of: mask.tokens),
        characters: text.characters(of: mask.tokens),
        reason: mask.reason.rawValue
      )
    }
  }
}
