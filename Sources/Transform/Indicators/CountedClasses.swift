import Records

extension IndicatorReader {
  /// The class of counted things that the words right after them tell.
  func classAfter(_ draft: Draft) -> String? {
    draft.unit?.isCounted == true ? bracketed(draft) ?? levels(draft) : nil
  }

  /// What the first of several names has, of which the words before it say how much they have: `các
  /// huyện có số ca mắc cao là Tân Yên 30 ca, Lục Nam 12 ca`.
  func firstOfNames(_ draft: Draft, _ memory: Memory) -> Indicator? {
    guard draft.change == nil, draft.form == .plain, let unit = draft.unit, unit.isCounted,
      let noun = unit.tokens.first
    else { return nil }
    let (left, _) = clauses.left(of: draft.tokens.lowerBound, floor: draft.sentence.lowerBound)
    guard let verb = left.last(where: { text.word(at: $0) == CountedClassWords.is }),
      verb + 1 < left.upperBound, entities.isNameAlone(verb + 1..<left.upperBound),
      let start = (left.lowerBound..<verb).last(where: {
        text.word(at: $0) == text.word(at: noun) && text.word(at: $0 - 1) == Marks.number
      })
    else { return nil }
    let name = string(verb + 1..<left.upperBound)
    if let known = memory.narrowed[text.word(at: noun)],
      zip(known.noun, start..<verb).allSatisfy({ text.word(at: $0) == text.word(at: $1) })
    {
      let words = text.string(of: known.noun) + " " + string(known.words)
      return Indicator(words: words, category: name)
    }
    return Indicator(words: string(start..<verb), category: name)
  }

  /// What each part of a breakdown is: `02 cặp trường (huyện Hoa Lư 01 là trường Ninh An)`.
  func nameAfterIs(_ draft: Draft, _ memory: Memory) -> String? {
    let end = draft.tokens.upperBound
    guard memory.head != nil, text.word(at: end) == CountedClassWords.is else { return nil }
    let words = clauses.right(of: end + 1, ceiling: draft.sentence.upperBound, limit: 8)
    guard let first = words.first, text.tokens[first].isCapitalised else { return nil }
    return string(words)
  }

  /// Kinds with the names of each in brackets: `04 dự án cầu (Tân An, Bình Lợi), đường (Hòa Bình)`.
  private func bracketed(_ draft: Draft) -> String? {
    let start = draft.tokens.upperBound
    var end = start
    var place = start
    while let close = bracketOfNames(from: place, draft) {
      end = close + 1
      place = end
      guard text.word(at: end) == Marks.comma || Marks.joints.contains(text.word(at: end)) else {
        break
      }
      place += 1
    }
    return end > start ? text.string(of: start..<end) : nil
  }

  /// Where a bracket that holds names alone closes, after at most three words.
  private func bracketOfNames(from start: Int, _ draft: Draft) -> Int? {
    let limit = min(draft.sentence.upperBound, start + 40)
    var open = start
    while open < limit, open - start < 4, text.tokens[open].isWord, !clauses.isFigure[open] {
      open += 1
    }
    guard open > start, open < limit, text.word(at: open) == Marks.open else { return nil }
    for place in open + 1..<max(open + 1, limit) {
      let token = text.tokens[place]
      if token.key == Marks.close { return place > open + 1 ? place : nil }
      guard
        token.isWord && token.isCapitalised || token.key == Marks.comma
          || Marks.joints.contains(token.key)
      else { return nil }
    }
    return nil
  }

  /// The levels of school that things belong to: `30 học sinh tiểu học và THCS`.
  private func levels(_ draft: Draft) -> String? {
    let start = draft.tokens.upperBound
    var (end, place) = (start, start)
    while place < draft.sentence.upperBound,
      let level = CountedClassWords.levels.longestMatch(in: text, at: place)
    {
      end = place + level.length
      place = end
      guard Marks.joints.contains(text.word(at: end)) || text.word(at: end) == Marks.comma else {
        break
      }
      place += 1
    }
    return end > start ? text.string(of: start..<end) : nil
  }

  private enum CountedClassWords {
    static let `is`: WordKey = "là"
    static let levels = PhraseTable(
      [
        "nhà trẻ", "mẫu giáo", "mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông",
        "THCS", "THPT", "TH", "GDTX", "THCS&THPT", "TH&THCS", "trung cấp", "cao đẳng", "đại học",
        "sau đại học", "bán trú", "nội trú",
      ].map { (phrase: $0, value: true) }
    )
  }
}
