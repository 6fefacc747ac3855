extension PlaceFinder {
  /// Reads units with the word for their level, and those of a list: `các huyện Văn Quan, Cao Lộc`.
  mutating func readLevel(at index: Int) -> Int? {
    guard let level = reader.level(at: index),
      let units = reader.units(at: level.name, digits: level.digits, word: level.word)
    else { return nil }
    let tokens = index..<units.tokens.upperBound
    guard !reader.isInsideName(tokens, hasLevel: true) else { return tokens.upperBound }
    let isPlural = Self.plurals.contains(text.word(at: index - 1))
    append(units, tokens, hasLevel: true)
    return isPlural
      ? readList(after: tokens.upperBound, level.digits, level.word) : tokens.upperBound
  }

  /// Reads the further names of a list; its end.
  private mutating func readList(
    after end: Int,
    _ digits: [UInt8],
    _ word: PlaceTable.Word
  ) -> Int {
    var end = end
    while Self.links.contains(text.word(at: end)),
      let units = reader.units(at: end + 1, digits: digits, word: word)
    {
      append(units, units.tokens, hasLevel: true)
      end = units.tokens.upperBound
    }
    return end
  }

  /// Reads a province or a district that no word for its level announces.
  mutating func readBare(at index: Int) -> Int? {
    guard let token = text.token(at: index), token.isWord, token.isCapitalised,
      let units = reader.units(at: index, digits: [2, 3], word: nil),
      !Self.people.contains(text.word(at: index - 1))
    else { return nil }
    // A name that goes on is another's, unless a line break or a comma parts the two.
    if let next = text.token(at: units.tokens.upperBound), next.isWord, next.isCapitalised,
      !next.flags.contains(.breakBefore), !isProvince(units)
    {
      return nil
    }
    guard !reader.isInsideName(units.tokens, hasLevel: false), !isRoute(units.tokens) else {
      return units.tokens.upperBound
    }
    append(units, units.tokens, hasLevel: false)
    return units.tokens.upperBound
  }

  func isProvince(_ units: PlaceReader.Units) -> Bool {
    let table = units.isFormer ? reader.former ?? reader.table : reader.table
    return units.candidates.contains { table.units[$0].digits == 2 }
  }

  /// Whether a dash joins a place to another one, as in the name of a road.
  private func isRoute(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard text.word(at: start - 1) == Self.dash, start > text.paragraph(at: start).lowerBound + 1
    else { return false }
    return text.token(at: start - 2)?.isCapitalised == true && found.last?.role != .dateline
  }

  private mutating func append(
    _ units: PlaceReader.Units,
    _ tokens: Range<Int>,
    hasLevel: Bool
  ) {
    found.append(
      Found(
        tokens: tokens,
        meaning: .units(units.candidates, isFormer: units.isFormer),
        hasLevel: hasLevel,
        role: reader.role(of: tokens)
      )
    )
  }

  /// Reads a place that a lead's first word sticks to, as some sites print it: `Hàn QuốcThầy trò`.
  ///
  /// - Returns: Where to read on: 0 where there is none.
  mutating func readGluedDateline() -> Int {
    for index in 0..<min(5, text.count) {
      let token = text.tokens[index]
      guard token.isWord, token.isCapitalised, index == 0 || !token.flags.contains(.breakBefore)
      else { return 0 }
      guard let split = seam(in: token) else { continue }
      let head = ArticleText(String(decoding: text.bytes[..<split], as: UTF8.self))
      var finder = PlaceFinder(text: head, isNew: reader.former != nil)
      if let match = finder.reader.names.longestMatch(in: head, at: 0), match.length == head.count {
        append(match.value, 0..<index + 1)
        return index + 1
      }
      guard finder.readBare(at: 0) == head.count, var place = finder.found.first else { return 0 }
      place.tokens = 0..<index + 1
      place.role = .dateline
      found.append(place)
      return index + 1
    }
    return 0
  }

  private mutating func append(_ name: NamedPlace, _ tokens: Range<Int>) {
    found.append(Found(tokens: tokens, meaning: .named(name), hasLevel: false, role: .dateline))
  }

  /// Where a capital follows a small letter within a word, in bytes; `nil` where none does.
  private func seam(in token: Token) -> Int? {
    var place = Int(token.start)
    var wasSmall = false
    while place < Int(token.end) {
      let (scalar, width) = text.scalar(atByte: place)
      let letter = scalar < 0x1F00 ? letterClasses[Int(scalar)] : farLetterClass(of: scalar)
      if letter.isLetter, letter.isCapital, wasSmall { return place }
      wasSmall = letter.isLetter && !letter.isCapital
      place += width
    }
    return nil
  }

  private static let dash: WordKey = "-"
  private static let plurals: WordSet = ["các", "những", "hai", "ba", "bốn", "nhiều"]
  private static let links: WordSet = [",", "và", ";"]
  private static let people: WordSet = [
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "thầy", "cậu", "tên",
  ]
}
