/// Reads the names of places token by token.
struct PlaceReader {
  let text: ArticleText

  /// The units in force on the article's day.
  let table: PlaceTable

  /// The units until 30 June 2025, where `table` is a later one: names that are gone.
  let former: PlaceTable?

  let names = PlaceNames.table

  /// Units of one name, and in which table.
  struct Units: Sendable {
    var tokens: Range<Int>
    var candidates: [Int]
    var isFormer: Bool
  }

  func word(_ index: Int) -> WordKey { text.word(at: index) }

  func isDash(_ index: Int) -> Bool { word(index) == Self.hyphen || word(index) == Self.dash }

  /// The word for a level that begins at a token: how many digits the codes of such units have,
  /// and where the name begins.
  func level(at index: Int) -> (digits: [UInt8], word: PlaceTable.Word, name: Int)? {
    let next = word(index + 1)
    switch word(index) {
    case LevelWords.province: return ([2], .province, index + 1)
    case LevelWords.district: return ([3], .district, index + 1)
    case LevelWords.urbanDistrict: return ([3], .urbanDistrict, index + 1)
    case LevelWords.commune: return ([5], .commune, index + 1)
    case LevelWords.ward: return ([5], .urbanWard, index + 1)
    case LevelWords.city where next == LevelWords.cityTail: return ([2, 3], .city, index + 2)
    case LevelWords.capital where next == LevelWords.capitalTail: return ([2], .city, index + 2)
    case LevelWords.zone where next == LevelWords.zoneTail: return ([5], .specialZone, index + 2)
    case LevelWords.town where next == LevelWords.commune: return ([3], .town, index + 2)
    case LevelWords.town where next == LevelWords.township: return ([5], .township, index + 2)
    case Self.cityShort: return ([2, 3], .city, afterPoint(index + 1))
    case Self.townShort where isAllCapitals(index): return ([3], .town, afterPoint(index + 1))
    case Self.districtShort where next == Self.point: return ([3], .urbanDistrict, index + 2)
    case Self.wardShort where next == Self.point: return ([5], .urbanWard, index + 2)
    case Self.ruralShort where next == Self.point: return ([3], .district, index + 2)
    case Self.communeShort where next == Self.point: return ([5], .commune, index + 2)
    case Self.townshipShort where next == Self.point: return ([5], .township, index + 2)
    default: return nil
    }
  }

  private func afterPoint(_ index: Int) -> Int { word(index) == Self.point ? index + 1 : index }

  private func isAllCapitals(_ index: Int) -> Bool {
    text.token(at: index)?.isAllCapitals == true
  }

  /// The units whose name begins at a token, the longest name first, and of these those whose code
  /// has so many digits; of several those whose level's word is right.
  func units(at index: Int, digits: [UInt8], word level: PlaceTable.Word?) -> Units? {
    if let found = units(at: index, in: table, digits: digits, word: level) {
      return Units(tokens: found.tokens, candidates: found.candidates, isFormer: false)
    }
    guard let former, let found = units(at: index, in: former, digits: digits, word: level) else {
      return nil
    }
    return Units(tokens: found.tokens, candidates: found.candidates, isFormer: true)
  }

  private func units(
    at index: Int,
    in table: PlaceTable,
    digits: [UInt8],
    word level: PlaceTable.Word?
  ) -> (tokens: Range<Int>, candidates: [Int])? {
    guard let first = text.token(at: index), first.isCapitalised || first.isNumber,
      table.mayBegin(with: first.key)
    else { return nil }
    var hash: UInt64 = 0
    var best: (tokens: Range<Int>, candidates: [Int])?
    for place in index..<min(index + 8, text.count) {
      let token = text.tokens[place]
      if place > index, token.isWord, !token.isCapitalised || token.flags.contains(.breakBefore) {
        break
      }
      if token.isSymbol, !Self.joiners.contains(token.key) { break }
      hash = PlaceTable.add(token, to: hash)
      guard !token.isSymbol, table.first(hash) != nil else {
        if first.isNumber { break }
        continue
      }
      var found = table.all(hash).filter { digits.contains(table.units[$0].digits) }
      if let level, first.isNumber || found.contains(where: { table.units[$0].word == level }) {
        found.removeAll { table.units[$0].word != level }
      }
      if !found.isEmpty { best = (index..<place + 1, found) }
      if first.isNumber { break }
    }
    return best
  }

  private static let cityShort: WordKey = "tp"
  private static let townShort: WordKey = "tx"
  private static let districtShort: WordKey = "q"
  private static let wardShort: WordKey = "p"
  private static let ruralShort: WordKey = "h"
  private static let communeShort: WordKey = "x"
  private static let townshipShort: WordKey = "tt"
  private static let hyphen: WordKey = "-"
  private static let dash: WordKey = "–"
  private static let point: WordKey = "."
  private static let joiners: WordSet = ["-", "–", "'", "’", "‘"]
}
