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
    let sentence = text.sentence(at: tokens.lowerBound)
    if hints.kind == .age, !isAgeGroup(tokens, hints) { return residence(of: tokens) }
    if isOfDesign(tokens, hints, in: sentence) { return nil }
    if isOnExchange(hints, in: sentence) { return nil }
    if isOfProduct(hints, in: sentence) || isOnWorldMarket(hints, in: sentence) { return nil }
    if topic.isSport { return placeInSport(of: tokens, in: sentence, hints) }
    if hints.status == .norm, isLegal(sentence), isHome { return ("Việt Nam", "VN") }
    if let list = enumerated(after: tokens, in: sentence) { return list }
    if let place = named(for: tokens, in: sentence) {
      return several(with: place, for: tokens) ?? (place.name, place.code)
    }
    if let region = region(for: tokens, in: sentence) { return (region.name, nil) }
    if let province = ownProvince(of: tokens, in: sentence) { return province }
    if isOfCompany(sentence) { return nil }
    if isTeaser(sentence) { return nil }
    if let province = ownProvince(before: sentence) { return province }
    if let place = carried(before: sentence), !topic.isBusiness || opens(place) {
      return several(with: place, for: tokens) ?? (place.name, place.code)
    }
    if let place = opening(before: sentence) { return (place.name, place.code) }
    if topic.isBusiness {
      // A plant that a headline puts somewhere: `khánh thành nhà máy tại Bình Phước`.
      guard let place = topic.place, place.role == .location, place.level >= .province,
        !topic.isProduct
      else { return nil }
      return (place.name, place.code)
    }
    if let place = section(before: sentence) { return (place.name, place.code) }
    if isTotal(tokens, in: sentence) { return ("Việt Nam", "VN") }
    if let place = topic.place ?? rival(before: sentence) ?? home(before: sentence) {
      return (place.name, place.code)
    }
    return topic.isNational ? ("Việt Nam", "VN") : nil
  }

  /// Whether a sentence begins with a company, whose own figures have no place.
  private func isOfCompany(_ sentence: Range<Int>) -> Bool {
    guard let company = Self.companies.longestMatch(in: text, at: sentence.lowerBound) else {
      return false
    }
    let name = sentence.lowerBound + company.length
    guard !Self.notCompanies.contains(text.word(at: name)) else { return false }
    return (name..<name + 3).contains { text.token(at: $0)?.isCapitalised == true }
  }

  /// What makes a bank that of a state or of the world.
  private static let notCompanies: WordSet = ["nhà", "trung", "thế", "chính", "phát"]
  private static let companies = PhraseTable<Bool>(
    ["công ty", "tổng công ty", "tập đoàn", "hãng", "CTCP", "ngân hàng"].map { ($0, true) }
  )

  /// Whether a place opens its sentence and paragraph: `Tại Indonesia, …`.
  private func opens(_ place: PlaceMention) -> Bool {
    place.role == .location
      && place.tokens.lowerBound - text.paragraph(at: place.tokens.lowerBound).lowerBound <= 1
  }

  /// Whether an article is about Việt Nam or a place in it.
  private var isHome: Bool { topic.place.map { $0.level > .country || $0.code == "VN" } ?? true }

  /// The place that a figure's own sentence names: the nearest one before it, else one after it.
  func named(for tokens: Range<Int>, in sentence: Range<Int>) -> PlaceMention? {
    let next = firstIndex(places, from: tokens.lowerBound) { $0.tokens.lowerBound }
    let further = firstIndex(places, from: tokens.upperBound) { $0.tokens.lowerBound }
    var before: PlaceMention?
    var index = next - 1
    var bracketed = 0
    var residence: PlaceMention?
    while index >= max(0, next - 24), places[index].tokens.lowerBound >= sentence.lowerBound {
      let mention = places[index]
      index -= 1
      let isAdjacent =
        mention.level == .country && mention.tokens.upperBound == tokens.lowerBound
        && Self.listMarks.contains(text.word(at: mention.tokens.lowerBound - 1))
      guard isAdjacent || applies(mention) else { continue }
      if before == nil, PlaceWords.living.contains(text.word(at: mention.tokens.lowerBound - 1)) {
        residence = residence ?? mention
        continue
      }
      if mention.role == .bracketed, !isInSameBrackets(mention, tokens) {
        bracketed += 1
        if before == nil, bracketed == 1 { before = mention }
        if bracketed > 1, before?.role == .bracketed { before = nil }
        continue
      }
      if before == nil || before?.role == .bracketed && bracketed > 0 { before = mention }
      break
    }
    let after = following(tokens, from: further, in: sentence)
    guard let before = before ?? residence else { return after }
    if let after, isReceiver(after, of: tokens, from: before) { return after }
    if let after, after.level > before.level, before.province != nil,
      after.province == before.province, isSameClause(tokens, after)
    {
      return after
    }
    return before
  }

  /// What a country of a list stands after: `(Indonesia 0,9%, Lào 0,2%)`.
  private static let listMarks: WordSet = ["(", ",", ";"]

  /// Whether a place and a figure stand within one pair of brackets.
  private func isInSameBrackets(_ mention: PlaceMention, _ tokens: Range<Int>) -> Bool {
    (mention.tokens.lowerBound..<tokens.lowerBound).allSatisfy {
      text.word(at: $0) != TimeWords.closing
    }
  }

  private func following(
    _ tokens: Range<Int>,
    from next: Int,
    in sentence: Range<Int>
  ) -> PlaceMention? {
    for mention in places[next..<min(places.count, next + 12)] {
      guard mention.tokens.lowerBound < sentence.upperBound else { return nil }
      guard applies(mention), !isCompared(mention, with: tokens) else { continue }
      if mention.role == .location { return mention }
      if mention.level == .country, mention.tokens.lowerBound - tokens.upperBound <= 4,
        text.word(at: tokens.upperBound) == Self.for
      {
        return mention
      }
      if mention.level > .country, isSameClause(tokens, mention) { return mention }
    }
    return nil
  }

  /// Whether a figure is compared with one of a place after it: `8 triệu, so với khi ở Sài Gòn`.
  private func isCompared(_ mention: PlaceMention, with tokens: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    return (max(tokens.upperBound, start - 6)..<start).contains {
      text.matches(Self.against, at: $0)
    }
  }

  private static let against: [WordKey] = ["so", "với"]

  /// Whether a country gets what another one gives: `Mỹ viện trợ 2 tỷ USD cho Ukraine`.
  private func isReceiver(
    _ mention: PlaceMention,
    of tokens: Range<Int>,
    from giver: PlaceMention
  ) -> Bool {
    mention.level == .country && giver.level == .country && giver.role == .topic
      && mention.tokens.lowerBound - tokens.upperBound <= 4
      && (Self.receiving.contains(text.word(at: mention.tokens.lowerBound - 1))
        || text.word(at: tokens.upperBound) == Self.for)
  }

  private static let `for`: WordKey = "cho"
  private static let receiving: WordSet = ["cho", "vào", "sang", "tới", "đến"]

  private func isSameClause(_ tokens: Range<Int>, _ mention: PlaceMention) -> Bool {
    guard tokens.upperBound <= mention.tokens.lowerBound,
      mention.tokens.lowerBound - tokens.upperBound < 16
    else { return false }
    return (tokens.upperBound..<mention.tokens.lowerBound).allSatisfy {
      !Self.clauseEnds.contains(text.word(at: $0)) && text.tokens[$0].isWord
    }
  }

  private static let clauseEnds: WordSet = [",", ";", "(", ")", ":", "và", "nhưng", "trong"]

  /// Whether a mention may be a figure's place.
  private func applies(_ mention: PlaceMention) -> Bool {
    if isAddress(mention) || isDeparture(mention) { return false }
    guard mention.level != .region, mention.role != .origin, mention.role != .league else {
      return false
    }
    if mention.code == "VN", mention.role == .topic, topic.place?.level ?? .region > .country {
      return text.tokens[mention.tokens.upperBound - 1].isCapitalised == false
    }
    guard mention.level == .country, mention.code != "VN" else {
      return !topic.isBusiness || mention.role != .topic || mention.level > .country
    }
    let isStanding = mention.role == .location || mention.role == .bracketed
    guard topic.isNational || topic.isBusiness || topic.place != nil && isHome else { return true }
    if topic.isBusiness, !isOfShares(mention) { return true }
    let start = PlaceWords.start(ofSortBefore: mention.tokens.lowerBound, in: text)
    return isStanding && Self.places.contains(text.word(at: start - 1))
      || mention.role == .bracketed
  }

  /// Whether a sentence tells of shares, which have no place though they are traded somewhere.
  private func isOfShares(_ mention: PlaceMention) -> Bool {
    text.sentence(at: mention.tokens.lowerBound).prefix(60).contains {
      Self.shares.longestMatch(in: text, at: $0) != nil
    }
  }

  private static let shares = PhraseTable<Bool>(
    ["cổ phiếu", "niêm yết", "vốn hóa", "phiên", "chứng khoán"].map { ($0, true) }
  )

  /// Whether a way only begins there: `từ TP HCM đi các tỉnh miền Trung`.
  private func isDeparture(_ mention: PlaceMention) -> Bool {
    text.word(at: mention.tokens.lowerBound - 1) == TimeWords.from
      && Self.goings.contains(text.word(at: mention.tokens.upperBound))
  }

  private static let goings: WordSet = ["đi", "đến", "tới", "về", "sang", "ra", "vào"]

  /// Whether a place stands in brackets as somebody's address: `(địa chỉ: xã Bình Minh)`.
  private func isAddress(_ mention: PlaceMention) -> Bool {
    let start = mention.tokens.lowerBound
    let (opening, closing) = (TimeWords.opening, TimeWords.closing)
    for place in stride(from: start - 1, through: max(0, start - 16), by: -1) {
      if text.word(at: place) == closing { return false }
      guard text.word(at: place) == opening else { continue }
      return text.matches(Self.address, at: place + 1)
    }
    return false
  }

  private static let address: [WordKey] = ["địa", "chỉ"]
  static let places: WordSet = ["ở", "tại"]

  /// The last place named in the sentence before, in the same paragraph.
  private func carried(before sentence: Range<Int>) -> PlaceMention? {
    let paragraph = text.paragraph(at: sentence.lowerBound)
    guard sentence.lowerBound > paragraph.lowerBound else { return nil }
    let previous = text.sentence(at: sentence.lowerBound - 1)
    var index = firstIndex(places, from: sentence.lowerBound) { $0.tokens.lowerBound } - 1
    var best: PlaceMention?
    while index >= 0, places[index].tokens.lowerBound >= previous.lowerBound {
      let mention = places[index]
      index -= 1
      guard applies(mention), mention.role != .bracketed, !isPart(mention) else { continue }
      if mention.level > .country || mention.role == .location || mention.code == "VN" {
        if best == nil || mention.role == .topic { best = mention }
      }
    }
    if let best, best.level == .country, best.code != "VN", topic.place != nil, isHome {
      return nil
    }
    guard let best, let home = topic.place, home.level > .country else { return best }
    // `Toàn tỉnh` and the like speak of the article's place again.
    let whole = (sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 4)).contains {
      Self.wholes.contains(text.word(at: $0))
    }
    return whole || best.level > home.level && topic.hasDateline ? nil : best
  }

  /// Whether a place is only named as a part of what the sentence is about: `trong đó Bến Tre 5 ca`.
  private func isPart(_ mention: PlaceMention) -> Bool {
    (mention.tokens.lowerBound - 3..<mention.tokens.lowerBound).contains {
      Self.parts.contains(text.word(at: $0))
    }
  }

  private static let parts: WordSet = ["đó", "riêng", "gồm", "như", "là"]
  private static let wholes: WordSet = ["toàn", "tổng", "cả", "chung"]
}
