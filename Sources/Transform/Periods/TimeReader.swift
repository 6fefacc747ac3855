/// Reads expressions of time token by token, with no regard to what stands before them.
struct TimeReader {
  let text: ArticleText

  /// The day that the text speaks from; `nil` where unknown.
  let today: Day?

  /// The phrases of `periods.tsv`.
  let relatives = RelativeTimes.table

  /// The last day and year named, for `cùng ngày`, `cùng năm`.
  var lastDay: Day?
  var lastYear: Int?

  func word(_ index: Int) -> WordKey { text.word(at: index) }

  func isNumber(_ index: Int) -> Bool { text.token(at: index)?.isNumber == true }

  func isWord(_ index: Int) -> Bool { text.token(at: index)?.isWord == true }

  /// The value of a number of digits alone, up to 9 of them.
  func whole(_ index: Int) -> Int? {
    guard let token = text.token(at: index), token.whole >= 0 else { return nil }
    return Int(token.whole)
  }

  /// The parts of a number with points, such as `24.11.2020`.
  func dotted(_ index: Int) -> [Int]? {
    guard let token = text.token(at: index), token.isNumber, (3...10).contains(token.bytes.count),
      text.bytes[token.bytes].contains(UInt8(ascii: "."))
    else { return nil }
    var parts = [0]
    for byte in text.bytes[token.bytes] {
      if byte == UInt8(ascii: ".") {
        parts.append(0)
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
      } else {
        return nil
      }
    }
    return parts.count > 1 ? parts : nil
  }

  /// A number of digits, or a numeral in words up to twelve, and the tokens it takes.
  func numeral(_ index: Int) -> (value: Int, length: Int)? {
    if let value = whole(index) { return (value, 1) }
    guard let value = TimeWords.numerals[word(index)] else { return nil }
    if value == 10, let ones = TimeWords.numerals[word(index + 1)], ones <= 2 {
      return (10 + ones, 2)
    }
    return (value, 1)
  }

  /// A year with four digits, 1900 to 2100.
  func year(_ index: Int) -> Int? {
    guard let value = whole(index), (1900...2100).contains(value),
      text.token(at: index)?.bytes.count == 4
    else { return nil }
    return value
  }

  func isDash(_ index: Int) -> Bool {
    let key = word(index)
    return key == TimeWords.hyphen || key == TimeWords.dash
  }

  /// A year after what lacks one: `/2020`, `-2020`, `năm 2020`, `năm nay`, ` 2020`; its end.
  func trailingYear(_ index: Int) -> (year: Int, end: Int)? {
    if word(index) == TimeWords.slash || isDash(index), let year = year(index + 1) {
      return (year, index + 2)
    }
    var place = index
    if word(place) == TimeWords.comma, word(place + 1) == TimeWords.year { place += 1 }
    if word(place) == TimeWords.same, word(place + 1) == TimeWords.year, let lastYear {
      return (lastYear, place + 2)
    }
    guard word(place) == TimeWords.year else {
      return year(index).map { ($0, index + 1) }
    }
    if let year = year(place + 1) { return (year, place + 2) }
    guard let today, let shift = TimeWords.yearShifts[word(place + 1)] else { return nil }
    return (today.year + shift, place + 2)
  }
}
