import Fetch
import Testing

/// Entries as newspapers, blogs and content systems write them, with the page that each names.
///
/// The feed around it is well-formed; `BrokenFeedTests` has those that are not.
struct FeedEntryTests {
  @Test("it reads an item of RSS 2.0", arguments: rss)
  func readsRSS(item: String, page: String?) throws {
    try expect(page, of: "<rss version=\"2.0\"><channel><item>\(item)</item></channel></rss>")
  }

  @Test("it reads an item of RSS 1.0", arguments: rdf)
  func readsRDF(item: String, page: String?) throws {
    try expect(
      page,
      of: """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">\(item)</rdf:RDF>
        """
    )
  }

  @Test("it reads an entry of Atom", arguments: atom)
  func readsAtom(entry: String, page: String?) throws {
    try expect(
      page,
      of: "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>\(entry)</entry></feed>"
    )
  }

  @Test("it reads an item of a JSON Feed", arguments: json)
  func readsJSON(item: String, page: String?) throws {
    try expect(
      page,
      of: "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [\(item)]}"
    )
  }

  private func expect(_ page: String?, of feed: String) throws {
    let base = try #require(WebURL("https://bao.example/rss/home.rss"))
    let listing = try #require(readFeed(Array(feed.utf8), base: base))
    let read = listing.pages.map { "\($0.url) \($0.date?.description ?? "-")" }
    #expect(read == (page.map { [$0] } ?? []))
  }

