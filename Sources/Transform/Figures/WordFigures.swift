import Records

extension FigureReader {
  /// Reads what the number word at `index` begins; `nil` where it can begin no number.
  func read(_ word: NumberWord, at index: Int, in sentence: Range<Int>, limit: Int) -> Outcome? {
    guard word.canBegin else { return nil }
    let token = text.tokens[index]
    let isFirst = index == sentence.lowerBound || text.tokens[index - 1].isSymbol
    if token.isCapitalised, !isFirst || isName(at: index) {
      return none(index..<index + 1, .name)
    }
    switch word {
    case .fraction: return half(at: index, in: sentence, limit: limit)
    case .scale: return scaleAlone(at: index, in: sentence, limit: limit)
    case .unit, .ten: return spelled(word, at: index, in: sentence, limit: limit)
    case .tail, .tens, .zero, .half, .point: return nil
    }
  }

  func none(_ tokens: Range<Int>, _ reason: Reason) -> Outcome {
    .notFigure(Mask(tokens: tokens, reason: reason))
  }

  /// Whether a capital number word and what follows are a name: `Ba Huân`, `Triệu Sơn`.
  private func isName(at index: Int) -> Bool {
    guard let next = text.token(at: index + 1), next.isWord, next.hasSpaceBefore else {
      return false
    }
    return next.isCapitalised && !next.isAllCapitals
  }

  private func spelled(
    _ word: NumberWord,
    at index: Int,
    in sentence: Range<Int>,
    limit: Int
  ) -> Outcome {
    if let rank = rank(at: index, in: sentence, limit: limit) {
      return .figure(rank)
    }
    if text.word(at: index - 1) == ShareWords.all, !text.tokens[index].isCapitalised,
      text.word(at: index + 1) != ShareWords.part, amounts.scale(at: index + 1) == nil
    {
      return none(index..<index + 1, .participants)
    }
    if text.word(at: index - 1) == SpelledWords.bar { return none(index..<index + 1, .homograph) }
    if let label = ordinalWord(at: index) { return none(index..<index + 1, label) }
    guard let amount = amounts.amount(at: index, limit: limit) else {
      return none(index..<index + 1, .homograph)
    }
    if let share = spelledShare(amount, in: sentence, limit: limit) {
      return .figure(share)
    }
    if amount.tokens.count > 1 {
      return figure(from: amount, in: sentence, limit: limit)
    }
    if word == .unit(1) {
      if text.word(at: index + 1) == ShareWords.half {
        return half(at: index + 1, in: sentence, limit: limit)
      }
      return none(index..<index + 1, .oneAsArticle)
    }
    return singleWord(amount, in: sentence, limit: limit)
  }

  /// `hai` to `mười` alone: a figure where it counts something that is reported.
  private func singleWord(_ amount: Amount, in sentence: Range<Int>, limit: Int) -> Outcome {
    let index = amount.tokens.lowerBound
    let unit = units.unit(at: index + 1, after: amount, limit: limit)
    if let pair = pair(from: amount, unit, in: sentence, limit: limit),
      case .figures(let drafts, _) = pair, drafts.allSatisfy({ $0.unit?.isKnown == true })
    {
      return pair
    }
    if let ratio = ratio(from: amount, unit, in: sentence, limit: limit) {
      return .figures([ratio], end: ratio.tokens.upperBound)
    }
    guard let unit else { return none(amount.tokens, .homograph) }
    if let multiple = multiple(from: amount, unit, in: sentence) {
      return .figure(multiple)
    }
    let word = text.word(at: index)
    if SpelledWords.homographs.contains(word),
      !unit.isKnown && !isListedName(at: index) && !isThree(at: index)
        || word == SpelledWords.year && SpelledWords.beforeYear.contains(text.word(at: index - 1))
        || text.token(at: index - 1)?.isNumber == true
    {
      return none(amount.tokens, .homograph)
    }
    if text.tokens[index].isCapitalised, text.word(at: index + 1) == SpelledWords.people,
      unit.tokens.count == 1
    {
      return none(amount.tokens, .participants)
    }
    if text.matches(SpelledWords.figures, at: index + 1) { return none(amount.tokens, .vague) }
    if SpelledWords.participants.contains(text.word(at: index + 1)), unit.tokens.count == 1 {
      return none(amount.tokens, .participants)
    }
    if text.word(at: unit.tokens.upperBound) == SpelledWords.this {
      return none(amount.tokens, .participants)
    }
    return figure(from: amount, in: sentence, limit: limit)
  }

