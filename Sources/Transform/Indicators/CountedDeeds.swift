import Records

extension IndicatorReader {
  /// What is told to be done with what a figure counts; that of the figure before where its own
  /// clause says nothing.
  func deed(of draft: Draft, left: Range<Int>, _ memory: inout Memory) -> Deed? {
    let start = draft.tokens.lowerBound
    let floor = draft.sentence.lowerBound
    let (stretch, stop) = clauses.stretch(before: start, floor: floor)
    let isJoined = left.isEmpty && isOfPrevious(left, stop, draft)
    let words =
      left.lowerBound > stretch.lowerBound && left.count > 1 ? left.lowerBound..<start : stretch
    let list = isJoined ? nil : enumeration(words, stop, draft)
    guard !isJoined, var deed = deeds.deed(before: list ?? words, isList: list != nil) else {
      return left.isEmpty ? memory.deed : nil
    }
    if deed.link == .possession, head(of: clauses.trimmed(words)) != nil { return nil }
    if deed.subject.isEmpty, stop != nil, deed.link != .doer {
      let main = deeds.mainSubject(of: draft.sentence.lowerBound..<words.lowerBound)
      if let main, !isGeneric(main) { deed.subject = main }
    }
    if deed.link == .doer, deed.thing.isEmpty, stop != nil {
      let main = deeds.mainSubject(of: draft.sentence.lowerBound..<words.lowerBound)
      if let main, !isGeneric(main) { deed.thing = main }
    }
    if let name = appositive(deed.subject, stop, draft) { deed.subject = name }
    deed.subject = referent(of: deed.subject, in: draft.sentence)
    if !deed.verb.isEmpty { memory.deed = deed }
    return deed
  }

  /// The whole of a deed whose objects are a list that ends with these words: `tập huấn kế toán,
  /// kiểm toán và quản lý thuế cho 30 người`.
  private func enumeration(_ words: Range<Int>, _ stop: Int?, _ draft: Draft) -> Range<Int>? {
    guard ChunkWords.table.longestMatch(in: text, at: words.upperBound - 1)?.value == .to,
      words.contains(where: { Marks.joints.contains(text.word(at: $0)) })
    else { return nil }
    var (start, stop) = (words.lowerBound, stop)
    while let comma = stop, text.word(at: comma) == Marks.comma, start - comma < 6,
      words.upperBound - start < 40
    {
      let (before, next) = clauses.stretch(before: comma, floor: draft.sentence.lowerBound)
      (start, stop) = (before.lowerBound, next)
      if before.count > 5 { break }
    }
    return start < words.lowerBound ? start..<words.upperBound : nil
  }

  /// The name before a comma whom a subject right after it only describes: `bà Lê Hoa, giám đốc
  /// hãng, bán 30 xe`.
  private func appositive(_ subject: Range<Int>, _ stop: Int?, _ draft: Draft) -> Range<Int>? {
    guard let stop, stop + 1 == subject.lowerBound, text.word(at: stop) == Marks.comma else {
      return nil
    }
    let before = clauses.left(of: stop, floor: draft.sentence.lowerBound).words
    return entities.isPerson(before) ? before : nil
  }

  /// Whether a subject says no more than that all are meant: `toàn tỉnh`, `cả nước`.
  private func isGeneric(_ words: Range<Int>) -> Bool {
    words.allSatisfy { DeedMarks.generic.contains(text.word(at: $0)) }
  }

  /// Adds what is done, so that it reads on from the noun that is counted.
  ///
  /// - Returns: Whether there was anything to add.
  func addDeed(_ deed: Deed, of draft: Draft, _ memory: Memory, to builder: inout IndicatorBuilder)
    -> Bool
  {
    let count = builder.ranges.count
    switch deed.link {
    case .object:
      builder.add(first: whole(deed.subject, 8))
      add(deed.verb, to: &builder)
    case .aside:
      builder.add(first: whole(deed.subject, 8))
      add(deed.told, to: &builder)
    case .doer:
      builder.add(first: whole(deed.thing, 8), after: "do")
    case .possession:
      builder.add(first: whole(deed.subject, 8))
    case .recipient:
      builder.add(whole: deed.verb, after: "được")
    case .owner:
      let noun = ownedNoun(deed, memory).map { " " + text.string(of: $0) } ?? ""
      builder.add(first: deed.thing, after: "có" + noun)
    }
    return builder.ranges.count > count
  }

  /// Adds a verb whole, as long as it is short.
  private func add(_ verb: Range<Int>, to builder: inout IndicatorBuilder) {
    if verb.count <= 5 { builder.add(whole: verb) } else { builder.add(first: whole(verb, 8)) }
  }

  /// The noun of the figure before, where what belongs to whom a figure counts narrows it.
  private func ownedNoun(_ deed: Deed, _ memory: Memory) -> Range<Int>? {
    guard let told = memory.told.last?.draft, let unit = told.unit, unit.isCounted,
      !unit.tokens.isEmpty, told.tokens.upperBound <= deed.thing.lowerBound,
      (told.tokens.upperBound..<deed.thing.lowerBound).allSatisfy({ text.tokens[$0].isWord })
    else { return nil }
    return unit.tokens
  }

  /// What a sum is spent on that comes after the things done with it, and says no more than that it
  /// is a sum: `tặng quà cho 30 em của 2 xã với số tiền 9 triệu đồng`.
  func deed(behind head: Range<Int>, of draft: Draft, _ memory: Memory) -> Range<Int>? {
    guard DeedMarks.sums.longestMatch(in: text, at: head.lowerBound)?.length == head.count,
      text.word(at: head.lowerBound - 1) == DeedMarks.with,
      let deed = memory.deed, !deed.verb.isEmpty, deed.link != .possession
    else { return nil }
    return deed.verb
  }

  private enum DeedMarks {
    static let with: WordKey = "với"
    static let sums = PhraseTable(
      ["số tiền", "tổng số tiền", "tổng trị giá", "trị giá", "kinh phí", "tổng kinh phí"].map {
        (phrase: $0, value: true)
      }
    )
    static let generic: WordSet = [
      "toàn", "tỉnh", "huyện", "xã", "thành", "phố", "cả", "nước", "này", "đơn", "vị", "địa",
      "phương", "quận", "phường", "ngành", "bàn", "trên", "đây", "đó", "điều", "việc",
    ]
  }
}
