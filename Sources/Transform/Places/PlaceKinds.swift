import Records

extension ContextResolver {
  /// The country of a match or a league.
  func placeInSport(
    of tokens: Range<Int>,
    in sentence: Range<Int>,
    _ hints: Hints
  ) -> (name: String, code: String?)? {
    switch hints.kind {
    case .score, .rank, .index: break
    case .count where tokens.contains(where: { Self.played.contains(text.word(at: $0)) }): break
    case .count where Self.results.contains(text.word(at: tokens.lowerBound - 1)): break
    default: return nil
    }
    if hints.kind == .rank, ranksWorld(tokens) { return nil }
    let next = firstIndex(places, from: sentence.upperBound) { $0.tokens.lowerBound }
    var index = next - 1
    while index >= max(0, next - 12), places[index].tokens.lowerBound >= sentence.lowerBound {
      if places[index].role == .league { return (places[index].name, places[index].code) }
      index -= 1
    }
    if hints.kind == .count, isOfCareer(sentence) { return nil }
    return topic.place.map { ($0.name, $0.code) }
  }

  /// Whether a sentence tells of a career or a season, not of the match.
  func isOfCareer(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(200).contains { Self.careers.longestMatch(in: text, at: $0) != nil }
  }

  /// Words of a career or a season, whose figures belong to no match.
  private static let careers = PhraseTable<Bool>(
    ["sự nghiệp", "lịch sử", "mùa này", "mùa trước", "mùa giải", "khoác áo", "từng", "đối đầu"]
      .map { ($0, true) }
  )
  private static let results: WordSet = ["hòa", "thua", "thắng"]
  private static let played: WordSet = ["bàn", "điểm", "trận", "thẻ", "quả", "hiệp", "set"]

  /// Whether a position is one in the world: `hạng 18 thế giới`.
  private func ranksWorld(_ tokens: Range<Int>) -> Bool {
    (tokens.upperBound..<tokens.upperBound + 2).contains { text.word(at: $0) == Self.world }
  }

  private static let world: WordKey = "thế"

  /// Whether an age is that of a group, not of a person.
  func isAgeGroup(_ tokens: Range<Int>, _ hints: Hints) -> Bool {
    if hints.status == .norm || isFromAge(tokens) { return true }
    return (tokens.lowerBound - 3..<tokens.lowerBound).contains {
      Self.groups.contains(text.word(at: $0))
    }
  }

  /// `trên 18 tuổi`, `từ 60 tuổi trở lên`.
  private func isFromAge(_ tokens: Range<Int>) -> Bool {
    Self.bounds.contains(text.word(at: tokens.lowerBound - 1))
      || Self.bounds.contains(text.word(at: tokens.lowerBound))
      || text.word(at: tokens.upperBound) == Self.turn
  }

  private static let bounds: WordSet = ["trên", "dưới", "từ"]
  private static let turn: WordKey = "trở"
  private static let groups: WordSet = ["trẻ", "sinh", "niên", "độ", "em", "dân"]

  /// Where a person lives, by what stands right after the age: `35 tuổi, trú xã Mỹ Đông`; else the
  /// article's place in Việt Nam.
  func residence(of tokens: Range<Int>) -> (name: String, code: String?)? {
    let first = firstIndex(places, from: tokens.upperBound) { $0.tokens.lowerBound }
    if first < places.count, places[first].level > .country {
      let gap = tokens.upperBound..<places[first].tokens.lowerBound
      if gap.count <= 7,
        gap.contains(where: { Self.living.contains(text.word(at: $0)) })
          || gap.count == 1 && text.word(at: gap.lowerBound) == TimeWords.comma
      {
        return (places[first].name, places[first].code)
      }
    }
    guard let place = topic.place, place.level > .country, !topic.isBusiness else { return nil }
    return (place.name, place.code)
  }

  private static let living: WordSet = ["trú", "ngụ", "quê", "ở", "tại", "sống"]

