import ASCII

/// Whether a short line holds a date or a time and hardly anything else.
func isDateline(_ text: [UInt8]) -> Bool {
  guard text.count(where: isDigit) >= 3 else { return false }
  let scanner = DateScanner(text[...])
  guard scanner.tokens.count <= 30 else { return false }
  var numbers = 0
  var others = 0
  var known = 0
  var hasYear = false
  for (index, token) in scanner.tokens.enumerated() {
    switch token {
    case .number:
      numbers += 1
      hasYear = hasYear || scanner.isYear(index)
    case .word(let word):
      if monthNumber(word) != nil || dateWords.contains(word) { known += 1 } else { others += 1 }
    case .mark: break
    }
  }
  guard numbers >= 2 else { return false }
  return hasYear && others <= 1 && numbers + known >= 3 || numbers >= 3 && known > 0 && others == 0
}

/// Whether a line is a name and a day, such as `Lê Thị Lan05/09/2025 | 11:00`.
func isNameAndDate(_ text: ArraySlice<UInt8>) -> Bool {
  guard text.count(where: isDigit) >= 6, findDate(in: text, isDayFirst: true) != nil else {
    return false
  }
  let letters = String(decoding: text, as: UTF8.self).split { !$0.isLetter }
  let words = letters.filter { !dateWords.contains($0.lowercased()) }
  return (2...6).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
}

/// Whether a line ends with who took a picture, as in `Cây cầu mới ở Bình Gia (Ảnh: Lan Anh)`.
///
/// - Parameter text: In lower case, as `lowercased(_:)` has it.
/// - Returns: `false` where more than a name follows the words.
func endsWithPhotoCredit(_ text: [UInt8]) -> Bool {
  guard text.count <= 400, let mark = text.lastIndex(of: UInt8(ascii: ":")) else { return false }
  let name = text[(mark + 1)...]
  guard (2...40).contains(name.count), !name.contains(UInt8(ascii: ",")) else { return false }
  return photoWords.contains { text[..<mark].suffix($0.count) == $0[...] }
}

private let photoWords = [" ảnh", "(ảnh", "ảnh minh họa", "ảnh minh hoạ"].map { Array($0.utf8) }

/// Words that stand beside dates.
private let dateWords: Set<String> = Set(
  """
  thứ hai ba tư năm sáu bảy chủ nhật ngày tháng cập đăng lúc giờ phút gmt utc am pm sa ch h
  published updated on at by last modified posted date mon tue wed thu fri sat sun monday tuesday
  wednesday thursday friday saturday sunday est edt bst cet ist et stand uhr veröffentlicht
  aktualisiert zuletzt vom am um montag dienstag mittwoch donnerstag freitag samstag sonntag min
  publié le à mis jour lundi mardi mercredi jeudi vendredi samedi dimanche publicado el actualizado
  a las de del lunes martes miércoles jueves viernes sábado domingo pubblicato il alle aggiornato
  publicerad uppdaterad klockan kl opdateret udgivet publisert oppdatert lesezeit minuten read
  年 月 日 時 分 更新
  """.split(whereSeparator: \.isWhitespace).map(String.init)
)

/// Whether a short line names who wrote the article and says nothing else.
///
/// - Parameters:
///   - text: The line as it stands, at most 90 characters long.
///   - lower: The same in lower case.
///   - authors: The authors' names as `comparable(_:)` has them.
/// - Returns: `false` for anything that could be a sentence.
func isByline(_ text: ArraySlice<UInt8>, lower: [UInt8], authors: [[UInt8]]) -> Bool {
  if !authors.isEmpty {
    let key = comparable(text)
    for author in authors where !author.isEmpty && key.count <= author.count + 14 {
      if key.suffix(author.count) == author[...] { return true }
    }
  }
  if lower.count <= 70, bylineEnds.contains(where: { lower.suffix($0.count) == $0[...] }) {
    return true
  }
  guard lower.count <= 90, let last = lower.last, !".?!".utf8.contains(last),
    let start = PhraseSet.bylineStarts.match(atStartOf: lower)
  else { return false }
  let rest = String(decoding: text.dropFirst(start.utf8.count), as: UTF8.self)
  let words = rest.drop { !$0.isLetter }.split(separator: " ")
  guard let first = words.first?.first, first.isUppercase, words.count <= 7 else { return false }
  return words.count(where: { $0.first?.isUppercase == true }) * 3 >= words.count * 2
}

/// What stands in brackets after the name of who compiled or translated.
private let bylineEnds = [
  "(tổng hợp)", "(t/h)", "(th)", "(ghi)", "(lược dịch)", "(biên dịch)", "(dịch)", "(lược ghi)",
].map { Array($0.utf8) }

extension PhraseSet {
  fileprivate static let bylineStarts = PhraseSet([
    "by ", "by: ", "written by ", "theo ", "tác giả: ", "tác giả ", "bài: ", "bài, ảnh: ", "von ",
    "par ", "por ", "di ", "text: ", "autor: ", "author: ", "av ", "af ", "door ", "pv ",
    "nhóm pv", "thực hiện: ", "trình bày: ", "thiết kế: ", "đồ họa: ", "bài và ảnh: ", "clip: ",
    "ảnh: ", "nguồn: ", "biên tập: ", "(theo ", "reporting by ", "interview: ", "author ",
  ])
}
