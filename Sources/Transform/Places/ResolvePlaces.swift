/// Settles which unit each name means, from what stands beside it and from the whole article.
struct PlaceResolver {
  let text: ArticleText
  let reader: PlaceReader
  var found: [PlaceFinder.Found]

  /// Whether `thành phố Huế` is a province.
  let isHueProvince: Bool

  /// The provinces that the article names, how often, and as which unit of `PlaceTable.until2025`
  /// or of the table in force.
  private var weights: [Int: Int] = [:]

  init(finder: PlaceFinder, isHueProvince: Bool) {
    text = finder.text
    reader = finder.reader
    found = finder.found
    self.isHueProvince = isHueProvince
  }

  mutating func resolve(headline: [PlaceFinder.Found]) -> [PlaceMention] {
    for place in headline { count(place, weight: 3) }
    for place in found { count(place, weight: place.role == .dateline ? 5 : 1) }
    var mentions: [PlaceMention] = []
    for index in found.indices {
      guard let mention = mention(of: index) ?? country(before: mentions, at: index) else {
        continue
      }
      if let last = mentions.last, joins(last, mention) {
        mentions[mentions.count - 1] = joined(last, mention)
      } else {
        mentions.append(mention)
      }
    }
    return mentions
  }

  private mutating func count(_ place: PlaceFinder.Found, weight: Int) {
    switch place.meaning {
    case .units(let candidates, let isFormer):
      let table = table(isFormer)
      let provinces = candidates.filter { table.units[$0].digits == 2 }
      if let province = provinces.first {
        weights[key(province, isFormer), default: 0] += 2 * weight
      } else if place.hasLevel, let first = candidates.first, candidates.count == 1 {
        weights[key(table.province(of: first), isFormer), default: 0] += weight
      }
    case .named(.unit(let unit)):
      let isFormer = reader.former != nil
      weights[key(PlaceTable.until2025.province(of: unit), isFormer), default: 0] += 2 * weight
    case .named: break
    }
  }

  /// A province as a number that its table goes into.
  private func key(_ province: Int, _ isFormer: Bool) -> Int { isFormer ? -1 - province : province }

  private func table(_ isFormer: Bool) -> PlaceTable {
    isFormer ? reader.former ?? reader.table : reader.table
  }

  private func mention(of index: Int) -> PlaceMention? {
    let place = found[index]
    var mention = PlaceMention(
      tokens: place.tokens,
      name: text.string(of: place.tokens),
      code: nil,
      level: .region,
      province: nil,
      role: place.role
    )
    switch place.meaning {
    case .named(.thisCountry): return nil
    case .named(.region): return mention
    case .named(.homeland):
      mention.code = "VN"
      mention.level = .country
    case .named(.city(let code)), .named(.club(let code)):
      (mention.code, mention.level, mention.isCity) = (code, .country, true)
    case .named(.country(let code)), .named(.shortCountry(let code)), .named(.league(let code)):
      (mention.code, mention.level) = (code, .country)
    case .named(.unit(let unit)):
      let isFormer = reader.former != nil
      fill(&mention, unit, isFormer, table: .until2025)
    case .units(let candidates, let isFormer):
      guard let unit = choose(candidates, isFormer, at: index) else { return nil }
      fill(&mention, unit, isFormer, table: table(isFormer))
    }
    return mention
  }

  /// The country named last, where `nước này` stands.
  private func country(before mentions: [PlaceMention], at index: Int) -> PlaceMention? {
    guard case .named(.thisCountry) = found[index].meaning,
      var country = mentions.suffix(12).last(where: { $0.level == .country && $0.code != nil })
    else { return nil }
    country.tokens = found[index].tokens
    country.role = found[index].role == .origin ? .topic : found[index].role
    return country
  }

