/// Which marks an article writes between thousands and before decimals.
///
/// Only tokens that leave no doubt count: both marks, or a mark before other than three digits.
/// Where an article mixes, the majority decides, and Vietnamese ones in a draw.
///
/// - Parameters:
///   - text: The article's text.
///   - isMasked: Whether a token is part of a date or another code.
/// - Returns: The style, `mixed` where a few English marks stand among Vietnamese ones.
func markStyle(of text: ArticleText, isMasked: (Int) -> Bool) -> MarkStyle {
  var (vietnamese, english) = (0, 0)
  for index in text.tokens.indices where text.tokens[index].isNumber && !isMasked(index) {
    guard text.tokens[index].count > 2 else { continue }
    let token = DigitToken(text.tokens[index], in: text)
    guard token.hasMarks else { continue }
    let last = token.lastMark
    let isDoubtless =
      !token.isUniform
      || token.markCount == 1
        && (token.lastGroup != 3 || token.firstGroup > 3 || token.hasLeadingZero)
    if isDoubtless {
      if last == UInt8(ascii: ".") { english += 1 } else { vietnamese += 1 }
    } else if token.markCount > 1, token.isGrouped {
      if last == UInt8(ascii: ",") { english += 1 } else { vietnamese += 1 }
    }
  }
  if english > vietnamese { return .english }
  return english > 0 ? .mixed : .vietnamese
}
