/// What an article as a whole is about: where, when, and of what sort it is.
struct ArticleTopic: Sendable {
  /// The place that figures have whose sentences name none; `nil` where there is none such.
  var place: PlaceMention?

  /// The provinces or countries of a headline that names several, of which the text tells in turn.
  var rivals: [String] = []

  /// Whether `place` stands in a dateline.
  var hasDateline = false

  /// The period that the headline or the lead reports on.
  var period: Period?

  /// The day of publication.
  var publishedOn: Day?

  /// The day that it tells of: of a match, of a trading session.
  var day: Day?

  /// The day from which its prices hold: `từ 15h ngày 4/5`.
  var since: Day?

  /// Whether it is about a trading session.
  var isMarket = false

  /// Whether it tells a story, of a crime mostly, whose times are each event's own.
  var isNarrative = false

  /// Whether it is about a company, shares or prices, whose figures have no place.
  var isBusiness = false

  /// Whether it is about a product: a car, a telephone.
  var isProduct = false

  /// Whether it is about Việt Nam as a whole.
  var isNational = false

  /// Whether it is about a match or a league.
  var isSport = false

  init(
    text: ArticleText,
    headline: String?,
    publishedOn: Day?,
    periods: [PeriodMention],
    places: [PlaceMention]
  ) {
    self.publishedOn = publishedOn
    let head = headline.map { ArticleText($0) }
    var scores = CueScores()
    scores.add(text)
    if let head { scores.add(head) }
    isBusiness = scores.business >= 3 && scores.business > scores.nation
    isProduct = scores.product >= 4
    isSport = scores.sport >= 4 && scores.sport > scores.business
    isMarket = scores.market >= 3 || scores.price >= 3
    isNarrative = scores.crime >= 4
    let headPlaces =
      head.map { findPlaces(in: $0, headline: nil, publishedOn: publishedOn) } ?? []
    settlePlace(text, places: places, headPlaces: headPlaces, scores)
    let named = headPlaces.filter { $0.level == .province || $0.level == .country }
    if place == nil, Set(named.map(\.code)).count > 1 { rivals = named.compactMap(\.code) }
    if isProduct, !hasDateline { isBusiness = true }
    let isOfLand = scores.nation >= 2 && scores.nation > scores.sport || namesLand(places)
    isNational =
      !isBusiness && place == nil && (isOfLand && !isRegional(places) || namesOnlyLand(places))
    let headPeriods = head.map { findPeriods(in: $0, publishedOn: publishedOn) } ?? []
    settlePeriod(text, periods, headPeriods)
  }

  private mutating func settlePlace(
    _ text: ArticleText,
    places: [PlaceMention],
    headPlaces: [PlaceMention],
    _ scores: CueScores
  ) {
    let isDateline = { (place: PlaceMention) in place.role == .dateline && place.level != .region }
    if let first = places.first, isDateline(first), first.tokens.lowerBound < 8 {
      place = first
      hasDateline = true
    } else if let first = headPlaces.first, isDateline(first) {
      place = first
      hasDateline = true
    } else if isSport {
      // Countries are teams there: only a league's or a city's name says where.
      place =
        headPlaces.first { $0.role == .league || $0.role == .location || $0.isCity }
        ?? venue(in: text, places)
    } else if let first = headPlaces.first(where: { $0.level != .region && $0.role != .origin }),
      !headPlaces.contains(where: { $0.level == first.level && $0.code != first.code })
    {
      place = first
    } else {
      place = mostNamed(of: headPlaces, in: places)
    }
    settleUnit(text, places, isOfLand: scores.nation >= 2 && scores.nation > scores.sport)
    if place == nil, !isSport, !isBusiness, scores.nation < 2 {
      place = bodyPlace(in: text, places)
    }
    if place == nil, !isSport { place = majority(of: places) }
    if place == nil, !isSport, !isBusiness, !isMarket, scores.nation < 2 {
      place = onlyPlace(ofLeadIn: text, places)
    }
  }

  /// Takes the one district of the dateline's province that a lead names, or the only province.
  ///
  /// - Parameters:
  ///   - text: The article.
  ///   - places: What it names.
  ///   - isOfLand: Whether it may be about Việt Nam as a whole: then only the first sentence counts.
  private mutating func settleUnit(
    _ text: ArticleText,
    _ places: [PlaceMention],
    isOfLand: Bool
  ) {
    let units = places.filter {
      $0.level >= .province && $0.role != .origin && !isResidence($0, in: text)
    }
    let districts = Set(units.filter { $0.level > .province }.compactMap(\.code))
    if let only = units.first(where: { $0.level > .province }), districts.count == 1,
      only.tokens.lowerBound < text.sentences.prefix(hasDateline ? 1 : 2).last?.upperBound ?? 0,
      only.level == .district, !isBusiness,
      place.map({ $0.level == .province && $0.province == only.province }) ?? true,
      !isOfBody(only, in: text)
    {
      place = only
    }
    if place == nil, !isBusiness, !isMarket,
      let first = units.first(where: { $0.level == .province }),
      Set(units.compactMap(\.province)).count == 1,
      first.role != .bracketed || text.word(at: first.tokens.lowerBound) == LevelWords.province,
      first.tokens.lowerBound < (isOfLand ? text.sentences.first?.upperBound ?? 0 : 120)
    {
      place = first
    }
  }

  /// Whether a place is only where somebody lives: `trú huyện Tiên Du`.
  private func isResidence(_ place: PlaceMention, in text: ArticleText) -> Bool {
    PlaceWords.living.contains(text.word(at: place.tokens.lowerBound - 1))
  }

