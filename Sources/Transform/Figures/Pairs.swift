import Records

extension FigureReader {
  /// `21/333 bài`, `48 trên tổng số 63 tỉnh`, `3 trong số 5 người`.
  ///
  /// `unit` is what follows `amount`.
  func ratio(from amount: Amount, _ unit: UnitReading?, in sentence: Range<Int>, limit: Int)
    -> Draft?
  {
    let end = amount.tokens.upperBound
    if let whole = wholeAfterSlash(of: amount, at: end, limit: limit) {
      return finishRatio(amount, whole: whole, in: sentence, limit: limit)
    }
    var start = end
    if let unit, PairWords.of.contains(text.word(at: unit.tokens.upperBound)) {
      start = unit.tokens.upperBound
    }
    guard PairWords.of.contains(text.word(at: start)) else { return nil }
    var place = start + 1
    if text.word(at: place) == PairWords.total { place += 1 }
    if text.word(at: place) == MaskReader.Words.number { place += 1 }
    let isTotal = place > start + 1
    guard isTotal || start == end, let whole = amounts.amount(at: place, limit: limit),
      let part = amount.value, let total = whole.value, part < total,
      let noun = units.unit(at: whole.tokens.upperBound, after: whole, limit: limit),
      noun.isCounted || isTotal, isTotal || noun.isKnown, !noun.isRate
    else { return nil }
    return finishRatio(amount, whole: whole, in: sentence, limit: limit)
  }

  private func wholeAfterSlash(of amount: Amount, at end: Int, limit: Int) -> Amount? {
    let isColon =
      text.word(at: end) == PairWords.colon && text.isTight(at: end)
      && text.isTight(at: end + 1)
    guard text.word(at: end) == PairWords.slash || isColon, !amount.hasScale, end + 1 < limit,
      text.isTight(at: end) == text.isTight(at: end + 1), text.tokens[end + 1].isNumber,
      let whole = amounts.amount(at: end + 1, limit: limit),
      !whole.hasScale || amount.hasThousands && !isColon,
      amount.decimals == 0 || amount.wholeMantissa != nil || whole.decimals == 0
    else { return nil }
    return whole
  }

  private func finishRatio(
    _ amount: Amount,
    whole: Amount,
    in sentence: Range<Int>,
    limit: Int
  ) -> Draft? {
    if units.unit(at: whole.tokens.upperBound, after: whole, limit: limit)?.isKnown != true,
      text.word(at: amount.tokens.upperBound) == PairWords.slash, isSet(amount, whole, in: sentence)
    {
      return score(amount, whole, in: sentence)
    }
    var (amount, whole) = (amount, whole)
    let start = amount.tokens.lowerBound
    var end = whole.tokens.upperBound
    var draft = Draft(
      tokens: start..<end,
      number: start..<end,
      amount: amount,
      form: .ratio,
      sentence: sentence
    )
    if let unit = units.unit(at: end, after: whole, limit: limit),
      unit.isCounted || unit.kind == .measure || unit.kind == .money
    {
      if whole.hasScale {
        amount.exponent = whole.exponent
        amount.hasScale = true
      }
      draft.unit = unit
      end = unit.tokens.upperBound
      if unit.isCounted {
        amount.readAsWhole()
        whole.readAsWhole()
      }
    } else if PairWords.shareOf.contains(text.word(at: end)) {
      let noun = units.countedNoun(at: end + 1, limit: limit, isSpelled: false)
      draft.unit = noun
    }
    draft.amount = amount
    draft.whole = whole
    draft.tokens = start..<end
    return draft
  }

  /// `3-4 triệu đồng`, `từ 15 đến 25%`, `3-2`, `36,73 – 36,8 triệu đồng/lượng`.
  ///
  /// `unit` is what follows `first`.
  func pair(from first: Amount, _ unit: UnitReading?, in sentence: Range<Int>, limit: Int)
    -> Outcome?
  {
    var end = first.tokens.upperBound
    var firstUnit: UnitReading?
    if let unit, !isSeparator(at: end), isSeparator(at: unit.tokens.upperBound), !unit.isCounted,
      unit.kind != .duration
        || text.word(at: first.tokens.lowerBound - 1) == PairWords.from
    {
      firstUnit = unit
      end = unit.tokens.upperBound
    }
    guard isSeparator(at: end), end + 1 < limit,
      let second = upperAmount(at: end + 1, limit: limit),
      second.isSpelled == first.isSpelled || PairWords.to.contains(text.word(at: end))
    else { return nil }
    let isDash = MaskReader.Marks.dashes.contains(text.word(at: end))
    let unit = units.unit(at: second.tokens.upperBound, after: second, limit: limit)
    if isDash, text.isTight(at: end) != text.isTight(at: end + 1), unit?.isKnown != true {
      return nil
    }
    if isDash, unit == nil || unit?.isKnown == false, isScore(first, second, in: sentence) {
      return .figures([score(first, second, in: sentence)], end: second.tokens.upperBound)
    }
    return range(first, firstUnit, second, unit, isDash: isDash, in: sentence)
  }

  /// The second number, also after `dưới` as in `từ 5 đến dưới 12 tuổi`.
  private func upperAmount(at index: Int, limit: Int) -> Amount? {
    let start = PairWords.below.contains(text.word(at: index)) ? index + 1 : index
    return amounts.amount(at: start, limit: limit)
  }

  private func isSeparator(at index: Int) -> Bool {
    MaskReader.Marks.dashes.contains(text.word(at: index))
      || PairWords.to.contains(text.word(at: index))
  }

