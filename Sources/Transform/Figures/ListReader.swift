import Records

/// Gives bare numbers the unit that another figure of their list or sentence names.
struct ListReader: Sendable {
  let text: ArticleText

  /// - Parameters:
  ///   - drafts: In the text's order. Those that count nothing leave it.
  ///   - masks: Where they go.
  func completeUnits(of drafts: inout [Draft], rejecting masks: inout [Mask]) {
    takeFromNext(&drafts)
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    for var draft in drafts {
      if draft.unit == nil, draft.form == .plain || draft.form == .range {
        takeFromPrevious(&draft, kept)
      }
      if isFigure(draft, after: kept) {
        kept.append(draft)
      } else {
        masks.append(Mask(tokens: draft.tokens, reason: .unitless))
      }
    }
    drafts = kept
    masks.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// `1,2; 1,5 và 1,9 nghìn tỷ đồng`: bare numbers before one with a unit.
  private func takeFromNext(_ drafts: inout [Draft]) {
    guard drafts.count > 1 else { return }
    for index in stride(from: drafts.count - 2, through: 0, by: -1) {
      let next = drafts[index + 1]
      guard drafts[index].unit == nil, drafts[index].form == .plain, let unit = next.unit,
        drafts[index].sentence == next.sentence, next.form != .ratio || next.inheritsUnit,
        isListed(drafts[index].tokens.upperBound..<next.tokens.lowerBound)
      else { continue }
      drafts[index].unit = unit
      drafts[index].unit?.name = unit.name ?? text.string(of: unit.tokens)
      drafts[index].inheritsUnit = true
      if !drafts[index].amount.hasScale, next.amount.hasScale,
        drafts[index].amount.mantissa < ExactNumber(1000)
      {
        drafts[index].amount.exponent = next.amount.exponent
        drafts[index].amount.hasScale = true
      }
    }
  }

  /// Whether only marks of a list stand between two numbers.
  private func isListed(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && gap.count <= 3
      && gap.allSatisfy { ListWords.separators.contains(text.word(at: $0)) }
  }

  /// `xã A trồng 30 ha, xã B 12`: the unit of a figure before in the sentence.
  private func takeFromPrevious(_ draft: inout Draft, _ kept: [Draft]) {
    if draft.amount.hasScale, let money = impliedMoney(draft, kept) {
      draft.unit = money
      return
    }
    guard let last = kept.last, last.sentence == draft.sentence else { return }
    let candidate = kept.reversed().prefix(12).first {
      $0.sentence == draft.sentence && ($0.unit?.isCounted == true || $0.unit?.kind == .measure)
    }
    guard let unit = (candidate ?? last).unit else { return }
    draft.unit = unit
    draft.unit?.name = unit.name ?? text.string(of: unit.tokens)
    draft.inheritsUnit = true
  }

  /// Đồng after a magnitude with nothing behind it.
  private func impliedMoney(_ draft: Draft, _ kept: [Draft]) -> UnitReading? {
    guard draft.amount.exponent >= 6 else { return nil }
    for place in stride(
      from: draft.tokens.lowerBound - 1,
      to: max(draft.sentence.lowerBound - 1, draft.tokens.lowerBound - 14),
      by: -1
    ) {
      if text.word(at: place) == MaskReader.Words.number,
        text.word(at: place + 1) != ListWords.money,
        let noun = CountNoun.table.longestMatch(in: text, at: place + 1)
      {
        return UnitReading(
          tokens: place + 1..<place + 1 + noun.length,
          name: text.string(of: place + 1..<place + 1 + noun.length),
          code: nil,
          kind: .count,
          isCounted: true,
          isKnown: true
        )
      }
    }
    return UnitReading(
      tokens: draft.tokens.upperBound..<draft.tokens.upperBound,
      name: "đồng",
      code: "VND",
      kind: .money,
      isCounted: false,
      isKnown: true
    )
  }

  /// Whether a draft counts something; if not, it is a number in a name or the like.
  private func isFigure(_ draft: Draft, after kept: [Draft]) -> Bool {
    guard draft.form == .plain else { return true }
    if let unit = draft.unit, !draft.inheritsUnit { return unit.isKnown || !follows(name: draft) }
    if draft.unit != nil, draft.inheritsUnit { return !follows(name: draft) || isBracketed(draft) }
    return draft.amount.hasThousands
  }

  private func follows(name draft: Draft) -> Bool {
    let start = draft.tokens.lowerBound
    guard start > draft.sentence.lowerBound, let before = text.token(at: start - 1), before.isWord,
      before.isCapitalised, start - 1 > draft.sentence.lowerBound
    else { return false }
    return !draft.amount.hasThousands && draft.amount.decimals == 0
  }

  private func isBracketed(_ draft: Draft) -> Bool {
    let end = draft.tokens.upperBound
    return ListWords.ends.contains(text.word(at: end))
  }

  enum ListWords {
    static let separators: Set<WordKey> = [",", ";", "và", "hoặc", "hay", "-", "–"]
    static let ends: Set<WordKey> = [",", ";", ")", "."]
    static let money: WordKey = "tiền"
  }
}
