import Foundation
import TestSupport
import Testing

struct SiteRulesCommandTests {
  private let folder: TemporaryFolder

  /// A page that the general way reads otherwise than its editors.
  private let page = """
    <html lang="vi"><head><title>Tin</title></head><body>
    <h1>Lào Cai làm đường</h1>
    <div class="x1"><p>Tỉnh Lào Cai đã làm 214 km đường, với tổng số tiền là 120 tỷ đồng.</p></div>
    <div class="x2"><p>Bài này do bạn đọc gửi về, tòa soạn đã trả 2 triệu đồng tiền nhuận bút, và
    sẽ trả như vậy cho mỗi bài được đăng trong năm nay, không kể ảnh chụp kèm theo bài.</p></div>
    </body></html>
    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("page.html", page)
  }

  @Test func readsAPageByTheRulesOfItsSite() async throws {
    try folder.write("sites/bao.vn.yaml", "body: //div[@class='x1']\ndate: //time\n")
    let page = folder.path + "/page.html"
    let rules = ["--sites", folder.path + "/sites"]
    let ruled = try await outcome(
      of: solieuProcess(["parse", page, "--url", "http://www.bao.vn/1"] + rules)
    )
    #expect(ruled.complaints == "")
    #expect(
      ruled.output.contains(
        #""text":"Tỉnh Lào Cai đã làm 214 km đường, với tổng số tiền là 120 tỷ đồng.""#
      )
    )
    #expect(ruled.output.contains(#""extractor":"site_rule","quality":0.9"#))
    let other = try await outcome(
      of: solieuProcess(["parse", page, "--url", "http://other.vn/1"] + rules)
    )
    #expect(other.output.contains("2 triệu đồng"))
    #expect(!other.output.contains("site_rule"))
    let explained = try await outcome(
      of: solieuProcess(["parse", page, "--url", "http://bao.vn/1", "--explain"] + rules)
    )
    #expect(
      explained.output.hasPrefix(
        "the rule for the date finds nothing\n[by the rule for the body] Tỉnh Lào Cai đã làm"
      )
    )
  }

  @Test func namesTheMistakesOfRules() async throws {
    try folder.write("sites/bao.vn.yaml", "body: //div[\n")
    let sites = folder.path + "/sites"
    let outcome = try await solieu("parse", folder.path + "/page.html", "--sites", sites)
    #expect(outcome.status == 78)
    #expect(outcome.output == "")
    #expect(
      outcome.complaints == "\(sites)/bao.vn.yaml:1:7: body: //div[ is no XPath 1.0 expression\n"
    )
  }

  @Test func remakesThePartsWhereARuleChanges() async throws {
    try folder.write("old/a.warc", response(page))
    try folder.write(
      "p.yaml",
      "name: x\ndata: data\nsources: [archive: old/*.warc]\nsites: sites\n"
    )
    let pipeline = folder.path + "/p.yaml"
    try folder.write("sites/bao.vn.yaml", "body: //div[@class='x1']\n")
    #expect(try await solieu("check", pipeline).output.contains("  rules    bao.vn\n"))
    #expect(try await solieu("reprocess", pipeline).status == 0)
    #expect(try articles().contains(#""extractor":"site_rule","quality":1.0"#))
    try folder.write("sites/bao.vn.yaml", "body: //div[@class='gone']\n")
    #expect(try await solieu("reprocess", pipeline).status == 0)
    #expect(try articles().contains(#""extractor":"site_rule_missed""#))
    #expect(try articles().contains("2 triệu đồng"))
  }

  private func articles() throws -> String {
    try folder.files().filter { $0.hasPrefix("data/articles/") && $0.hasSuffix(".ndjson") }
      .compactMap { folder.text($0) }.joined()
  }

  /// An archive of one response.
  private func response(_ page: String) -> String {
    let http = [
      "HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8",
      "Content-Length: \(page.utf8.count)", "", page,
    ].joined(separator: "\r\n")
    return [
      "WARC/1.1", "WARC-Type: response", "WARC-Target-URI: http://bao.vn/1",
      "WARC-Date: 2020-11-24T19:00:00Z",
      "WARC-Record-ID: <urn:uuid:3d5f2f3c-1f0e-4e0c-9d76-3b1f6c0a1b2c>",
      "Content-Type: application/http; msgtype=response", "Content-Length: \(http.utf8.count)", "",
      http, "", "",
    ].joined(separator: "\r\n")
  }
}
