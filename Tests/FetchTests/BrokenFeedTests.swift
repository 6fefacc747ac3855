import Fetch
import Testing

/// Feeds that no XML parser takes as they stand, as servers send them all the same.
struct BrokenFeedTests {
  @Test("it reads what is there", arguments: feeds)
  func mends(feed: String, pages: [String]) throws {
    let base = try #require(WebURL("https://bao.example/rss/home.rss"))
    let listing = try #require(readFeed(Array(feed.utf8), base: base))
    #expect(listing.pages.map { "\($0.url)".replacing("https://bao.example", with: "") } == pages)
  }

  @Test("it reads a feed in another charset than UTF-8", arguments: encoded)
  func decodes(feed: [UInt8], charset: String?) throws {
    let base = try #require(WebURL("https://bao.example/rss/home.rss"))
    let listing = try #require(readFeed(feed, charset: charset, base: base))
    #expect(listing.pages.map { "\($0.url)" } == ["https://bao.example/%C3%A9"])
  }

  private static let feeds: [(String, [String])] = [
    // Before the feed.
    ("\u{FEFF}<rss><channel><item><link>/a</link></item></channel></rss>", ["/a"]),
    (
      "\n\n  <?xml version=\"1.0\"?><rss><channel><item><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    (
      "<br />\n<b>Warning</b>: Undefined index in /var/www/rss.php<rss><channel><item><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    ("<!-- cached --><rss><channel><item><link>/a</link></item></channel></rss>", ["/a"]),
    (
      "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.xsl\"?><rss><channel><item><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    (
      "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://bao.example/rss.dtd\"><rss version=\"0.91\"><channel><item><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    // After it.
    ("<rss><channel><item><link>/a</link></item></channel></rss><!-- 0.2 s -->", ["/a"]),
    ("<rss><channel><item><link>/a</link></item></channel></rss><script>x()</script>", ["/a"]),
    ("<rss><channel><item><link>/a</link></item></channel></rss></rss>", ["/a"]),
    // Cut off.
    ("<rss><channel><item><link>/a</link></item>", ["/a"]),
    ("<rss><channel><item><link>/a</link></item><item><link>/b</li", ["/a", "/b"]),
    ("<rss><channel><item><link>/a</link></item><item><title>B", ["/a"]),
    ("<rss><channel><item><link>/a</link></item><item><description><![CDATA[<p>", ["/a"]),
    // Characters that XML does not know.
    (
      "<rss><channel><item><title>A\u{0B}B\u{1F}</title><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    ("<rss><channel><item><title>A\u{0}</title><link>/a</link></item></channel></rss>", ["/a"]),
    (
      "<rss><channel><item><title>&#0;&#xFFFF;&#x1F;</title><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    // Entities and ampersands.
    (
      "<rss><channel><item><title>Ăn & mặc</title><link>/a?b=1&c=2</link></item></channel></rss>",
      ["/a?b=1&c=2"]
    ),
    (
      "<rss><channel><item><title>&nbsp;&eacute;&hellip;</title><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    (
      "<rss><channel><item><link>/a?copy=1&copy=2</link></item></channel></rss>",
      ["/a?copy=1&copy=2"]
    ),
    (
      "<rss><channel><item><link>/a?x=1&amp;amp;y=2</link></item></channel></rss>",
      ["/a?x=1&amp;y=2"]
    ),
    // Tags of HTML, and tags that do not match.
    (
      "<rss><channel><item><description>a<br>b<hr></description><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    (
      "<rss><channel><item><title>A</tittle><link>/a</link></item><item><link>/b</link></item></channel></rss>",
      ["/a", "/b"]
    ),
    ("<rss><channel><item><title>5 < 7</title><link>/a</link></item></channel></rss>", ["/a"]),
    ("<rss><channel><item><title>A<title><link>/a</link></item></channel></rss>", ["/a"]),
    (
      "<rss><channel><item><media:thumbnail url=/a.jpg /><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    (
      "<rss><channel><item><media:title>A</media:title><link>/a</link></item></channel></rss>",
      ["/a"]
    ),
    // Feeds of another shape.
    ("<rss><item><link>/a</link></item></rss>", ["/a"]),
    ("<channel><item><link>/a</link></item></channel>", ["/a"]),
    (
      "<rss><channel></channel><item><link>/a</link></item><item><link>/b</link></item></rss>",
      ["/a", "/b"]
    ),
    ("<rss><channel><link>/</link><title>Trống</title></channel></rss>", []),
    (
      "<feed><entry><link href='/a'/></entry><entry><link href='/b'/></entry></feed>", ["/a", "/b"]
    ),
    (
      "<feed xmlns='http://purl.org/atom/ns#' version='0.3'><entry><link rel='alternate' href='/a'/></entry></feed>",
      ["/a"]
    ),
  ]

  private static let encoded: [([UInt8], String?)] = {
    let feed = "<rss><channel><item><link>/é</link></item></channel></rss>"
    let latin = feed.unicodeScalars.map { UInt8($0.value) }
    let declared = Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>".utf8) + latin
    let little = Array(feed.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(feed.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return [
      (Array(feed.utf8), nil), (Array(feed.utf8), "iso-8859-1"), (latin, "iso-8859-1"),
      (declared, nil), ([0xFF, 0xFE] + little, nil), ([0xFE, 0xFF] + big, nil), (little, nil),
    ]
  }()
}
