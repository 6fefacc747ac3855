extension PlaceReader {
  /// Whether a place at these tokens is a part of another name: a person's, a company's, a road's.
  ///
  /// - Parameters:
  ///   - tokens: The place.
  ///   - hasLevel: Whether a word such as `huyện` belongs to it: then no person is called so.
  /// - Returns: Whether it gives no place.
  func isInsideName(_ tokens: Range<Int>, hasLevel: Bool) -> Bool {
    let sentence = text.sentence(at: tokens.lowerBound)
    if !hasLevel, followsName(tokens.lowerBound, sentence) { return true }
    if !hasLevel, Self.isTail(text, tokens.upperBound) { return true }
    var place = PlaceWords.start(ofSortBefore: tokens.lowerBound, in: text) - 1
    var isDirect = true
    while place >= max(sentence.lowerBound, tokens.lowerBound - 12) {
      let token = text.tokens[place]
      if token.isSymbol {
        guard Self.inner.contains(token.key) else { return false }
      } else if PlaceWords.boundaries.contains(token.key), !token.isCapitalised,
        token.key != Self.and || place + 1 == tokens.lowerBound
          || !text.tokens[place + 1].isCapitalised,
        token.key != Self.air || word(place - 1) != Self.ware
      {
        return false
      } else if isNameHead(place) || isDirect && PlaceWords.directNames.contains(token.key) {
        return true
      } else if isDirect, PlaceWords.stateBodies.contains(token.key) {
        return false
      } else if token.isNumber {
        return false
      }
      isDirect = false
      place -= 1
    }
    return false
  }

  /// Whether a word begins the name of something that is no place.
  private func isNameHead(_ place: Int) -> Bool {
    let key = text.tokens[place].key
    guard PlaceWords.names.contains(key) else { return false }
    if let before = PlaceWords.namePairs[key] { return before.contains(word(place - 1)) }
    return PlaceWords.nameExceptions[key]?.contains(word(place - 1)) != true
  }

  /// Whether a capitalised word stands right before, as in `Nguyễn Thái Bình`.
  private func followsName(_ start: Int, _ sentence: Range<Int>) -> Bool {
    guard start > sentence.lowerBound, let before = text.token(at: start - 1), before.isWord,
      before.isCapitalised, !PlaceWords.stateBodies.contains(before.key)
    else { return false }
    if before.isAllCapitals, before.count > 1 { return Self.clubs.contains(before.key) }
    // The first word of a sentence is a capital anyway.
    let opens = start - 1 == sentence.lowerBound
    return
      !(opens && (PlaceWords.locatives.contains(before.key) || Self.openers.contains(before.key)))
  }

  private static func isTail(_ text: ArticleText, _ end: Int) -> Bool {
    guard let token = text.token(at: end), token.isWord, token.isCapitalised else { return false }
    return PlaceWords.tails.contains(token.key)
  }

  private static let and: WordKey = "và"
  private static let air: WordKey = "không"
  private static let ware: WordKey = "hàng"
  private static let inner: WordSet = ["-", "–", "&", ".", "/"]
  private static let clubs: WordSet = ["clb", "vtv", "htv", "mtv", "cp", "bv", "đh"]
  private static let openers: WordSet = [
    "theo", "cả", "toàn", "riêng", "với", "nếu", "khi", "và", "nhưng", "còn", "hiện", "do", "như",
    "cách", "giữa", "sau", "trước", "ngoài", "nhiều", "hai", "các", "nữ", "nam", "tuyển", "để",
  ]

  /// What a place does where it stands.
  func role(of tokens: Range<Int>) -> PlaceMention.Role {
    if isDateline(tokens) { return .dateline }
    if isSeat(tokens.lowerBound) { return .origin }
    let start = PlaceWords.start(ofSortBefore: tokens.lowerBound, in: text)
    let before = word(start - 1)
    if PlaceWords.locatives.contains(before) {
      return PlaceWords.exchanges.contains(word(start - 2)) ? .origin : .location
    }
    if before == Self.opening { return isOfSpeaker(tokens) ? .origin : .bracketed }
    if before == Self.field, word(tokens.lowerBound - 2) == Self.market { return .location }
    if PlaceWords.origins.contains(before) || isCompared(tokens.lowerBound) { return .origin }
    return .topic
  }

  /// Whether a place is where somebody has an office: `trụ sở tại Chiết Giang`, `trụ sở Bắc Kinh`.
  private func isSeat(_ start: Int) -> Bool {
    (start - 3..<start).contains { word($0) == Self.seat[0] && word($0 + 1) == Self.seat[1] }
  }

  /// Whether a place in brackets is that of somebody who speaks: `Theo Kantar (Anh)`, `bà Lê Hà (Cà
  /// Mau) cho biết`.
  private func isOfSpeaker(_ tokens: Range<Int>) -> Bool {
    guard word(tokens.upperBound) == Self.closing else { return false }
    if Self.speaking.contains(word(tokens.upperBound + 1)) { return true }
    let start = text.sentence(at: tokens.lowerBound).lowerBound
    return word(start) == Self.according
      && (start..<tokens.lowerBound - 1).allSatisfy { !text.tokens[$0].isSymbol }
  }

  private static let seat: [WordKey] = ["trụ", "sở"]
  private static let according: WordKey = "theo"
  private static let closing: WordKey = ")"
  private static let field: WordKey = "trường"
  private static let market: WordKey = "thị"
  private static let speaking: WordSet = ["cho", "nói", "chia", "nhận", "kể", "đánh", "khẳng"]

  /// Whether a place is only what something is the first or the largest of: `lớn nhất cả nước`.
  private func isCompared(_ start: Int) -> Bool {
    guard text.token(at: start)?.isCapitalised == false else { return false }
    if (start - 5..<start).contains(where: { Self.superlatives.contains(word($0)) }) { return true }
    // `cao hơn 1,3 lần tốc độ tăng trưởng của cả nước`, `so với bình quân cả nước`
    guard Self.averages.contains(word(start - 1)) else { return false }
    for place in stride(from: start - 1, through: start - 10, by: -1) {
      if Self.than.contains(word(place)) { return true }
      if text.token(at: place)?.isSymbol != false { return false }
    }
    return false
  }

  private static let averages: WordSet = ["của", "quân", "bình", "chung", "với"]
  private static let than: WordSet = ["hơn", "so", "bằng", "gấp"]

  private static let superlatives: WordSet = ["nhất", "đầu", "top", "nhì", "duy"]

  /// Whether a place stands at the beginning of a paragraph and a dash or a colon follows it.
  private func isDateline(_ tokens: Range<Int>) -> Bool {
    guard let end = text.token(at: tokens.upperBound), end.isSymbol, Self.marks.contains(end.key)
    else { return false }
    guard end.key == Self.colon || end.hasSpaceBefore && !isPlace(at: tokens.upperBound + 1) else {
      return false
    }
    let start = text.paragraph(at: tokens.lowerBound).lowerBound
    guard tokens.lowerBound > start else { return true }
    // `(PLVN) - Lạng Sơn - …`: only what another dash ends.
    return tokens.lowerBound - start <= 6
      && Self.marks.contains(word(tokens.lowerBound - 1)) && word(start) == Self.opening
  }

  /// Whether a province or a country begins at a token: then `Hà Nội - Hải Phòng` is a route.
  private func isPlace(at index: Int) -> Bool {
    guard text.token(at: index)?.isCapitalised == true else { return false }
    if let match = names.longestMatch(in: text, at: index), match.length > 1 { return true }
    return units(at: index, digits: [2], word: nil) != nil
  }

  private static let colon: WordKey = ":"
  private static let opening: WordKey = "("
  private static let marks: WordSet = ["-", "–", "—", ":"]
}
