import Records

extension ContextResolver {
  /// The province of the article's place where a sentence speaks of `tỉnh` and names none.
  func ownProvince(
    of tokens: Range<Int>,
    in sentence: Range<Int>
  ) -> (name: String, code: String?)? {
    guard let home = topic.place, let code = home.province, !topic.isBusiness,
      (max(sentence.lowerBound, tokens.lowerBound - 24)..<tokens.lowerBound).contains(where: {
        text.word(at: $0) == LevelWords.province && isBare(provinceAt: $0)
          && (home.level == .province || !PlaceWords.stateBodies.contains(text.word(at: $0 - 1)))
      })
    else { return nil }
    let named = home.level == .province ? home : places.prefix(40).first { $0.code == code }
    return (named?.name ?? "tỉnh", code)
  }

  /// That of the sentence before, in the same paragraph, where that names no place either.
  func ownProvince(before sentence: Range<Int>) -> (name: String, code: String?)? {
    guard sentence.lowerBound > text.paragraph(at: sentence.lowerBound).lowerBound else {
      return nil
    }
    let previous = text.sentence(at: sentence.lowerBound - 1)
    let first = firstIndex(places, from: previous.lowerBound) { $0.tokens.lowerBound }
    guard
      !places[first...].prefix(1).contains(where: { $0.tokens.lowerBound < sentence.lowerBound })
    else { return nil }
    return ownProvince(of: sentence.lowerBound..<sentence.lowerBound, in: previous)
  }

  /// Whether the article's province is only one of those that a figure is broken down by: `9.340 ca,
  /// gồm TP HCM 3.991 ca, Bình Dương 2.009 ca`.
  func isTotal(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard let home = topic.place, home.level > .country,
      (tokens.upperBound..<tokens.upperBound + 5).contains(where: {
        text.word(at: $0) == Self.comprising || text.matches(Self.ofWhich, at: $0)
      })
    else { return false }
    let first = firstIndex(places, from: tokens.upperBound) { $0.tokens.lowerBound }
    let parts = places[first...].prefix(8).prefix { $0.tokens.lowerBound < sentence.upperBound }
    return parts.contains { $0.code == home.code }
      && parts.contains { $0.level >= .province && $0.province != home.province }
  }

  private static let comprising: WordKey = "gồm"
  private static let ofWhich: [WordKey] = ["trong", "đó"]

  /// Whether `tỉnh` stands for the article's own: not `các tỉnh`, `tỉnh thành`, `Tỉnh ủy`.
  private func isBare(provinceAt index: Int) -> Bool {
    guard let next = text.token(at: index + 1), next.isWord, !next.isCapitalised else {
      return false
    }
    return !Self.afterProvince.contains(next.key)
      && !Self.beforeProvince.contains(text.word(at: index - 1))
      && text.token(at: index - 1)?.isNumber != true
  }

  private static let afterProvince: WordSet = [
    "ủy", "uỷ", "lỵ", "lộ", "thành", "đoàn", "khác", "bạn", "phía", "miền", "có",
  ]
  private static let beforeProvince: WordSet = [
    "các", "những", "ngoại", "liên", "cấp", "hai", "ba", "nhiều", "mỗi", "số", "vài", "từng", "một",
    "nội", "bình",
  ]
}