  /// Whether `ba` at a token is three, not a father.
  private func isThree(at index: Int) -> Bool {
    text.word(at: index) == SpelledWords.three && text.word(at: index - 1) != SpelledWords.fork
      && !SpelledWords.ofFathers.contains(text.word(at: index + 1))
  }

  /// `, năm Ngoại hạng Anh và ba Cup Liên đoàn`: names that are counted, in a list.
  private func isListedName(at index: Int) -> Bool {
    text.token(at: index + 1)?.isCapitalised == true
      && ShareWords.listed.contains(text.word(at: index - 1))
  }

  /// `thứ hai`, `số một`, `lần hai`, `tháng tư`.
  private func ordinalWord(at index: Int) -> Reason? {
    let before = text.word(at: index - 1)
    if before == MaskReader.Words.ordinal, !masks.isRank(beforeOrdinalAt: index - 1) {
      return .ordinal
    }
    if SpelledWords.labels.contains(before),
      units.unit(
        at: index + 1,
        after: Amount(
          tokens: index..<index + 1,
          mantissa: ExactNumber(1),
          exponent: 0,
          decimals: 0,
          hasScale: false,
          isSpelled: true
        ),
        limit: text.count
      )?.isKnown != true
    {
      return .ordinal
    }
    return nil
  }

  /// `hai phần ba diện tích`, `1 phần 3`.
  private func spelledShare(_ amount: Amount, in sentence: Range<Int>, limit: Int) -> Draft? {
    let end = amount.tokens.upperBound
    guard text.word(at: end) == ShareWords.part,
      let whole = amounts.amount(at: end + 1, limit: limit), let a = amount.value,
      let b = whole.value, a < b
    else { return nil }
    return share(amount, of: whole, end: whole.tokens.upperBound, in: sentence, limit: limit)
  }

  /// `một nửa số hộ`, `nửa số hộ`; any other `nửa` is no figure.
  private func half(at index: Int, in sentence: Range<Int>, limit: Int) -> Outcome {
    let hasOne = text.word(at: index - 1) == ShareWords.one
    let next = text.word(at: index + 1)
    guard hasOne || next == MaskReader.Words.number, !ShareWords.ofTime.contains(next) else {
      return none(index..<index + 1, .homograph)
    }
    let start = hasOne ? index - 1 : index
    let one = Amount(
      tokens: start..<index + 1,
      mantissa: ExactNumber(1),
      exponent: 0,
      decimals: 0,
      hasScale: false,
      isSpelled: true
    )
    var two = one
    two.mantissa = ExactNumber(2)
    let draft = share(one, of: two, end: index + 1, in: sentence, limit: limit)
    return .figure(draft)
  }

  private func share(
    _ part: Amount,
    of whole: Amount,
    end: Int,
    in sentence: Range<Int>,
    limit: Int
  ) -> Draft {
    let number = part.tokens.lowerBound..<end
    var draft = Draft(
      tokens: number,
      number: number,
      amount: part,
      form: .ratio,
      whole: whole,
      sentence: sentence
    )
    var start = end
    while start < limit, ShareWords.filler.contains(text.word(at: start)) { start += 1 }
    if let noun = units.countedNoun(at: start, limit: limit, isSpelled: false) {
      draft.unit = noun
      if start == end { draft.tokens = number.lowerBound..<noun.tokens.upperBound }
    }
    return draft
  }

