import FoundationEssentials
import Records
import Testing

struct JSONLineTests {
  @Test func writesEveryShape() throws {
    var line = JSONLine()
    line.object { line in
      line.field("text", "số liệu")
      line.field("nothing", String?.none)
      line.field("whole", 3)
      line.field("number", ExactNumber("1.5"))
      line.field("flag", true)
      line.share("share", 0.98765)
      line.field("texts", ["a", "b"])
      line.list("records", of: [1, 2]) { line, number in
        line.object { $0.field("n", number) }
      }
    }
    line.newline()
    let expected = """
      {"text":"số liệu","nothing":null,"whole":3,"number":1.5,"flag":true,"share":0.988,\
      "texts":["a","b"],"records":[{"n":1},{"n":2}]}

      """
    #expect(String(decoding: line.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: ["\"quoted\"", "a\\b", "a\nb\r\tc", "\u{1}\u{1F}", "", "\u{2028}𝟸"])
  func escapesSoThatOthersReadTheSame(text: String) throws {
    #expect(try decoded(text) == text)
  }

  @Test func replacesNULWithOneCodePoint() throws {
    #expect(try decoded("a\u{0}b") == "a\u{FFFD}b")
  }

  @Test func keepsLinesApart() {
    var line = JSONLine()
    for number in 1...2 {
      line.object { $0.field("n", number) }
      line.newline()
    }
    #expect(String(decoding: line.bytes, as: UTF8.self) == "{\"n\":1}\n{\"n\":2}\n")
    line.clear()
    #expect(line.bytes.isEmpty)
  }

  private func decoded(_ text: String) throws -> String? {
    var line = JSONLine()
    line.object { $0.field("text", text) }
    return try JSONDecoder().decode([String: String].self, from: Data(line.bytes))["text"]
  }
}
