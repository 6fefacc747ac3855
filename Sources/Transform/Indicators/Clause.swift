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
    var place = start
    while place > floor {
      let token = text.tokens[place - 1]
      if token.key == ClauseWords.close, let open = aside(endingAt: place - 1, floor: floor) {
        place = open
        continue
      }
      if isFigure[place - 1] || isBreak(token, at: place - 1) { break }
      if token.key == ClauseWords.that, place < start - 1 { break }
      place -= 1
    }
    let stop = place > floor ? place - 1 : nil
    return (trimmed(place..<start), stop)
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
    while place >= max(floor, index - 16), !isFigure[place] {
      if text.word(at: place) == ClauseWords.open { return place }
      place -= 1
    }
    return nil
  }

  /// The words after a figure, up to the next mark, figure or verb.
  func right(of end: Int, ceiling: Int, limit: Int, past joint: WordKey? = nil) -> Range<Int> {
    var place = end
    while place < min(ceiling, end + limit) {
      let token = text.tokens[place]
      if isFigure[place] || isPeriod[place] || isBreak(token, at: place) { break }
      if ClauseWords.rightStops.contains(token.key), token.isWord, token.key != joint { break }
      place += 1
    }
    var last = place
    while last > end, ClauseWords.rightEnds.contains(text.word(at: last - 1)) { last -= 1 }
    return end..<last
  }

  private func isBreak(_ token: Token, at index: Int) -> Bool {
    guard token.isSymbol else { return false }
    if token.key == ClauseWords.point {
      guard let next = text.token(at: index + 1) else { return true }
      return next.hasSpaceBefore || next.isSymbol
    }
    if ClauseWords.inner.contains(token.key) {
      // A hyphen or slash between words belongs to a name.
      return token.hasSpaceBefore && (text.token(at: index + 1)?.hasSpaceBefore ?? true)
        && token.key != ClauseWords.quote
    }
    return true
  }

  /// Words without verbs and joints at their ends, and without times at their beginning.
  func trimmed(_ words: Range<Int>) -> Range<Int> {
    var (start, end) = (words.lowerBound, words.upperBound)
    while end > start {
      guard isPeriod[end - 1] || ClauseWords.trailing.contains(text.word(at: end - 1)) else {
        break
      }
      end -= 1
    }
    while start < end {
      guard isPeriod[start] || ClauseWords.leading.contains(text.word(at: start)) else {
        break
      }
      start += 1
    }
    return start..<end
  }
}

enum ClauseWords {
  static let quote: WordKey = "\""
  static let point: WordKey = "."
  static let that: WordKey = "rằng"
  static let open: WordKey = "("
  static let close: WordKey = ")"

  /// Marks that do not end a clause where they touch a word.
  static let inner: WordSet = ["-", "–", "/", "&", "\"", "“", "”", "'", "‘", "’", "+"]

  /// What stands between a name and its figure and is no part of either.
  static let trailing: WordSet = [
    "là", "đạt", "tăng", "giảm", "lên", "xuống", "còn", "chỉ", "mức", "khoảng", "gần", "hơn",
    "trên",
    "dưới", "với", "có", "được", "ước", "tới", "đến", "từ", "về", "bằng", "chiếm", "gồm", "thêm",
    "và",
    "tại", "ở", "của", "cho", "trong", "quanh", "vượt", "mốc", "ngưỡng", "vùng", "tương", "đương",
    "ứng", "hay", "lần", "lượt", "đã", "đang", "sẽ", "tối", "đa", "thiểu", "ít", "nhất", "mạnh",
    "nhẹ",
    "vọt", "gấp", "thành", "bình", "quân", "trung", "tiếp", "tục", "cũng", "đều", "nhích", "thấp",
    "cao", "con", "số", "đó", "này", "khi", "do", "vì", "để", "thì", "mà", "bị", "theo", "cùng",
    "tính",
    "xấp", "xỉ", "chừng", "đứng", "ra", "vào", "đây", "ghi", "nhận", "dự", "kiến", "kém", "chưa",
    "không", "quá", "đầy", "mất", "tận", "âm", "dao", "động", "phổ", "biến",
  ]

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
  ]

  static let rightStops: WordSet = [
    "so", "tăng", "giảm", "chiếm", "bằng", "nhằm", "để", "vì", "do", "khi", "nhưng", "nên", "lên",
    "xuống", "như", "cùng", "trước", "sau", "là", "theo", "hay", "thì", "mà", "với", "tùy", "dù",
  ]
}
