import Records

/// Reads numbers off a text: digits or words, with magnitudes.
struct AmountReader: Sendable {
  let text: ArticleText
  let style: MarkStyle

  /// Reads the number that begins at a token.
  ///
  ///     1.330 | 1,33 tỷ | 3 triệu 200 nghìn | 2 trăm | một tỷ rưỡi | hai mươi mốt | 6 ,3 | 1 330
  ///
  /// - Parameters:
  ///   - index: The token.
  ///   - limit: No token from here on is read.
  /// - Returns: `nil` where no number begins.
  func amount(at index: Int, limit: Int) -> Amount? {
    guard index < limit, let first = text.token(at: index) else { return nil }
    let start: Amount?
    if first.isNumber {
      start = digits(at: index, limit: limit)
    } else if first.isWord {
      start = spelled(at: index, limit: limit)
    } else {
      start = nil
    }
    guard var amount = start else { return nil }
    readScales(into: &amount, limit: limit)
    readRemainder(into: &amount, limit: limit)
    if style == .mixed, amount.hasScale { amount.readAsWhole() }
    return amount
  }

  private func digits(at index: Int, limit: Int) -> Amount? {
    let token = DigitToken(text.tokens[index], in: text)
    if let joined = joinedThousands(at: index, first: token, limit: limit) { return joined }
    guard let reading = readDigits(token, style: style) else { return nil }
    var amount = Amount(
      tokens: index..<index + 1,
      mantissa: reading.value,
      exponent: 0,
      wholeMantissa: reading.whole,
      decimals: reading.decimals,
      hasScale: false,
      isSpelled: false,
      hasThousands: reading.hasThousands
    )
    readBrokenDecimal(into: &amount, limit: limit)
    return amount
  }

  /// `1 330 tỷ`: groups of three digits after spaces, before a word.
  private func joinedThousands(at index: Int, first: DigitToken, limit: Int) -> Amount? {
    guard !first.hasMarks, first.digitCount <= 3, !first.hasLeadingZero else { return nil }
    var end = index + 1
    while end < min(limit, index + 6), text.tokens[end].isNumber, text.tokens[end].count == 3,
      text.tokens[end].hasSpaceBefore, Int(text.tokens[end].start - text.tokens[end - 1].end) <= 3,
      !text.tokens[end].flags.contains(.breakBefore)
    {
      end += 1
    }
    guard end > index + 1, end < text.count, text.tokens[end].isWord || text.word(at: end) == "%"
    else { return nil }
    var value: ExactNumber? = ExactNumber(0)
    for place in index..<end {
      let group = DigitToken(text.tokens[place], in: text).value()
      guard let raised = value?.shifted(by: 3), let group else { return nil }
      value = raised + group
    }
    return value.map {
      Amount(
        tokens: index..<end,
        mantissa: $0,
        exponent: 0,
        decimals: 0,
        hasScale: false,
        isSpelled: false,
        hasThousands: true
      )
    }
  }

  /// `6 ,3%`: a decimal comma that a space was set before.
  private func readBrokenDecimal(into amount: inout Amount, limit: Int) {
    let comma = amount.tokens.upperBound
    guard amount.mantissa.isWhole, amount.decimals == 0, comma + 2 < limit,
      text.word(at: comma) == Self.comma, text.tokens[comma].hasSpaceBefore,
      text.tokens[comma + 1].isNumber, !text.tokens[comma + 1].hasSpaceBefore,
      text.tokens[comma + 1].count <= 2,
      text.word(at: comma + 2) == Self.percent || Self.scaleTable[text.word(at: comma + 2)] != nil
    else { return }
    let token = DigitToken(text.tokens[comma + 1], in: text)
    guard !token.hasMarks, let fraction = token.value(),
      let shifted = fraction.shifted(by: -token.digitCount), let sum = amount.mantissa + shifted
    else { return }
    amount.mantissa = sum
    amount.decimals = token.digitCount
    amount.tokens = amount.tokens.lowerBound..<comma + 2
  }

