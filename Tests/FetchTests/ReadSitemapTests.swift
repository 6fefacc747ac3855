import Fetch
import TestSupport
import Testing

struct ReadSitemapTests {
  @Test("it reads pages with the dates of news before those of changes")
  func readsPages() throws {
    let read = try read(
      """
      <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="x">
      <url><loc> https://example.org/a </loc><lastmod>2020-11-25</lastmod>
        <news:news><news:publication_date>2020-11-24T16:05:00+07:00</news:publication_date></news:news>
        <image:image><image:loc>https://example.org/a.jpg</image:loc></image:image></url>
      <url><loc>/b?x=1&amp;y=2</loc><lastmod>2020-11-25</lastmod></url>
      <url><loc><![CDATA[https://example.org/c]]></loc></url>
      <url><loc></loc></url>
      </urlset>
      """
    )
    let listing = try #require(read)
    #expect(
      lines(listing.pages) == [
        "https://example.org/a 2020-11-24T09:05:00Z",
        "https://example.org/b?x=1&y=2 2020-11-25T00:00:00Z",
        "https://example.org/c -",
      ]
    )
    #expect(listing.listings.isEmpty)
  }

  @Test("it reads an index, a sloppy one too")
  func readsIndex() throws {
    let read = try read(
      """
      <sm:sitemapindex xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sm:sitemap><sm:loc>https://example.org/1.xml.gz</sm:loc><sm:lastmod>2020-11-24</sm:lastmod></sm:sitemap>
      <sm:sitemap>https://example.org/2.xml</sm:sitemap>
      <sm:sitemap><sm:loc>/3.xml</sm:loc><sm:loc>/4.xml</sm:loc></sm:sitemap>
      </sm:sitemapindex>
      """
    )
    let listing = try #require(read)
    #expect(
      lines(listing.listings) == [
        "https://example.org/1.xml.gz 2020-11-24T00:00:00Z", "https://example.org/2.xml -",
        "https://example.org/3.xml -", "https://example.org/4.xml -",
      ]
    )
    #expect(listing.pages.isEmpty)
  }

  @Test("it reads text, gzip and feeds")
  func readsOthers() throws {
    let text =
      "\u{FEFF}https://example.org/a\r\n\r\nwww.example.org/b\nhttps://example.org/c#x\nnonsense\n"
    let expected = [
      "https://example.org/a -", "https://www.example.org/b -", "https://example.org/c -",
    ]
    #expect(lines(try read(text)?.pages ?? []) == expected)
    let packed = try #require(WebURL("https://example.org/sitemap.xml.gz"))
    let listing = readSitemap(gzipStored(Array(text.utf8)), base: packed, limit: 1000)
    #expect(lines(listing?.pages ?? []) == expected)
    let feed = "<rss><channel><item><link>/a</link></item></channel></rss>"
    #expect(lines(try read(feed)?.pages ?? []) == ["https://example.org/a -"])
  }

  @Test("it goes no further into a gzip file than it may")
  func isLimited() throws {
    let base = try #require(WebURL("https://example.org/sitemap.txt.gz"))
    let text = String(repeating: "https://example.org/a\n", count: 100)
    let listing = readSitemap(gzipStored(Array(text.utf8)), base: base, limit: 220)
    #expect((1...10).contains(listing?.pages.count ?? 0))
  }

  @Test(
    "a strict one is held to the protocol",
    arguments: [
      ("", "<loc>/tin/a</loc>", true),
      (" ", "<loc>https://example.org/tin/b/c</loc>", true),
      ("", "<loc>https://example.org/khac/a</loc>", false),
      ("", "<loc>https://example.net/tin/a</loc>", false),
      ("", "<loc>http://example.org/tin/a</loc>", false),
      ("<!DOCTYPE urlset>", "<loc>/tin/a</loc>", false),
      ("", "<loc>/tin/a</loc></url><url>", true),
      ("", "<loc>/tin/a</loc></url>", false),
      ("", "<loc>/tin/a?x=1&y=2</loc>", false),
    ]
  )
  func isStrict(before: String, entry: String, isTaken: Bool) throws {
    let base = try #require(WebURL("https://example.org/tin/sitemap.xml"))
    let text = """
      \(before)<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>\(entry)</url></urlset>
      """
    let strict = readSitemap(Array(text.utf8), base: base, limit: 1000, rules: .strict)
    #expect((strict?.pages.isEmpty == false) == isTaken)
    #expect(readSitemap(Array(text.utf8), base: base, limit: 1000)?.pages.isEmpty == false)
  }

  @Test("a strict one is in the protocol's name space")
  func isInNameSpace() throws {
    let base = try #require(WebURL("https://example.org/sitemap.xml"))
    let text =
      "<urlset xmlns='http://www.google.com/schemas/sitemap/0.9'><url><loc>/a</loc></url></urlset>"
    #expect(readSitemap(Array(text.utf8), base: base, limit: 1000, rules: .strict) == nil)
    #expect(readSitemap(Array(text.utf8), base: base, limit: 1000)?.pages.count == 1)
  }

  @Test(
    "it refuses what is no sitemap",
    arguments: ["", "Not found", "<html><body>404</body></html>"]
  )
  func refuses(text: String) throws {
    #expect(try read(text) == nil)
  }

  private func read(_ text: String) throws -> Listing? {
    let base = try #require(WebURL("https://example.org/sitemap.xml"))
    return readSitemap(Array(text.utf8), base: base, limit: 1_000_000)
  }

  private func lines(_ links: [Link]) -> [String] {
    links.map { "\($0.url) \($0.date?.description ?? "-")" }
  }
}