  /// Whether a district is only a court's or a police's: `TAND huyện Cẩm Xuyên`.
  private func isOfBody(_ place: PlaceMention, in text: ArticleText) -> Bool {
    PlaceWords.stateBodies.contains(text.word(at: place.tokens.lowerBound - 1))
  }

  /// Where a story's court or police is: `TAND tỉnh Nghệ An xét xử`, `Công an TP Thuận An điều tra`.
  private func bodyPlace(in text: ArticleText, _ places: [PlaceMention]) -> PlaceMention? {
    guard isNarrative else { return nil }
    return places.prefix(6).first {
      $0.level >= .province && $0.tokens.lowerBound < 150 && isOfBody($0, in: text)
    }
  }

  /// Whether an article keeps speaking of a few provinces, as of those that a new road joins.
  private func isRegional(_ places: [PlaceMention]) -> Bool {
    var counts: [String: Int] = [:]
    for place in places { place.province.map { counts[$0, default: 0] += 1 } }
    return (2...3).contains(counts.count) && counts.values.allSatisfy { $0 >= 4 }
  }

  /// Whether Việt Nam is what most places named are.
  private func namesLand(_ places: [PlaceMention]) -> Bool {
    let lands = places.filter { $0.code == "VN" && $0.role != .origin }.count
    return lands >= 3 && 2 * lands > places.filter { $0.level != .region }.count
  }

  /// Whether Việt Nam is all that is named, in the beginning at least.
  private func namesOnlyLand(_ places: [PlaceMention]) -> Bool {
    let named = places.filter { $0.level != .region && $0.role != .origin }
    guard let first = named.first, first.tokens.lowerBound < 60 else { return false }
    return !isSport && !isProduct && named.allSatisfy { $0.code == "VN" }
  }

  /// The one province or country that a lead names.
  private func onlyPlace(ofLeadIn text: ArticleText, _ places: [PlaceMention]) -> PlaceMention? {
    let end = text.paragraphs.first?.upperBound ?? 0
    let named = places.prefix(12).filter { place in
      place.tokens.lowerBound < end && place.level != .region && place.role != .origin
        && place.role != .bracketed && !isResidence(place, in: text)
        && text.word(at: place.tokens.lowerBound - 1) != TimeWords.from
    }
    guard let first = named.first, first.code != "VN",
      named.allSatisfy({
        $0.province == first.province && ($0.province != nil || $0.code == first.code)
      })
    else { return nil }
    return first.level == .district || first.level == .ward
      ? named.first { $0.level == .province } ?? first : first
  }

  /// Where a lead puts a match: `trên sân Lusail, Qatar`, `ở vòng 34 La Liga`.
  private func venue(in text: ArticleText, _ places: [PlaceMention]) -> PlaceMention? {
    let end = text.sentences.prefix(2).last?.upperBound ?? 0
    return places.first { place in
      guard place.tokens.lowerBound < end, place.level != .region else { return false }
      let start = place.tokens.lowerBound
      return place.role == .league || place.role == .location
        || text.word(at: start - 1) == TimeWords.comma
          && (start - 6..<start - 1).contains { text.word(at: $0) == Self.ground }
    }
  }

  private static let ground: WordKey = "sân"

  /// Of several countries of a headline the one that the text puts things in most often.
  private func mostNamed(of head: [PlaceMention], in places: [PlaceMention]) -> PlaceMention? {
    let named = head.filter { $0.level == .country && $0.role != .origin && $0.code != "VN" }
    guard !isBusiness, named.count > 1, named.allSatisfy({ $0.level == .country }) else {
      return nil
    }
    func count(_ code: String?) -> Int {
      places.count { $0.code == code && $0.role != .origin && ($0.isCity || $0.role == .location) }
    }
    let counts = named.map { (place: $0, count: count($0.code)) }
    guard let most = counts.max(by: { $0.count < $1.count }), most.count > 1,
      counts.allSatisfy({ $0.place.code == most.place.code || $0.count < most.count })
    else { return nil }
    return most.place
  }

  /// The foreign country that most mentions are of.
  private func majority(of places: [PlaceMention]) -> PlaceMention? {
    let countries = places.filter { $0.level == .country && $0.role != .origin }
    var counts: [String: Int] = [:]
    for country in countries { counts[country.code ?? "", default: 0] += 1 }
    guard !isBusiness, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value >= 4, most.value * 2 > countries.count, most.key != "VN"
    else { return nil }
    return countries.first { $0.code == most.key }
  }

  private mutating func settlePeriod(
    _ text: ArticleText,
    _ periods: [PeriodMention],
    _ headPeriods: [PeriodMention]
  ) {
    let usable = { (mention: PeriodMention) in
      !mention.isBase && mention.start != nil && mention.end != nil
    }
    let isDay = { (mention: PeriodMention) in
      usable(mention) && mention.start == mention.end && mention.reason != .year
    }
    let year = publishedOn?.year
    let isOfYear = { (mention: PeriodMention) in
      mention.force == .paragraph && mention.end?.year == year
    }
    period = headPeriods.first { $0.force == .report || isOfYear($0) }?.period
    let isStart = { (mention: PeriodMention) in
      mention.reason == .date && !mention.isBase && mention.start != nil && mention.end == nil
    }
    since = (headPeriods.first(where: isStart) ?? periods.prefix(3).first(where: isStart))?.start
    day = headPeriods.first(where: isDay)?.start ?? periods.prefix(8).first(where: isDay)?.start
  }
}
