import Records

extension IndicatorReader {
  /// What narrows a counted noun, after it: `30 trường đạt chuẩn`.
  func narrowing(_ draft: Draft, _ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
    let end = draft.tokens.upperBound
    // A number whose unit is told before it says nothing more of it after it.
    if draft.form == .plain, draft.unit.map({ $0.tokens.upperBound < end }) ?? true {
      return end..<end
    }
    let isSaid = left.isEmpty && opens(draft) || exists(draft)
    if right.isEmpty, !(isSaid && isCaused(right)) {
      let listed = listed(draft, right)
      return listed.isEmpty ? moving(draft) : listed
    }
    var words = attributes(right)
    if words.isEmpty && (isSaid || left.isEmpty && isWhere(right)) || isSaid && isCaused(right) {
      words = said(of: draft)
    }
    if words.isEmpty { return words }
    words = beforeNextVerb(words)
    return words.upperBound >= right.upperBound ? listed(draft, words) : whole(words, 9)
  }

  /// Notes what narrows a counted noun, for when the noun alone comes again.
  func noteNarrowed(_ draft: Draft, _ words: Range<Int>, _ memory: inout Memory) {
    guard let noun = draft.unit?.tokens, let first = noun.first, (1...4).contains(words.count),
      words.lowerBound == draft.tokens.upperBound,
      !NarrowingWords.anything.contains(text.word(at: first)),
      words.allSatisfy({ text.tokens[$0].isWord && !text.tokens[$0].isCapitalised })
    else { return }
    let chunks = deeds.chunker.chunks(of: words)
    guard chunks.count == 1, chunks[0].kind == .noun else { return }
    memory.narrowed.set((noun, words), for: text.word(at: first))
  }

  /// What has narrowed a counted noun before in the text: `ca mắc sởi`, then `1.200 ca mắc`.
  func narrowed(_ draft: Draft, _ memory: Memory) -> Range<Int>? {
    guard let noun = draft.unit?.tokens, let first = noun.first,
      let known = memory.narrowed[text.word(at: first)], known.noun.count == noun.count,
      zip(known.noun, noun).allSatisfy({ text.word(at: $0) == text.word(at: $1) }),
      draft.tokens.lowerBound - known.words.upperBound < 300
    else { return nil }
    return known.words
  }

  /// Whether nothing but what says how many stands before a figure in its clause: `…, tổng cộng 10
  /// dịch vụ bị báo lỗi`.
  func opens(_ draft: Draft) -> Bool {
    let place = beforeDegree(draft)
    return place < draft.sentence.lowerBound
      || text.tokens[place].isSymbol && text.word(at: place) != Marks.close
  }

  /// The last token before a figure that says no more than how exact it is.
  private func beforeDegree(_ draft: Draft) -> Int {
    var place = draft.tokens.lowerBound - 1
    while place >= draft.sentence.lowerBound, !clauses.isFigure[place] {
      let match = ChunkWords.table.longestMatch(
        in: text,
        endingAt: place + 1,
        from: draft.sentence.lowerBound,
        limit: 2
      )
      guard clauses.isPeriod[place] || match?.value == .degree || match?.value == .aux else {
        break
      }
      place -= match?.length ?? 1
    }
    return place
  }

  /// Whether what is said of things goes on with why: `8 người thiệt mạng do lũ`.
  private func isCaused(_ right: Range<Int>) -> Bool {
    text.word(at: right.upperBound) == NarrowingWords.because
  }

  /// Whether words say where things are: `11 ga trên cao`.
  private func isWhere(_ right: Range<Int>) -> Bool {
    right.count >= 2 && IndicatorLexicon.where.contains(text.word(at: right.lowerBound))
  }

  /// Whether it is said that there is so much of something: `có 16 trường được công nhận`, `ghi
  /// nhận 3 người bị thương`.
  func exists(_ draft: Draft) -> Bool {
    let place = beforeDegree(draft)
    guard place >= draft.sentence.lowerBound else { return false }
    if NarrowingWords.exists.contains(text.word(at: place)) { return true }
    return NarrowingWords.reports.longestMatch(
      in: text,
      endingAt: place + 1,
      from: draft.sentence.lowerBound
    ) != nil
  }

  /// What is said of things right after them: `16 trường đã được công nhận`.
  private func said(of draft: Draft) -> Range<Int> {
    let right = clauses.right(
      of: draft.tokens.upperBound,
      ceiling: draft.sentence.upperBound,
      limit: 14,
      past: NarrowingWords.because
    )
    guard let first = right.first, !IndicatorLexicon.joints.contains(text.word(at: first)),
      right.count >= 2
    else { return draft.tokens.upperBound..<draft.tokens.upperBound }
    return right
  }

  /// What narrows a noun, without what its clause goes on to tell: `30 khách mới và mở quán`.
  private func beforeNextVerb(_ words: Range<Int>) -> Range<Int> {
    for place in words {
      let kind = ChunkWords.table.longestMatch(in: text, at: place)?.value
      if kind == .verb || kind == .have { return words }
      guard kind == .and else { continue }
      let next = ChunkWords.table.longestMatch(in: text, at: place + 1)?.value
      if next == .verb || next == .aux || next == .have || next == .light {
        return words.lowerBound..<place
      }
    }
    return words
  }

