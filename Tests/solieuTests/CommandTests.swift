import Foundation
import TestSupport
import Testing

struct CommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func helpNamesEveryCommandAndExitStatus() async throws {
    let help = try await solieu("--help").output
    for command in [
      "run", "fetch", "reprocess", "parse", "transform", "check", "show", "diff", "archive",
      "report",
      "schema",
    ] {
      #expect(help.contains("\n  \(command) "), "\(command)")
    }
    for status in [0, 1, 64, 65, 74, 75, 78] { #expect(help.contains(" \(status)  ")) }
  }

  @Test func filtersAPageIntoFigures() async throws {
    let page = try write(
      "page.html",
      """
      <html><head><title>Tin</title></head><body><article><h1>Hỗ trợ học sinh vùng cao</h1>
      <p>Trong quý III năm 2020, tỉnh Lạng Sơn đã hỗ trợ 1.330 học sinh với số tiền 1,33 tỷ đồng,
      theo thông tin từ Sở Giáo dục và Đào tạo tỉnh này công bố cuối tuần qua.</p>
      <p>Trong số đó, 250 em là học sinh tiểu học, các em còn lại học ở những trường trung học cơ sở
      thuộc các xã vùng cao biên giới, nơi đường đến trường còn nhiều khó khăn.</p></article></body></html>
      """
    )
    let outcome = try await shell("solieu parse \(page) --url http://x.vn/a | solieu transform")
    #expect(outcome.complaints == "")
    #expect(outcome.output.contains(#""quote":"1,33 tỷ đồng""#))
    #expect(outcome.output.contains(#""value":1330000000.0,"value_decimal":"1330000000""#))
  }

  @Test func accountsForEveryNumber() async throws {
    let lines = try write("a.ndjson", #"{"id":"x","text":"Năm 2020 có 5 xã của lớp 12."}"#)
    let outcome = try await solieu("transform", "--explain", lines)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("⟦5 xã → count 5 xã"))
    #expect(outcome.output.contains("{Năm 2020: year 2020-01-01..2020-12-31}"))
    #expect(outcome.output.contains("{12: school_grade}"))
  }

  @Test func namesTheLineThatIsNoArticle() async throws {
    let lines = try write("a.ndjson", #"{"id":"x","text":"Có 5 xã."}"# + "\n{\n\n" + #"{"id":"y"}"#)
    let outcome = try await solieu("transform", lines)
    #expect(outcome.status == 65)
    #expect(outcome.output.contains(#""quote":"5 xã""#))
    #expect(
      outcome.complaints == """
        \(lines):2: not a JSON object; each line must be one article
        \(lines):4: text is missing; a line needs id and text

        """
    )
  }

  @Test(arguments: [
    (["parse", "/no/such.html"], Int32(65), "/no/such.html"),
    (["transform", "/no/such.ndjson"], 65, "/no/such.ndjson: no such file, or not to be read"),
    (["check", "/no/such.yaml"], 78, "/no/such.yaml: no such file, or not UTF-8"),
    (["run", "/no/such.yaml"], 78, "/no/such.yaml: no such file, or not UTF-8"),
    (["show", "o1", "--data", "/no/such"], 65, "/no/such: no dataset"),
    (["diff", "/no/such", "/no/such"], 65, "/no/such: no dataset"),
    (["diff", "a", "b", "--examples", "1001"], 64, "examples must be from 0 to 1000"),
    (["reprocess", "x.yaml", "--since", "gestern"], 64, "gestern is no day"),
    (["schema", "pages"], 64, "pages"),
    (["fly"], 64, "fly"),
  ])
  func endsWithAStatusAndALine(arguments: [String], status: Int32, complaint: String) async throws {
    let outcome = try await outcome(of: solieuProcess(arguments))
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.contains(complaint))
  }

  @Test func saysWhyAPageIsNoArticle() async throws {
    let page = try write("empty.html", "<html><body><p>Trang không tồn tại</p></body></html>")
    let outcome = try await solieu("parse", page)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.hasPrefix("\(page): "))
    #expect(outcome.complaints.count { $0 == "\n" } == 1)
  }

  @Test func namesEveryMistakeOfAPipelineFile() async throws {
    let file = try write(
      "bad.yaml",
      """
      name: Lạng Sơn
      sources:
        - feed: ftp://x.vn/rss
        - feed: http://x.vn/rss
          sitemap: http://x.vn/map
        - urls: none.txt
      fetch: {delay-ms: soon, widht: 3}

      """
    )
    let outcome = try await solieu("check", file)
    #expect(outcome.status == 78)
    let folder = folder.path
    #expect(
      outcome.complaints == """
        \(file):1:7: name must be of lower-case letters, digits and hyphens, such as lang-son
        \(file):3:11: feed must be an http:// or https:// address, not ftp://x.vn/rss
        \(file):4:5: a source needs exactly one of feed, sitemap, section, urls, archive
        \(file):6:11: urls names \(folder)/none.txt, which can't be read
        \(file):7:19: delay-ms must be a whole number from 0 to 600000
        \(file):7:25: unknown key widht in fetch; there are contact, delay-ms, hosts-at-once, \
        timeout-ms, max-bytes, retries, revisit-after-hours, max-age-days, allow-addresses, until

        """
    )
  }

  private func write(_ name: String, _ text: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }
}
