/// Finds whom or what a stretch of text speaks of, by the names in it.
struct EntityReader: Sendable {
  let text: ArticleText
  let clauses: ClauseReader

  /// Where the text begins after its outlet's name in brackets, as in `(TTXVN) - Sáng nay …`.
  private let outletEnd: Int

  /// By the last word of names of several words, the first such name.
  private var fullNames = WordMap<Range<Int>>()

  /// The name that the text says most often; `nil` where none is said three times.
  private(set) var main: Range<Int>?

  init(text: ArticleText, clauses: ClauseReader) {
    self.text = text
    self.clauses = clauses
    let isBracketed = text.word(at: 0) == ClauseWords.open
    outletEnd =
      isBracketed
      ? (1..<min(8, text.count)).first { text.word(at: $0) == ClauseWords.close } ?? 0 : 0
    var index = 0
    var counts = WordMap<Int>()
    var most = 2
    while let name = firstName(in: index..<text.count) {
      noteFullName(name)
      let key = text.word(at: name.lowerBound)
      let count = (counts[key] ?? 0) + 1
      counts.set(count, for: key)
      if count > most { (most, main) = (count, name) }
      index = name.upperBound
    }
  }

  private mutating func noteFullName(_ name: Range<Int>) {
    var start = name.lowerBound
    while start < name.upperBound, EntityWords.titles.contains(text.word(at: start)) { start += 1 }
    let last = text.word(at: name.upperBound - 1)
    if name.upperBound - start > 1, fullNames[last] == nil {
      fullNames.set(start..<name.upperBound, for: last)
    }
  }

  /// The first name before a token in its sentence.
  ///
  /// - Parameters:
  ///   - index: Where a figure's clause begins.
  ///   - sentence: Its sentence.
  /// - Returns: `nil` where none stands within 60 tokens.
  func entity(before index: Int, in sentence: Range<Int>) -> Range<Int>? {
    firstName(in: max(sentence.lowerBound, index - 60)..<max(sentence.lowerBound, index))
  }

  /// The full name of whom a stretch calls by the last word of it alone; else the stretch.
  func withFullName(_ words: Range<Int>) -> Range<Int> {
    guard let last = words.last, text.tokens[last].isCapitalised,
      words.count == 1 || !text.tokens[last - 1].isCapitalised,
      let name = fullNames[text.word(at: last)]
    else { return words }
    return name
  }

  /// Whether words stand for who has been named before.
  func isPronoun(_ words: Range<Int>) -> Bool {
    guard let first = words.first, words.count <= 3 else { return false }
    return EntityWords.pronouns.longestMatch(in: text, at: first)?.length == words.count
  }

  /// Whether words are a title and a name, or a name of several words alone.
  func isPerson(_ words: Range<Int>) -> Bool {
    guard var first = words.first, words.count <= 6 else { return false }
    let hasTitle = EntityWords.titles.contains(text.word(at: first))
    if hasTitle { first += 1 }
    return words.upperBound - first >= (hasTitle ? 1 : 2)
      && (first..<words.upperBound).allSatisfy {
        text.tokens[$0].isWord && text.tokens[$0].isCapitalised && !clauses.isPlace[$0]
      }
  }

  /// Whether a stretch holds a name.
  func holdsName(_ words: Range<Int>) -> Bool {
    words.contains { text.tokens[$0].isCapitalised && $0 > words.lowerBound }
      || words.first.map { text.tokens[$0].isCapitalised && isName(at: $0) } ?? false
  }

  private func firstName(in words: Range<Int>) -> Range<Int>? {
    var index = max(words.lowerBound, outletEnd)
    while true {
      index = text.next(.capital, from: index, to: words.upperBound)
      guard index < words.upperBound else { return nil }
      let token = text.tokens[index]
      guard !clauses.isPeriod[index], !clauses.isPlace[index],
        isName(at: index), !EntityWords.sources.contains(text.word(at: index - 1)),
        !EntityWords.placeKinds.contains(text.word(at: index - 1)),
        !EntityWords.leading.contains(token.key)
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.upperBound, end - index < 6, !text.tokens[end].flags.contains(.breakBefore),
        text.tokens[end].isCapitalised && text.tokens[end].isWord || isHyphen(at: end)
      {
        end += 1
      }
      if end - index <= 2,
        (index..<end).contains(where: {
          EntityWords.institutions.contains(text.word(at: $0))
        })
      {
        index = end
        continue
      }
      if end - index == 1, isSyllable(at: index) {
        index = end
        continue
      }
      return index..<end
    }
  }