  /// The words that narrow a noun with the like things that are listed after them under one number:
  /// `133 xã nghèo, xã biên giới, xã đảo của tỉnh`.
  private func listed(_ draft: Draft, _ words: Range<Int>) -> Range<Int> {
    guard let noun = draft.unit?.tokens, !noun.isEmpty else { return words }
    if words.isEmpty, let like = likeNouns(after: noun, draft) { return like }
    var end = words.upperBound
    while end - words.lowerBound < 16, text.word(at: end) == Marks.comma,
      noun.prefix(2).indices.allSatisfy({
        text.word(at: end + 1 + $0 - noun.lowerBound) == text.word(at: $0)
      })
    {
      let next = clauses.right(of: end + 1, ceiling: draft.sentence.upperBound, limit: 6)
      let stop = next.dropFirst().first {
        ChunkWords.table.longestMatch(in: text, at: $0)?.value == .of
      }
      guard (2...6).contains(next.count), text.token(at: next.upperBound)?.isNumber != true else {
        break
      }
      end = stop ?? next.upperBound
      if stop != nil { break }
    }
    return end == words.upperBound ? whole(words, 9) : words.lowerBound..<end
  }

  /// The nouns of the same kind that a number counts as well, with what narrows them: `120 tổ chức,
  /// cá nhân tiêu biểu`.
  private func likeNouns(after noun: Range<Int>, _ draft: Draft) -> Range<Int>? {
    let first = NarrowingWords.like.longestMatch(in: text, at: noun.lowerBound)
    guard let kind = first?.value, noun.upperBound == draft.tokens.upperBound else { return nil }
    var (end, place) = (noun.upperBound, noun.upperBound)
    while NarrowingWords.listMarks.contains(text.word(at: place)),
      let next = NarrowingWords.like.longestMatch(in: text, at: place + 1), next.value == kind,
      !clauses.isFigure[place + 1]
    {
      end = place + 1 + next.length
      place = end
    }
    guard end > noun.upperBound else { return nil }
    let right = clauses.right(of: end, ceiling: draft.sentence.upperBound, limit: 8)
    let narrowed = attributes(right)
    return noun.upperBound..<max(end, whole(narrowed, 7).upperBound)
  }

  /// Whether a name goes on at a token.
  private func isInName(_ index: Int) -> Bool {
    guard index > 0, index < text.count else { return false }
    if clauses.isPlace[index - 1], clauses.isPlace[index] { return true }
    return text.tokens[index - 1].isCapitalised && text.tokens[index].isWord
      && text.tokens[index].isCapitalised
  }

  /// As many words as there is room for, none cut in two, and none that leads to what is left out.
  func whole(_ words: Range<Int>, _ limit: Int) -> Range<Int> {
    guard words.count > limit else { return words }
    var end = words.lowerBound + limit
    while end < words.upperBound, end - words.lowerBound < limit + 4, isInName(end) { end += 1 }
    if isInName(end) { end = words.lowerBound + limit }
    if let match = CountNoun.table.longestMatch(in: text, at: end - 1), match.length > 1 {
      end -= 1
    }
    while end > words.lowerBound + 1 {
      switch ChunkWords.table.longestMatch(in: text, at: end - 1) {
      case let match? where match.length > 1: end -= 1
      case let match? where match.value != .noun && match.value != .verb: end -= 1
      default: return words.lowerBound..<end
      }
    }
    return words.lowerBound..<end
  }

  /// The last words of a stretch, from where a part of it begins.
  func whole(_ words: Range<Int>, fromEnd limit: Int) -> Range<Int> {
    guard words.count > limit else { return words }
    let floor = words.upperBound - limit
    let chunk = deeds.chunker.chunks(of: words).first { $0.tokens.lowerBound >= floor }
    return (chunk?.tokens.lowerBound ?? floor)..<words.upperBound
  }

  /// How counted things move: `208 mã tăng giá, 45 mã đứng giá`.
  func moving(_ draft: Draft) -> Range<Int> {
    let end = draft.tokens.upperBound
    let isMove = draft.change == nil && IndicatorLexicon.turns.contains(text.word(at: end))
    guard isMove, end < draft.sentence.upperBound else { return end..<end }
    let next = text.word(at: end + 1)
    if IndicatorLexicon.turned.contains(next) { return end..<end + 2 }
    guard let token = text.token(at: end + 1), token.isWord else { return end..<end + 1 }
    return next == Marks.and ? end..<end + 1 : end..<end
  }

  /// What is said of things that begin their clause: `3 nạn nhân đang được điều trị`.
  func predicate(_ right: Range<Int>) -> Range<Int>? {
    guard let first = right.first, right.count >= 3,
      !IndicatorLexicon.joints.contains(text.word(at: first))
    else { return nil }
    return right
  }

  /// What narrows a noun, right after it; nothing where a joint or another verb begins.
  func attributes(_ right: Range<Int>) -> Range<Int> {
    guard let first = right.first, !IndicatorLexicon.notAttributes.contains(text.word(at: first))
    else { return right.lowerBound..<right.lowerBound }
    return right
  }

  private enum NarrowingWords {
    static let because: WordKey = "do"
    static let exists: WordSet = ["có", "còn"]
    /// Nouns that count too much for what narrowed them once to be meant again.
    static let anything: WordSet = [
      "người", "em", "trường", "đơn", "cái", "chiếc", "vụ", "cơ", "hộ", "đối", "cháu", "bản", "mẫu",
      "loại", "nhóm", "con", "lần", "điểm", "trận", "bàn", "bài", "công", "doanh", "đại", "huyện",
      "xã",
    ]
    static let listMarks: WordSet = [",", "-", "–", "và"]
    static let like = PhraseTable(
      rows(ofLexicon: LexiconFiles.likeNouns).compactMap { row -> (String, WordKey)? in
        row.count == 2 ? (phrase: row[0], value: WordKey(row[1])) : nil
      }
    )
    static let reports = PhraseTable(
      [
        "ghi nhận", "xác nhận", "thống kê", "thống kê được", "báo cáo", "báo cáo về", "phát hiện",
        "cho biết", "công bố",
      ].map { (phrase: $0, value: true) }
    )
  }
}