  /// Magnitude words after a number, `rưỡi`, and letters that stand for them.
  private func readScales(into amount: inout Amount, limit: Int) {
    var end = amount.tokens.upperBound
    while end < limit, let power = scale(at: end) {
      amount.exponent += power
      amount.hasScale = true
      end += 1
      if amount.exponent > 18 { break }
    }
    if end < limit, text.word(at: end) == Self.half, amount.hasScale,
      let half = ExactNumber(5).shifted(by: amount.exponent - 1)
    {
      amount.remainder = half
      end += 1
    } else if !amount.hasScale, end < limit, text.isTight(at: end),
      let power = Self.suffixes[text.word(at: end)], !amount.isSpelled
    {
      amount.exponent = power
      amount.hasScale = true
      amount.isMoneySuffix = true
      end += 1
    } else if !amount.hasScale {
      end = readPower(into: &amount, at: end, limit: limit)
    }
    amount.tokens = amount.tokens.lowerBound..<end
  }

  /// `2,4x10^3`.
  private func readPower(into amount: inout Amount, at index: Int, limit: Int) -> Int {
    guard index + 3 < limit, Self.times.contains(text.word(at: index)),
      text.matches([Self.ten, Self.caret], at: index + 1), text.tokens[index + 3].isNumber,
      let power = DigitToken(text.tokens[index + 3], in: text).value(), power.isWhole,
      power.significand <= 18
    else { return index }
    amount.exponent = Int(power.significand)
    amount.hasScale = true
    return index + 4
  }

  /// `3 triệu 200 nghìn`: a smaller number with a smaller magnitude.
  private func readRemainder(into amount: inout Amount, limit: Int) {
    guard amount.hasScale, !amount.isMoneySuffix, amount.exponent >= 3 else { return }
    var floor = amount.exponent
    while true {
      let start = amount.tokens.upperBound
      guard start < limit, text.tokens[start].hasSpaceBefore else { return }
      let token = text.tokens[start]
      guard
        var next = token.isNumber
          ? digits(at: start, limit: limit)
          : amount.isSpelled && token.isWord ? spelled(at: start, limit: limit) : nil
      else { return }
      readScales(into: &next, limit: limit)
      guard let value = next.value, next.remainder == nil, !next.isMoneySuffix,
        let bound = ExactNumber(1).shifted(by: floor), value < bound,
        next.hasScale || (amount.isSpelled && floor > 2),
        next.exponent < floor, let sum = (amount.remainder ?? ExactNumber(0)) + value
      else { return }
      amount.remainder = sum
      amount.tokens = amount.tokens.lowerBound..<next.tokens.upperBound
      floor = next.exponent
      guard floor >= 3 else { return }
    }
  }

  /// The power of ten of the magnitude word at a token; `nil` where it is none, as the `tỷ` of
  /// `tỷ lệ` and `tỷ phú`.
  func scale(at index: Int) -> Int? {
    guard let power = Self.scaleTable[text.word(at: index)] else { return nil }
    guard power == 9 else { return power }
    return Self.afterRatioWord.contains(text.word(at: index + 1)) ? nil : 9
  }

  static let comma: WordKey = ","
  static let percent: WordKey = "%"
  static let half: WordKey = "rưỡi"
  static let ten: WordKey = "10"
  static let caret: WordKey = "^"
  static let times: WordSet = ["x", "×", "*"]
  static let suffixes: [WordKey: Int] = ["k": 3, "tr": 6]

  /// After them `tỷ` is no magnitude: tỷ lệ, tỷ giá, tỷ số, tỷ trọng, tỷ suất, tỷ phú, tỷ phần.
  static let afterRatioWord: WordSet = ["lệ", "giá", "số", "trọng", "suất", "phú", "phần"]

  static let scaleTable = KeyTable<Int>(
    ["chục", "trăm", "nghìn", "ngàn", "ngìn", "vạn", "triệu", "tỷ"].compactMap {
      guard case .scale(let power) = NumberWord.table[WordKey($0)] else { return nil }
      return (WordKey($0), power)
    }
  )
}
