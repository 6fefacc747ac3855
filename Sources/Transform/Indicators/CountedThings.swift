extension IndicatorReader {
  /// The noun of the newest counted figure of the sentence, to which a measure belongs: `hai căn hộ
  /// …, diện tích 60 m2`.
  func countedThing(_ memory: Memory) -> Range<Int>? {
    let told = memory.told.suffix(16).last { $0.draft.unit?.isCounted == true }
    guard let unit = told?.draft.unit, !unit.tokens.isEmpty else { return nil }
    return unit.tokens
  }
}
