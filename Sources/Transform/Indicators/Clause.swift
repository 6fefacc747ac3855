import Records

/// The words of a figure's clause, before and after it, that may name what it measures.
struct ClauseReader: Sendable {
  let text: ArticleText

  /// For each token whether it belongs to a figure.
  let isFigure: [Bool]

  /// For each token whether it belongs to an expression of time.
  let isPeriod: [Bool]

  /// For each token whether it belongs to a place's name.
  let isPlace: [Bool]

  /// The words before a figure, back to the next mark or figure, without what only joins it.
  ///
  /// - Parameters:
  ///   - start: Where the figure begins.
  ///   - floor: Where its sentence begins.
  /// - Returns: The words, and the mark or figure that ended the search; `nil` for the sentence's
  ///   beginning.
  func left(of start: Int, floor: Int) -> (words: Range<Int>, stop: Int?) {
    let (words, stop) = stretch(before: start, floor: floor)
    return (trimmed(words), stop)
  }

  /// The words before a figure, back to the next mark or figure, with all that joins them.
  func stretch(before start: Int, floor: Int) -> (words: Range<Int>, stop: Int?) {
    let floor = max(floor, start - ClauseWords.longest)
    var place = start
    let (close, that) = (ClauseWords.close, ClauseWords.that)
    while place > floor {
      let token = text.tokens[place - 1]
      if token.key == close, let open = aside(endingAt: place - 1, floor: floor) {
        place = open
        continue
      }
      if isFigure[place - 1] || isBreak(token, at: place - 1) { break }
      if token.key == that, place < start - 1 { break }
      place -= 1
    }
    return (place..<start, place > floor ? place - 1 : nil)
  }

  /// The words right before a figure, verbs and joints too, back to a comma or bracket.
  func wordsBefore(_ start: Int, floor: Int) -> Range<Int> {
    var place = start
    while place > max(floor, start - 5), text.tokens[place - 1].isWord, !isFigure[place - 1] {
      place -= 1
    }
    return place..<start
  }

  /// Where a bracket opens that closes at a token and holds no figure.
  private func aside(endingAt index: Int, floor: Int) -> Int? {
    var place = index - 1
    while place >= max(floor, index - 32), !isFigure[place] {
      if text.word(at: place) == ClauseWords.open { return place }
      place -= 1
    }
    return nil
  }

  /// The words after a figure, up to the next mark, figure or verb.
  func right(of end: Int, ceiling: Int, limit: Int, past joint: WordKey? = nil) -> Range<Int> {
    var place = end
    let (stops, and) = (ClauseWords.rightStops, ClauseWords.and)
    while place < min(ceiling, end + limit) {
      let token = text.tokens[place]
      if isFigure[place] || isPeriod[place] || isBreak(token, at: place) { break }
      if stops.contains(token.key), token.isWord, token.key != joint,
        ClauseWords.heldStops.longestMatch(in: text, at: place) == nil
      {
        break
      }
      if token.key == and, leadsToFigure(from: place + 1, ceiling: ceiling) { break }
      place += 1
    }
    var last = place
    while last > end, ClauseWords.rightEnds.contains(text.word(at: last - 1)) { last -= 1 }
    return end..<last
  }

  /// Whether words after a joint belong to a figure of their own: `… doanh thu và lãi ròng 797 tỷ
  /// đồng`, `… và một số lượng không rõ`.
  private func leadsToFigure(from start: Int, ceiling: Int) -> Bool {
    for place in start..<max(start, min(ceiling, start + 6)) {
      if isFigure[place] { return true }
      if !text.tokens[place].isWord { return false }
      // `cấp nước và thoát nước thuộc 10 huyện`
      if place > start, ClauseWords.owning.contains(text.word(at: place)) { return false }
    }
    return text.matches(ClauseWords.some, at: start)
  }

  func isBreak(_ token: Token, at index: Int) -> Bool {
    guard token.isSymbol else { return false }
    if token.key == ClauseWords.point {
      guard let next = text.token(at: index + 1) else { return true }
      return next.hasSpaceBefore || next.isSymbol
    }
    if ClauseWords.inner.contains(token.key) {
      if ClauseWords.dashes.contains(token.key), joinsNames(at: index) { return false }
      // A hyphen or slash between words belongs to a name.
      return token.hasSpaceBefore && (text.token(at: index + 1)?.hasSpaceBefore ?? true)
        && token.key != ClauseWords.quote
    }
    return true
  }

  /// Whether a dash stands between two names: `cao tốc Bến Lức - Long Thành`.
  func joinsNames(at index: Int) -> Bool {
    guard let before = text.token(at: index - 1), let after = text.token(at: index + 1),
      // `TPO - Sáng nay …`
      !(before.isAllCapitals && before.flags.contains(.breakBefore))
    else { return false }
    return before.isWord && before.isCapitalised && after.isWord && after.isCapitalised
      && !after.flags.contains(.breakBefore)
  }

  /// Whether words are times and what leads to them alone: `trong 3 tháng (từ tháng 7) có`.
  func isTimeAlone(_ words: Range<Int>) -> Bool {
    words.allSatisfy {
      isPeriod[$0] || !text.tokens[$0].isWord || ClauseWords.leading.contains(text.word(at: $0))
    }
  }

