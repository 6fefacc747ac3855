import Parse
import Pipeline
import SystemPackage
import TestSupport
import Testing

struct SiteRulesConfigTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsEveryKeyOfEverySite() throws {
    try folder.write(
      "sites/bao.vn.yaml",
      """
      headline: //h1
      body: //div[@id='a']
      lead: //h2
      date: //time/@datetime
      drop:
        - //aside
        - "//p[. = 'Xem thêm: ']"
      """
    )
    try folder.write("sites/m.bao.vn.yaml", "drop: //aside\n")
    try folder.write("sites/README.md", "Rules.")
    try folder.write("sites/.x.yaml", "?")
    var bao = SiteRules()
    try bao.add("//h1", to: .headline)
    try bao.add("//div[@id='a']", to: .body)
    try bao.add("//h2", to: .lead)
    try bao.add("//time/@datetime", to: .date)
    try bao.add("//aside", to: .drop)
    try bao.add("//p[. = 'Xem thêm: ']", to: .drop)
    var mobile = SiteRules()
    try mobile.add("//aside", to: .drop)
    let config = try config("sites: sites/")
    #expect(config.sites == SiteRuleBook(["bao.vn": bao, "m.bao.vn": mobile]))
    #expect(config.plan.contains("\n  rules    bao.vn, m.bao.vn\n"))
  }

  @Test func hasNoRulesWithoutTheKey() throws {
    try folder.write("sites/bao.vn.yaml", "body: //p")
    let config = try config("")
    #expect(config.sites.hosts.isEmpty)
    #expect(!config.plan.contains("rules"))
  }

  @Test(
    "it names the mistake",
    arguments: [
      (
        "a.vn.yaml", "bdoy: //p",
        "1:1: unknown key bdoy in the file; there are headline, body, lead, date, drop"
      ),
      ("a.vn.yaml", "body: [//p]", "1:7: body must be text"),
      ("a.vn.yaml", "lead: //b\nbody: {x: //p}", "2:7: body must be text"),
      ("a.vn.yaml", "body: //p[", "1:7: body: //p[ is no XPath 1.0 expression"),
      (
        "a.vn.yaml", "body: count(//p)",
        "1:7: body: count(//p) selects no elements, texts or attributes"
      ),
      (
        "a.vn.yaml", "drop:\n- //p\n- //a[matches(., 'x')]",
        "3:3: drop: XPath 1.0 has no function matches, as in //a[matches(., 'x')]"
      ),
      ("a.vn.yaml", "drop:\n- //p\n- {}", "3:3: drop must be text"),
      ("a.vn.yaml", "body: //p\nbody: //b", "2:1: body stands twice"),
      ("a.vn.yaml", "- //p", "1:1: the file must be a mapping of headline, body, lead, date, drop"),
      ("a.vn.yaml", "", "1:1: the file is empty; it needs one of headline, body, lead, date, drop"),
      ("a.vn.yaml", "{}", "1:1: the file needs one of headline, body, lead, date, drop"),
      ("a.vn.yaml", "body: [", "2:1: did not find expected node content"),
      (
        "www.a.vn.yaml", "body: //p",
        "1:1: a site's file must be named HOST.yaml, in lower case, without www."
      ),
      ("A.vn.yaml", "body: //p", "1:1: a site's file must be named HOST.yaml"),
      ("a.vn.yml", "body: //p", "1:1: a site's file must be named HOST.yaml"),
    ]
  )
  func namesTheMistake(name: String, yaml: String, message: String) throws {
    try folder.write("sites/\(name)", yaml)
    #expect {
      try config("sites: sites")
    } throws: { error in
      "\(error)".hasPrefix("\(folder.path)/sites/\(name):\(message)")
    }
  }

  @Test func namesTheMistakesOfAllFiles() throws {
    try folder.write("sites/a.vn.yaml", "body: //p[")
    try folder.write("sites/b.vn.yaml", "headline: ''\nlead: //b]")
    #expect {
      try config("sites: sites\nload: 3")
    } throws: { error in
      "\(error)" == """
        \(folder.path)/p.yaml:4:7: load must be a mapping of compression, fail-above-percent
        \(folder.path)/sites/a.vn.yaml:1:7: body: //p[ is no XPath 1.0 expression
        \(folder.path)/sites/b.vn.yaml:1:11: headline must be text
        \(folder.path)/sites/b.vn.yaml:2:7: lead: //b] is no XPath 1.0 expression
        """
    }
  }

  @Test(
    "it needs a folder",
    arguments: [
      ("sites: none", "p.yaml:3:8: sites names FOLDER/none, which is no folder"),
      ("sites: p.txt", "p.yaml:3:8: sites names FOLDER/p.txt, which is no folder"),
      ("sites: [a]", "p.yaml:3:8: sites must be text"),
    ]
  )
  func needsAFolder(yaml: String, message: String) throws {
    try folder.write("p.txt", "")
    #expect {
      try config(yaml)
    } throws: { error in
      "\(error)" == "\(folder.path)/\(message.replacing("FOLDER", with: folder.path))"
    }
  }

  @Test func changesItsDigestWithTheRules() throws {
    try folder.write("sites/a.vn.yaml", "body: //p")
    let first = try config("sites: sites").digest
    #expect(try config("sites: sites").digest == first)
    try folder.write("sites/a.vn.yaml", "body: //b")
    let second = try config("sites: sites").digest
    #expect(second != first)
    try folder.write("sites/b.vn.yaml", "body: //b")
    #expect(try config("sites: sites").digest != second)
  }

  private func config(_ yaml: String) throws -> PipelineConfig {
    try PipelineConfig(
      yaml: "name: x\nsources: [archive: a]\n\(yaml)\n",
      file: FilePath(folder.path).appending("p.yaml")
    )
  }
}
