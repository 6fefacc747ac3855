import Records

extension IndicatorReader {
  /// Gives changes that are told in turn the measures before them: `3 tỷ đồng doanh thu và 1 tỷ đồng
  /// lãi, lần lượt tăng 7% và 33%`.
  func takeInTurn(_ drafts: [Draft], in indicators: inout [Indicator]) {
    for index in drafts.indices.dropFirst(2) where isInTurn(drafts[index]) {
      var end = index + 1
      while end < drafts.count, end - index < 6, isNext(drafts[end], drafts[end - 1]) { end += 1 }
      let count = end - index
      let first = index - count
      guard count >= 2, first >= 0, drafts[first].sentence == drafts[index].sentence else {
        continue
      }
      let levels = first..<index
      let areLevels = levels.allSatisfy {
        drafts[$0].change != .increase && drafts[$0].change != .decrease
          && !indicators[$0].words.isEmpty && indicators[$0].words != indicators[index].words
          || $0 == index - 1
      }
      guard areLevels, indicators[first].words != indicators[index - 1].words else { continue }
      for place in index..<end {
        indicators[place].words = indicators[place - count].words
        indicators[place].category = indicators[place - count].category
      }
    }
  }

  private func isInTurn(_ draft: Draft) -> Bool {
    guard draft.change == .increase || draft.change == .decrease else {
      return false
    }
    let start = draft.tokens.lowerBound
    return (max(draft.sentence.lowerBound, start - 5)..<start).contains { place in
      TurnWords.turns.contains { text.matches($0, at: place) }
    }
  }

  /// Whether nothing but a joint stands between two changes.
  private func isNext(_ draft: Draft, _ previous: Draft) -> Bool {
    let gap = previous.tokens.upperBound..<max(previous.tokens.upperBound, draft.tokens.lowerBound)
    return draft.sentence == previous.sentence && draft.change == previous.change
      && (1...2).contains(gap.count)
      && gap.allSatisfy { TurnWords.joints.contains(text.word(at: $0)) }
  }

  private enum TurnWords {
    static let turns: [[WordKey]] = [["lần", "lượt"], ["tương", "ứng"]]
    static let joints: WordSet = ["và", ",", "tới", "hơn", "gần", "đến"]
  }
}