  /// Words without verbs and joints at their ends, and without times at their beginning.
  func trimmed(_ words: Range<Int>) -> Range<Int> {
    var (start, end) = (words.lowerBound, words.upperBound)
    let (whole, trailing) = (ClauseWords.whole, ClauseWords.trailing)
    while end > start {
      if isPeriod[end - 1] {
        end -= 1
        continue
      }
      guard let trail = trailing.longestMatch(in: text, endingAt: end, from: start, limit: 3),
        whole.longestMatch(in: text, endingAt: end, from: start, limit: 3) == nil
      else { break }
      end -= trail.length
    }
    let leading = ClauseWords.leading
    while start < end,
      isPeriod[start] || leading.contains(text.word(at: start)) && !beginsNoun(at: start),
      !text.matches(ClauseWords.growth, at: start) || end - start < 3
    {
      start += 1
    }
    return start..<end
  }

  /// Whether a syllable begins a noun of several: `Thời hạn` goes on, `thời` alone only leads.
  private func beginsNoun(at index: Int) -> Bool {
    if let head = IndicatorLexicon.heads.longestMatch(in: text, at: index), head.length > 1 {
      return true
    }
    return CountNoun.table.longestMatch(in: text, at: index).map { $0.length > 1 } ?? false
  }
}

enum ClauseWords {
  /// How far before a figure its clause is sought, in tokens.
  static let longest = 120

  static let and: WordKey = "và"
  static let aux: WordSet = ["không", "đã", "sẽ", "được", "bị", "đang", "chưa"]
  static let growth: [WordKey] = ["tăng", "trưởng"]
  static let some: [WordKey] = ["một", "số"]
  static let quote: WordKey = "\""
  static let point: WordKey = "."
  static let that: WordKey = "rằng"
  static let dashes: WordSet = ["-", "–"]
  static let open: WordKey = "("
  static let close: WordKey = ")"

  /// Marks that do not end a clause where they touch a word.
  static let inner: WordSet = ["-", "–", "/", "&", "\"", "“", "”", "'", "‘", "’", "+"]

  /// What stands between a name and its figure and is no part of either.
  static let trailing = phrases(
    "là, đạt, tăng, giảm, lên, xuống, còn, chỉ, mức, khoảng, gần, hơn, trên, dưới, với, có, được,"
      + " ước, tới, đến, từ, về, bằng, chiếm, gồm, thêm, và, tại, ở, của, cho, trong, quanh, vượt,"
      + " mốc, ngưỡng, vùng, hay, lần, lượt, đã, đang, sẽ, mạnh, nhẹ, vọt, gấp, thành, cũng, đều,"
      + " nhích, thấp, cao, số, đó, này, khi, do, vì, để, thì, mà, bị, theo, cùng, chừng, đứng, ra,"
      + " vào, đây, kém, chưa, không, quá, mất, tận, âm, thường, vẫn, lại, như"
      + ", bao gồm, tương đương, tương ứng, tối đa, tối thiểu, ít nhất, bình quân, trung bình, tiếp tục,"
      + " con số, xấp xỉ, ghi nhận, dự kiến, chưa đầy, dao động, phổ biến, không quá, chưa đến,"
      + " nhiều nhất, cao nhất, thấp nhất, lần lượt, ước tính, tính đến, trung bình là"
  )

  /// Words whose last syllable is not the one that trails.
  static let whole = phrases(
    "hàng không, quân số, hiện tại, tồn tại, dân số, chỉ số, doanh số, điểm số, tham số, hộp số, đa số,"
      + " bán ra, mua vào, đầu ra, đầu vào, chiều cao, độ cao, nâng cao, định mức,"
      + " hạn mức, mức tăng, mức giảm, tốc độ tăng, hoàn thành, trưởng thành, bất thường,"
      + " máy tính, giới tính, giá thành, tỉnh thành, thông thường, bình thường, thiệt hại, còn lại,"
      + " đi lại, trở lại, tổng số, cấp cao"
  )

  /// What leads from a thing to whose it is.
  static let owning: WordSet = ["của", "thuộc"]

  /// Words of which the first syllable alone would end what narrows a figure.
  static let heldStops = phrases("theo dõi, là ngà, sau đại học, trước bạ, hay biết, do thám")

  private static func phrases(_ list: String) -> PhraseTable<Bool> {
    PhraseTable(list.split(separator: ",").map { (String($0.drop { $0 == " " }), true) })
  }

  /// What joins a clause to what is before it.
  static let leading: WordSet = [
    "và", "với", "trong", "đó", "đồng", "thời", "ngoài", "ra", "tuy", "nhiên", "theo", "hiện",
    "nay",
    "đã", "đang", "sẽ", "cùng", "bên", "cạnh", "riêng", "còn", "là", "nhưng", "song", "mà", "thì",
    "khi", "do", "vì", "nên", "để", "có", "được", "bị", "đạt", "gồm", "tăng", "giảm", "cụ",
    "thể", "cho", "biết", "rằng", "này", "tại", "ở", "từ", "đến", "của", "như", "vậy", "tính",
    "sau",
    "trước", "tương", "đương", "ứng", "hay", "tức", "nhờ", "qua", "lên", "xuống", "vẫn", "cũng",
    "về",
    "đáng", "chú", "ý", "hơn", "nữa", "mới", "vừa", "khiến", "nếu", "dù", "so", "thêm", "vào",
  ]

  /// Verbs and joints after a figure that end what narrows it.
  static let rightEnds: WordSet = [
    "của", "và", "ở", "tại", "trong", "từ", "đến", "cho", "các", "những", "có", "được", "vào", "đã",
    "thuộc", "với", "dọc",
  ]

  static let rightStops: WordSet = [
    "so", "tăng", "giảm", "chiếm", "bằng", "nhằm", "để", "vì", "do", "khi", "nhưng", "nên", "lên",
    "xuống", "như", "cùng", "trước", "sau", "là", "theo", "hay", "thì", "mà", "với", "tùy", "dù",
  ]
}
