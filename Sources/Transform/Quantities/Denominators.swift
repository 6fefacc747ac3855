import Records

extension UnitReader {
  /// Takes along what a unit is per: `/kg`, `/người/năm`, `/100.000 dân`, `mỗi tháng`,
  /// `trên 1.000 trẻ`.
  ///
  /// What is counted has no code, and what comes after it adds none: `đồng/người/tháng` is VND.
  func readDenominators(into unit: inout UnitReading, limit: Int) {
    var hasCounted = false
    while unit.tokens.upperBound < limit {
      let end = unit.tokens.upperBound
      guard
        var per = slash(at: end, limit: limit) ?? each(at: end, after: unit, limit: limit)
          ?? population(at: end, after: unit, limit: limit)
      else { return }
      unit.tokens = unit.tokens.lowerBound..<per.end
      if hasCounted, unit.kind == .money { per.code = nil }
      hasCounted = hasCounted || per.code == nil
      append(per, to: &unit)
    }
  }

  struct Denominator {
    var end: Int

    /// UCUM, or ISO 4217 for money; `nil` for counted things.
    var code: String?
  }

  private func append(_ per: Denominator, to unit: inout UnitReading) {
    let wasRate = unit.isRate
    unit.isRate = true
    switch unit.kind {
    case .money:
      if let code = per.code, let own = unit.code { unit.code = own + "/" + code }
    case .percent:
      if let code = per.code, let own = unit.code { unit.code = own + "/" + code }
    default:
      unit.kind = .rate
      if let code = per.code, let own = unit.code {
        unit.code = own + "/" + code
      } else if !wasRate || per.code == nil {
        unit.code = nil
      }
    }
  }

  /// `/kg`, `/100 ml`.
  private func slash(at index: Int, limit: Int) -> Denominator? {
    guard text.word(at: index) == PerWords.slash, index + 1 < limit else { return nil }
    var start = index + 1
    var count: Amount?
    if text.tokens[start].isNumber {
      guard let amount = amounts.amount(at: start, limit: limit), isRound(amount) else {
        return nil
      }
      count = amount
      start = amount.tokens.upperBound
    }
    guard start < limit else { return nil }
    if let match = UnitEntry.table.longestMatch(in: text, at: start),
      match.value.kind != .percent, match.value.kind != .index
    {
      return Denominator(end: start + match.length, code: count == nil ? code(of: match) : nil)
    }
    let token = text.tokens[start]
    guard token.isWord, !token.flags.contains(.breakBefore) else { return nil }
    if let noun = CountNoun.table.longestMatch(in: text, at: start) {
      var end = start + noun.length
      if end < limit, noun.value == .classifier || text.word(at: start) == PerWords.person,
        PerWords.afterPerson.contains(text.word(at: end))
      {
        end += 1
      }
      return Denominator(end: end, code: nil)
    }
    return Denominator(end: start + 1, code: nil)
  }

  private func code(of match: (length: Int, value: UnitEntry)) -> String? {
    switch match.value.kind {
    case .measure, .duration, .money, .age: match.value.code
    default: nil
    }
  }

  /// `mỗi năm`, `một tháng`, `mỗi tấn`: after money and rates of interest.
  private func each(at index: Int, after unit: UnitReading, limit: Int) -> Denominator? {
    guard index + 1 < limit, unit.kind == .money || unit.code == "%" || isPerTime(unit, index),
      !unit.isRate,
      PerWords.each.contains(text.word(at: index)),
      let match = UnitEntry.table.longestMatch(in: text, at: index + 1),
      match.value.kind == .duration || match.value.kind == .measure
    else { return nil }
    return Denominator(end: index + 1 + match.length, code: match.value.code)
  }

  /// Whether something is counted or measured anew each time: `14 triệu lốp xe mỗi năm`, `9 triệu
  /// thùng dầu mỗi ngày`.
  private func isPerTime(_ unit: UnitReading, _ index: Int) -> Bool {
    (unit.isCounted || unit.kind == .measure)
      && text.word(at: index) == PerWords.every
      && UnitEntry.table.longestMatch(in: text, at: index + 1)?.value.kind == .duration
  }

  /// `trên 100.000 dân`.
  private func population(at index: Int, after unit: UnitReading, limit: Int) -> Denominator? {
    guard index + 2 < limit, unit.isCounted, PerWords.on.contains(text.word(at: index)),
      let amount = amounts.amount(at: index + 1, limit: limit), isRound(amount),
      amount.value ?? ExactNumber(0) >= ExactNumber(100),
      let noun = countedNoun(at: amount.tokens.upperBound, limit: limit, isSpelled: false)
    else { return nil }
    return Denominator(end: noun.tokens.upperBound, code: nil)
  }

  /// Whether a number is what rates are given per: 1, 10, 100, 1.000 ….
  private func isRound(_ amount: Amount) -> Bool {
    guard let value = amount.value, value.isWhole else { return false }
    var rest = value.significand
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return rest == 1
  }

  private enum PerWords {
    static let slash: WordKey = "/"
    static let person: WordKey = "người"
    static let afterPerson: WordSet = ["lớn", "dân", "cao", "thứ"]
    static let every: WordKey = "mỗi"
    static let each: WordSet = ["mỗi", "một"]
    static let on: WordSet = ["trên"]
  }
}
