import Records

/// A number as the text writes it, its magnitude words applied.
struct Amount: Sendable {
  var tokens: Range<Int>

  /// The number before the magnitude words.
  var mantissa: ExactNumber

  /// Ten to this power is what the magnitude words say, 0 where there are none.
  var exponent: Int

  /// The mantissa where its comma stands between thousands; `nil` where there is no doubt.
  var wholeMantissa: ExactNumber?

  /// How many decimals of the mantissa are printed.
  var decimals: Int

  /// Whether magnitude words stand in it.
  var hasScale: Bool

  /// Whether it is of words alone.
  var isSpelled: Bool

  /// Whether it has a mark between thousands.
  var hasThousands = false

  /// What comes after a first magnitude, as the 200 nghìn of `3 triệu 200 nghìn`.
  var remainder: ExactNumber?

  /// Whether the magnitude is a letter that means money, as in `350k`, `1,2tr`.
  var isMoneySuffix = false

  var value: ExactNumber? {
    guard let scaled = mantissa.shifted(by: exponent) else { return nil }
    guard let remainder else { return scaled }
    return scaled + remainder
  }

  /// The power of ten of the last printed digit.
  var printedExponent: Int { exponent - decimals }

  /// Takes the comma for one between thousands, where it may be.
  mutating func readAsWhole() {
    guard let whole = wholeMantissa else { return }
    mantissa = whole
    wholeMantissa = nil
    decimals = 0
    hasThousands = true
  }
}
