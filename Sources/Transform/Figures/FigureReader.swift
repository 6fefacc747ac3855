import Records

/// Reads figures, one at a time, and says of every number word why it is none.
struct FigureReader: Sendable {
  let text: ArticleText
  let amounts: AmountReader
  let units: UnitReader
  let masks: MaskReader

  enum Outcome: Sendable {
    case figure(Draft)
    case figures([Draft], end: Int)
    case notFigure(Mask)
  }

  init(text: ArticleText, style: MarkStyle) {
    self.text = text
    amounts = AmountReader(text: text, style: style)
    units = UnitReader(text: text, amounts: amounts)
    masks = MaskReader(text: text, amounts: amounts, units: units)
  }

  /// Reads what the number token at an index begins.
  ///
  /// - Parameters:
  ///   - index: Where the number stands.
  ///   - sentence: The sentence around it.
  ///   - limit: No token from here on belongs to it: the sentence's end or a period.
  /// - Returns: The figures, or why the number is none.
  func read(numberAt index: Int, in sentence: Range<Int>, limit: Int) -> Outcome {
    if let rank = rank(at: index, in: sentence, limit: limit) {
      return .figure(rank)
    }
    if let mask = masks.mask(at: index, in: sentence) { return .notFigure(mask) }
    guard let amount = amounts.amount(at: index, limit: limit) else {
      return .notFigure(Mask(tokens: index..<index + 1, reason: .unreadable))
    }
    return figure(from: amount, in: sentence, limit: limit)
  }

  /// Reads what a number begins, whatever it is written with.
  func figure(from amount: Amount, in sentence: Range<Int>, limit: Int) -> Outcome {
    let start = amount.tokens.lowerBound
    let unit = units.unit(at: amount.tokens.upperBound, after: amount, limit: limit)
    if let ratio = ratio(from: amount, unit, in: sentence, limit: limit) {
      return .figure(ratio)
    }
    if text.word(at: start - 1) == Words.age, !amount.hasScale, amount.tokens.count == 1,
      unit?.isKnown != true
    {
      return .figures([age(from: amount, in: sentence)], end: amount.tokens.upperBound)
    }
    if let unit, !amount.hasScale, !amount.isSpelled, amount.value == ExactNumber(1),
      Words.receives.contains(text.word(at: unit.tokens.upperBound)),
      text.word(at: start - 1) == Words.open
    {
      return .notFigure(Mask(tokens: start..<unit.tokens.upperBound, reason: .partOfFigure))
    }
    if let pair = pair(from: amount, unit, in: sentence, limit: limit) { return pair }
    if let multiple = multiple(from: amount, unit, in: sentence) {
      return .figure(multiple)
    }
    var draft = Draft(
      tokens: amount.tokens,
      number: amount.tokens,
      amount: amount,
      sentence: sentence
    )
    let end = skipRepeat(at: amount.tokens.upperBound, of: amount, limit: limit)
    let isRepeated = end > amount.tokens.upperBound
    if let unit = isRepeated ? units.unit(at: end, after: amount, limit: limit) : unit {
      draft.unit = unit
      draft.tokens = start..<unit.tokens.upperBound
      readCompound(into: &draft, limit: limit)
    } else if amount.isMoneySuffix {
      draft.unit = moneyUnit(at: amount.tokens.upperBound)
      if var unit = draft.unit {
        units.readDenominators(into: &unit, limit: limit)
        draft.unit = unit
        draft.tokens = start..<unit.tokens.upperBound
      }
    }
    if let unit = draft.unit, unit.kind == .duration, isSpan(unit, before: start) {
      return .notFigure(Mask(tokens: draft.tokens, reason: .durationInTime))
    }
    if text.word(at: start - 1) == Words.minus, start > sentence.lowerBound {
      draft.isNegative = true
      draft.tokens = start - 1..<draft.tokens.upperBound
    }
    return .figure(draft)
  }

  /// Whether a length of time only frames something: `thấp nhất 10 năm`, `trong 3 ngày nghỉ`,
  /// `19g15`.
  private func isSpan(_ unit: UnitReading, before start: Int) -> Bool {
    let before = text.word(at: start - 1)
    if before == Words.most {
      return text.word(at: unit.tokens.upperBound - 1) != UnitReader.Words.prison
    }
    return before == Words.inside && text.word(at: unit.tokens.upperBound) == Words.rest
  }

  /// `ở tuổi 26`.
  private func age(from amount: Amount, in sentence: Range<Int>) -> Draft {
    let start = amount.tokens.lowerBound
    return Draft(
      tokens: start - 1..<amount.tokens.upperBound,
      number: amount.tokens,
      amount: amount,
      unit: UnitReading(
        tokens: start - 1..<start,
        code: "a",
        kind: .age,
        isCounted: false,
        isKnown: true
      ),
      sentence: sentence
    )
  }

  /// `05 (năm) ngày`: where the number is said again in words.
  private func skipRepeat(at index: Int, of amount: Amount, limit: Int) -> Int {
    guard index + 2 < limit, text.word(at: index) == Words.open, !amount.isSpelled,
      let words = amounts.spelled(at: index + 1, limit: limit),
      words.value == amount.value, text.word(at: words.tokens.upperBound) == Words.close
    else { return index }
    return words.tokens.upperBound + 1
  }

