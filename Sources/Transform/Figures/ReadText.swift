import Records

extension FigureFinder {
  /// Reads all drafts and masks, sentence by sentence.
  func read() -> (drafts: [Draft], masks: [Mask]) {
    let style = markStyle(of: text) { isInPeriod($0) }
    let reader = FigureReader(text: text, style: style)
    let tables = TableReader(
      article: article,
      text: text,
      reader: reader,
      mentions: TableReader.Mentions(places: places, periods: periods, periodAt: periodAt),
      publishedOn: publishedOn
    )
    var drafts: [Draft] = []
    var masks: [Mask] = []
    var teaser: Range<Int>?
    var tableEnd = 0
    for sentence in text.sentences {
      if sentence.lowerBound < tableEnd { continue }
      if let rows = tables.rows(at: sentence.lowerBound) {
        let (cells, others) = tables.read(rows) { cell in
          var (drafts, masks): ([Draft], [Mask]) = ([], [])
          read(cell, isTeaser: false, by: reader, into: &drafts, masks: &masks)
          return (drafts, masks)
        }
        drafts += cells
        masks += others
        tableEnd = rows.tokens.upperBound
        continue
      }
      if teaser?.contains(sentence.lowerBound) != true { teaser = self.teaser(at: sentence) }
      read(sentence, isTeaser: teaser != nil, by: reader, into: &drafts, masks: &masks)
    }
    return (drafts, masks)
  }

  /// The words at which a figure may begin: those that begin a number, and gấp.
  static var numberWords: [WordKey] {
    rows(ofLexicon: LexiconFiles.numberWords).map { WordKey(String($0[0])) }
      .filter { NumberWord.table[$0]?.canBegin == true } + ["gấp"]
  }

  private func read(
    _ sentence: Range<Int>,
    isTeaser: Bool,
    by reader: FigureReader,
    into drafts: inout [Draft],
    masks: inout [Mask]
  ) {
    var index = sentence.lowerBound
    while true {
      index = text.next([.digits, .number], from: index, to: sentence.upperBound)
      guard index < sentence.upperBound else { return }
      if let period = periodMask(at: index) {
        masks.append(period)
        index = max(index + 1, period.tokens.upperBound)
        continue
      }
      let limit = limit(after: index, in: sentence)
      switch outcome(at: index, in: sentence, limit: limit, by: reader) {
      case .figure(let found):
        index = max(found.tokens.upperBound, index + 1)
        if isTeaser {
          masks.append(Mask(tokens: found.tokens, reason: .teaser))
        } else {
          drafts.append(found)
        }
      case .figures(let found, let end):
        if isTeaser {
          masks += found.map { Mask(tokens: $0.tokens, reason: .teaser) }
        } else {
          drafts += found
        }
        index = max(end, index + 1)
      case .notFigure(let mask):
        masks.append(mask)
        index = max(mask.tokens.upperBound, index + 1)
      case nil:
        index += 1
      }
    }
  }

  private func outcome(at index: Int, in sentence: Range<Int>, limit: Int, by reader: FigureReader)
    -> FigureReader.Outcome?
  {
    let token = text.tokens[index]
    if token.isNumber { return reader.read(numberAt: index, in: sentence, limit: limit) }
    if let draft = reader.foldWord(at: index, in: sentence) { return .figure(draft) }
    guard let word = NumberWord.table[token.key] else { return nil }
    return reader.read(word, at: index, in: sentence, limit: limit)
  }

  private func periodMask(at index: Int) -> Mask? {
    guard periodAt[index] != 0 else { return nil }
    let period = periods[Int(periodAt[index]) - 1]
    let end = min(text.count, max(index + 1, period.tokens.upperBound))
    return Mask(
      tokens: period.tokens.lowerBound..<end,
      reason: period.reason
    )
  }

  /// The end of the sentence, or the next period where one comes before.
  private func limit(after index: Int, in sentence: Range<Int>) -> Int {
    var end = index + 1
    let last = min(sentence.upperBound, index + 40)
    while end < last, periodAt[end] == 0 { end += 1 }
    return end
  }

  /// The line of a sentence that leads to another article: `Đọc thêm: …`.
  private func teaser(at sentence: Range<Int>) -> Range<Int>? {
    guard text.tokens[sentence.lowerBound].flags.contains(.breakBefore),
      ReadWords.teasers.longestMatch(in: text, at: sentence.lowerBound) != nil
    else { return nil }
    return text.paragraph(at: sentence.lowerBound)
  }
}

private enum ReadWords {
  static let teasers = PhraseTable(
    [
      "Đọc thêm", "Xem thêm", "Tin liên quan", "Cùng chuyên mục", "Liên hệ quảng cáo",
      "Mời bạn đọc",
      "Có thể bạn quan tâm", "Bài liên quan", ">> Xem thêm", ">>> Xem thêm", "Xem thêm:",
    ].map { (phrase: $0, value: true) }
  )
}