  /// Gives a mention the code of its unit, which for a former one is its province's.
  private func fill(
    _ mention: inout PlaceMention,
    _ unit: Int,
    _ isFormer: Bool,
    table: PlaceTable
  ) {
    let province = table.province(of: unit)
    let code = table.code(of: province)
    mention.province = isFormer ? PlaceReform.newCode(of: code) : code
    let isHue = isHueProvince && table.code(of: unit) == "474"
    guard !isFormer, !isHue else {
      mention.code = mention.province
      mention.level = .province
      return
    }
    switch table.units[unit].digits {
    case 2: (mention.code, mention.level) = (code, .province)
    case 3: (mention.code, mention.level) = (table.code(of: unit), .district)
    default:
      // Communes are split and joined too often for a table of one day: what they lie in is sure.
      mention.level = .ward
      mention.code = table.code(of: Int(table.units[unit].parent))
    }
  }

  /// The unit that a name means: the province of that name, the one in the unit named next, the
  /// one in the article's provinces, or the only one; `nil` where there is no telling.
  private func choose(_ candidates: [Int], _ isFormer: Bool, at index: Int) -> Int? {
    let table = table(isFormer)
    let place = found[index]
    if let parent = next(after: index, isFormer),
      let unit = candidates.first(where: { $0 != parent && table.contains(parent, $0) })
    {
      return unit
    }
    if let province = candidates.first(where: { table.units[$0].digits == 2 }) {
      // `thành phố Lào Cai` beside its province is the city in it.
      let city = candidates.first { table.units[$0].digits == 3 }
      return place.hasLevel && city != nil && isInOwnProvince(province, isFormer, index)
        ? city : province
    }
    let scored = candidates.map { unit in
      (unit, weights[key(table.province(of: unit), isFormer)] ?? 0)
    }
    guard let best = scored.max(by: { $0.1 < $1.1 }) else { return nil }
    if best.1 > 0, scored.filter({ $0.1 == best.1 }).count == 1 { return best.0 }
    guard candidates.count == 1, let only = candidates.first else { return nil }
    return place.hasLevel || isKnownBare(only, table, place) ? only : nil
  }

  /// The unit named right after, with nothing but a comma or a bracket between.
  private func next(after index: Int, _ isFormer: Bool) -> Int? {
    guard index + 1 < found.count else { return nil }
    let gap = found[index].tokens.upperBound..<found[index + 1].tokens.lowerBound
    guard gap.count <= 2, gap.allSatisfy({ Self.links.contains(text.word(at: $0)) }),
      case .units(let units, isFormer) = found[index + 1].meaning
    else {
      guard gap.count <= 2, index + 1 < found.count,
        gap.allSatisfy({ Self.links.contains(text.word(at: $0)) }),
        case .named(.unit(let unit)) = found[index + 1].meaning, isFormer == (reader.former != nil)
      else { return nil }
      return unit
    }
    return units.first
  }

  /// Whether the article speaks of a province in which a city has the province's name.
  private func isInOwnProvince(_ province: Int, _ isFormer: Bool, _ index: Int) -> Bool {
    guard case .units(let units, _) = found[index].meaning, units.count > 1 else { return false }
    return text.word(at: found[index].tokens.lowerBound) != LevelWords.province
  }

  /// Whether a city or town of several syllables that only one unit is called.
  private func isKnownBare(_ unit: Int, _ table: PlaceTable, _ place: PlaceFinder.Found) -> Bool {
    let word = table.units[unit].word
    return (word == .city || word == .town) && place.tokens.count > 1
      || place.role == .dateline || place.role == .location && place.tokens.count > 1
  }

  /// Whether two mentions are one place, the second telling where the first lies.
  private func joins(_ last: PlaceMention, _ next: PlaceMention) -> Bool {
    let gap = last.tokens.upperBound..<next.tokens.lowerBound
    guard last.level > next.level, gap.count <= 2,
      gap.allSatisfy({ Self.links.contains(text.word(at: $0)) })
    else { return false }
    if next.level == .country { return next.code == "VN" }
    return last.province != nil && last.province == next.province && next.level != .region
  }

  private func joined(_ last: PlaceMention, _ next: PlaceMention) -> PlaceMention {
    var whole = last
    whole.tokens = last.tokens.lowerBound..<next.tokens.upperBound
    if whole.role == .bracketed { whole.role = reader.role(of: whole.tokens) }
    return whole
  }

  private static let links: WordSet = [",", "(", "-", "–", "tỉnh", "thuộc"]
}
