import Fetch
import TestSupport
import Testing

struct WebURLTests {
  @Test(
    "it reads addresses as browsers do",
    arguments: [
      ("http://Example.ORG:80/a/./b/../c?x#y", "http://example.org/a/c?x#y"),
      ("  https:\\\\h\\a\tb\n ", "https://h/ab"),
      ("https:////h//a", "https://h//a"),
      ("https://h", "https://h/"),
      ("https://h?q", "https://h/?q"),
      ("https://h:443", "https://h/"),
      ("https://h:0008080/", "https://h:8080/"),
      ("https://u:p@h/", "https://u:p@h/"),
      ("https://u@v@h/", "https://u%40v@h/"),
      ("http://báo.vn/đồng bộ", "http://xn--bo-mia.vn/%C4%91%E1%BB%93ng%20b%E1%BB%99"),
      ("http://h/%7e%zz?'\"<>", "http://h/%7e%zz?%27%22%3C%3E"),
      ("http://h/a/%2e%2E/b/%2e", "http://h/b/"),
      ("http://0x7f.1/", "http://127.0.0.1/"),
      ("http://3232235777", "http://192.168.1.1/"),
      ("http://[::FFFF:1.2.3.4]/", "http://[::ffff:102:304]/"),
      ("http://[1:0:0:2:0:0:0:3]", "http://[1:0:0:2::3]/"),
      ("http://ex%41mple.org./", "http://example.org./"),
    ]
  )
  func reads(text: String, url: String) {
    #expect(WebURL(text)?.description == url)
  }

  @Test(
    "it refuses what is no page's address",
    arguments: [
      "", "/a", "a/b", "mailto:ops@example.org", "javascript:void(0)", "file:///etc/passwd",
      "http://",
      "http:///", "http://h:99999/", "http://h:x/", "http://a b/", "http://a<b>/", "http://[::1/",
      "http://[1:2:3]/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://u@/", "data:text/html,x",
      "http://%00/", "http://a%2Fb/",
    ]
  )
  func refuses(text: String) {
    #expect(WebURL(text) == nil)
  }

  @Test(
    "it resolves links against a page",
    arguments: [
      ("x", "https://h/a/x"),
      ("./x", "https://h/a/x"),
      ("../../x", "https://h/x"),
      ("/x", "https://h/x"),
      ("//g/x", "https://g/x"),
      ("?x", "https://h/a/b?x"),
      ("#x", "https://h/a/b?q#x"),
      ("", "https://h/a/b?q"),
      (".", "https://h/a/"),
      ("https:x", "https://h/a/x"),
      ("http:x", "http://x/"),
      ("\\x", "https://h/x"),
      ("tin-1.html;v=2", "https://h/a/tin-1.html;v=2"),
    ]
  )
  func resolves(link: String, url: String) throws {
    let page = try #require(WebURL("https://h/a/b?q#f"))
    #expect(page.resolve(link)?.description == url)
  }

  @Test("it says what to connect to and what to send")
  func hasParts() throws {
    let url = try #require(WebURL("http://h:8080/a?b#c"))
    #expect(url.authority == "h:8080")
    #expect(url.origin == "http://h:8080")
    #expect(url.requestTarget == "/a?b")
    #expect(WebURL("https://h/")?.effectivePort == 443)
  }

  /// Any text gives an address that reads as itself, or none; the seed makes a failure repeatable.
  @Test("it survives damage", arguments: 0..<300)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix(state: seed)
    var bytes = Array("https://user:pass@[::1]:8080/a/../b%20c?d=e&f#g http://báo.vn".utf8)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    guard let url = WebURL(String(decoding: bytes, as: UTF8.self)) else { return }
    #expect(WebURL(url.description) == url)
    #expect(url.canonical.canonical == url.canonical)
  }
}
