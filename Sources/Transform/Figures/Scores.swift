import Records

extension FigureReader {
  /// Whether two numbers with a dash between are a result: both small, and the sentence is on sport
  /// or a vote.
  func isScore(_ first: Amount, _ second: Amount, in sentence: Range<Int>) -> Bool {
    let small = ExactNumber(200)
    guard !first.hasScale, !second.hasScale, !first.isSpelled, let a = first.value,
      let b = second.value, a < small, b < small, first.tokens.count == 1
    else { return false }
    return near(first, in: sentence).contains { ScoreWords.ofScores.contains(text.word(at: $0)) }
  }

  /// The tokens around a number that are in its sentence, forty on either side.
  private func near(_ amount: Amount, in sentence: Range<Int>) -> Range<Int> {
    let middle = amount.tokens.lowerBound
    return max(sentence.lowerBound, middle - 40)..<min(sentence.upperBound, middle + 40)
  }

  /// Whether `21/19` is the result of a set: the words just before it are of games.
  func isSet(_ first: Amount, _ second: Amount, in sentence: Range<Int>) -> Bool {
    let start = first.tokens.lowerBound
    guard !first.isSpelled, isScore(first, second, in: sentence) else { return false }
    return (max(sentence.lowerBound, start - 12)..<min(sentence.upperBound, start + 8)).contains {
      ScoreWords.ofSets.contains(text.word(at: $0))
    }
  }

  func score(_ first: Amount, _ second: Amount, in sentence: Range<Int>) -> Draft {
    let tokens = first.tokens.lowerBound..<second.tokens.upperBound
    return Draft(
      tokens: tokens,
      number: tokens,
      amount: first,
      form: .score,
      whole: second,
      kind: .score,
      sentence: sentence
    )
  }
}

private enum ScoreWords {
  static let ofSets: WordSet = ["set", "ván", "séc", "thắng", "thua", "vợt", "game", "dẫn"]
  static let ofScores: WordSet = [
    "tỷ", "thắng", "thua", "hòa", "trận", "bàn", "bại", "dẫn", "ghi", "ván", "set", "hạ", "chân",
    "cuộc", "lưới", "đánh", "quả", "tái", "đấu", "gỡ",
  ]
}
