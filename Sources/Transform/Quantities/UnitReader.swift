import Records

/// Reads the unit after a number.
struct UnitReader: Sendable {
  let text: ArticleText
  let amounts: AmountReader

  /// Reads the unit that begins at a token.
  ///
  /// - Parameters:
  ///   - index: The token.
  ///   - amount: The number before it, which tells `triệu bảng` from `hai bảng`.
  ///   - limit: No token from here on is read.
  /// - Returns: `nil` where what follows is no unit.
  func unit(at index: Int, after amount: Amount, limit: Int) -> UnitReading? {
    guard index < limit else { return nil }
    guard var unit = simpleUnit(at: index, after: amount, limit: limit) else { return nil }
    readDenominators(into: &unit, limit: limit)
    return unit
  }

  private func simpleUnit(at index: Int, after amount: Amount, limit: Int) -> UnitReading? {
    let counted = CountNoun.table.longestMatch(in: text, at: index)
    if let match = UnitEntry.table.longestMatch(in: text, at: index),
      index + match.length <= limit,
      match.length >= (counted?.length ?? 0) || match.value.kind == .money && amount.hasScale
    {
      if fits(match.value, at: index, length: match.length, amount: amount) {
        return measure(match.value, at: index, length: match.length, amount: amount)
      }
      if let other = UnitEntry.otherCases.longestMatch(in: text, at: index),
        fits(other.value, at: index, length: other.length, amount: amount)
      {
        return measure(other.value, at: index, length: other.length, amount: amount)
      }
    }
    if amount.exponent >= 9, Words.ofMoney.contains(text.word(at: index)) { return nil }
    let noun = countedNoun(at: index, limit: limit, isSpelled: amount.isSpelled)
    // Milliards of an unknown thing are money that is spent on it: `54 tỷ cổ tức`.
    return amount.exponent >= 9 && noun?.isKnown == false ? nil : noun
  }

  /// Whether a unit of the lexicon is meant, where its word has other meanings.
  private func fits(_ entry: UnitEntry, at index: Int, length: Int, amount: Amount) -> Bool {
    if entry.isExact {
      guard Array(text.bytes[text.bytes(of: index..<index + length)]) == entry.phrase else {
        return false
      }
      if entry.phrase.count == 1, text.tokens[index].hasSpaceBefore,
        !Words.spacedLetters.contains(text.word(at: index))
      {
        return false
      }
    }
    let word = text.word(at: index)
    if length == 1 {
      switch word {
      case Words.pound, Words.yuan: return amount.hasScale
      case Words.tael:
        return !(text.word(at: index + 1) == Words.guest)
      case Words.mace:
        return Words.afterMace.contains(text.word(at: index + 1))
          || text.token(at: index + 1)?.isWord != true
      case Words.dollar:
        return text.word(at: index + 1) != Words.urban
      case Words.ampere: return text.isTight(at: index)
      default: break
      }
    }
    return true
  }

  private func measure(_ entry: UnitEntry, at index: Int, length: Int, amount: Amount)
    -> UnitReading
  {
    var unit = UnitReading(
      tokens: index..<index + length,
      code: entry.code,
      kind: entry.kind,
      isCounted: false,
      isKnown: true
    )
    if entry.kind == .multiple {
      // Without gấp, tăng … before it, lần is a count of times.
      unit.kind = amount.decimals > 0 ? .multiple : .count
      unit.isCounted = amount.decimals == 0
    } else if text.word(at: index) == Words.barrel, !isOil(at: index, amount: amount) {
      unit.code = nil
      unit.kind = .count
      unit.isCounted = true
      let noun = countedNoun(at: index, limit: text.count, isSpelled: amount.isSpelled)
      if let noun { unit.tokens = noun.tokens }
    } else if entry.kind == .duration, text.word(at: index + length) == Words.prison {
      unit.tokens = index..<index + length + 1
    }
    return unit
  }

  private func isOil(at index: Int, amount: Amount) -> Bool {
    if text.word(at: index + 1) == Words.oil || amount.hasScale { return true }
    return (max(0, index - 30)..<min(text.count, index + 10)).contains {
      text.word(at: $0) == Words.oil
    }
  }

