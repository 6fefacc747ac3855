import Testing

@testable import Load

struct MatchFiguresTests {
  @Test func pairsWhatIsTheSame() {
    let figures = [row("5 xã", 3), row("7 xã", 20), row("5 xã", 40)]
    #expect(pairs(figures, figures) == ["0-0", "1-1", "2-2"])
    #expect(pairs(figures, []) == [])
    #expect(pairs([], figures) == [])
  }

  /// A lead that is new shifts everything.
  @Test func pairsWhatShifted() {
    let old = [row("5 xã", 3), row("7 xã", 20)]
    let new = [row("9 tỉnh", 4), row("5 xã", 103), row("7 xã", 120)]
    #expect(pairs(old, new) == ["0-1", "1-2"])
  }

  /// A quote that grew by its unit is the same figure, here and after a shift.
  @Test func pairsQuotesThatOverlap() {
    #expect(
      pairs([row("5", 3), row("7 xã", 20)], [row("5 xã", 3), row("7", 20)]) == ["0-0", "1-1"]
    )
    let shifted = [row("5 xã", 53), row("12 xã", 70)]
    #expect(pairs([row("5 xã", 3), row("12", 20)], shifted) == ["0-0", "1-1"])
  }

  /// Of equal quotes, it is the sentence that tells which.
  @Test func tellsEqualQuotesApartByTheirSentences() {
    let old = [row("5 xã", 3, "Có 5 xã."), row("5 xã", 30, "Mất 5 xã.")]
    #expect(pairs(old, [row("5 xã", 2, "Mất 5 xã.")]) == ["1-0"])
  }

  @Test func leavesWhatHasNoCounterpart() {
    #expect(pairs([row("5 xã", 3)], [row("7 xã", 30)]) == [])
  }

  private func pairs(_ old: [FigureRow], _ new: [FigureRow]) -> [String] {
    matchFigures(old, new).map { "\($0.old)-\($0.new)" }
  }

  private func row(_ quote: String, _ start: Int, _ sentence: String = "") -> FigureRow {
    FigureRow(
      id: "",
      articleId: "",
      versionId: "",
      url: "",
      quote: quote,
      charStart: start,
      charEnd: start + quote.count,
      kind: "count",
      valueDecimal: "",
      status: "actual",
      checks: [],
      sentence: sentence,
      confidence: 1
    )
  }
}
