/// The lines of a text, as ranges of token indices.
func splitParagraphs(_ tokens: [Token]) -> [Range<Int>] {
  var paragraphs: [Range<Int>] = []
  var start = 0
  let all = tokens.span
  for index in 1..<max(1, all.count) where all[index].flags.contains(.breakBefore) {
    paragraphs.append(start..<index)
    start = index
  }
  if start < tokens.count { paragraphs.append(start..<tokens.count) }
  return paragraphs
}

/// The sentences of a text, as ranges of token indices.
///
/// A sentence ends with its line, and at `.`, `!`, `?` or `…` where white space and then anything
/// but a small letter follows. Not at a point after an abbreviation (`TP. Huế`), an initial or a
/// list's number (`1. Tên`). Closing quotes and brackets belong to what they close. What goes on for
/// 400 tokens is cut there, so that a text without points costs no more than one with.
func splitSentences(_ tokens: [Token], paragraphs: [Range<Int>]) -> [Range<Int>] {
  var sentences: [Range<Int>] = []
  let all = tokens.span
  for paragraph in paragraphs {
    var start = paragraph.lowerBound
    var index = start
    while index < paragraph.upperBound {
      if index - start >= Ends.longest {
        sentences.append(start..<index)
        start = index
      }
      let end = min(paragraph.upperBound, start + Ends.longest)
      while index < end, !all[index].traits.contains(.ending) { index &+= 1 }
      guard index < end else { continue }
      let mark = index
      index += 1
      while index < paragraph.upperBound, !tokens[index].hasSpaceBefore,
        tokens[index].traits.contains(.ending) || Ends.closers.contains(tokens[index].key)
      {
        index += 1
      }
      guard index < paragraph.upperBound, tokens[index].hasSpaceBefore,
        !tokens[index].isWord || tokens[index].isCapitalised,
        !(index == mark + 1 && isAbbreviated(tokens, before: mark, start: start))
      else { continue }
      sentences.append(start..<index)
      start = index
    }
    if start < paragraph.upperBound { sentences.append(start..<paragraph.upperBound) }
  }
  return sentences
}

/// Whether the point at `mark` belongs to the token before it.
private func isAbbreviated(_ tokens: [Token], before mark: Int, start: Int) -> Bool {
  guard mark > start, tokens[mark].key == Ends.point, !tokens[mark].hasSpaceBefore else {
    return false
  }
  let token = tokens[mark - 1]
  switch token.kind {
  case .word:
    if token.count == 1, token.isCapitalised {
      return Ends.districts.contains(token.key) || !token.isLastOfRun(tokens, mark)
    }
    return Ends.abbreviations.contains(token.key) && token.isCapitalised
  case .number: return mark - 1 == start && token.count <= 3
  case .symbol: return false
  }
}

extension Token {
  /// Whether a single capital is the tail of something like `vitamin C`, not an initial.
  fileprivate func isLastOfRun(_ tokens: [Token], _ mark: Int) -> Bool {
    guard mark >= 2, hasSpaceBefore else { return false }
    return tokens[mark - 2].isWord && !tokens[mark - 2].isCapitalised
  }
}

/// The marks that may end a sentence.
enum SentenceMarks {
  static let ends: [WordKey] = [".", "!", "?", "…"]
}

private enum Ends {
  static let longest = 400
  static let point: WordKey = "."
  static let closers: WordSet = ["\"", "”", "’", "'", "»", ")", "]"]

  /// Quận, phường, huyện, xã.
  static let districts: WordSet = ["Q", "P", "H", "X"]

  /// Titles and places that newspapers shorten with a point.
  static let abbreviations: WordSet = [
    "TP", "Tp", "GS", "PGS", "TS", "ThS", "Ths", "BS", "KS", "CN", "LS", "TX", "TT", "Tr", "St",
    "Mr", "Mrs", "Ms", "Dr", "Th", "Bs", "Ks", "CK", "CKII", "CKI", "NSND", "NSƯT", "HLV", "ĐT",
    "Tel", "No", "Jr", "Prof", "NGND", "NGƯT", "ĐH",
  ]
}
