import Records

extension AmountReader {
  /// Reads a number in words, up to its first magnitude from nghìn on.
  ///
  ///     mười ba | bảy mươi sáu | hai mốt | một trăm linh năm | hai phẩy bảy
  ///
  /// - Returns: `nil` where no number word begins.
  func spelled(at index: Int, limit: Int) -> Amount? {
    var reader = SpelledReader(text: text, index: index, limit: limit)
    guard let whole = reader.readHundreds() else { return nil }
    var mantissa = ExactNumber(whole)
    var decimals = 0
    if let fraction = reader.readFraction() {
      guard let part = ExactNumber(fraction.digits).shifted(by: -fraction.count),
        let sum = mantissa + part
      else { return nil }
      mantissa = sum
      decimals = fraction.count
    }
    return Amount(
      tokens: index..<reader.index,
      mantissa: mantissa,
      exponent: 0,
      decimals: decimals,
      hasScale: false,
      isSpelled: true
    )
  }
}

private struct SpelledReader {
  let text: ArticleText
  var index: Int
  let limit: Int

  func word(_ offset: Int = 0) -> NumberWord? {
    guard index + offset < limit else { return nil }
    return NumberWord.table[text.word(at: index + offset)]
  }

  /// Below a thousand: `ba trăm hai mươi mốt`.
  mutating func readHundreds() -> Int? {
    guard let first = readTens() else { return nil }
    guard first < 10, case .scale(2) = word() else { return first }
    index += 1
    let hundreds = first * 100
    switch word() {
    case .zero:
      guard case .unit(let digit) = word(1) else { return hundreds }
      index += 2
      return hundreds + digit
    case .half:
      index += 1
      return hundreds + 50
    case .unit, .ten:
      if case .unit(5) = word(), !isTens(word(1)) { return hundreds }
      guard let rest = readTens() else { return hundreds }
      return hundreds + (rest < 10 ? rest * 10 : rest)
    default:
      return hundreds
    }
  }

  /// Below a hundred: `mười lăm`, `hai mươi tư`, `hai mốt`, `bảy`.
  mutating func readTens() -> Int? {
    switch word() {
    case .ten:
      index += 1
      return 10 + (readLastDigit(afterTen: true) ?? 0)
    case .unit(let digit):
      index += 1
      if isTens(word()), digit > 1 {
        index += 1
        return digit * 10 + (readLastDigit(afterTen: false) ?? 0)
      }
      if case .tail(let tail) = word(), digit > 1 {
        index += 1
        return digit * 10 + tail
      }
      return digit
    default:
      return nil
    }
  }

  private func isTens(_ word: NumberWord?) -> Bool {
    word == .tens
  }

  /// The unit after tens; `năm` is left alone, for it may well be a year's.
  private mutating func readLastDigit(afterTen: Bool) -> Int? {
    switch word() {
    case .unit(let digit) where digit > 0 && !(digit == 5):
      index += 1
      return digit
    case .tail(let digit) where !(afterTen && digit == 1):
      index += 1
      return digit
    default:
      return nil
    }
  }

  /// `phẩy bảy`.
  mutating func readFraction() -> (digits: Int, count: Int)? {
    guard word() == .point else { return nil }
    var (digits, count, offset) = (0, 0, 1)
    while count < 4, case .unit(let digit) = word(offset) {
      digits = digits * 10 + digit
      count += 1
      offset += 1
    }
    guard count > 0 else { return nil }
    index += offset
    return (digits, count)
  }
}
