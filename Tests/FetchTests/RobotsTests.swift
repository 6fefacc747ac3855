import Fetch
import TestSupport
import Testing

struct RobotsTests {
  @Test(
    "it lets the longest rule decide, and an allowance at a tie",
    arguments: [
      ("Disallow: /", "/a", false),
      ("Disallow: /\nAllow: /a", "/a", true),
      ("Allow: /a\nDisallow: /a", "/a", true),
      ("Disallow: /a/b\nAllow: /a", "/a/b/c", false),
      ("Disallow:", "/a", true),
      ("Disallow: /a", "/b", true),
      ("Disallow: /A", "/a", true),
      ("Disallow: *.pdf$", "/x/y.pdf", false),
      ("Disallow: *.pdf$", "/x/y.pdf?z", true),
      ("Disallow: /*?print", "/tin?print=1", false),
      ("Disallow: /a*b*c", "/a/x/b/c", false),
      ("Disallow: /a*b*c", "/a/c/b", true),
      ("Disallow: /a$", "/a", false),
      ("Disallow: /$\nDisallow: /x", "/y", true),
      ("Disallow: /b%c3%bc", "/%62%C3%BC", false),
      ("Disallow: /bü", "/b%C3%BC", false),
      ("Disallow: /a%2Fb", "/a/b", true),
      ("Disallow: /x*y", "/x%2Ay", false),
      ("Disallow: /\nAllow: /tin/index.html", "/tin/", true),
      ("disallow /a", "/a", false),
      ("Dissalow: /a", "/a", false),
      ("allow /a\nDisallow: /", "/a", false),
      ("Disallow: /", "/robots.txt", true),
    ]
  )
  func decides(rules: String, path: String, isAllowed: Bool) {
    let robots = Robots("User-agent: *\n\(rules)\n".utf8, agent: "solieu")
    #expect(robots.allows(path) == isAllowed)
  }

  @Test(
    "it finds the groups that are meant for it",
    arguments: [
      ("User-agent: SoLieu\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", false, true),
      ("User-agent: *\nDisallow: /b\nUser-agent: solieu\nDisallow: /a", false, true),
      ("User-agent: solieu/2.0\nDisallow: /a", false, true),
      (
        "User-agent: solieu\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: solieu\nDisallow: /b",
        false, false
      ),
      ("User-agent: x\nUser-agent: solieu\nDisallow: /a", false, true),
      ("User-agent: solieu\nFoo: bar\nUser-agent: x\nDisallow: /a", false, true),
      ("User-agent: solieu\nDisallow:\nUser-agent: *\nDisallow: /", true, true),
      ("User-agent: other, Solieu/1\nDisallow: /a", false, true),
      ("User-agent: other solieu\nDisallow: /a", true, true),
      ("User-agent: solieu-news\nDisallow: /", true, true),
      ("User-agent: so\nDisallow: /", true, true),
      ("Disallow: /\nUser-agent: *\nDisallow: /b", true, false),
      ("\u{FEFF}User-agent: *\rDisallow: /a\r", false, true),
      ("User-agent: * # all\r\n  Disallow : /a # why\r\n", false, true),
      ("<html><body>not found</body></html>", true, true),
    ]
  )
  func findsGroups(text: String, allowsA: Bool, allowsB: Bool) {
    let robots = Robots(text.utf8, agent: "solieu")
    #expect(robots.allows("/a") == allowsA)
    #expect(robots.allows("/b") == allowsB)
  }

  @Test(
    "it reads the delay of its own group",
    arguments: [
      ("User-agent: *\nCrawl-delay: 10", 10_000),
      ("User-agent: *\nCrawl-delay: 0.5", 500),
      ("User-agent: *\nCrawl-delay: 9\nUser-agent: solieu\nCrawl-delay: 3", 3000),
      ("User-agent: *\nCrawl-delay: 9\nUser-agent: solieu\nDisallow: /x", nil),
      ("User-agent: *\nCrawl-delay: soon", nil),
      ("Crawl-delay: 5\nUser-agent: *", nil),
    ]
  )
  func readsDelay(text: String, milliseconds: Int?) {
    let robots = Robots(text.utf8, agent: "solieu")
    #expect(robots.delay == milliseconds.map { .milliseconds($0) })
  }

  @Test("it reads sitemaps wherever they stand")
  func readsSitemaps() {
    let text = "Sitemap: https://h/1.xml\nUser-agent: x\nsitemap:/2.xml\nSitemap: https://h/1.xml"
    #expect(Robots(text.utf8, agent: "solieu").sitemaps == ["https://h/1.xml", "/2.xml"])
  }

  @Test("it reads the first 500 KiB and no more")
  func isLimited() {
    let filler = String(repeating: "#", count: 100) + "\n"
    let long = String(repeating: filler, count: 5000)
    let first = Robots("User-agent: *\nDisallow: /a\n\(long)".utf8, agent: "solieu")
    #expect(!first.allows("/a"))
    let later = Robots("User-agent: *\n\(long)\(long)Disallow: /a\n".utf8, agent: "solieu")
    #expect(later.allows("/a"))
  }

  @Test("it survives damage", arguments: 0..<100)
  func survivesDamage(seed: UInt64) {
    var random = SplitMix(state: seed)
    var bytes = Array(
      "User-agent: *\nDisallow: /a*b$\nAllow: /%41\nCrawl-delay: 1\nSitemap: x\n".utf8
    )
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    let robots = Robots(bytes, agent: "solieu")
    #expect(robots.allows("/robots.txt"))
    _ = robots.allows("/a%zzb$")
  }
}
