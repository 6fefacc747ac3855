import Records

extension Arithmetic {
  /// A percentage against the ratio, or the part and its total, right before it.
  func checkShare(at index: Int, _ work: inout Work) {
    guard index > 0, isPercent(index), drafts[index].change == nil else { return }
    let draft = drafts[index]
    guard isPlainPercent(draft) else { return }
    let previous = drafts[index - 1]
    guard previous.sentence == draft.sentence,
      draft.tokens.lowerBound - previous.tokens.upperBound <= 8,
      let printed = Interval(percent: draft.amount)
    else { return }
    if previous.form == .ratio, let whole = previous.whole {
      guard let part = Interval(previous.amount), let total = Interval(whole),
        let share = part.percent(of: total)
      else { return }
      let holds = share.meets(printed)
      let statement =
        "\(describe(previous.amount))/\(describe(whole))"
        + " \(holds ? "=" : "≠") \(describe(draft.amount)) %"
      work.note(
        ArithmeticCheck(rule: .share, holds: holds, statement: statement),
        for: [index - 1, index]
      )
      return
    }
    checkPart(at: index, &work)
    checkFarShare(at: index, &work)
  }

  /// `9/12 huyện thu vượt 60% dự toán, chiếm tỷ lệ 70%`: a ratio a few figures before.
  private func checkFarShare(at index: Int, _ work: inout Work) {
    let draft = drafts[index]
    let start = draft.tokens.lowerBound
    guard index >= 2, let printed = Interval(percent: draft.amount),
      (max(draft.sentence.lowerBound, start - 3)..<start).contains(where: {
        text.word(at: $0) == CheckWords.takes
      })
    else { return }
    for place in stride(from: index - 2, through: max(0, index - 3), by: -1) {
      let ratio = drafts[place]
      guard ratio.sentence == draft.sentence else { return }
      guard ratio.form == .ratio, isUnqualified(ratio), let whole = ratio.whole,
        let part = Interval(ratio.amount), let total = Interval(whole),
        let share = part.percent(of: total)
      else { continue }
      let holds = share.meets(printed)
      let statement =
        "\(describe(ratio.amount))/\(describe(whole))"
        + " \(holds ? "=" : "≠") \(describe(draft.amount)) %"
      work.note(
        ArithmeticCheck(rule: .share, holds: holds, statement: statement),
        for: [place, index]
      )
      return
    }
  }

  /// `trong đó trực tuyến 158.457 hồ sơ, chiếm 85%`: a part against the figure that it is part of.
  private func checkPart(at index: Int, _ work: inout Work) {
    let part = drafts[index - 1]
    guard isExact(part), index >= 2, indicators[index - 1].category != nil,
      let printed = Interval(percent: drafts[index].amount), let low = Interval(part.amount)
    else { return }
    for place in stride(from: index - 2, through: max(0, index - 12), by: -1) {
      let total = drafts[place]
      guard total.sentence == part.sentence else { return }
      guard isExact(total), sameUnit(total, part), indicators[place].category == nil,
        let all = Interval(total.amount), let share = low.percent(of: all)
      else { continue }
      guard share.meets(printed) else {
        work.join(index - 1, index)
        return
      }
      let statement =
        "\(describe(part.amount))/\(describe(total.amount)) = \(describe(drafts[index].amount)) %"
      work.note(
        ArithmeticCheck(rule: .share, holds: true, statement: statement),
        for: [place, index - 1, index]
      )
      return
    }
  }

  /// Growth against the levels: `tăng từ A lên B (p %)`, `A, giảm p % so với … (B)`.
  func checkGrowth(at index: Int, _ work: inout Work) {
    if index > 0, drafts[index].change == .to, drafts[index - 1].change == .from {
      checkMove(from: index - 1, to: index, &work)
    }
    guard isPercent(index) else { return }
    let draft = drafts[index]
    guard isPlainPercent(draft), draft.change == .increase || draft.change == .decrease,
      index > 0, index + 1 < drafts.count
    else { return }
    let (now, then) = (drafts[index - 1], drafts[index + 1])
    guard now.sentence == then.sentence, isExact(now), isExact(then), sameUnit(now, then),
      text.word(at: then.tokens.lowerBound - 1) == IndicatorReader.Marks.open,
      let new = Interval(now.amount), let old = Interval(then.amount),
      let share = new.percent(of: old), let printed = Interval(percent: draft.amount)
    else { return }
    let change =
      draft.change == .increase
      ? Interval(low: share.low - 100, high: share.high - 100)
      : Interval(low: 100 - share.high, high: 100 - share.low)
    let holds = change.meets(printed)
    let sign = draft.change == .increase ? "+" : "-"
    let statement =
      "\(describe(then.amount)) \(sign)\(describe(draft.amount)) %"
      + " \(holds ? "=" : "≠") \(describe(now.amount))"
    work.note(
      ArithmeticCheck(rule: .growth, holds: holds, statement: statement),
      for: [index - 1, index, index + 1]
    )
  }