  /// A noun, with its classifier: `cặp trường`, `chiếc xe`, `xã, phường`.
  func countedNoun(at index: Int, limit: Int, isSpelled: Bool) -> UnitReading? {
    guard index < limit, let first = text.token(at: index), first.isWord,
      first.hasSpaceBefore
        || text.tokens[index - 1].isSymbol,
      !first.flags.contains(.breakBefore)
    else { return nil }
    var end: Int
    var isKnown = true
    if let match = CountNoun.table.longestMatch(in: text, at: index), index + match.length <= limit,
      !first.isCapitalised || first.isAllCapitals || match.length > 1,
      match.length >= CountNoun.verbs.longestMatch(in: text, at: index)?.length ?? 0
    {
      end = index + match.length
      if match.value == .classifier { end = takeNoun(at: end, limit: limit) }
    } else {
      guard CountNoun.stops[first.key] == nil,
        CountNoun.verbs.longestMatch(in: text, at: index) == nil, NumberWord.table[first.key] == nil
      else {
        return nil
      }
      if first.isCapitalised {
        guard isSpelled || first.isAllCapitals else { return nil }
        end = index + 1
        while end < limit, text.tokens[end].isWord, text.tokens[end].isCapitalised { end += 1 }
      } else {
        end = index + 1
        if isCompound(at: end, limit: limit) { end += 1 }
      }
      isKnown = false
    }
    end = endBeforeSlash(after: end, limit: limit)
    while end + 1 < limit, CountNoun.joined.contains(text.word(at: index)),
      text.word(at: end) == AmountReader.comma,
      CountNoun.joined.contains(text.word(at: end + 1)), !text.tokens[end + 1].isCapitalised,
      let next = CountNoun.table.longestMatch(in: text, at: end + 1)
    {
      end += 1 + next.length
    }
    return UnitReading(
      tokens: index..<end,
      code: nil,
      kind: .count,
      isCounted: true,
      isKnown: isKnown
    )
  }

  /// Where a noun ends whose modifier stands before a slash and a time: `ghế cung ứng/ngày`.
  private func endBeforeSlash(after end: Int, limit: Int) -> Int {
    for place in end..<min(limit, end + 3) {
      if text.word(at: place) == Words.slash {
        let isPerTime =
          UnitEntry.table.longestMatch(in: text, at: place + 1)?.value.kind == .duration
        return isPerTime && text.isTight(at: place) ? place : end
      }
      guard text.tokens[place].isWord, !text.tokens[place].isCapitalised,
        !text.tokens[place].flags.contains(.breakBefore),
        CountNoun.stops[text.word(at: place)] == nil
      else { return end }
    }
    return end
  }

  /// Whether a syllable completes the unknown noun before it: most are of two syllables.
  private func isCompound(at index: Int, limit: Int) -> Bool {
    guard index < limit, let token = text.token(at: index), token.isWord, token.hasSpaceBefore,
      !token.isCapitalised, !token.flags.contains(.breakBefore)
    else { return false }
    return CountNoun.stops[token.key] == nil && NumberWord.table[token.key] == nil
      && CountNoun.verbs.longestMatch(in: text, at: index) == nil
      && (CountNoun.table.longestMatch(in: text, at: index)?.length ?? 1) == 1
  }

  /// The noun after a classifier, where there is one.
  private func takeNoun(at index: Int, limit: Int) -> Int {
    guard index < limit, let token = text.token(at: index), token.isWord, !token.isCapitalised,
      CountNoun.stops[token.key] == nil, NumberWord.table[token.key] == nil,
      !token.flags.contains(.breakBefore)
    else { return index }
    if let match = CountNoun.table.longestMatch(in: text, at: index) {
      return min(limit, index + match.length)
    }
    return index + 1
  }

  enum Words {
    static let ofMoney: WordSet = [
      "trái", "vốn", "tiền", "doanh", "lợi", "lãi", "nợ", "tín", "gói",
    ]
    static let slash: WordKey = "/"
    static let pound: WordKey = "bảng"
    static let yuan: WordKey = "tệ"
    static let tael: WordKey = "lượng"
    static let guest: WordKey = "khách"
    static let mace: WordKey = "chỉ"
    static let afterMace: WordSet = ["vàng", "SJC"]
    static let dollar: WordKey = "đô"
    static let urban: WordKey = "thị"
    static let ampere: WordKey = "A"
    static let barrel: WordKey = "thùng"
    static let oil: WordKey = "dầu"
    static let prison: WordKey = "tù"
    static let spacedLetters: WordSet = ["m", "g", "l", "đ", "W", "V"]
  }
}
