/// A text for comparing: letters and digits alone, in lower case.
func comparable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    )
  )
}

/// The phrase that `text`, in lower case, begins with and that no article's sentence does.
func noticePhrase(startingIn text: String) -> String? {
  for phrase in noticePhrases where text.hasPrefix(phrase) { return phrase }
  return nil
}

private let noticePhrases = [
  "xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "mời quý độc giả", "mời bạn đọc",
  "read more", "read also", "also read", "see also", "related:", "advertisement", "lire aussi",
  "à lire aussi", "lesen sie auch", "mehr zum thema", "leggi anche", "lee también",
]