  private func range(
    _ first: Amount,
    _ firstUnit: UnitReading?,
    _ second: Amount,
    _ unit: UnitReading?,
    isDash: Bool,
    in sentence: Range<Int>
  ) -> Outcome? {
    var (first, second) = (first, second)
    let start = first.tokens.lowerBound
    if !isDash, text.word(at: start - 1) == PairWords.from,
      PairWords.moves.contains(text.word(at: start - 2)),
      unit?.kind != .percent || isShare(movedAt: start - 2, in: sentence)
    {
      return nil
    }
    if let firstUnit, let unit, !agree(firstUnit, unit) { return nil }
    if unit?.isCounted == true {
      first.readAsWhole()
      second.readAsWhole()
    }
    if !first.hasScale, second.hasScale, firstUnit == nil,
      first.mantissa <= second.mantissa
        || first.mantissa < ExactNumber(1000) && second.exponent <= 3
    {
      first.exponent = second.exponent
      first.hasScale = true
    }
    guard let low = first.value, let high = second.value, low < high else { return nil }
    if !isDash, unit == nil, firstUnit == nil, !second.hasScale { return nil }
    let end = unit?.tokens.upperBound ?? second.tokens.upperBound
    let hasFrom = text.word(at: start - 1) == PairWords.from
    if isDash, let unit, isQuotation(unit, low, high, at: start, in: sentence) {
      return quotation(first, second, unit, in: sentence)
    }
    var draft = Draft(
      tokens: (hasFrom ? start - 1 : start)..<end,
      number: start..<second.tokens.upperBound,
      amount: first,
      form: .range,
      upper: second,
      unit: unit ?? (first.hasScale ? moneyUnit(at: end) : nil),
      sentence: sentence
    )
    if unit?.tokens.count == 1, isMultiple(end: end, before: start, in: sentence) {
      draft.kind = .multiple
    }
    return .figures([draft], end: end)
  }

  /// Whether what rises or falls at a token is a share itself, so that two percentages are what it
  /// was and what it is: `tỷ lệ nghèo giảm từ 5% đến 4%`, not `doanh thu tăng từ 5% đến 7%`.
  private func isShare(movedAt index: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, index - 8)..<index).contains {
      PairWords.shares.contains(text.word(at: $0))
    }
  }

  /// Whether two units are one, or the second says what the first is per: `triệu đồng đến 2 triệu
  /// đồng/m2`.
  private func agree(_ first: UnitReading, _ second: UnitReading) -> Bool {
    guard first.kind == second.kind || second.isRate else { return false }
    if first.code == second.code { return true }
    guard let code = first.code, second.isRate, !first.isRate else { return false }
    return second.code?.hasPrefix(code + "/") == true
  }

  /// Whether `3 - 4 lần` is how many times more: gấp or tăng stands before it.
  private func isMultiple(end: Int, before start: Int, in sentence: Range<Int>) -> Bool {
    guard text.word(at: end - 1) == MultipleWords.times else { return false }
    let place = text.word(at: start - 1) == PairWords.from ? start - 1 : start
    return multiplier(before: place, in: sentence, hasTimes: true) != nil
  }

  /// Whether two prices are a buying and a selling one: gold by its weight, foreign money, close
  /// together, and no word that makes them a range.
  private func isQuotation(
    _ unit: UnitReading,
    _ low: ExactNumber,
    _ high: ExactNumber,
    at index: Int,
    in sentence: Range<Int>
  ) -> Bool {
    let saysSides = saysBothSides(in: max(sentence.lowerBound, index - 40)..<index)
    guard unit.kind == .money, let code = unit.code,
      code.hasSuffix("{lượng}") || code.hasSuffix("{chỉ}") || code.hasSuffix("/USD")
        || saysSides,
      let doubled = low * ExactNumber(saysSides ? 115 : 105), let bound = high * ExactNumber(100),
      bound <= doubled
    else { return false }
    for place in max(sentence.lowerBound, index - 6)..<index
    where PairWords.ofRanges.contains(text.word(at: place)) {
      return false
    }
    return true
  }

  /// Whether a sentence speaks of buying and selling: `mua vào - bán ra`, `(mua - bán)`.
  private func saysBothSides(in sentence: Range<Int>) -> Bool {
    sentence.contains {
      text.word(at: $0) == PairWords.sell && PairWords.buy.contains(text.word(at: $0 - 2))
    }
  }

  private func quotation(
    _ first: Amount,
    _ second: Amount,
    _ unit: UnitReading,
    in sentence: Range<Int>
  ) -> Outcome {
    let buying = Draft(
      tokens: first.tokens,
      number: first.tokens,
      amount: first,
      unit: unit,
      category: "mua vào",
      sentence: sentence
    )
    let selling = Draft(
      tokens: second.tokens.lowerBound..<unit.tokens.upperBound,
      number: second.tokens,
      amount: second,
      unit: unit,
      category: "bán ra",
      sentence: sentence
    )
    return .figures([buying, selling], end: unit.tokens.upperBound)
  }

  enum PairWords {
    static let slash: WordKey = "/"
    static let colon: WordKey = ":"
    static let of: WordSet = ["trên", "trong"]
    static let total: WordKey = "tổng"
    static let shareOf: WordSet = ["số", "tổng"]
    static let from: WordKey = "từ"
    static let to: WordSet = ["đến", "tới"]
    static let sell: WordKey = "bán"
    static let buy: WordSet = ["mua", "vào"]
    static let shares: WordSet = ["lệ", "trọng", "suất", "phủ", "phần"]
    static let below: WordSet = ["dưới", "gần", "hơn", "trên"]
    static let moves: WordSet = ["tăng", "giảm", "nâng", "hạ", "rút"]
    static let ofRanges: WordSet = ["dao", "khoảng", "từ", "quanh", "vùng"]
  }
}
