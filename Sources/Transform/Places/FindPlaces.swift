/// Finds the administrative units, regions and countries that a text names, in its order.
///
/// - Parameters:
///   - text: The article.
///   - headline: Helps to tell which of several units of one name is meant.
///   - publishedOn: Decides which table of codes is in force; `nil` for that until 30 June 2025.
/// - Returns: Mentions that don't overlap; units that follow one another as in `xã A, huyện B, tỉnh
///   C` are one.
func findPlaces(in text: ArticleText, headline: String?, publishedOn: Day?) -> [PlaceMention] {
  let isNew = publishedOn.map { $0 >= Day.reform2025 } ?? false
  let isHueCity = publishedOn.map { $0 >= Day.hue2025 } ?? false
  var finder = PlaceFinder(text: text, isNew: isNew)
  finder.run()
  var head: [PlaceFinder.Found] = []
  if let headline {
    var finder = PlaceFinder(text: ArticleText(headline), isNew: isNew)
    finder.run()
    head = finder.found
  }
  var resolver = PlaceResolver(finder: finder, isHueProvince: isHueCity)
  return resolver.resolve(headline: head)
}

extension Day {
  /// When 34 provinces and 3,321 communes took the place of 63, 696 and 10,035 units.
  fileprivate static let reform2025 = Day(number: 20_270)

  /// When Huế became a city of its own, and the city in it two districts.
  fileprivate static let hue2025 = Day(number: 20_089)
}

/// Walks over a text and collects what may be places.
struct PlaceFinder {
  enum Meaning: Sendable {
    case named(NamedPlace)
    case units([Int], isFormer: Bool)
  }

  struct Found: Sendable {
    var tokens: Range<Int>
    var meaning: Meaning
    var hasLevel: Bool
    var role: PlaceMention.Role
  }

  let text: ArticleText
  let reader: PlaceReader
  var found: [Found] = []

  init(text: ArticleText, isNew: Bool) {
    self.text = text
    reader = PlaceReader(
      text: text,
      table: isNew ? .since2025 : .until2025,
      former: isNew ? .until2025 : nil
    )
  }

  mutating func run() {
    let beginnings: WordTraits = [.capital, .placeName, .placeLevel]
    let count = text.count
    var index = text.next(beginnings, from: readGluedDateline(), to: count)
    while index < count {
      let token = text.tokens[index]
      let end = token.isWord ? read(token, at: index) : nil
      index = text.next(beginnings, from: end ?? index + 1, to: count)
    }
  }

  private mutating func read(_ token: Token, at index: Int) -> Int? {
    if token.traits.contains(.placeName), let end = readNamed(at: index) { return end }
    if token.traits.contains(.placeLevel), let end = readLevel(at: index) { return end }
    return token.isCapitalised ? readBare(at: index) : nil
  }

  /// Reads countries, regions and aliases.
  private mutating func readNamed(at index: Int) -> Int? {
    guard let token = text.token(at: index),
      let match = reader.names.longestMatch(in: text, at: index)
    else { return nil }
    let tokens = index..<index + match.length
    guard token.isCapitalised || match.length > 1 else { return nil }
    guard isName(tokens, match.value) else { return match.length > 1 ? tokens.upperBound : nil }
    var role = reader.role(of: tokens)
    if case .league = match.value { role = .league }
    found.append(
      Found(tokens: tokens, meaning: .named(match.value), hasLevel: false, role: role)
    )
    return tokens.upperBound
  }

  private func isName(_ tokens: Range<Int>, _ value: NamedPlace) -> Bool {
    switch value {
    case .region: return isRegion(tokens)
    case .league, .homeland, .thisCountry: return true
    case .shortCountry: return isShortCountry(tokens)
    case .club:
      return [Self.at, Self.within, Self.city].contains(text.word(at: tokens.lowerBound - 1))
        && !reader.isInsideName(tokens, hasLevel: false)
    case .country, .city, .unit:
      let isCapital = tokens.allSatisfy { text.tokens[$0].isCapitalised || !text.tokens[$0].isWord }
      guard isCapital || text.token(at: tokens.lowerBound)?.isCapitalised == false else {
        return false
      }
      return !isOtherName(tokens) && !reader.isInsideName(tokens, hasLevel: false)
    }
  }

  /// Whether a region is meant, not `Thế Giới Di Động` or a bank called after one.
  private func isRegion(_ tokens: Range<Int>) -> Bool {
    guard text.tokens[tokens.lowerBound].isCapitalised else { return true }
    return !isOtherName(tokens) && !reader.isInsideName(tokens, hasLevel: false)
  }

  /// Whether a name goes on after a place: `Jordan Ayew`, `VN-Index`.
  private func isOtherName(_ tokens: Range<Int>) -> Bool {
    guard let next = text.token(at: tokens.upperBound) else { return false }
    if next.isWord, next.isCapitalised, !next.flags.contains(.breakBefore) {
      return tokens.count == 1 || !text.tokens[tokens.lowerBound].isCapitalised
    }
    return tokens.count == 1 && !next.hasSpaceBefore && reader.isDash(tokens.upperBound)
  }

  /// Whether `Anh`, `Mỹ`, `Nga` … is the country, not a person or a pronoun.
  private func isShortCountry(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard text.tokens[start].isCapitalised else { return false }
    let before = text.token(at: start - 1)
    let next = text.token(at: start + 1)
    if reader.role(of: tokens) == .dateline { return true }
    if let next, next.isWord, next.isCapitalised, !next.flags.contains(.breakBefore) {
      return isOfOffice(start)
    }
    if let next, Self.compounds.contains(next.key) { return false }
    guard start > text.sentence(at: start).lowerBound, let before else {
      return PlaceWords.openingShort.contains(text.word(at: start))
    }
    if before.isSymbol, !Self.soft.contains(before.key) {
      return PlaceWords.openingShort.contains(text.word(at: start))
    }
    if before.isWord, before.isCapitalised, !before.isAllCapitals {
      return start - 1 == text.sentence(at: start).lowerBound
        && PlaceWords.locatives.contains(before.key)
    }
    return !PlaceWords.titles.contains(before.key) && !reader.isInsideName(tokens, hasLevel: false)
  }

  /// Whether the country of somebody in office stands before the name: `Tổng thống Nga Putin`.
  private func isOfOffice(_ start: Int) -> Bool {
    Self.offices.longestMatch(in: text, endingAt: start, from: max(0, start - 2)) != nil
  }

  private static let offices = PhraseTable<Bool>(
    ["tổng thống", "thủ tướng", "ngoại trưởng"].map { ($0, true) }
  )
  /// What makes another word of a short name: `Pháp luật`, `Mỹ thuật`, `Ý kiến`.
  private static let compounds: WordSet = [
    "luật", "lệnh", "lý", "chế", "danh", "thuật", "phẩm", "ký", "trình", "kiến", "tưởng", "thức",
  ]
  private static let at: WordKey = "ở"
  private static let within: WordKey = "tại"
  private static let city: WordKey = "phố"
  private static let soft: WordSet = [",", "(", "-", "–", "/", "."]
}
