/// A token of an expression, and where it begins.
struct XPathToken: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case name(String)
    case literal(String)
    case number(Double)

    /// Punctuation, such as `//` or `!=`.
    case symbol(String)
    case end
  }

  var kind: Kind

  /// In characters from 1.
  var column: Int
}

/// Cuts an expression into tokens; the last is `end`.
func readXPathTokens(_ text: String) throws(XPathError) -> [XPathToken] {
  let characters = Array(text)
  var tokens: [XPathToken] = []
  var index = 0
  while index < characters.count {
    let start = index
    let character = characters[index]
    if character.isWhitespace {
      index += 1
      continue
    }
    let kind: XPathToken.Kind
    if character == "'" || character == "\"" {
      guard let end = characters[(index + 1)...].firstIndex(of: character) else {
        throw .syntax("the text is not closed", column: start + 1)
      }
      kind = .literal(String(characters[(index + 1)..<end]))
      index = end + 1
    } else if startsNumber(characters, at: index) {
      index = characters[index...].firstIndex { !isDigit($0) && $0 != "." } ?? characters.count
      guard let number = Double(String(characters[start..<index])) else {
        throw .syntax("this is no number", column: start + 1)
      }
      kind = .number(number)
    } else if character.isLetter || character == "_" {
      index = endOfName(characters, from: index)
      kind = .name(String(characters[start..<index]))
    } else {
      let symbol = try readSymbol(characters, at: index)
      kind = .symbol(symbol)
      index += symbol.count
    }
    tokens.append(XPathToken(kind: kind, column: start + 1))
  }
  tokens.append(XPathToken(kind: .end, column: characters.count + 1))
  return tokens
}

private func readSymbol(_ characters: [Character], at index: Int) throws(XPathError) -> String {
  let symbols = ["//", "::", "..", "!=", "<=", ">="] + "/.@*()[]|+-=<>,".map(String.init)
  let rest = String(characters[index...].prefix(2))
  guard let symbol = symbols.first(where: { rest.hasPrefix($0) }) else {
    throw .syntax("unexpected \(characters[index])", column: index + 1)
  }
  return symbol
}

private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

private func startsNumber(_ characters: [Character], at index: Int) -> Bool {
  if isDigit(characters[index]) { return true }
  return characters[index] == "." && index + 1 < characters.count && isDigit(characters[index + 1])
}

private func endOfName(_ characters: [Character], from index: Int) -> Int {
  characters[index...].firstIndex { !$0.isLetter && !$0.isNumber && !"-_.".contains($0) }
    ?? characters.count
}