  /// Whether a measure is a product's, which is the same everywhere: `động cơ 3,9 lít`.
  func isOfProduct(_ hints: Hints, in sentence: Range<Int>) -> Bool {
    guard hints.kind == .measure || hints.kind == .rate || hints.kind == .duration else {
      return false
    }
    return sentence.prefix(200).contains { Self.products.longestMatch(in: text, at: $0) != nil }
  }

  /// Whether a measure is what something can do or bear, and its sentence puts that nowhere: `tầm
  /// hoạt động 560 km`.
  func isOfDesign(_ tokens: Range<Int>, _ hints: Hints, in sentence: Range<Int>) -> Bool {
    guard hints.kind == .measure || hints.kind == .rate else { return false }
    let reach = max(sentence.lowerBound, tokens.lowerBound - 16)..<tokens.lowerBound
    guard reach.contains(where: { Self.designs.longestMatch(in: text, at: $0) != nil }) else {
      return false
    }
    let first = firstIndex(places, from: sentence.lowerBound) { $0.tokens.lowerBound }
    return !places[first...].prefix { $0.tokens.lowerBound < sentence.upperBound }
      .contains {
        $0.role == .location && Self.places.contains(text.word(at: $0.tokens.lowerBound - 1))
      }
  }

  private static let designs = PhraseTable<Bool>(
    [
      "tầm hoạt động", "nặng", "tầm bắn", "tầm bay", "tầm xa", "sức chở", "sức chứa", "tải trọng",
      "đánh trúng",
      "đánh chặn", "bắn trúng", "chống chịu", "trọng lượng", "tốc độ di chuyển", "khả năng",
      "chiều dài sải cánh", "lượng giãn nước", "mục tiêu cách xa", "được trang bị",
    ].map { ($0, true) }
  )

  private static let products = PhraseTable<Bool>(
    [
      "động cơ", "mã lực", "mức tiêu hao", "lít/100 km", "inch", "pixel", "công suất cực đại",
      "mô-men xoắn", "tăng tốc", "tốc độ tối đa",
      "màn hình", "camera", "megapixel", "GHz", "mAh", "RAM", "dung lượng pin", "chip",
    ].map { ($0, true) }
  )

  /// Whether a price is one of a world market: a barrel's, an ounce's.
  func isOnWorldMarket(_ hints: Hints, in sentence: Range<Int>) -> Bool {
    guard hints.kind == .money || hints.kind == .percent else { return false }
    if let code = hints.unitCode, code.hasSuffix("/[bbl_us]") || code.hasSuffix("/[oz_tr]") {
      return true
    }
    return sentence.prefix(200).contains { Self.markets.longestMatch(in: text, at: $0) != nil }
  }

  private static let markets = PhraseTable<Bool>(
    [
      "giá dầu", "dầu thô", "dầu Brent", "dầu WTI", "vàng giao ngay", "giá vàng thế giới",
      "USD/thùng", "USD/ounce",
    ].map { ($0, true) }
  )

  /// Whether a figure is a share index's: its points, or how much it rose or fell.
  func isOnExchange(_ hints: Hints, in sentence: Range<Int>) -> Bool {
    guard hints.kind == .index || hints.kind == .percent && hints.change != nil else {
      return false
    }
    return sentence.prefix(200).contains { Self.indices.longestMatch(in: text, at: $0) != nil }
  }

  private static let indices = PhraseTable<Bool>(
    [
      "VN-Index", "VNIndex", "HNX-Index", "UPCoM-Index", "VN30", "Dow Jones", "S&P 500", "Nasdaq",
      "Nikkei", "Hang Seng", "Kospi", "Shanghai Composite", "FTSE 100", "Dollar Index",
    ].map { ($0, true) }
  )

  /// Whether a sentence tells of what a law of the land sets.
  func isLegal(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(200).contains { Self.laws.longestMatch(in: text, at: $0) != nil }
  }

  private static let laws = PhraseTable<Bool>(
    [
      "Nghị định", "thuế suất", "Thông tư", "Bộ luật", "luật định", "mức phạt", "phạt tiền",
      "thuế giá trị gia tăng",
    ]
    .map { ($0, true) }
  )
}
