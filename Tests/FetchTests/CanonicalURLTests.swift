import Fetch
import Testing

struct CanonicalURLTests {
  @Test(
    "it brings the forms of one address together",
    arguments: [
      ("HTTP://Example.org:80/a%2db/?utm_source=rss&id=7#top", "http://example.org/a-b/?id=7"),
      ("https://h/a?fbclid=x&zarsrc=30", "https://h/a"),
      ("https://h/a?UTM_Campaign=x&b&_gl=1", "https://h/a?b"),
      ("https://h/a?", "https://h/a"),
      ("https://h/a?&&b=1&", "https://h/a?b=1"),
      ("https://h./a", "https://h/a"),
      ("https://h/%%36%31?x[y]=|50%", "https://h/%2561?x%5By%5D=%7C50%25"),
      ("https://me:secret@h/a", "https://h/a"),
      ("https://h/%e1%bb%93%7E", "https://h/%E1%BB%93~"),
      ("https://h/a;jsessionid=0123?x=1", "https://h/a?x=1"),
      ("https://h", "https://h/"),
    ]
  )
  func unites(text: String, canonical: String) {
    #expect(WebURL(text)?.canonical.description == canonical)
  }

  @Test(
    "it keeps apart what a server may tell apart",
    arguments: [
      "https://www.h/a", "http://h/a", "https://h/a/", "https://h/A", "https://h/a?b=1&a=2",
      "https://h/a?a=2&b=1", "https://h//a", "https://h/a%2Fb", "https://h/a?source=x",
      "https://h:8443/a",
      "https://h/a?q=%26utm_source", "https://h/index.html",
    ]
  )
  func keeps(text: String) {
    #expect(WebURL(text)?.canonical.description == text)
  }
}
