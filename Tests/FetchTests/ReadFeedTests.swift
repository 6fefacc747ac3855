import Fetch
import Testing

struct ReadFeedTests {
  private let base = WebURL("https://example.org/rss/home.rss")

  @Test("it reads RSS 2.0")
  func readsRSS() throws {
    let lines = try read(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>Tin</title><link>https://example.org/</link>
      <atom:link href="https://example.org/rss/home.rss" rel="self"/>
      <item><title>A</title><link>https://example.org/a?x=1&amp;y=2</link>
        <pubDate>Tue, 24 Nov 2020 16:05:00 GMT+7</pubDate></item>
      <item><title>B</title><link><![CDATA[ /b ]]></link><pubDate>hôm qua</pubDate></item>
      <item><title>C</title><link/><guid>https://example.org/c</guid></item>
      <item><title>D</title><guid isPermaLink="false">https://example.org/d</guid></item>
      <item><title>E</title><atom:link href="/e"/><dc:date>2020-11-24</dc:date></item>
      <item><title>F</title><link>https://p.example.net/f</link>
        <feedburner:origLink>https://example.org/f#top</feedburner:origLink></item>
      </channel></rss>
      """
    )
    #expect(
      lines == [
        "https://example.org/a?x=1&y=2 2020-11-24T09:05:00Z", "https://example.org/b -",
        "https://example.org/c -", "https://example.org/d -",
        "https://example.org/e 2020-11-24T00:00:00Z", "https://example.org/f -",
      ]
    )
  }

  @Test("it reads Atom, with its bases and its kinds of links")
  func readsAtom() throws {
    let lines = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/tin/">
      <link rel="self" href="/rss"/><link href="/"/>
      <entry xml:base="2020/"><link rel="edit" href="/edit"/><link rel="alternate" href="a"/>
        <updated>2020-11-25T00:00:00Z</updated><published>2020-11-24T16:05:00+07:00</published></entry>
      <entry><link href="b"/><id>tag:1</id></entry>
      <entry><id>https://example.org/c</id></entry>
      <entry><id>tag:2</id></entry>
      </feed>
      """
    )
    #expect(
      lines == [
        "https://example.org/tin/2020/a 2020-11-24T09:05:00Z", "https://example.org/tin/b -",
        "https://example.org/c -",
      ]
    )
  }

  @Test("it reads RSS 1.0")
  func readsRDF() throws {
    let lines = try read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/"><items><rdf:Seq/></items></channel>
      <item rdf:about="https://example.org/a"><link>https://example.org/a</link>
        <dc:date>2020-11-24T09:05+00:00</dc:date></item>
      <item rdf:about="https://example.org/b"/>
      </rdf:RDF>
      """
    )
    #expect(lines == ["https://example.org/a 2020-11-24T09:05:00Z", "https://example.org/b -"])
  }

  @Test("it reads a JSON Feed")
  func readsJSON() throws {
    let lines = try read(
      """
      \u{FEFF}{"version": "https://jsonfeed.org/version/1.1", "title": "Tin", "items": [
        {"id": "1", "url": "/a", "date_published": "2020-11-24T16:05:00+07:00"},
        {"id": 2, "external_url": "https://example.org/b"}, {"id": "https://example.org/c"}, {"id": "x"}]}
      """
    )
    #expect(
      lines == [
        "https://example.org/a 2020-11-24T09:05:00Z", "https://example.org/b -",
        "https://example.org/c -",
      ]
    )
  }

  @Test(
    "it mends broken feeds",
    arguments: [
      "\n<?xml version='1.0'?><rss><channel><item><link>/a?b=1&c=2</link></item></channel></rss>",
      "Notice: x <rss><channel><item><link>/a?b=1&c=2</link></item></channel></rss>",
      "<rss><channel><item><title>A & B &nbsp; <br></title><link>/a?b=1&c=2</link></item>",
      "<rss><channel><item><title>\u{1}</title><link>/a?b=1&amp;c=2</link></item><item><lin",
      "<rss><channel><item><link>/a?b=1&c=2</link><media:x url='y'/></item></channel></rss>",
      "<rss><channel><item><link>\n  /a?b=1&#38;c=2\n</link></item></channel></rss>trailing",
    ]
  )
  func mends(text: String) throws {
    #expect(try read(text) == ["https://example.org/a?b=1&c=2 -"])
  }

  @Test(
    "it refuses what is no feed",
    arguments: [
      "", "Not found", "<html><body><a href='/a'>A</a></body></html>", "{}", "[1]",
      "{\"items\": 1}",
    ]
  )
  func refuses(text: String) throws {
    let base = try #require(base)
    #expect(readFeed(Array(text.utf8), base: base) == nil)
  }

  @Test("it leaves out links that lead to no page")
  func leavesOut() throws {
    let text =
      "<rss><item><link>javascript:x</link></item><item><link>mailto:a@b</link></item></rss>"
    #expect(try read(text) == [])
  }

  private func read(_ text: String) throws -> [String] {
    let base = try #require(base)
    let listing = try #require(readFeed(Array(text.utf8), base: base))
    return listing.pages.map { "\($0.url) \($0.date?.description ?? "-")" }
  }
}