  private static let rss: [(String, String?)] = [
    // Where the address stands.
    ("<link>https://bao.example/a.html</link>", "https://bao.example/a.html -"),
    ("<link>http://bao.example/a.html</link>", "http://bao.example/a.html -"),
    ("<link>/a.html</link>", "https://bao.example/a.html -"),
    ("<link>a.html</link>", "https://bao.example/rss/a.html -"),
    ("<link>//m.bao.example/a.html</link>", "https://m.bao.example/a.html -"),
    ("<link> \n https://bao.example/a.html \t</link>", "https://bao.example/a.html -"),
    ("<link><![CDATA[https://bao.example/a.html]]></link>", "https://bao.example/a.html -"),
    ("<link>\n<![CDATA[ https://bao.example/a.html ]]>\n</link>", "https://bao.example/a.html -"),
    ("<link>https://bao.example/a?x=1<![CDATA[&y=2]]></link>", "https://bao.example/a?x=1&y=2 -"),
    ("<link>https://bao.example/a?x=1&amp;y=2</link>", "https://bao.example/a?x=1&y=2 -"),
    ("<link>https://bao.example/a?x=1&#38;y=2</link>", "https://bao.example/a?x=1&y=2 -"),
    ("<link>https://bao.example/a?x=1&#x26;y=2</link>", "https://bao.example/a?x=1&y=2 -"),
    ("<link>https://bao.example/a.html#binh-luan</link>", "https://bao.example/a.html -"),
    ("<link>https://BAO.example:443/a.html</link>", "https://bao.example/a.html -"),
    ("<link>https://bao.example/tin-tức.html</link>", "https://bao.example/tin-t%E1%BB%A9c.html -"),
    ("<link>https://bao.example/a b.html</link>", "https://bao.example/a%20b.html -"),
    (
      "<link>https://bao.example/a.html?utm_source=rss</link>",
      "https://bao.example/a.html?utm_source=rss -"
    ),
    ("<link href=\"https://bao.example/a.html\"/>", "https://bao.example/a.html -"),
    ("<atom:link href=\"https://bao.example/a.html\"/>", "https://bao.example/a.html -"),
    ("<atom:link rel=\"self\" href=\"/rss\"/><link>/a.html</link>", "https://bao.example/a.html -"),
    ("<link/><guid>https://bao.example/a.html</guid>", "https://bao.example/a.html -"),
    (
      "<guid isPermaLink=\"true\">https://bao.example/a.html</guid>", "https://bao.example/a.html -"
    ),
    ("<guid isPermaLink=\"false\">https://bao.example/?p=7</guid>", "https://bao.example/?p=7 -"),
    ("<link>/a.html</link><guid>https://bao.example/?p=7</guid>", "https://bao.example/a.html -"),
    ("<guid>7bd204c6-1655-4c27</guid>", nil),
    ("<guid isPermaLink=\"true\">7</guid>", nil),
    ("<title>Chỉ có tiêu đề</title>", nil),
    ("", nil),
    ("<link></link>", nil),
    ("<link>javascript:void(0)</link>", nil),
    ("<link>mailto:toasoan@bao.example</link>", nil),
    ("<link>ftp://bao.example/a.html</link>", nil),
    ("<link>https://</link>", nil),
    (
      "<link>https://feeds.example/~r/x/1</link><feedburner:origLink>https://bao.example/a.html"
        + "</feedburner:origLink>", "https://bao.example/a.html -"
    ),
    // What stands beside it and is another's.
    ("<link>/a.html</link><comments>/a.html#respond</comments>", "https://bao.example/a.html -"),
    (
      "<link>/a.html</link><enclosure url=\"/a.mp3\" type=\"audio/mpeg\"/>",
      "https://bao.example/a.html -"
    ),
    ("<link>/a.html</link><media:content url=\"/a.jpg\"/>", "https://bao.example/a.html -"),
    (
      "<source url=\"https://khac.example/rss\">Báo khác</source><link>/a.html</link>",
      "https://bao.example/a.html -"
    ),
    (
      "<description>&lt;a href=\"/khac\"&gt;xem&lt;/a&gt;</description><link>/a.html</link>",
      "https://bao.example/a.html -"
    ),
    (
      "<description><![CDATA[<a href='/khac'><img src='/a.jpg'></a></br>Lạng Sơn]]></description><link>/a.html</link>",
      "https://bao.example/a.html -"
    ),
    (
      "<content:encoded><![CDATA[<p>x</p><link>/khac</link>]]></content:encoded><link>/a.html</link>",
      "https://bao.example/a.html -"
    ),
    ("<image><link>/anh.html</link></image><link>/a.html</link>", "https://bao.example/a.html -"),
    // When it was published.
    (
      "<link>/a</link><pubDate>Tue, 24 Nov 2020 09:05:00 GMT</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>Tue, 24 Nov 2020 16:05:00 +0700</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>Tue, 24 Nov 20 16:05:00 +0700</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>24 Nov 2020 16:05 +0700</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>Tue, 24 Nov 2020 16:05:00 GMT+7</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>Tue, 24 Nov 2020 16:05:00 +07:00</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate><![CDATA[Tue, 24 Nov 2020 16:05:00 +0700]]></pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>2020-11-24T16:05:00+07:00</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>2020-11-24 09:05:00</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><pubDate>24/11/2020 16:05</pubDate>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><dc:date>2020-11-24T16:05:00+07:00</dc:date>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<pubDate>Tue, 24 Nov 2020 09:05:00 GMT</pubDate><dc:date>2019-01-01</dc:date><link>/a</link>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link>/a</link><atom:updated>2020-11-24T09:05:00Z</atom:updated>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    ("<link>/a</link><pubDate>hôm qua</pubDate>", "https://bao.example/a -"),
    ("<link>/a</link><pubDate/>", "https://bao.example/a -"),
    ("<link>/a</link><pubDate>Tue, 32 Nov 2020 09:05:00 GMT</pubDate>", "https://bao.example/a -"),
  ]

  private static let rdf: [(String, String?)] = [
    (
      "<item rdf:about=\"https://bao.example/a\"><link>https://bao.example/a</link></item>",
      "https://bao.example/a -"
    ),
    ("<item rdf:about=\"https://bao.example/a\"/>", "https://bao.example/a -"),
    ("<item rdf:about=\"urn:1\"><link>/a</link></item>", "https://bao.example/a -"),
    ("<item rdf:about=\"urn:1\"><title>A</title></item>", nil),
    (
      "<item><link>/a</link><dc:date>2020-11-24T09:05Z</dc:date></item>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<item><link>/a</link><dc:date>2020-11</dc:date></item>",
      "https://bao.example/a 2020-11-01T00:00:00Z"
    ),
    (
      "<channel rdf:about=\"/\"><items><rdf:Seq><rdf:li resource=\"/b\"/></rdf:Seq></items></channel>",
      nil
    ),
    (
      "<image rdf:about=\"/i\"><link>/i</link></image><item><link>/a</link></item>",
      "https://bao.example/a -"
    ),
  ]

  private static let atom: [(String, String?)] = [
    ("<link href=\"https://bao.example/a\"/>", "https://bao.example/a -"),
    ("<link href=\"/a\" rel=\"alternate\"/>", "https://bao.example/a -"),
    (
      "<link rel=\"alternate\" type=\"text/html\" hreflang=\"vi\" href=\"/a\"/>",
      "https://bao.example/a -"
    ),
    (
      "<link rel=\"self\" href=\"/a.atom\"/><link rel=\"alternate\" href=\"/a\"/>",
      "https://bao.example/a -"
    ),
    ("<link rel=\"edit\" href=\"/edit\"/><link href=\"/a\"/>", "https://bao.example/a -"),
    (
      "<link rel=\"replies\" href=\"/a#c\"/><link rel=\"enclosure\" href=\"/a.mp3\"/><id>https://bao.example/a</id>",
      "https://bao.example/a -"
    ),
    ("<link rel=\"self\" href=\"/a.atom\"/><id>tag:bao.example,2020:1</id>", nil),
    ("<id>https://bao.example/a</id>", "https://bao.example/a -"),
    ("<id>tag:bao.example,2020:1</id>", nil),
    (
      "<id>urn:uuid:7bd204c6</id><link href=\"/a?x=1&amp;y=2\"/>", "https://bao.example/a?x=1&y=2 -"
    ),
    ("<link>https://bao.example/a</link>", "https://bao.example/a -"),
    (
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"/b\">b</a></div></content><link href=\"/a\"/>",
      "https://bao.example/a -"
    ),
    (
      "<source><id>https://khac.example/</id><link href=\"https://khac.example/\"/></source><link href=\"/a\"/>",
      "https://bao.example/a -"
    ),
    (
      "<link href=\"/a\"/><published>2020-11-24T16:05:00+07:00</published>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link href=\"/a\"/><published>2020-11-24T09:05:00.250Z</published>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link href=\"/a\"/><updated>2021-01-01T00:00:00Z</updated><published>2020-11-24T09:05:00Z</published>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link href=\"/a\"/><updated>2020-11-24T09:05:00Z</updated>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link href=\"/a\"/><issued>2020-11-24T09:05:00Z</issued>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "<link href=\"/a\"/><modified>2020-11-24T09:05:00Z</modified>",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    ("<link href=\"/a\"/><published/>", "https://bao.example/a -"),
    ("<link href=\"a\" xml:base=\"ignored/\"/>", "https://bao.example/rss/a -"),
  ]

  private static let json: [(String, String?)] = [
    ("{\"id\": \"1\", \"url\": \"https://bao.example/a\"}", "https://bao.example/a -"),
    ("{\"id\": 1, \"url\": \"/a\"}", "https://bao.example/a -"),
    ("{\"id\": \"https://bao.example/a\"}", "https://bao.example/a -"),
    ("{\"id\": \"1\", \"external_url\": \"https://khac.example/b\"}", "https://khac.example/b -"),
    ("{\"url\": \"/a\", \"external_url\": \"https://khac.example/b\"}", "https://bao.example/a -"),
    (
      "{\"url\": \"/a\", \"date_published\": \"2020-11-24T16:05:00+07:00\"}",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    (
      "{\"url\": \"/a\", \"date_modified\": \"2020-11-24T09:05:00Z\"}",
      "https://bao.example/a 2020-11-24T09:05:00Z"
    ),
    ("{\"url\": \"/a\", \"date_published\": 1606208700}", "https://bao.example/a -"),
    ("{\"url\": null, \"id\": \"1\"}", nil),
    ("{\"url\": [\"/a\"]}", nil),
    ("{\"title\": \"A\", \"content_html\": \"<a href='/a'>A</a>\"}", nil),
    ("{}", nil),
    ("", nil),
  ]
}
