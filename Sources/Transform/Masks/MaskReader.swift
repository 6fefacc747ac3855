import Records

/// A stretch of tokens whose numbers are no figures.
struct Mask: Sendable, Equatable {
  var tokens: Range<Int>
  var reason: Reason
}

/// Tells numbers that name, date or order something from those that count.
///
/// It looks at one number token at a time, and a few tokens around it.
struct MaskReader: Sendable {
  let text: ArticleText
  let amounts: AmountReader
  let units: UnitReader

  /// The mask over the number at a token; `nil` where it may be a figure.
  func mask(at index: Int, in sentence: Range<Int>) -> Mask? {
    if let mask = url(at: index) ?? footnote(at: index) { return mask }
    if let mask = listNumber(at: index, in: sentence) ?? documentNumber(at: index) { return mask }
    if let mask = phone(at: index) ?? glued(at: index) { return mask }
    if let mask = labelled(at: index, in: sentence) ?? ordinal(at: index) { return mask }
    if let mask = vehicleClass(at: index) ?? yearOfName(at: index) { return mask }
    return dayOfMonth(at: index) ?? classOfThing(at: index) ?? unreadable(at: index)
  }

  /// `https://…/2020/11`, `a@b1.vn`: the run of tokens without white space that holds it.
  private func url(at index: Int) -> Mask? {
    let run = tightRun(at: index)
    guard run.count > 3 else { return nil }
    for place in run where Marks.ofAddress.contains(text.word(at: place)) {
      if text.word(at: place) == Marks.at || text.word(at: place) == Marks.www
        || (text.word(at: place + 1) == Marks.slash && text.word(at: place + 2) == Marks.slash)
      {
        return Mask(tokens: run, reason: .url)
      }
    }
    return nil
  }

  /// The tokens around one that touch each other, at most 24 on either side.
  func tightRun(at index: Int) -> Range<Int> {
    var start = index
    while start > 0, index - start < 24, !text.tokens[start].hasSpaceBefore { start -= 1 }
    var end = index + 1
    while end < text.count, end - index < 24, !text.tokens[end].hasSpaceBefore { end += 1 }
    while end > index + 1, Marks.closing.contains(text.word(at: end - 1)) { end -= 1 }
    return start..<end
  }

  /// `[1]` right after a word.
  private func footnote(at index: Int) -> Mask? {
    guard text.word(at: index - 1) == Marks.openBracket,
      text.word(at: index + 1) == Marks.closeBracket, text.tokens[index].count <= 3,
      text.isTight(at: index)
    else { return nil }
    return Mask(tokens: index..<index + 1, reason: .footnote)
  }

  /// `1. Tên`, `2) Tên` at the beginning of a line.
  private func listNumber(at index: Int, in sentence: Range<Int>) -> Mask? {
    let token = text.tokens[index]
    guard token.flags.contains(.breakBefore), token.count <= 2,
      let next = text.token(at: index + 1), !next.hasSpaceBefore,
      Marks.afterListNumber.contains(next.key), let after = text.token(at: index + 2),
      after.hasSpaceBefore, !after.flags.contains(.breakBefore), after.isWord
    else { return nil }
    return Mask(tokens: index..<index + 1, reason: .listNumber)
  }

  /// `39-NQ/TW`, `116/2016/NĐ-CP`, `52/KH-UBND`: a number, then tight capitals.
  private func documentNumber(at index: Int) -> Mask? {
    var end = index + 1
    if text.word(at: end) == Marks.slash, text.isTight(at: end), text.isTight(at: end + 1),
      text.token(at: end + 1)?.isNumber == true
    {
      end += 2
    }
    guard let mark = text.token(at: end), !mark.hasSpaceBefore,
      mark.key == Marks.slash || Marks.dashes.contains(mark.key),
      let letters = text.token(at: end + 1), letters.isWord, !letters.hasSpaceBefore,
      letters.isAllCapitals, letters.count >= 2,
      UnitEntry.table.longestMatch(in: text, at: end + 1) == nil,
      CountNoun.table.longestMatch(in: text, at: end + 1) == nil
    else { return nil }
    return Mask(tokens: index..<tightRun(at: index).upperBound, reason: .law)
  }

  /// `0999.12.34.56`, `024 3863 1111`, `1900.9046`.
  private func phone(at index: Int) -> Mask? {
    let token = text.tokens[index]
    guard token.count >= 3 else { return nil }
    let digits = DigitToken(token, in: text)
    let isService = digits.markCount == 1 && digits.firstGroup == 4 && digits.lastGroup >= 4
    guard digits.hasLeadingZero || isService else { return nil }
    if digits.digitCount >= 8 || isService {
      return Mask(tokens: index..<index + 1, reason: .phone)
    }
    guard !digits.hasMarks, digits.digitCount >= 3 else { return nil }
    var (end, count) = (index + 1, digits.digitCount)
    while end < index + 6, let next = text.token(at: end), next.isNumber,
      !next.flags.contains(.breakBefore),
      next.count >= 3
    {
      count += Int(next.count)
      end += 1
    }
    return count >= 8 ? Mask(tokens: index..<end, reason: .phone) : nil
  }

