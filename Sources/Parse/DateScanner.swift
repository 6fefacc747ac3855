import ASCII

/// The numbers and words of a text, for reading dates.
struct DateScanner {
  enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private(set) var tokens: [Token] = []

  init(_ text: some StringProtocol) { self.init(Array(text.utf8)[...]) }

  /// - Parameter text: UTF-8; no more than its first 80 tokens are read.
  init(_ text: ArraySlice<UInt8>) {
    let text = lowercased(text)
    var position = 0
    while position < text.count, tokens.count < 80 {
      let start = position
      if isDigit(text[position]) {
        while position < text.count, isDigit(text[position]) { position += 1 }
        let digits = text[start..<position]
        let value = digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        tokens.append(.number(value, digits: digits.count))
      } else if Self.isWordByte(text, position) {
        while position < text.count, Self.isWordByte(text, position) { position += 1 }
        tokens.append(.word(String(decoding: text[start..<position], as: UTF8.self)))
      } else {
        let length = text[position] < 0x80 ? 1 : text[position] < 0xE0 ? 2 : 3
        position = min(position + length, text.count)
        let mark = String(decoding: text[start..<position], as: UTF8.self)
        if let mark = mark.first, !mark.isWhitespace { tokens.append(.mark(mark)) }
      }
    }
  }

  /// Whether a letter stands here, or a later byte of one.
  private static func isWordByte(_ text: [UInt8], _ position: Int) -> Bool {
    let byte = text[position]
    if byte < 0x80 { return isLetter(byte) }
    if byte == 0xC2 { return false }
    return byte != 0xE2 || position + 1 < text.count && text[position + 1] > 0x88
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
