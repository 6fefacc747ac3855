extension IndicatorReader {
  /// Whose a measure is of which the words right before it say nothing: the subject of a clause
  /// before; of a company's measure also of a sentence before in the paragraph, or of the text.
  func owner(
    before start: Int,
    of draft: Draft,
    isCompanys: Bool = false,
    isSubject: Bool = false,
    pointsBack: Bool = false,
    takesScene: Bool = true
  ) -> Range<Int>? {
    for clause in cutter.clausesBefore(start, floor: draft.sentence.lowerBound) {
      guard let owner = subject(of: clause) ?? (takesScene ? scene(clause) : nil) else { continue }
      if !isSubject && !isCompanys || entities.holdsName(owner) || isScene(owner) { return owner }
    }
    guard isCompanys || pointsBack else { return nil }
    let paragraph = text.paragraph(at: draft.sentence.lowerBound)
    var sentence = draft.sentence
    for _ in 0..<2 where sentence.lowerBound > paragraph.lowerBound {
      sentence = text.sentence(at: sentence.lowerBound - 1)
      if let owner = mainSubject(of: sentence), pointsBack || entities.holdsName(owner) {
        return owner
      }
    }
    return nil
  }

  private func isScene(_ words: Range<Int>) -> Bool {
    OwnerWords.where.contains(text.word(at: words.lowerBound))
  }

  /// The first subject of a sentence that is one of its own.
  private func mainSubject(of sentence: Range<Int>) -> Range<Int>? {
    let end = min(sentence.upperBound, sentence.lowerBound + 90)
    for clause in cutter.clausesBefore(end, floor: sentence.lowerBound, limit: 8).reversed() {
      if let subject = subject(of: clause) { return subject }
    }
    return nil
  }

  /// Whom or what a clause tells of; `nil` where it has no subject, or tells who says something.
  private func subject(of clause: Range<Int>) -> Range<Int>? {
    let cut = cutter.cut(clause)
    guard let verb = cut.verb else {
      let isTopic = text.sentence(at: clause.lowerBound).lowerBound == cut.subject.lowerBound
      return isTopic && clause.count <= 10 ? named(cut.subject, isFar: true) : nil
    }
    return verb.sort == .says ? nil : named(cut.subject, isFar: true)
  }

  /// Where something is, before a comma: `Trên diện tích đã thu hoạch, năng suất đạt 6 tấn/ha`.
  private func scene(_ clause: Range<Int>) -> Range<Int>? {
    let start = clause.first { text.tokens[$0].isWord } ?? clause.upperBound
    guard OwnerWords.where.contains(text.word(at: start)), clause.upperBound - start >= 3 else {
      return nil
    }
    let verb = cutter.verb(in: start + 1..<clause.upperBound)?.tokens.lowerBound
    let end = (start..<min(clause.upperBound, start + 9)).first {
      clauses.isFigure[$0] || clauses.isPeriod[$0] || $0 == verb
    }
    let scene = start..<(end ?? min(clause.upperBound, start + 9))
    return scene.count >= 3 && !OwnerWords.times.contains(text.word(at: start + 1)) ? scene : nil
  }

  /// Whom or what a noun with its attributes names: of a measure whose it is, and of a word that
  /// points back what it points to.
  func named(_ noun: Range<Int>, isFar: Bool = false) -> Range<Int>? {
    var noun = noun
    while let last = noun.last, OwnerWords.pointers.contains(text.word(at: last)) {
      noun.removeLast()
    }
    guard let first = noun.first, text.tokens[first].isWord, !clauses.isFigure[first],
      !OwnerWords.empty.contains(text.word(at: first)),
      !isFar || !OwnerWords.offices.contains(text.word(at: first)),
      noun.count > 1 || !OwnerWords.persons.contains(text.word(at: first))
    else { return nil }
    if let head = head(of: noun) {
      guard let of = head.first(where: { OwnerWords.of.contains(text.word(at: $0)) }) else {
        return nil
      }
      return named(of + 1..<noun.upperBound)
    }
    if let kind = pointing(noun) {
      return antecedent(noun) ?? (kind ? entities.main : isPlaceKind(noun) ? nil : noun)
    }
    return shortened(noun)
  }

  private func isPlaceKind(_ noun: Range<Int>) -> Bool {
    noun.first.map { OwnerWords.places.contains(text.word(at: $0)) } ?? false
  }

  /// Whether words are a noun alone that points back at one of its kind.
  func pointsBack(_ noun: Range<Int>) -> Bool { pointing(noun) != nil }

  /// Whether a noun that points back points at a company; `nil` for a noun that does not.
  private func pointing(_ noun: Range<Int>) -> Bool? {
    guard let kind = OwnerWords.kinds.longestMatch(in: text, at: noun.lowerBound),
      kind.length == noun.count
    else { return nil }
    return kind.value
  }

  /// The nearest full name before a noun that points back: `Dự án hầm đèo Cả … Dự án có …`.
  private func antecedent(_ noun: Range<Int>) -> Range<Int>? {
    let floor = max(0, noun.lowerBound - 240)
    var place = noun.lowerBound - 1
    while place >= floor {
      if text.word(at: place) == text.word(at: noun.lowerBound),
        zip(place..., noun).allSatisfy({ text.word(at: $0) == text.word(at: $1) }),
        let full = fullName(from: place, length: noun.count)
      {
        return full
      }
      place -= 1
    }
    return nil
  }

  /// A noun with what names it, from its first word on; `nil` where nothing does.
  private func fullName(from start: Int, length: Int) -> Range<Int>? {
    let ceiling = min(text.count, start + length + 8)
    var end = start + length
    while end < ceiling, text.tokens[end].isWord || clauses.joinsNames(at: end),
      !clauses.isFigure[end], !clauses.isPeriod[end], !text.tokens[end].flags.contains(.breakBefore)
    {
      end += 1
    }
    let cut = cutter.cut(start..<end).subject
    let isNamed =
      cut.count > length && cut.lowerBound == start
      && !OwnerWords.pointers.contains(text.word(at: start + length))
    return isNamed ? shortened(cut) : nil
  }

  /// The first words of a noun, up to where what is told of it is no name any more.
  private func shortened(_ noun: Range<Int>) -> Range<Int> {
    guard noun.count > 8 else { return noun }
    let end = noun.dropFirst(3).first { OwnerWords.ends.contains(text.word(at: $0)) }
    return noun.lowerBound..<min(end ?? noun.upperBound, noun.lowerBound + 8)
  }
}