  /// `xe khách 16 chỗ`, `xe tải 5 tấn`.
  private func vehicleClass(at index: Int) -> Mask? {
    guard Marks.seats.contains(text.word(at: index + 1)),
      Marks.vehicles.contains(text.word(at: index - 1))
        || Marks.vehicles.contains(text.word(at: index - 2))
    else { return nil }
    return Mask(tokens: index..<index + 2, reason: .vehicleClass)
  }

  /// A number whose marks make none, as in `29.11.2020` and `123.45.678`.
  private func unreadable(at index: Int) -> Mask? {
    let token = DigitToken(text.tokens[index], in: text)
    guard readDigits(token, style: amounts.style) == nil else { return nil }
    return Mask(tokens: index..<index + 1, reason: .code)
  }

  /// A year at the end of a name: `Bộ luật Hình sự 2015`, `Robothon 2013`, `công nghệ trẻ 2022`.
  private func yearOfName(at index: Int) -> Mask? {
    let token = text.tokens[index]
    guard token.count == 4, !token.flags.contains(.foreignDigits),
      text.token(at: index - 1)?.isWord == true,
      let value = DigitToken(token, in: text).value(), value.isWhole,
      (1900...2100).contains(value.significand)
    else { return nil }
    let amount = amounts.amount(at: index, limit: text.count)
    guard let amount, amount.tokens.count == 1 else { return nil }
    if let unit = units.unit(at: index + 1, after: amount, limit: text.count), unit.isKnown,
      unit.code != "a"
    {
      return nil
    }
    guard !Marks.beforeLevel.contains(text.word(at: index - 1)) else { return nil }
    return Mask(tokens: index..<index + 1, reason: .year)
  }

  /// `30/6`, `2/9`: a day of a month where no noun makes it a part of a whole.
  private func dayOfMonth(at index: Int) -> Mask? {
    guard text.word(at: index + 1) == Marks.slash, text.token(at: index + 2)?.isNumber == true,
      text.isTight(at: index + 1), text.isTight(at: index + 2)
    else { return nil }
    let (day, month) = (text.tokens[index], text.tokens[index + 2])
    guard day.count <= 2, month.count <= 2,
      let dayValue = DigitToken(day, in: text).value(),
      let monthValue = DigitToken(month, in: text).value(),
      (1...31).contains(dayValue.significand), (1...12).contains(monthValue.significand),
      !countsSomething(at: index), !Marks.ofParts.contains(text.word(at: index + 3)),
      !Marks.ofParts.contains(text.word(at: index - 1))
    else { return nil }
    return Mask(tokens: index..<index + 3, reason: .date)
  }

  /// `4 - 5 sao`, `2 cấp`, `hai con số`: what classes a thing rather than counts it.
  private func classOfThing(at index: Int) -> Mask? {
    var end = index + 1
    if Marks.dashes.contains(text.word(at: end)), text.token(at: end + 1)?.isNumber == true {
      end += 2
    }
    if text.matches(Marks.digits, at: end) || text.matches(Marks.figures, at: end) {
      return Mask(tokens: index..<end + 2, reason: .vague)
    }
    guard Marks.classes.contains(text.word(at: end)), text.tokens[index].count <= 2 else {
      return nil
    }
    if text.word(at: end) == Marks.level, CountNoun.stops[text.word(at: end + 1)] == nil,
      text.token(at: end + 1)?.isWord == true
    {
      return nil
    }
    return Mask(tokens: index..<end + 1, reason: .level)
  }

  enum Marks {
    static let closing: WordSet = [".", ",", ";", ":", ")", "\"", "”", "!", "?", "…"]
    static let digits: [WordKey] = ["chữ", "số"]
    static let figures: [WordKey] = ["con", "số"]
    static let level: WordKey = "cấp"
    static let classes: WordSet = ["sao", "cấp"]
    static let ofParts: WordSet = [
      "số", "tổng", "diện", "lượng", "đạt", "giảm", "tăng", "chỉ",
    ]
    static let beforeLevel: WordSet = ["mốc", "ngưỡng", "vùng", "lên", "xuống", "còn", "mức"]
    static let slash: WordKey = "/"
    static let at: WordKey = "@"
    static let www: WordKey = "www"
    static let ofAddress: WordSet = [":", "@", "www"]
    static let openBracket: WordKey = "["
    static let closeBracket: WordKey = "]"
    static let afterListNumber: WordSet = [".", ")", "/"]
    static let dashes: WordSet = ["-", "–", "—", "‐", "‑", "−"]
    static let seats: WordSet = ["chỗ", "tấn"]
    static let vehicles: WordSet = ["xe", "khách", "tải", "ôtô", "tô", "container", "ben"]
  }
}
