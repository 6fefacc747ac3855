import Fetch
import Pipeline
import SystemPackage
import TestSupport
import Testing

struct PipelineConfigTests {
  @Test func fillsInEveryDefault() throws {
    let config = try read(
      """
      name: lang-son
      sources:
        - feed: https://baolangson.vn/rss/home.rss
      """
    )
    #expect(config.name == "lang-son")
    #expect(config.data == "/srv/solieu/data")
    #expect(config.archive == "/srv/solieu/data/archive")
    #expect(config.sources == [.feed("https://baolangson.vn/rss/home.rss")])
    #expect(config.fetch.delay == .seconds(2))
    #expect(config.failAbovePercent == 20)
    #expect(config.digest.hasPrefix("sha256:"))
  }

  @Test func readsEveryKey() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages.txt", "# two\nhttp://a.vn/1\n\n  http://a.vn/2 later\n")
    let config = try PipelineConfig(
      yaml: """
        name: all
        data: out
        archive: /srv/warc
        sources:
          - sitemap: http://a.vn/sitemap.xml
          - {sitemap: http://a.vn/tin/sitemap.xml, strict: true}
          - {section: http://a.vn/s/, links: "//h2/a/@href"}
          - section: http://a.vn/t/
          - urls: pages.txt
          - archive: old/*.warc.gz
        fetch: {contact: ops@a.vn, delay-ms: 50, hosts-at-once: 2, timeout-ms: 5000, max-bytes: 9000,
                retries: 1, revisit-after-hours: 0, max-age-days: 0, until: 05:30, allow-addresses: [127.0.0.1]}
        load: {compression: zstd, fail-above-percent: 5}
        """,
      file: FilePath(folder.path).appending("p.yaml")
    )
    #expect(config.data == FilePath(folder.path).appending("out"))
    #expect(config.archive == "/srv/warc")
    #expect(
      config.sources == [
        .sitemap("http://a.vn/sitemap.xml"),
        .sitemap("http://a.vn/tin/sitemap.xml", isStrict: true),
        .section("http://a.vn/s/", links: "//h2/a/@href"),
        .section("http://a.vn/t/", links: nil),
        .urls(
          name: folder.path + "/pages.txt",
          addresses: ["http://a.vn/1", "http://a.vn/2"]
        ),
      ]
    )
    #expect(config.archives == [folder.path + "/old/*.warc.gz"])
    #expect(config.fetch.delay == .milliseconds(50))
    #expect(config.fetch.timeout == .seconds(5))
    #expect(config.fetch.maxAgeDays == nil)
    #expect(config.fetch.allowAddresses == ["127.0.0.1"])
    #expect(config.untilMinute == 330)
    #expect(config.failAbovePercent == 5)
    #expect("\(config.compression)" == "zstd")
  }

  @Test(arguments: [
    ("", "p.yaml:1:1: the file is empty; it needs name and sources"),
    ("name: [", "p.yaml:2:1: did not find expected node content"),
    (
      "- a",
      "p.yaml:1:1: the file must be a mapping of name, data, archive, sources, fetch, sites, load"
    ),
    ("name: x", "p.yaml:1:1: sources is missing"),
    ("name: x\nname: y\nsources: []", "p.yaml:2:1: name stands twice"),
    ("name: x\nsources: []", "p.yaml:2:10: sources must be a list with at least one entry"),
    (
      "name: x\nsources: [a]",
      "p.yaml:2:11: sources must be a mapping of feed, sitemap, section, urls, archive, links"
    ),
    ("name: {}\nsources:\n- archive: a", "p.yaml:1:7: name must be text"),
    ("name: x\nsources:\n- {archive: a, links: b}", "p.yaml:3:23: links belongs to a section"),
    (
      "name: x\nsources:\n- {feed: http://a.vn/, strict: true}",
      "p.yaml:3:32: strict belongs to a sitemap"
    ),
    (
      "name: x\nsources:\n- {sitemap: http://a.vn/, strict: 1}",
      "p.yaml:3:35: strict must be true or false"
    ),
    (
      "name: x\nsources:\n- section: http://a.vn/\n  links: //a[",
      "p.yaml:4:10: links: //a[ is no XPath 1.0 expression"
    ),
    (
      "name: x\nsources:\n- archive: a\nload: {fail-above-percent: 101}",
      "p.yaml:4:28: fail-above-percent must be a whole number from 0 to 100"
    ),
    (
      "name: x\nsources:\n- archive: a\nload: {compression: xz}",
      "p.yaml:4:21: compression must be one of none, gzip, zstd"
    ),
    (
      "name: x\nsources:\n- archive: a\nfetch: {until: 5:30}",
      "p.yaml:4:16: until must be a time of the day, such as 05:30"
    ),
    ("name: x\nsources:\n- archive: a\nfetch: 3", "p.yaml:4:8: fetch must be a mapping of"),
  ])
  func namesTheMistake(yaml: String, message: String) {
    #expect {
      try PipelineConfig(yaml: yaml, file: "p.yaml")
    } throws: { error in
      "\(error)".contains(message)
    }
  }

  @Test func tellsItsPlan() throws {
    let config = try read(
      "name: x\nsources:\n  - feed: http://a.vn/rss\n  - archive: /old/*.warc\n"
    )
    #expect(
      config.plan.hasPrefix(
        "x: right\n  fetch    the feed http://a.vn/rss\n  read     /old/*.warc\n"
      )
    )
  }

  private func read(_ yaml: String) throws -> PipelineConfig {
    try PipelineConfig(yaml: yaml, file: "/srv/solieu/Pipelines/p.yaml")
  }
}