  /// Đồng that nobody wrote: `350k`, `1,2tr`, `100 tỷ`.
  func moneyUnit(at index: Int) -> UnitReading {
    UnitReading(
      tokens: index..<index,
      name: "đồng",
      code: "VND",
      kind: .money,
      isCounted: false,
      isKnown: true
    )
  }

  /// `9 năm 6 tháng`, `1 giờ 45 phút 30 giây`, `1m75`, `9km500`: one figure of two units.
  private func readCompound(into draft: inout Draft, limit: Int) {
    guard let unit = draft.unit, unit.isKnown, !unit.isRate else { return }
    if unit.kind == .measure, readDecimalTail(into: &draft, limit: limit) { return }
    guard unit.kind == .duration, let code = unit.code, let own = Durations.seconds[code] else {
      return
    }
    if text.word(at: unit.tokens.upperBound) == AmountReader.half {
      addHalf(to: &draft, at: unit.tokens.upperBound)
      return
    }
    guard let first = draft.amount.value, var total = first * ExactNumber(own) else { return }
    var (end, smallest, last) = (unit.tokens.upperBound, own, unit)
    while let next = amounts.amount(at: end, limit: limit), let value = next.value,
      let part = units.unit(at: next.tokens.upperBound, after: next, limit: limit),
      part.kind == .duration, let partCode = part.code,
      let seconds = Durations.seconds[partCode], seconds < smallest,
      Durations.areCommensurate(code, partCode), let term = value * ExactNumber(seconds),
      let sum = total + term
    {
      (total, end, smallest, last) = (sum, part.tokens.upperBound, seconds, part)
    }
    guard smallest < own else { return }
    setCompound(&draft, total: total, own: own, smallest: smallest, last: last, end: end)
  }

  private func setCompound(
    _ draft: inout Draft,
    total: ExactNumber,
    own: Int,
    smallest: Int,
    last: UnitReading,
    end: Int
  ) {
    let (value, unit): (ExactNumber?, UnitReading?)
    if let exact = divide(total, by: own) {
      (value, unit) = (exact, draft.unit)
    } else {
      (value, unit) = (divide(total, by: smallest), last)
    }
    guard let value else { return }
    draft.amount.mantissa = value
    draft.amount.exponent = 0
    draft.amount.remainder = nil
    draft.unit = unit
    if let name = draft.unit?.tokens { draft.unit?.name = text.string(of: name) }
    draft.number = draft.number.lowerBound..<end
    draft.tokens = draft.tokens.lowerBound..<end
  }

  /// A quotient with at most four decimals; `nil` where it is not exact.
  private func divide(_ number: ExactNumber, by divisor: Int) -> ExactNumber? {
    guard let shifted = number.shifted(by: 4), shifted.isWhole else { return nil }
    let (quotient, rest) = shifted.significand.quotientAndRemainder(dividingBy: Int128(divisor))
    return rest == 0 ? ExactNumber(exactly: quotient, scale: 4) : nil
  }

  private func addHalf(to draft: inout Draft, at index: Int) {
    guard let half = ExactNumber(exactly: 5, scale: 1),
      let sum = draft.amount.mantissa + half
    else { return }
    draft.amount.mantissa = sum
    draft.tokens = draft.tokens.lowerBound..<index + 1
  }

  /// `1m75`, `9km500`: digits that touch the unit are its decimals.
  private func readDecimalTail(into draft: inout Draft, limit: Int) -> Bool {
    guard let unit = draft.unit, let code = unit.code, code == "m" || code == "km",
      unit.tokens.upperBound < limit, let tail = text.token(at: unit.tokens.upperBound),
      tail.isNumber, !tail.hasSpaceBefore, tail.count <= 3
    else { return false }
    let digits = DigitToken(tail, in: text)
    guard !digits.hasMarks, let value = digits.value(),
      let fraction = value.shifted(by: -digits.digitCount),
      let sum = draft.amount.mantissa + fraction
    else { return false }
    draft.amount.mantissa = sum
    draft.amount.decimals = digits.digitCount
    draft.tokens = draft.tokens.lowerBound..<unit.tokens.upperBound + 1
    return true
  }

  enum Words {
    static let minus: WordKey = "âm"
    static let most: WordKey = "nhất"
    static let inside: WordKey = "trong"
    static let rest: WordKey = "nghỉ"
    static let age: WordKey = "tuổi"
    static let receives: WordSet = ["nhận", "được"]
    static let open: WordKey = "("
    static let close: WordKey = ")"
  }
}

/// Durations in seconds, and which go together: months and years, or weeks and less.
enum Durations {
  static let seconds: [String: Int] = [
    "s": 1, "min": 60, "h": 3600, "d": 86_400, "wk": 604_800, "mo": 2_592_000, "a": 31_104_000,
  ]

  static func areCommensurate(_ one: String, _ other: String) -> Bool {
    let long: Set<String> = ["mo", "a"]
    return long.contains(one) == long.contains(other)
  }
}
