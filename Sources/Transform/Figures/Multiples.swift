import Records

extension FigureReader {
  /// `gấp đôi`, `gấp 2,5 lần`, `tăng 3 lần`, `gấp rưỡi`; `nil` where no multiple is said.
  ///
  /// `unit` is what follows `amount`.
  func multiple(from amount: Amount, _ unit: UnitReading?, in sentence: Range<Int>) -> Draft? {
    let start = amount.tokens.lowerBound
    let end = amount.tokens.upperBound
    let hasTimes = text.word(at: end) == MultipleWords.times
    guard let verb = multiplier(before: start, in: sentence, hasTimes: hasTimes) else { return nil }
    guard hasTimes || text.word(at: verb) == MultipleWords.fold else { return nil }
    if !hasTimes, unit?.isKnown == true { return nil }
    let isWhole = !hasTimes
    return Draft(
      tokens: (isWhole ? verb : start)..<(hasTimes ? end + 1 : end),
      number: amount.tokens,
      amount: amount,
      form: .multiple,
      unit: timesUnit(at: hasTimes ? end..<end + 1 : end..<end),
      kind: .multiple,
      sentence: sentence
    )
  }

  /// `gấp đôi`, `gấp rưỡi`: what follows is no number.
  func foldWord(at index: Int, in sentence: Range<Int>) -> Draft? {
    guard text.word(at: index) == MultipleWords.fold,
      let value = MultipleWords.folds[text.word(at: index + 1)], index + 1 < sentence.upperBound
    else { return nil }
    let tokens = index..<index + 2
    return Draft(
      tokens: tokens,
      number: index + 1..<index + 2,
      amount: Amount(
        tokens: index + 1..<index + 2,
        mantissa: value,
        exponent: 0,
        decimals: 0,
        hasScale: false,
        isSpelled: true
      ),
      form: .multiple,
      unit: timesUnit(at: index + 2..<index + 2),
      kind: .multiple,
      sentence: sentence
    )
  }

  private func timesUnit(at tokens: Range<Int>) -> UnitReading {
    UnitReading(
      tokens: tokens,
      name: "lần",
      code: nil,
      kind: .multiple,
      isCounted: false,
      isKnown: true
    )
  }

  /// The verb that makes the number after it a multiple: gấp always, tăng and the like before lần.
  func multiplier(before start: Int, in sentence: Range<Int>, hasTimes: Bool) -> Int? {
    for place in stride(from: start - 1, to: max(sentence.lowerBound - 1, start - 4), by: -1) {
      let word = text.word(at: place)
      if word == MultipleWords.fold { return place }
      if hasTimes, MultipleWords.verbs.contains(word) { return place }
      guard MultipleWords.between.contains(word) else { return nil }
    }
    return nil
  }

  enum MultipleWords {
    static let times: WordKey = "lần"
    static let fold: WordKey = "gấp"
    static let verbs: WordSet = ["tăng", "giảm", "bằng", "hơn"]
    static let between: WordSet = [
      "hơn", "gần", "khoảng", "tới", "đến", "lên", "trên", "ít", "nhất", "xấp", "xỉ", "thêm",
      "chừng", "từ", "cao", "mạnh", "vọt",
    ]
    static let folds: [WordKey: ExactNumber] = [
      "đôi": ExactNumber(2),
      "rưỡi": ExactNumber(exactly: 15, scale: 1) ?? ExactNumber(1),
    ]
  }
}
