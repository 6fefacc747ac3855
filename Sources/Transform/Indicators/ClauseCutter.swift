/// Cuts a clause into its subject and what is told of it, by a lexicon of verbs.
struct ClauseCutter: Sendable {
  let text: ArticleText
  let clauses: ClauseReader

  /// What a verb does to the words around it.
  enum Verb: String {
    case says
    case aux
    case leads
    case moves
    case has
    case acts

    /// Words that hold a verb as a syllable and are none.
    case noun
  }

  /// The first verb of a stretch, after its first word; `nil` where there is none.
  func verb(in words: Range<Int>) -> (tokens: Range<Int>, sort: Verb)? {
    var index = words.lowerBound
    while index < words.upperBound {
      guard let match = CutterWords.verbs.longestMatch(in: text, at: index) else {
        index += 1
        continue
      }
      let end = index + match.length
      if match.value != .noun, end <= words.upperBound,
        isVerb(at: index, of: words, match.value, end)
      {
        return main(from: index, end: end, match.value, in: words)
      }
      index = end
    }
    return nil
  }

  /// A verb with the words that lead to it: `vừa công bố`.
  private func main(from start: Int, end: Int, _ sort: Verb, in words: Range<Int>)
    -> (tokens: Range<Int>, sort: Verb)
  {
    var (end, sort) = (end, sort)
    while sort == .aux || sort == .leads, end < words.upperBound,
      let next = CutterWords.verbs.longestMatch(in: text, at: end), next.value != .noun,
      end + next.length <= words.upperBound
    {
      (end, sort) = (end + next.length, next.value)
    }
    // `được kỳ vọng` tells of its subject.
    let isPassive = sort == .says && CutterWords.passive.contains(text.word(at: start))
    return (start..<end, isPassive ? .aux : sort)
  }

  /// Whether a word of the lexicon is a verb where it stands: not in a name, nor after a noun that
  /// makes one noun with it, as in `phương án chào bán`.
  private func isVerb(at index: Int, of words: Range<Int>, _ sort: Verb, _ end: Int) -> Bool {
    let isNext = text.token(at: end).map { $0.isWord && $0.isCapitalised } ?? false
    if text.tokens[index].isCapitalised, index > words.lowerBound || isNext { return false }
    if clauses.isFigure[index] || clauses.isPeriod[index] { return false }
    guard index > words.lowerBound else { return sort != .leads || leads(to: end) }
    if CutterWords.nominal.contains(text.word(at: index - 1)), sort != .aux, sort != .has {
      return false
    }
    return sort != .leads || leads(to: end)
  }

  private func leads(to end: Int) -> Bool {
    CutterWords.verbs.longestMatch(in: text, at: end).map { $0.value != .noun } ?? false
  }

  /// A clause of a sentence: its subject, and its first verb.
  struct Cut {
    /// Empty where the clause has none.
    var subject: Range<Int>
    var verb: (tokens: Range<Int>, sort: Verb)?
  }

  /// Cuts a clause that goes from mark to mark.
  func cut(_ clause: Range<Int>) -> Cut {
    var start = clause.lowerBound
    while start < clause.upperBound {
      if clauses.isPeriod[start] || text.tokens[start].isSymbol {
        start += 1
      } else if let lead = CutterWords.leading.longestMatch(in: text, at: start) {
        start += lead.length
      } else {
        break
      }
    }
    let clause = min(start, clause.upperBound)..<clause.upperBound
    start = clause.lowerBound
    let verb = verb(in: clause)
    var end = verb?.tokens.lowerBound ?? clause.upperBound
    if let figure = (start..<end).first(where: { clauses.isFigure[$0] }) { end = figure }
    while end > start,
      CutterWords.trailing.contains(text.word(at: end - 1)) || clauses.isPeriod[end - 1]
    {
      end -= 1
    }
    if CutterWords.prepositions.contains(text.word(at: start)) { end = start }
    return Cut(subject: start..<end, verb: verb)
  }

  /// Whether a stretch is nothing but a verb: `công bố [báo cáo]`.
  func isVerb(_ words: Range<Int>) -> Bool {
    verb(in: words)?.tokens == words
  }

  /// Whether a word before a stretch makes it where, when or for whom something is.
  func isLed(_ words: Range<Int>) -> Bool {
    CutterWords.prepositions.contains(text.word(at: words.lowerBound - 1))
      || CutterWords.prepositions.contains(text.word(at: words.lowerBound))
  }

