import Records

extension FigureFinder {
  /// The drafts as records, with what they measure, where and when, and what their arithmetic says.
  func observations(from drafts: [Draft]) -> [Observation] {
    guard !drafts.isEmpty else { return [] }
    // An age in the middle of a clause narrows a noun and ends nothing.
    var figures: [Range<Int>] = []
    for draft in drafts where draft.finalKind != .age { figures.append(draft.tokens) }
    let clauses = ClauseReader(
      text: text,
      isFigure: flags(of: figures),
      isPeriod: periodAt.map { $0 != 0 },
      isPlace: flags(of: places.map(\.tokens))
    )
    let indicators = IndicatorReader(text: text, clauses: clauses).indicators(of: drafts)
    let context = ContextResolver(
      text: text,
      headline: article.headline,
      publishedOn: publishedOn,
      periods: periods,
      places: places
    )
    let arithmetic = Arithmetic(text: text, drafts: drafts, indicators: indicators)
    let (groups, checks) = arithmetic.groupsAndChecks()
    var observations: [Observation] = []
    observations.reserveCapacity(drafts.count)
    var sentence = (tokens: 0..<0, text: "")
    for (index, draft) in drafts.enumerated() {
      let tokens = draft.cell?.line ?? draft.sentence
      if tokens != sentence.tokens { sentence = (tokens, text.string(of: tokens)) }
      guard let value = draft.value else { continue }
      let surroundings = Surroundings(
        sentence: sentence.text,
        place: place(of: draft, in: context),
        period: period(of: draft, in: context),
        group: groups[index],
        checks: checks[index]
      )
      observations.append(observation(of: value, from: draft, indicators[index], surroundings))
    }
    return observations
  }

  /// What a figure's article says of it, beside what its own words say.
  private struct Surroundings {
    var sentence: String
    var place: (name: String?, code: String?)
    var period: Period
    var group: Int?
    var checks: [ArithmeticCheck]
  }

  private func period(of draft: Draft, in context: ContextResolver) -> Period {
    draft.cell?.period ?? context.period(ofFigureAt: draft.tokens, hints: hints(of: draft))
  }

  private func place(of draft: Draft, in context: ContextResolver) -> (name: String?, code: String?)
  {
    let place = context.place(ofFigureAt: draft.tokens, hints: hints(of: draft))
    return (draft.cell?.place?.name ?? place?.name, draft.cell?.place.map(\.code) ?? place?.code)
  }

  private func hints(of draft: Draft) -> ContextResolver.Hints {
    ContextResolver.Hints(
      kind: draft.finalKind,
      status: draft.status,
      change: draft.change,
      unitCode: draft.unit?.code
    )
  }

  private func observation(
    of value: ExactNumber,
    from draft: Draft,
    _ indicator: IndicatorReader.Indicator,
    _ surroundings: Surroundings
  ) -> Observation {
    Observation(
      quote: text.string(of: draft.tokens),
      characters: text.characters(of: draft.tokens),
      kind: draft.finalKind,
      value: value,
      valueMax: draft.upperValue,
      denominator: draft.whole?.value,
      unit: draft.unit.map { $0.name ?? text.string(of: $0.tokens) },
      unitCode: draft.unit?.code,
      qualifier: draft.qualifier,
      change: draft.change,
      changeBase: draft.changeBase.map { text.string(of: $0) },
      status: draft.status,
      indicator: indicator.words.isEmpty ? nil : indicator.words,
      category: draft.category ?? indicator.category,
      place: surroundings.place.name,
      placeCode: surroundings.place.code,
      periodStart: surroundings.period.start?.description,
      periodEnd: surroundings.period.end?.description,
      group: surroundings.group,
      checks: surroundings.checks,
      sentence: surroundings.sentence,
      confidence: Confidence.of(draft)
    )
  }
}

extension Draft {
  /// The number, its unit known: a comma may stand between thousands of what is counted.
  var value: ExactNumber? {
    var amount = amount
    if unit?.isCounted == true { amount.readAsWhole() }
    return isNegative ? amount.value?.negated : amount.value
  }

  var upperValue: ExactNumber? {
    var upper = upper
    if unit?.isCounted == true { upper?.readAsWhole() }
    return upper?.value
  }

  var finalKind: Observation.Kind {
    if let kind { return kind }
    switch form {
    case .ratio: return .ratio
    case .rank: return .rank
    case .score: return .score
    case .multiple: return .multiple
    case .plain, .range: return unit?.kind ?? .count
    }
  }
}