  /// Whether a hyphen joins two parts of a name: `VN-Index`.
  private func isHyphen(at index: Int) -> Bool {
    guard text.word(at: index) == EntityWords.hyphen, text.isTight(at: index),
      let next = text.token(at: index + 1)
    else { return false }
    return !next.hasSpaceBefore && next.isWord && next.isCapitalised
  }

  /// Whether a word looks like one Vietnamese syllable: alone it is a part of a longer name.
  private func isSyllable(at index: Int) -> Bool {
    let token = text.tokens[index]
    guard !token.isAllCapitals || token.count == 1, !token.hasInnerCapital, token.count <= 6 else {
      return false
    }
    return text.bytes[token.bytes].contains { $0 >= 0x80 }
  }

  /// Whether a stretch is nothing but names: `Sa Pa`, `thị xã Sa Pa`, `Gỗ và Topzone` is not.
  func isNameAlone(_ words: Range<Int>) -> Bool {
    guard !words.isEmpty, words.count <= 8 else { return false }
    return words.allSatisfy {
      let token = text.tokens[$0]
      return clauses.isPlace[$0] || token.isWord && token.isCapitalised
        || EntityWords.joints.contains(token.key)
    } && holdsName(words)
  }

  /// Whether a capital begins a name, not only a sentence.
  private func isName(at index: Int) -> Bool {
    let token = text.tokens[index]
    if token.isAllCapitals, token.count > 1 { return true }
    let isFirst =
      token.flags.contains(.breakBefore) || index == 0
      || text.tokens[index - 1].isSymbol
    guard isFirst else { return true }
    guard let next = text.token(at: index + 1), next.isWord else { return false }
    return next.isCapitalised
  }
}

private enum EntityWords {
  /// What stands for who has been named before.
  static let pronouns = PhraseTable(
    [
      "anh", "anh này", "anh ta", "chị", "chị này", "cô", "cô này", "cô ta", "ông", "ông này",
      "ông ta",
      "bà", "bà này", "bà ta", "cậu", "họ", "hắn", "hãng", "hãng này", "công ty", "công ty này",
      "doanh nghiệp", "doanh nghiệp này", "ngân hàng", "ngân hàng này", "đội bóng này", "chuỗi này",
      "tập đoàn", "tập đoàn này", "quỹ này",
    ].map { (phrase: $0, value: true) }
  )

  static let hyphen: WordKey = "-"
  /// After them a name is who says it, not whom it is about.
  static let sources: WordSet = ["theo", "tại", "ở", "của", "giờ"]
  static let titles: WordSet = ["ông", "bà", "anh", "chị", "cô", "em", "cụ"]
  static let leading: WordSet = ["theo", "ở", "tại", "trong", "với", "từ", "sau", "trước", "trên"]
  /// Words that begin the names of offices, of which only capitals would be taken.
  static let institutions: WordSet = [
    "công", "thể", "bảo", "quỹ", "trung", "bộ", "sở", "ủy", "ngân", "phó", "chủ", "tổng", "giám",
    "hội",
    "ban", "đại", "nhà", "trường", "bệnh", "cục", "chi", "tập", "viện", "phòng", "khoa", "ông",
    "bà",
    "chính", "quốc", "luật", "nghị", "đảng", "liên", "giáo", "văn", "kinh", "tài", "nông", "xây",
    "kế",
    "khu", "thành", "hiệp", "đầu", "kiểm", "phục", "cơ", "hành", "riêng", "ubnd", "hđnd", "tand",
    "quý", "năm", "tháng", "ngày", "sau", "theo", "trong", "ảnh",
  ]

  /// After them a name is where something is, not what it is.
  static let placeKinds: WordSet = [
    "phố", "ngõ", "đường", "quận", "huyện", "xã", "phường", "tỉnh", "khu", "thôn", "ấp", "trấn",
  ]
  static let joints: WordSet = [
    "và", "-", "&", "huyện", "xã", "phường", "tỉnh", "thị", "thành", "phố",
  ]
}