private enum OwnerWords {
  static let of: WordSet = ["của"]
  static let `where`: WordSet = ["tại", "ở", "trên"]
  static let times: WordSet = [
    "cơ", "thời", "kỳ", "phiên", "buổi", "hội", "cuộc", "thị", "thực", "đây", "đó", "góc", "địa",
  ]
  static let pointers: WordSet = ["này", "đó", "trên", "ấy", "kia", "nói", "khác", "nào"]
  static let ends: WordSet = ["thuộc", "theo", "tại", "trong", "ở", "từ", "vào", "do", "và", "-"]

  /// Words that stand for something, and name nothing.
  static let empty: WordSet = [
    "đây", "đó", "điều", "nó", "họ", "tôi", "ta", "chúng", "mình", "ai", "nguyên", "kết", "con",
    "số",
    "mức", "thay", "lý", "mục", "hai", "ba", "bốn", "trong", "có", "nhiều", "phần", "việc", "vậy",
    "khó",
    "bảng", "hiện", "theo", "cả", "điểm", "lúc", "thời", "quý", "mặc",
  ]

  /// The first words of offices, whose a measure is only where the same clause says so.
  static let offices: WordSet = [
    "thủ", "chính", "bộ", "sở", "ubnd", "ủy", "quốc", "cục", "đảng", "thẩm", "nhà",
  ]
  static let places: WordSet = ["tỉnh", "huyện", "xã", "nước", "thành", "địa", "quốc", "thị"]
  static let persons: WordSet = ["anh", "chị", "cô", "cậu", "ông", "bà", "em", "cụ"]

  /// Nouns that, alone, point back at one of their kind.
  static let kinds = PhraseTable(
    [
      "công ty", "doanh nghiệp", "tập đoàn", "ngân hàng", "hãng", "đơn vị", "tổng công ty", "chuỗi",
      "đại hội", "ban lãnh đạo", "hđqt", "nhà băng", "nhà sản xuất",
    ].map { ($0, true) }
      + [
        "quỹ", "dự án", "công trình", "tuyến đường", "tuyến", "cầu", "chương trình", "đề án",
        "kế hoạch", "gói thầu", "hệ thống", "cổ phiếu", "trái phiếu", "mã", "chỉ số", "thị trường",
        "ngành", "lĩnh vực", "nhà máy", "trường", "bệnh viện", "tỉnh", "huyện", "xã", "thành phố",
        "địa phương", "nước", "quốc gia", "đội", "đội bóng", "câu lạc bộ", "clb", "giải đấu", "tàu",
        "máy bay", "xe", "mẫu xe", "máy", "thiết bị", "chiếc xe", "điện thoại", "sản phẩm",
        "hợp tác xã", "gia đình",
        "tổ chức", "cơ quan", "chủ đầu tư", "nhà đầu tư", "cổ đông", "nghi can", "bị cáo",
      ].map { ($0, false) }
  )
}
