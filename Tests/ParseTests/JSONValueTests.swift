import Testing

@testable import Parse

struct JSONValueTests {
  @Test(
    "it reads strings as pages have them",
    arguments: [
      (#"{"a":"b"}"#, "b"), (#"{"a":"\u0111\n\"x\""}"#, "đ\n\"x\""), (#"{"a":["b","c"]}"#, "b"),
      (#"{"a":"\ud83d\ude42"}"#, "🙂"), (#"{"a":"\ud83d"}"#, "\u{FFFD}"),
      ("{\"a\":\"b\nc\"}", "b\nc"), (#"<!-- {"a":"b",} -->"#, "b"), (#"{"x":1,"a":"b"#, "b"),
      (#"{"x":{"a":"c"},"y":[1,null],"a":"b"}"#, "b"),
    ]
  )
  func reads(text: String, expected: String) {
    #expect(JSONReader.read(Array(text.utf8)[...])?["a"]?.text == expected)
  }

  @Test("it reads nothing out of other texts", arguments: ["", "a", "}", "var x = 1;"])
  func refuses(text: String) {
    #expect(JSONReader.read(Array(text.utf8)[...]) == nil)
  }

  @Test("it survives deep nesting")
  func survives() {
    let text = String(repeating: "[{\"a\":", count: 10_000)
    #expect(JSONReader.read(Array(text.utf8)[...]) != nil)
  }

  @Test("it finds the article among the objects")
  func findsArticle() {
    let text = """
      {"@graph":[{"@type":"WebSite","name":"Báo Mới"},
       {"@type":"Person","@id":"#p","name":"Nguyễn Tuấn"},
       {"@type":["NewsArticle"],"headline":"Sở GD&amp;ĐT","datePublished":"2020-11-24",
        "author":[{"@id":"#p"},{"@type":"Person","name":"Lê An"}],
        "publisher":{"name":"Báo Mới"},"keywords":"a, b"}]}
      """
    let data = LinkedData([Array(text.utf8)[...]])
    #expect(data.headline == "Sở GD&ĐT")
    #expect(data.authors == ["Nguyễn Tuấn", "Lê An"])
    #expect(data.published == "2020-11-24")
    #expect(data.publisher == "Báo Mới")
    #expect(data.keywords == ["a", "b"])
    #expect(data.hasArticle)
  }
}
