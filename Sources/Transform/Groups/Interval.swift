import Records

/// A printed number as what it may have been before it was rounded.
struct Interval {
  let low: Double
  let high: Double

  /// - Parameter amount: A number of a text; one without decimals and magnitude is exact.
  init?(_ amount: Amount) {
    guard let value = amount.value else { return nil }
    let isExact = amount.decimals == 0 && !amount.hasScale
    var half = isExact ? 0 : 0.5
    var exponent = amount.printedExponent
    while exponent > 0 {
      half *= 10
      exponent -= 1
    }
    while exponent < 0 {
      half /= 10
      exponent += 1
    }
    low = value.approximate - half
    high = value.approximate + half
  }

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// A share or growth rate as printed: also whole percentages are rounded.
  init?(percent amount: Amount) {
    guard let value = amount.value else { return nil }
    var half = 0.5
    for _ in 0..<amount.decimals { half /= 10 }
    low = value.approximate - half
    high = value.approximate + half
  }

  /// This number in hundredths of another, which is above nought; `nil` where that is not so.
  func percent(of whole: Interval) -> Interval? {
    guard whole.low > 0 else { return nil }
    return Interval(low: 100 * low / whole.high, high: 100 * high / whole.low)
  }

  /// Whether both may be one number; a millionth of slack takes up what binary numbers round.
  func meets(_ other: Interval) -> Bool {
    let slack = 1e-6 * max(1, abs(high), abs(other.high))
    return low <= other.high + slack && other.low <= high + slack
  }
}
