import Records

extension FigureFinder {
  /// The drafts as records, with what they measure, where and when, and what their arithmetic says.
  func observations(from drafts: [Draft]) -> [Observation] {
    guard !drafts.isEmpty else { return [] }
    // Drafts are large, and in a span they need not be copied to be read.
    let all = drafts.span
    // An age in the middle of a clause narrows a noun and ends nothing.
    let figures = all.indices.filter { all[$0].finalKind != .age }.map { all[$0].tokens }
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
    for index in all.indices {
      let tokens = all[index].cell?.line ?? all[index].sentence
      if tokens != sentence.tokens { sentence = (tokens, text.string(of: tokens)) }
      guard var observation = observation(from: all[index], in: sentence.text) else { continue }
      locate(&observation, all[index], in: context)
      let words = indicators[index].words
      observation.indicator = words.isEmpty ? nil : words
      observation.category = all[index].category ?? indicators[index].category
      observation.group = groups[index]
      observation.checks = checks[index]
      observations.append(observation)
    }
    return observations
  }

  private func locate(_ observation: inout Observation, _ draft: Draft, in context: ContextResolver)
  {
    let hints = ContextResolver.Hints(
      kind: observation.kind,
      status: draft.status,
      change: draft.change,
      unitCode: observation.unitCode
    )
    let period = draft.cell?.period ?? context.period(ofFigureAt: draft.tokens, hints: hints)
    observation.periodStart = period.start?.description
    observation.periodEnd = period.end?.description
    let place = context.place(ofFigureAt: draft.tokens, hints: hints)
    observation.place = draft.cell?.place?.name ?? place?.name
    observation.placeCode = draft.cell?.place.map(\.code) ?? place?.code
  }

  private func observation(from draft: Draft, in sentence: String) -> Observation? {
    guard let value = draft.value else { return nil }
    return Observation(
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
      sentence: sentence,
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