  /// `gần chục căn nhà`; `hàng trăm`, `triệu USD` and the like are vague.
  private func scaleAlone(at index: Int, in sentence: Range<Int>, limit: Int) -> Outcome {
    guard amounts.scale(at: index) != nil else { return none(index..<index + 1, .homograph) }
    var end = index
    var exponent = 0
    while end < limit, let power = amounts.scale(at: end) {
      exponent += power
      end += 1
    }
    guard ShareWords.nearly.contains(text.word(at: index - 1)), exponent <= 12 else {
      let isVague = ShareWords.vague.contains(text.word(at: index - 1))
      return none(index..<end, isVague ? .vague : .homograph)
    }
    let amount = Amount(
      tokens: index..<end,
      mantissa: ExactNumber(1),
      exponent: exponent,
      decimals: 0,
      hasScale: true,
      isSpelled: true
    )
    guard let unit = units.unit(at: end, after: amount, limit: limit), unit.isKnown else {
      return none(index..<end, .vague)
    }
    return figure(from: amount, in: sentence, limit: limit)
  }

  enum ShareWords {
    static let part: WordKey = "phần"
    static let one: WordKey = "một"
    static let all: WordKey = "cả"
    static let half: WordKey = "nửa"
    static let ofTime: WordSet = ["đầu", "cuối", "đêm", "năm", "tháng", "ngày", "giờ"]
    static let listed: WordSet = [",", "và", ";"]
    static let filler: WordSet = ["số", "các", "tổng", "lượng"]
    static let nearly: WordSet = ["gần", "hơn", "khoảng", "ngót"]
    static let vague: WordSet = [
      "hàng", "vài", "mấy", "nhiều", "cả", "dăm", "bạc", "những", "chừng",
    ]
  }

  enum SpelledWords {
    /// Words with another meaning: year, ripe, father.
    static let homographs: WordSet = ["năm", "chín", "ba"]
    static let year: WordKey = "năm"
    static let beforeYear: WordSet = [
      "mỗi", "hàng", "các", "những", "nhiều", "cả", "đầu", "cuối", "giữa", "trong", "từ", "theo",
      "vài", "mấy", "một", "nửa", "thường", "trọn", "suốt", "sang", "hết",
    ]
    /// After a counted noun it points back: `hai nguồn này`.
    static let this: WordKey = "này"
    /// `đòn bẩy` is a lever.
    static let bar: WordKey = "đòn"
    static let fork: WordKey = "ngã"
    static let three: WordKey = "ba"
    static let people: WordKey = "người"
    static let ofFathers: WordSet = [
      "tôi", "mẹ", "má", "em", "con", "anh", "lô", "láp", "ruột", "vợ",
    ]

    /// `hai con số` tells no number but how long it is.
    static let figures: [WordKey] = ["con", "số"]

    static let labels: WordSet = [
      "lần", "số", "hạng", "vòng", "hiệp", "ván", "tháng", "lớp", "khóa", "tập", "giải", "bên",
      "kỳ", "thế", "nhóm", "đợt", "quý", "bài", "phần", "cấp", "mức", "bước", "loại",
    ]
    static let participants: WordSet = [
      "bên", "nước", "phía", "đội", "vợ", "chồng", "ông", "bà", "anh", "chị", "cô", "chàng", "mẹ",
      "cha", "bố", "thầy", "màu", "hệ", "mặt", "chân", "tay", "vai", "mắt", "tai", "đầu", "lớp",
      "miền", "cực", "chiều", "cánh", "đứa", "cậu", "chú", "bạn", "em", "con", "phe", "nửa", "cơ",
      "nhà", "thái", "bờ", "hàng", "chữ", "từ", "con", "tính", "trong", "thứ", "năm",
    ]
  }
}
