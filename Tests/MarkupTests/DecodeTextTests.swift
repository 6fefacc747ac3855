import Testing

@testable import Markup

struct DecodeTextTests {
  @Test(
    "it turns any charset into UTF-8",
    arguments: [
      (Array("đồng".utf8), "text/html; charset=iso-8859-1", "đồng"),
      ([0x63, 0xE9, 0x80], nil, "cé€"),
      ([0xE9, 0x61], "a/b; charset=iso-8859-2", "éa"),
      ([0xB3, 0xF3], "text/html; charset=iso-8859-2", "łó"),
      ([0x82, 0xA0], "text/html; charset=shift_jis", "あ"),
      ([0xFF, 0xFE, 0x11, 0x01, 0x41, 0], nil, "đA"),
      ([0xFE, 0xFF, 0x01, 0x11, 0, 0x41], nil, "đA"),
      ([0xEF, 0xBB, 0xBF, 0x41], nil, "A"),
      ([0x41, 0xC3], "text/html; charset=utf-8", "A\u{FFFD}"),
      ([0x41, 0, 0x42], nil, "A\u{FFFD}B"),
      ([0x41, 0xFF, 0x42], "text/html; charset=utf-8", "A\u{FFFD}B"),
    ] as [([UInt8], String?, String)]
  )
  func decodes(bytes: [UInt8], contentType: String?, expected: String) {
    let text = decodedText(bytes, contentType: contentType)
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test("it reads windows-1258, whose tones stand after their vowels")
  func readsVietnamese() {
    let bytes: [UInt8] = [0x56, 0x69, 0xEA, 0xF2, 0x74]
    let text = decodedText(bytes, contentType: "text/html; charset=windows-1258")
    #expect(String(decoding: text, as: UTF8.self) == "Việt")  // Swift compares by NFC
  }

  @Test(
    "it tells ASCII, UTF-8 and others apart",
    arguments: [
      (Array("plain text, long enough".utf8), UTF8Form.ascii),
      (Array("tiền đồng — 2 tỷ 🙂".utf8), .valid),
      ([0xC0, 0x80], .invalid), ([0xE0, 0x80, 0x80], .invalid), ([0xED, 0xA0, 0x80], .invalid),
      ([0xF4, 0x90, 0x80, 0x80], .invalid), ([0xE1, 0xBA], .invalid), ([0x41, 0], .invalid),
      ([0xF0, 0x9F, 0x99, 0x82], .valid), ([], .ascii),
    ] as [([UInt8], UTF8Form)]
  )
  func checks(bytes: [UInt8], form: UTF8Form) {
    #expect(checkUTF8(bytes) == form)
  }
}
