package import Records

/// Finds the figures that an article states, and says of every other number why it is none.
///
/// A pure function: the same article gives the same findings. Its time grows with the text's length
/// alone.
package func findFigures(in article: Article) -> Findings {
  FigureFinder(article: article).findings()
}

/// The way from an article to its findings.
struct FigureFinder {
  let article: Article
  let text: ArticleText
  let publishedOn: Day?
  let periods: [PeriodMention]
  let places: [PlaceMention]

  /// For each token one more than the index of the period that holds it, 0 for none.
  private let periodAt: [Int32]

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
    var (drafts, masks) = read()
    ListReader(text: text, places: places).completeUnits(of: &drafts, rejecting: &masks)
    readContext(of: &drafts)
    let observations = observations(from: drafts)
    let others = masks.map { mask in
      NotFigure(
        quote: text.string(of: mask.tokens),
        characters: text.characters(of: mask.tokens),
        reason: mask.reason.rawValue
      )
    }
    return Findings(observations: observations, notFigures: others)
  }

  static let fold: WordKey = "gấp"

  private func isInPeriod(_ index: Int) -> Bool {
    periodAt[index] != 0
  }

  /// Reads all drafts and masks, sentence by sentence.
  private func read() -> (drafts: [Draft], masks: [Mask]) {
    let style = markStyle(of: text) { isInPeriod($0) }
    let reader = FigureReader(text: text, style: style)
    var drafts: [Draft] = []
    var masks: [Mask] = []
    for sentence in text.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        let token = text.tokens[index]
        if token.isSymbol {
          index += 1
          continue
        }
        if token.key == FigureFinder.fold, let draft = reader.foldWord(at: index, in: sentence) {
          drafts.append(draft)
          index = draft.tokens.upperBound
          continue
        }
        let word =
          token.isWord ? NumberWord.table[token.key].flatMap { $0.canBegin ? $0 : nil } : nil
        guard token.isNumber || word != nil else {
          index += 1
          continue
        }
        if periodAt[index] != 0 {
          let period = periods[Int(periodAt[index]) - 1]
          let end = max(index + 1, period.tokens.upperBound)
          masks.append(
            Mask(
              tokens: period.tokens.lowerBound..<min(end, text.count),
              reason: Reason(rawValue: period.reason) ?? .period
            )
          )
          index = end
          continue
        }
        let limit = limit(after: index, in: sentence)
        let outcome: FigureReader.Outcome? =
          if let word {
            reader.read(word, at: index, in: sentence, limit: limit)
          } else {
            reader.read(numberAt: index, in: sentence, limit: limit)
          }
        switch outcome {
        case .figures(let found, let end):
          drafts += found
          index = max(end, index + 1)
        case .notFigure(let mask):
          masks.append(mask)
          index = max(mask.tokens.upperBound, index + 1)
        case nil:
          index += 1
        }
      }
    }
    return (drafts, masks)
  }

  /// The end of the sentence, or the next period where one comes before.
  private func limit(after index: Int, in sentence: Range<Int>) -> Int {
    var end = index + 1
    let last = min(sentence.upperBound, index + 40)
    while end < last, periodAt[end] == 0 { end += 1 }
    return end
  }

  private func readContext(of drafts: inout [Draft]) {
    var occupied = [Bool](repeating: false, count: text.count)
    for draft in drafts {
      for token in draft.tokens { occupied[token] = true }
    }
    let changes = ChangeReader(text: text)
    for index in drafts.indices {
      readSign(of: &drafts[index])
      var start = drafts[index].tokens.lowerBound
      if let (qualifier, place) = Qualifiers.read(drafts[index], in: text) {
        drafts[index].qualifier = qualifier
        start = min(start, place)
      }
      drafts[index].change = changes.change(of: drafts[index], from: start) { occupied[$0] }
    }
    ChangeLinks(text: text).connect(&drafts)
    let statuses = StatusReader(text: text)
    let bases = BaseReader(text: text, isFigure: occupied)
    for index in drafts.indices {
      drafts[index].changeBase = bases.base(of: drafts[index])
      drafts[index].status = statuses.status(of: drafts[index])
    }
  }

  private func readSign(of draft: inout Draft) {
    let start = draft.tokens.lowerBound
    guard start > 0, text.isTight(at: start) else { return }
    let sign = text.tokens[start - 1]
    guard sign.isSymbol, start == 1 || sign.hasSpaceBefore || text.tokens[start - 2].isSymbol else {
      return
    }
    switch sign.key {
    case "+": draft.signed = .increase
    case "-", "−", "–": draft.signed = .decrease
    default: return
    }
    draft.tokens = start - 1..<draft.tokens.upperBound
  }

  private func observations(from drafts: [Draft]) -> [Observation] {
    guard !drafts.isEmpty else { return [] }
    var isFigure = [Bool](repeating: false, count: text.count)
    for draft in drafts {
      for token in draft.tokens { isFigure[token] = true }
    }
    var isPlace = [Bool](repeating: false, count: text.count)
    for place in places {
      for token in place.tokens where token < isPlace.count { isPlace[token] = true }
    }
    let clauses = ClauseReader(
      text: text,
      isFigure: isFigure,
      isPeriod: periodAt.map { $0 != 0 },
      isPlace: isPlace
    )
    let indicators = IndicatorReader(text: text, clauses: clauses).indicators(of: drafts)
    let context = ContextResolver(
      text: text,
      headline: article.headline,
      publishedOn: publishedOn,
      periods: periods,
      places: places
    )
    return zip(drafts, indicators).compactMap { draft, indicator -> Observation? in
      guard var observation = observation(from: draft) else { return nil }
      let hints = ContextResolver.Hints(
        kind: observation.kind,
        status: draft.status,
        change: draft.change,
        unitCode: observation.unitCode
      )
      let period = context.period(ofFigureAt: draft.tokens, hints: hints)
      observation.periodStart = period.start?.description
      observation.periodEnd = period.end?.description
      let place = context.place(ofFigureAt: draft.tokens, hints: hints)
      observation.place = place?.name
      observation.placeCode = place?.code
      observation.indicator = indicator.words.isEmpty ? nil : indicator.words
      observation.category = draft.category ?? indicator.category
      return observation
    }
  }

  private func observation(from draft: Draft) -> Observation? {
    var amount = draft.amount
    if draft.unit?.isCounted == true { amount.readAsWhole() }
    var upper = draft.upper
    if draft.unit?.isCounted == true { upper?.readAsWhole() }
    guard let value = amount.value else { return nil }
    return Observation(
      quote: text.string(of: draft.tokens),
      characters: text.characters(of: draft.tokens),
      kind: kind(of: draft),
      value: draft.isNegative ? value.negated : value,
      valueMax: upper?.value,
      denominator: draft.whole?.value,
      unit: draft.unit.map { $0.name ?? text.string(of: $0.tokens) },
      unitCode: draft.unit?.code,
      qualifier: draft.qualifier,
      change: draft.change,
      changeBase: draft.changeBase.map { text.string(of: $0) },
      status: draft.status,
      sentence: text.string(of: draft.sentence),
      confidence: 0.5
    )
  }

  private func kind(of draft: Draft) -> Observation.Kind {
    if let kind = draft.kind { return kind }
    switch draft.form {
    case .ratio: return .ratio
    case .rank: return .rank
    case .score: return .score
    case .multiple: return .multiple
    case .plain, .range: return draft.unit?.kind ?? .count
    }
  }
}
