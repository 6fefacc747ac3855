import Records

/// Gives bare numbers the unit that another figure of their list or sentence names, and sends away
/// those that count nothing.
struct ListReader: Sendable {
  let text: ArticleText

  /// For each token whether a place's name ends with it.
  let endsPlace: [Bool]

  init(text: ArticleText, places: [PlaceMention]) {
    self.text = text
    var ends = [Bool](repeating: false, count: text.count)
    for place in places {
      let last = place.tokens.upperBound - 1
      if last >= 0, last < ends.count { ends[last] = true }
    }
    endsPlace = ends
  }

  /// - Parameters:
  ///   - drafts: In the text's order. Those that count nothing leave it.
  ///   - masks: Where they go.
  func completeUnits(of drafts: inout [Draft], rejecting masks: inout [Mask]) {
    takeFromNext(&drafts)
    // What is kept moves to the front.
    var kept = 0
    for index in drafts.indices {
      guard drafts[index].cell == nil else {
        drafts.swapAt(kept, index)
        kept += 1
        continue
      }
      var hasSubject = false
      if drafts[index].unit == nil, drafts[index].form == .plain || drafts[index].form == .range {
        var draft = drafts[index]
        hasSubject = takeFromSubject(&draft)
        if !hasSubject { takeFromPrevious(&draft, drafts[..<kept]) }
        drafts[index] = draft
      }
      if isFigure(drafts[index], hasSubject: hasSubject) {
        drafts.swapAt(kept, index)
        kept += 1
      } else {
        masks.append(Mask(tokens: drafts[index].tokens, reason: .unitless))
      }
    }
    drafts.removeSubrange(kept...)
    joinEvery(&drafts, rejecting: &masks)
    masks.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// `Cứ 100 trẻ thì 12 em`: one ratio.
  private func joinEvery(_ drafts: inout [Draft], rejecting masks: inout [Mask]) {
    guard drafts.count > 1 else { return }
    let cue = ListWords.every
    for index in stride(from: drafts.count - 2, through: 0, by: -1)
    where text.word(at: drafts[index].tokens.lowerBound - 1) == cue {
      let every = drafts[index]
      let next = drafts[index + 1]
      guard next.form == .plain,
        every.form == .plain, every.sentence == next.sentence,
        next.tokens.lowerBound - every.tokens.upperBound <= 6,
        (every.tokens.upperBound..<next.tokens.lowerBound)
          .contains(where: { ListWords.then.contains(text.word(at: $0)) })
      else { continue }
      drafts[index + 1].form = .ratio
      drafts[index + 1].whole = every.amount
      masks.append(Mask(tokens: every.tokens, reason: .partOfFigure))
      drafts.remove(at: index)
    }
  }

  /// `1,2; 1,5 và 1,9 nghìn tỷ đồng`, `Bình Gia 09, Cao Lộc 08 hộ`: numbers before one with a unit.
  private func takeFromNext(_ drafts: inout [Draft]) {
    guard drafts.count > 1 else { return }
    for index in stride(from: drafts.count - 2, through: 0, by: -1)
    where drafts[index].unit == nil {
      let next = drafts[index + 1]
      guard drafts[index].form == .plain, let unit = next.unit,
        drafts[index].sentence == next.sentence, next.form == .plain,
        isListed(drafts[index].tokens.upperBound..<next.tokens.lowerBound)
          || areNamed(drafts[index], next) || isMove(from: drafts[index], to: next)
      else { continue }
      drafts[index].unit = unit
      drafts[index].unit?.name = unit.name ?? text.string(of: unit.tokens)
      drafts[index].inheritsUnit = true
      drafts[index].isListed = true
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
    !gap.isEmpty && gap.count <= 2
      && gap.allSatisfy { ListWords.separators.contains(text.word(at: $0)) }
  }

  /// Whether two numbers stand after a name each: `Bình Gia 09, Cao Lộc 08 hộ`.
  private func areNamed(_ one: Draft, _ other: Draft) -> Bool {
    let gap = one.tokens.upperBound..<other.tokens.lowerBound
    guard (2...6).contains(gap.count), isNamed(one), isNamed(other) else { return false }
    return ListWords.separators.contains(text.word(at: gap.lowerBound))
      && gap.dropFirst().allSatisfy { text.tokens[$0].isWord }
  }

  /// Whether one number moves to another: `từ 42 lên 44 chuyến`, `từ 1,2 xuống còn 0,9 tấn`.
  private func isMove(from one: Draft, to other: Draft) -> Bool {
    let gap = one.tokens.upperBound..<other.tokens.lowerBound
    return (1...3).contains(gap.count) && ListWords.turns.contains(text.word(at: gap.lowerBound))
      && gap.allSatisfy { ListWords.reaching.contains(text.word(at: $0)) }
      && (one.tokens.lowerBound - 2..<one.tokens.lowerBound).contains {
        text.word(at: $0) == ListWords.from
      }
  }

  private func isNamed(_ draft: Draft) -> Bool {
    guard let before = text.token(at: draft.tokens.lowerBound - 1) else { return false }
    return endsPlace(before: draft)
      || before.isWord && before.isCapitalised
        && !before.hasInnerCapital
  }

  private func endsPlace(before draft: Draft) -> Bool {
    let index = draft.tokens.lowerBound - 1
    return index >= 0 && endsPlace[index]
  }

  /// `số hồ sơ đã giải quyết là 179.310`: what a số before the number counts.
  private func takeFromSubject(_ draft: inout Draft) -> Bool {
    let floor = max(draft.sentence.lowerBound - 1, draft.tokens.lowerBound - 18)
    var place = draft.tokens.lowerBound - 1
    while place - 1 > floor {
      place -= 1
      let word = text.word(at: place)
      if word == ListWords.close {
        while place > floor, text.word(at: place) != ListWords.open { place -= 1 }
        continue
      }
      if text.tokens[place].isNumber || ListWords.breaks.contains(word) { return false }
      guard word == MaskReader.Words.number, text.word(at: place + 1) != ListWords.money else {
        continue
      }
      let noun = CountNoun.table.longestMatch(in: text, at: place + 1)
      guard let noun, place + 1 + noun.length <= draft.tokens.lowerBound else { return false }
      let tokens = place + 1..<place + 1 + noun.length
      draft.unit = UnitReading(
        tokens: tokens,
        name: text.string(of: tokens),
        kind: .count,
        isCounted: true,
        isKnown: true
      )
      draft.inheritsUnit = true
      return true
    }
    return false
  }

  /// `xã A trồng 30 ha, xã B 12`: the unit of a figure before in the sentence.
  private func takeFromPrevious(_ draft: inout Draft, _ kept: ArraySlice<Draft>) {
    if draft.amount.exponent >= 6, let last = kept.last, last.sentence == draft.sentence,
      last.unit?.isCounted == true, last.amount.hasScale,
      ListWords.levels.contains(text.word(at: draft.tokens.lowerBound - 1))
    {
      inherit(last.unit, by: &draft)
      return
    }
    if draft.amount.exponent >= 6 {
      draft.unit = impliedMoney(draft)
      return
    }
    if isLevelOfIndex(draft), let index = kept.suffix(40).last(where: { $0.unit?.kind == .index }) {
      inherit(index.unit, by: &draft)
      return
    }
    if draft.amount.decimals > 0,
      ListWords.moves.contains(text.word(at: draft.tokens.lowerBound - 1))
    {
      draft.unit = UnitReading(
        tokens: draft.tokens.upperBound..<draft.tokens.upperBound,
        name: "%",
        code: "%",
        kind: .percent,
        isCounted: false,
        isKnown: true
      )
      draft.inheritsUnit = true
      return
    }
    guard let last = kept.last, last.sentence == draft.sentence else { return }
    let candidate = kept.suffix(12).last {
      $0.sentence == draft.sentence && ($0.unit?.isCounted == true || $0.unit?.kind == .measure)
    }
    let unit = (candidate ?? last).unit
    if draft.amount.decimals > 0, unit?.isCounted == true || unit?.kind == .money, isReached(draft)
    {
      draft.kind = .index
      return
    }
    inherit(unit, by: &draft)
  }

  private func inherit(_ unit: UnitReading?, by draft: inout Draft) {
    guard let unit else { return }
    draft.unit = unit
    draft.unit?.name = unit.name ?? text.string(of: unit.tokens)
    draft.inheritsUnit = true
  }

  /// Đồng after a magnitude with nothing behind it.
  private func impliedMoney(_ draft: Draft) -> UnitReading {
    UnitReading(
      tokens: draft.tokens.upperBound..<draft.tokens.upperBound,
      name: "đồng",
      code: "VND",
      kind: .money,
      isCounted: false,
      isKnown: true
    )
  }

  /// Whether a draft counts something; if not, it is a number in a name or the like.
  private func isFigure(_ draft: Draft, hasSubject: Bool) -> Bool {
    guard draft.form == .plain || draft.form == .range else { return true }
    if let unit = draft.unit, !draft.inheritsUnit {
      let isProduct =
        unit.isCounted && draft.amount.isSpelled == false
        && text.token(at: draft.tokens.lowerBound - 1)?.hasInnerCapital == true
        && draft.amount.mantissa < ExactNumber(100) && !draft.amount.hasScale
      return !isProduct && (unit.isKnown || !follows(name: draft))
    }
    if draft.isListed || draft.amount.hasScale || draft.amount.hasThousands { return true }
    if isReached(draft) { return true }
    guard draft.unit != nil, draft.form == .plain else { return false }
    let end = text.word(at: draft.tokens.upperBound)
    if hasSubject { return !follows(name: draft) }
    if endsPlace(before: draft) { return true }
    if isInBrackets(draft), ListWords.ends.contains(end), isNamed(draft) { return true }
    let isLast =
      ListWords.ends.contains(end) || draft.tokens.upperBound == draft.sentence.upperBound
    return isLast && !follows(name: draft)
  }

  /// Whether an open bracket stands a few tokens before.
  private func isInBrackets(_ draft: Draft) -> Bool {
    let floor = max(draft.sentence.lowerBound, draft.tokens.lowerBound - 40)
    for place in stride(from: draft.tokens.lowerBound - 1, to: floor - 1, by: -1) {
      if text.word(at: place) == ListWords.close { return false }
      if text.word(at: place) == ListWords.open { return true }
    }
    return false
  }

  /// Whether the number stands where only a level can: `lên tới 32`, `mốc 1930`, `giảm 0,25`.
  private func isReached(_ draft: Draft) -> Bool {
    let before = text.word(at: draft.tokens.lowerBound - 1)
    if ListWords.levels.contains(before) { return true }
    if before == ListWords.level,
      draft.amount.tokens.count > 1 || draft.amount.decimals > 0
        || text.tokens[draft.number.lowerBound].count > 2
    {
      return true
    }
    return draft.amount.decimals > 0 && ListWords.moves.contains(before)
  }

  private func isLevelOfIndex(_ draft: Draft) -> Bool {
    for place in stride(from: draft.tokens.lowerBound - 1, to: draft.tokens.lowerBound - 6, by: -1)
    where ListWords.marks.contains(text.word(at: place)) {
      return true
    }
    return false
  }

  /// Whether the word before a small bare number is a name: `iPhone 6`, `Intel 4004`.
  private func follows(name draft: Draft) -> Bool {
    let start = draft.tokens.lowerBound
    guard start > draft.sentence.lowerBound, let before = text.token(at: start - 1), before.isWord
    else { return false }
    guard !draft.amount.hasThousands, draft.amount.decimals == 0, !draft.amount.hasScale else {
      return false
    }
    if before.hasInnerCapital { return true }
    return before.isCapitalised && start - 1 > draft.sentence.lowerBound
      && !endsPlace(before: draft) && (before.count > 1 || !before.hasSpaceBefore)
  }
}
