import Testing

@testable import Markup

struct CharsetTests {
  @Test(
    "it finds the charset as the HTML Standard does",
    arguments: [
      ("\u{FEFF}<meta charset=latin1>", nil, "utf-8"),
      ("<meta charset=\"UTF-8\">", "text/html; charset=iso-8859-1", "windows-1252"),
      ("<meta charset=koi8-r>", "text/html", "koi8-r"),
      ("<meta charset=koi8-r>", "text/html; charset=nonsense", "koi8-r"),
      ("<p><META Charset = ' windows-1258 '>", nil, "windows-1258"),
      ("<meta http-equiv=Content-Type content='text/html; charset=tis-620'>", nil, "windows-874"),
      ("<meta content='text/html; charset=gb2312' http-equiv=content-type>", nil, "gbk"),
      ("<meta charset=utf-16>", nil, "utf-8"),
      ("<!-- <meta charset=koi8-r> --><meta charset=big5>", nil, "big5"),
      ("<title a='<meta charset=koi8-r>'><meta charset=big5>", nil, "big5"),
      ("<meta content='charset=koi8-r'>", nil, "windows-1252"),
      ("<metacharset=koi8-r>", nil, "windows-1252"),
      ("<meta charset='koi8-r>", nil, "windows-1252"),
      ("", nil, "windows-1252"),
    ] as [(String, String?, String)]
  )
  func finds(page: String, contentType: String?, expected: String) {
    #expect(sniffCharset(of: Array(page.utf8), contentType: contentType) == expected)
  }

  @Test("it goes by the first bytes before all else")
  func marks() {
    #expect(sniffCharset(of: [0xFF, 0xFE, 0x3C, 0], contentType: "a; charset=big5") == "utf-16le")
    #expect(sniffCharset(of: [0xFE, 0xFF, 0, 0x3C], contentType: nil) == "utf-16be")
  }

  @Test("it looks for a meta beyond the first 1024 bytes")
  func findsLate() {
    let page = "<script>\(String(repeating: "x", count: 5000))</script><meta charset=koi8-r>"
    #expect(sniffCharset(of: Array(page.utf8), contentType: nil) == "koi8-r")
  }

  @Test("it guesses windows-1258 where tone marks follow vowels")
  func guesses() {
    // "Tiếng Việt" in windows-1258: ê and an acute, ê and a dot below.
    let word: [UInt8] = [
      0x54, 0x69, 0xEA, 0xEC, 0x6E, 0x67, 0x20, 0x56, 0x69, 0xEA, 0xF2, 0x74, 0x20,
    ]
    let page = (0..<4).flatMap { _ in word }
    #expect(sniffCharset(of: page, contentType: nil) == "windows-1258")
    #expect(sniffCharset(of: Array("caf".utf8) + [0xE9], contentType: nil) == "windows-1252")
  }

  @Test(
    "it knows labels by all their names",
    arguments: [
      (" UTF8\n", "utf-8"), ("l1", "windows-1252"), ("x-sjis", "shift_jis"),
      ("unicode", "utf-16le"),
      ("VISCII", "viscii"),
    ]
  )
  func knows(label: String, name: String) {
    #expect(charset(named: label) == name)
  }

  @Test("it refuses other labels", arguments: ["", "utf", "utf 8", "latin-1", "vni"])
  func refuses(label: String) {
    #expect(charset(named: label) == nil)
  }
}
