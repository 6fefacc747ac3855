/// The numbers and words of a text, for reading dates.
struct DateScanner {
  enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private(set) var tokens: [Token] = []

  init(_ text: some StringProtocol) {
    var rest = text[...]
    while let first = rest.first, tokens.count < 80 {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(.number(Int(digits.prefix(9)) ?? 0, digits: digits.count))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        tokens.append(.word(word.lowercased()))
        rest = rest.dropFirst(word.count)
      } else {
        if !first.isWhitespace { tokens.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
  }

  func number(_ index: Int) -> Int? {
    guard index >= 0, index < tokens.count, case .number(let value, let digits) = tokens[index],
      digits <= 4
    else { return nil }
    return value
  }

  func word(_ index: Int) -> String? {
    guard index >= 0, index < tokens.count, case .word(let word) = tokens[index] else { return nil }
    return word
  }

  func mark(_ index: Int) -> Character? {
    guard index >= 0, index < tokens.count, case .mark(let mark) = tokens[index] else { return nil }
    return mark
  }

  func isYear(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, case .number(let value, 4) = tokens[index] else {
      return false
    }
    return (1990...2100).contains(value)
  }

  func hasTwoDigits(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count, case .number(_, 2) = tokens[index] else { return false }
    return true
  }
}
