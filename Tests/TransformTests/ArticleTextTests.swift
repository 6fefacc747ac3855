import Testing

@testable import Transform

struct ArticleTextTests {
  private func sentences(_ text: String) -> [String] {
    let text = ArticleText(text)
    return text.sentences.map { text.string(of: $0) }
  }

  @Test(arguments: [
    ("Thu 1.330,5 tỷ.", ["Thu", "1.330,5", "tỷ", "."]),
    ("ngày 20/11/1982", ["ngày", "20", "/", "11", "/", "1982"]),
    ("rộng 120m2, m²", ["rộng", "120", "m", "2", ",", "m²"]),
    ("GD&ĐT", ["GD", "&", "ĐT"]),
    ("１２,５ %", ["１２,５", "%"]),
    ("Covid-19", ["Covid", "-", "19"]),
  ])
  func cutsIntoTokens(text: String, tokens: [String]) {
    let read = ArticleText(text)
    #expect(read.tokens.indices.map { read.string(of: $0..<$0 + 1) } == tokens)
  }

  @Test(arguments: [
    ("hoà", "hòa"), ("kỳ", "kì"), ("quý", "QUÍ"), ("Đường", "đường"),
    ("Thuỷ", "thủy"), ("tie\u{302}\u{301}ng", "tiếng"), ("thu\u{31B}o\u{31B}\u{300}ng", "thường"),
  ])
  func foldsSpellingsOfOneWord(one: String, other: String) {
    #expect(WordKey(one) == WordKey(other))
  }

  @Test(arguments: [("tay", "tai"), ("năm", "nam"), ("ba", "bà"), ("thúy", "thúi"), ("đo", "do")])
  func keepsWordsApart(one: String, other: String) {
    #expect(WordKey(one) != WordKey(other))
  }

  @Test func countsCodePoints() {
    let text = ArticleText("Có 𝟸,𝟹 triệu người.")
    #expect(text.characters(of: 1..<3) == 3..<12)
    #expect(text.character(atByte: Int(text.tokens[2].start)) == 7)
    #expect(text.token(atCharacter: 8) == 2)
  }

  @Test(arguments: [
    (
      "Ông ở TP. Huế. Bà ở Q. 5. Họ về.",
      ["Ông ở TP. Huế.", "Bà ở Q. 5.", "Họ về."]
    ),
    ("GS. Trần A. nói: “Đúng.” Rồi đi.", ["GS. Trần A. nói: “Đúng.”", "Rồi đi."]),
    ("1. Tăng 2.5 lần\n2. Giảm.", ["1. Tăng 2.5 lần", "2. Giảm."]),
    ("Nào... thì đi! Đi đâu? Về.", ["Nào... thì đi!", "Đi đâu?", "Về."]),
    ("Thiếu vitamin C. Cần ăn.", ["Thiếu vitamin C.", "Cần ăn."]),
  ])
  func cutsIntoSentences(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func findsPhrases() {
    let table = PhraseTable([("cùng kỳ", 1), ("cùng kỳ năm", 2), ("%", 3)])
    let text = ArticleText("So với Cùng Kì năm trước 5%")
    #expect(table.longestMatch(in: text, at: 2)?.value == 2)
    #expect(table.longestMatch(in: text, at: 1) == nil)
    #expect(table.longestMatch(in: text, at: 7)?.value == 3)
    #expect(table.longestMatch(in: text, endingAt: 4, from: 0)?.value == 1)
  }
}
