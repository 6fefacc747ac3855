extension XPath {
  /// The first function that `text` calls and XPath 1.0 has not; `nil` where there is none.
  ///
  /// libxml2 notices only where it comes to call it, on some page.
  static func unknownFunction(in text: String) -> String? {
    var name = ""
    var quote: Character?
    var isSpaced = false
    for character in text {
      if let mark = quote {
        if character == mark { quote = nil }
      } else if character == "(" {
        if !name.isEmpty, !callable.contains(name) { return name }
        name = ""
      } else if character.isLetter || character.isNumber || "-_.:$".contains(character) {
        name = isSpaced ? String(character) : name + String(character)
        isSpaced = false
        if name.hasSuffix("::") { name = "" }
      } else if character.isWhitespace {
        isSpaced = true
      } else {
        if character == "'" || character == "\"" { quote = character }
        name = ""
      }
    }
    return nil
  }

  /// The core function library (XPath 1.0 §4), the node types (§2.3), and the operators that may
  /// stand before a parenthesis (§3.7).
  private static let callable: Set = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat",
    "starts-with", "contains", "substring-before", "substring-after", "substring", "string-length",
    "normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number", "sum",
    "floor", "ceiling", "round", "comment", "text", "processing-instruction", "node", "and", "or",
    "mod", "div",
  ]
}