  /// A name with the names of a list before it: `[Đồng Nai, Bình Dương,] Cà Mau`.
  func listed(_ name: Range<Int>, floor: Int) -> Range<Int> {
    var start = name.lowerBound
    while start - 1 > floor, text.word(at: start - 1) == CutterWords.comma {
      var place = start - 1
      while place > floor, start - place < 8, text.tokens[place - 1].isCapitalised,
        !clauses.isFigure[place - 1]
      {
        place -= 1
      }
      guard place < start - 1, name.upperBound - place <= 16 else { break }
      start = place
    }
    return start..<name.upperBound
  }

  /// The clauses of a sentence before a token, the nearest first: from mark to mark, what stands in
  /// brackets left out.
  func clausesBefore(_ index: Int, floor: Int, limit: Int = 4) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (end, place) = (index, index)
    let floor = max(floor, index - 90)
    while place > floor, found.count < limit {
      let token = text.tokens[place - 1]
      guard clauses.isBreak(token, at: place - 1) else {
        place -= 1
        continue
      }
      if place < end { found.append(place..<end) }
      place -= 1
      if token.key == ClauseWords.close {
        while place > floor, text.word(at: place) != ClauseWords.open { place -= 1 }
      }
      end = place
    }
    if place < end, found.count < limit { found.append(place..<end) }
    return found
  }
}

private enum CutterWords {
  static let verbs = PhraseTable(
    rows(ofLexicon: LexiconFiles.clauseVerbs).map { row in
      (row[0], row.count == 1 ? .acts : ClauseCutter.Verb(rawValue: row[1]) ?? .noun)
    }
  )

  /// Nouns that make one noun with the verb after them.
  static let nominal: WordSet = [
    "gói", "việc", "sự", "số", "mức", "người", "nhà", "vị", "quan", "động", "án", "hoạch", "trình",
    "đợt",
    "khoản", "tiền", "giá", "đồng", "tác", "quyền", "cầu", "năng", "phí", "của", "về", "vụ", "phẩm",
    "máy", "lệ", "độ", "kỳ", "cuộc", "cách", "để", "hình", "ty", "thức", "điều", "kiện", "suất",
    "nguồn", "dòng", "lượng", "phần", "đơn", "hợp", "lệnh", "trái", "hồ", "sơ", "ngày", "lần",
    "phiên",
    "thời", "gian", "hạn", "ngành", "khu", "bộ", "phòng", "ban", "nhóm", "cơ", "tổng", "phương",
    "tiện",
    "tỷ", "vốn", "chi", "thu", "và",
  ]

  /// What joins a clause to what is before it.
  static let leading = PhraseTable(
    [
      "trong khi đó", "trong khi", "trong đó", "trong số đó", "trong số này", "trước đó", "sau đó",
      "theo đó", "do đó", "nhờ đó", "qua đó", "từ đó", "bên cạnh đó", "cùng với đó", "ngoài ra",
      "tuy nhiên", "tuy vậy", "đồng thời", "hiện nay", "hiện", "mặt khác", "ngược lại",
      "đáng chú ý",
      "đặc biệt", "cụ thể", "hơn nữa", "vì vậy", "vì thế", "như vậy", "còn", "riêng", "chỉ riêng",
      "và",
      "nhưng", "song", "mà", "thì", "khi", "khiến", "nếu", "dù", "rằng", "cả", "các", "những",
      "một", "là", "thậm chí", "đến nay", "như", "cùng", "tức", "đơn cử", "chẳng hạn", "ví dụ",
      "thực tế",
      "tiếp theo", "tiếp đến", "tương tự", "trước đây", "đây", "nếu trước đây",
      "mặc dù", "cho dù", "ban đầu", "tuy", "dẫu",
    ].map { ($0, true) }
  )

  static let passive: WordSet = ["được", "bị"]
  static let comma: WordKey = ","

  /// What ends no subject.
  static let trailing: WordSet = [
    "và", "với", "của", "cho", "từ", "tại", "ở", "này", "đó", "thì", "mà",
  ]

  /// Words after which a noun is where, when or by what, not whom a clause tells of.
  static let prepositions: WordSet = [
    "tại", "ở", "từ", "đến", "với", "về", "qua", "dưới", "trên", "giữa", "đối", "so", "xét", "bằng",
    "để", "cho", "vào", "nhằm", "tính", "lũy", "trong", "ngoài", "sau", "trước", "nhờ", "do", "vì",
    "bởi",
    "theo", "bên", "trừ", "cạnh", "thay", "lúc", "hôm", "thời", "phiên", "vào", "kể", "dựa",
    "thông", "cùng",
  ]
}