  /// `từ A lên B`, with the difference or the growth rate beside it.
  private func checkMove(from start: Int, to end: Int, _ work: inout Work) {
    guard let old = Interval(drafts[start].amount), let new = Interval(drafts[end].amount),
      sameUnit(drafts[start], drafts[end]), isUnqualified(drafts[start]), isUnqualified(drafts[end])
    else { return }
    for place in [end + 1, start - 1] where drafts.indices.contains(place) {
      let delta = drafts[place]
      guard delta.sentence == drafts[end].sentence, isUnqualified(delta),
        delta.change == .increase || delta.change == .decrease
      else { continue }
      let levels = "\(describe(drafts[start].amount)) → \(describe(drafts[end].amount))"
      let members = [start, end, place]
      if isPlainPercent(delta), !isPlainPercent(drafts[end]), let share = new.percent(of: old),
        let printed = Interval(percent: delta.amount)
      {
        let isUp = delta.change == .increase
        let change =
          isUp
          ? Interval(low: share.low - 100, high: share.high - 100)
          : Interval(low: 100 - share.high, high: 100 - share.low)
        let holds = change.meets(printed)
        let statement =
          "\(levels) \(holds ? "is" : "is not")"
          + " \(isUp ? "+" : "-")\(describe(delta.amount)) %"
        work.note(ArithmeticCheck(rule: .growth, holds: holds, statement: statement), for: members)
      } else if sameUnit(delta, drafts[end]), let printed = Interval(delta.amount) {
        let gap =
          new.low >= old.high
          ? Interval(low: new.low - old.high, high: new.high - old.low)
          : Interval(low: old.low - new.high, high: old.high - new.low)
        let holds = gap.meets(printed)
        let statement = "\(levels) differ \(holds ? "" : "not ")by \(describe(delta.amount))"
        work.note(
          ArithmeticCheck(rule: .difference, holds: holds, statement: statement),
          for: members
        )
      }
    }
  }

  /// Parts in brackets or after `gồm` against the total before them.
  func checkSum(at index: Int, _ work: inout Work) {
    guard index + 2 < drafts.count, drafts[index].sentence == drafts[index + 1].sentence,
      indicators[index].category == nil, let opening = opening(after: index)
    else { return }
    let total = drafts[index]
    guard isExact(total) else { return }
    var parts: [Int] = []
    var sum: ExactNumber? = ExactNumber(0)
    for place in index + 1..<min(drafts.count, index + 40) {
      let part = drafts[place]
      guard part.sentence == total.sentence, !closes(before: place, since: opening.place) else {
        break
      }
      guard isExact(part), sameUnit(part, total), let value = part.value else { continue }
      parts.append(place)
      sum = sum.flatMap { $0 + value }
    }
    guard parts.count >= 2, let sum, let whole = total.value else { return }
    let holds = sum == whole
    guard holds || opening.isWhole else {
      for part in parts { work.join(index, part) }
      return
    }
    let terms = parts.map { describe(drafts[$0].amount) }.joined(separator: " + ")
    let statement = "\(terms) \(holds ? "=" : "≠") \(describe(total.amount))"
    work.note(ArithmeticCheck(rule: .sum, holds: holds, statement: statement), for: [index] + parts)
  }

  /// Where a breakdown of a figure begins: a bracket or `gồm` promise all parts, `trong đó` some.
  private func opening(after index: Int) -> (place: Int, isWhole: Bool)? {
    let start = drafts[index].tokens.upperBound
    let end = drafts[index + 1].tokens.lowerBound
    let (open, among) = (IndicatorReader.Marks.open, IndicatorReader.Marks.among)
    let comprise = IndicatorReader.Marks.comprise
    for place in start..<max(start, end) {
      let word = text.word(at: place)
      if word == open || comprise.contains(word) { return (place, true) }
      if text.matches(among, at: place) { return (place, false) }
    }
    return nil
  }

  /// Whether the bracket of a breakdown closes before a draft.
  private func closes(before index: Int, since opening: Int) -> Bool {
    guard text.word(at: opening) == IndicatorReader.Marks.open else { return false }
    let start = max(opening, drafts[index - 1].tokens.upperBound)
    return (start..<max(start, drafts[index].tokens.lowerBound)).contains {
      text.word(at: $0) == IndicatorReader.Marks.close
    }
  }

  private func isPercent(_ index: Int) -> Bool { drafts[index].unit?.kind == .percent }

  private func isPlainPercent(_ draft: Draft) -> Bool {
    draft.form == .plain && draft.unit?.code == "%" && isUnqualified(draft)
  }

  private func isUnqualified(_ draft: Draft) -> Bool { draft.qualifier == nil }

  /// Whether a draft is one number of something, without more than, about and the like.
  private func isExact(_ draft: Draft) -> Bool {
    draft.form == .plain && isUnqualified(draft) && draft.unit != nil
      && draft.unit?.kind != .percent
      && draft.change != .increase && draft.change != .decrease
  }

  private func sameUnit(_ one: Draft, _ other: Draft) -> Bool {
    guard let a = one.unit, let b = other.unit, a.kind == b.kind else { return false }
    if let code = a.code { return code == b.code }
    guard b.code == nil, let first = a.tokens.first, let second = b.tokens.first else {
      return false
    }
    return text.word(at: first) == text.word(at: second)
  }

  private enum CheckWords {
    static let takes: WordKey = "chiếm"
  }

  func describe(_ amount: Amount) -> String {
    amount.value?.description ?? "?"
  }
}
