/// What a word does in a spelled number.
enum NumberWord: Sendable, Equatable {
  /// `không` to `chín`.
  case unit(Int)

  /// `mốt`, `tư`, `lăm`, `nhăm`: a unit after tens only.
  case tail(Int)

  /// `mười`.
  case ten

  /// `mươi`: ten times the unit before it.
  case tens

  /// `linh`, `lẻ`: no tens.
  case zero

  /// `chục` to `tỷ`: ten to this power.
  case scale(Int)

  /// `rưỡi`: half of the scale or unit before it.
  case half

  /// `phẩy`: the decimal mark.
  case point

  /// `nửa`.
  case fraction

  /// Whether a number may begin with it; `không` is hardly ever nought.
  var canBegin: Bool {
    switch self {
    case .unit(let digit): digit > 0
    case .ten, .scale, .fraction: true
    case .tail, .tens, .zero, .half, .point: false
    }
  }

  static let table = KeyTable(
    rows(ofLexicon: LexiconFiles.numberWords).compactMap {
      row -> (key: WordKey, value: NumberWord)? in
      guard row.count >= 3, let number = Int(row[2]) else { return nil }
      return NumberWord(role: row[1], number: number).map { (WordKey(String(row[0])), $0) }
    }
  )

  private init?(role: String, number: Int) {
    switch role {
    case "unit": self = .unit(number)
    case "tail": self = .tail(number)
    case "ten": self = .ten
    case "tens": self = .tens
    case "zero": self = .zero
    case "scale": self = .scale(number)
    case "half": self = .half
    case "point": self = .point
    case "fraction": self = .fraction
    default: return nil
    }
  }
}
