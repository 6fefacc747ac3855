import Testing

@testable import Report

struct LineFieldsTests {
  @Test func findsMembersAndUndoesEscapes() throws {
    let line = #" { "id" : "a\"b" , "checks":[{"site":"no"},"}"],"site":"x.vn","n":-1.5,"t":null} "#
    let fields = try #require(LineFields(Array(line.utf8)[...]))
    #expect(fields.text("id") == "a\"b")
    #expect(fields.text("site") == "x.vn")
    #expect(
      fields.bytes("checks").map { String(decoding: $0, as: UTF8.self) } == #"[{"site":"no"},"}"]"#
    )
    #expect(fields.number("n") == -1.5)
    #expect(fields.bytes("t") == nil && fields.bytes("si") == nil && fields.text("n") == nil)
  }

  @Test func readsASliceFromItsMiddle() throws {
    let bytes = Array("xx{\"a\":\"é\"}yy".utf8)
    #expect(LineFields(bytes[2..<(bytes.count - 2)])?.text("a") == "é")
  }

  @Test(arguments: [
    "", "[]", "null", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1}x", "{\"a\":\"b}",
    "{\"a\":[1}",
    "{\"a\":1,}", "{\"a\":\"\\",
  ])
  func refuses(line: String) {
    #expect(LineFields(Array(line.utf8)[...]) == nil)
  }
}
