/// What a name that is in no table of units means.
enum NamedPlace: Sendable, Equatable {
  /// A country, or Việt Nam as a whole, by its ISO code.
  case country(String)

  /// Việt Nam by words that are no name: `cả nước`.
  case homeland

  /// The country named last, by words such as `nước này`.
  case thisCountry

  /// A country by a name that is also something else.
  case shortCountry(String)

  /// A country by one of its cities or regions.
  case city(String)

  /// A country by a city whose name more often means a football club.
  case club(String)

  /// A country by one of its leagues or tournaments.
  case league(String)

  /// A unit of Việt Nam by another name, as an index in `PlaceTable.until2025`.
  case unit(Int)

  /// A region or continent, which has no code.
  case region
}

/// Countries, regions and other names of units, from `places-countries.tsv` and
/// `places-aliases.tsv`.
enum PlaceNames {
  static let table = PhraseTable<NamedPlace>(countries() + aliases())

  private static func countries() -> [(phrase: String, value: NamedPlace)] {
    rows(ofLexicon: LexiconFiles.placesCountries).flatMap {
      fields -> [(phrase: String, value: NamedPlace)] in
      guard fields.count == 3 else { return [] }
      let code = fields[0]
      let value: NamedPlace =
        switch fields[1] {
        case "short": .shortCountry(code)
        case "city": .city(code)
        case "club": .club(code)
        case "league": .league(code)
        default: .country(code)
        }
      return names(inColumn: fields[2]).map { ($0, value) }
    }
  }

  private static func aliases() -> [(phrase: String, value: NamedPlace)] {
    let units = PlaceTable.until2025
    return rows(ofLexicon: LexiconFiles.placesAliases).flatMap {
      fields -> [(phrase: String, value: NamedPlace)] in
      guard fields.count == 2 else { return [] }
      let value: NamedPlace
      if let code = Int32(fields[0]) {
        let digits = UInt8(clamping: fields[0].utf8.count)
        guard let unit = units.unit(code: code, digits: digits) else { return [] }
        value = .unit(unit)
      } else {
        value = fields[0] == "VN" ? .homeland : fields[0] == "this" ? .thisCountry : .region
      }
      return names(inColumn: fields[1]).map { ($0, value) }
    }
  }
}
