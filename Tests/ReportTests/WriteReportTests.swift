import Foundation
import Records
import Testing

@testable import Report

struct WriteReportTests {
  private let dataset: SampleDataset

  init() throws { dataset = try SampleDataset() }

  @Test func showsAnEmptyDataset() {
    let page = dataset.page()
    #expect(page.contains("Chưa có lần chạy nào được ghi lại"))
    #expect(page.contains("There is no figure yet."))
    #expect(Set(unclosed(in: page)) == [])
  }

  @Test func tellsHowTheLastRunCameOut() throws {
    try dataset.addRun("2020-11-24")
    #expect(dataset.page().contains("Lần chạy gần nhất: xong, ổn cả"))
    #expect(
      dataset.page().contains(
        "Started at 2:00 on 25 Nov 2020 (Vietnam time), took 2\u{A0}min 5\u{A0}s."
      )
    )
    #expect(dataset.page().contains("1.234 lượt hỏi: 20 trang mới, 1.210 không đổi, 4 lỗi"))
    #expect(dataset.page().contains("1,234 requests: 20 new, 1,210 unchanged, 4 failed"))
    try dataset.addRun("2020-11-25", status: 1, warnings: ["feed https://a.vn/rss: 503"])
    #expect(dataset.page().contains("Last run: done, but a source or too many pages failed"))
    #expect(dataset.page().contains("<bdi>feed https://a.vn/rss: 503</bdi>"))
    try dataset.addRun("2020-11-26", status: 74)
    #expect(dataset.page().contains("class=\"status trouble\""))
  }

  @Test func namesTroublesInBothLanguages() throws {
    try dataset.write(
      """
      {"id":"20201124T190000Z-0000","pipeline":"mau","version":"1","status":1,
      "started_at":"2020-11-24T19:00:00Z","ended_at":"2020-11-24T19:00:01Z",
      "warnings":["the same in words"],"troubles":[{"kind":"source_failed","subject":"<b>",
      "detail":"503","fails":true,"since":"2020-11-22T19:00:00Z","nights":3},
      {"kind":"later_kind","subject":"","detail":"x","fails":false,"since":"","nights":1}]}
      """,
      to: "runs/20201124T190000Z-0000.json"
    )
    let page = dataset.page()
    #expect(page.contains("Nguồn lỗi") && page.contains("Source failed"))
    #expect(page.contains("<bdi>&lt;b&gt;</bdi>: <span lang=\"en\"><bdi>503</bdi></span>"))
    #expect(page.contains(" (đêm thứ 3)") && page.contains("<b>later_kind</b>: "))
    #expect(!page.contains("the same in words"))
  }

  @Test func marksFiguresAndSpellsOutWhatFails() throws {
    let figures = [
      figure("21/333", at: 11, checks: [failing]), figure("7%", at: 26, checks: [failing]),
    ]
    try dataset.add("2020-11-24", articles: [(article(1), figures)])
    let page = dataset.page()
    #expect(page.contains("Có <mark>21/333</mark> xã, tức <mark>7%</mark>, đạt chuẩn."))
    #expect(page.contains("21 ÷ 333 = 6,31%; bài ghi 7%"))
    #expect(page.contains("21 ÷ 333 = 6.31%; the article says 7%"))
    #expect(page.contains("href=\"https://bao.example.vn/bai-1.html\""))
    #expect(Set(unclosed(in: page)) == [])
  }

  /// Whatever a page, a server or a line holds, the page has the elements that it has without it.
  @Test(arguments: [
    "<script>alert(1)</script>", "</style></script><img src=x onerror=alert(1)>",
    "'\"><svg onload=x>",
    "--><b>", "\u{202E}<i>\u{2066}", "]]></title></p></section>",
  ])
  func letsNothingBreakOut(text: String) throws {
    let plain = try elements(with: "thường")
    #expect(try elements(with: text) == plain)
  }

  @Test func isTheSameForTheSameDataset() throws {
    for number in 0..<20 {
      let site = "bao\(number).example.vn"
      try dataset.add(
        "2020-11-\(10 + number)",
        articles: [(article(number, site: site), [figure(checks: [failing])])],
        rejects: [
          Reject(stage: .fetch, reason: .robots, detail: "", url: "https://\(site)/"),
          Reject(stage: .fetch, reason: .timeout, detail: "", url: "https://\(site)/"),
        ]
      )
    }
    #expect(dataset.page() == dataset.page())
  }

  @Test func letsNothingInFromOutside() throws {
    try dataset.add("2020-11-24", articles: [(article(1), [figure()])])
    let page = dataset.page()
    #expect(page.contains("default-src &#39;none&#39;"))
    for attribute in ["src=", "srcset=", "@import", "url("] { #expect(!page.contains(attribute)) }
  }

  /// The elements of a page in which every text is `text`.
  private func elements(with text: String) throws -> [String] {
    let dataset = try SampleDataset()
    let check = ArithmeticCheck(rule: .sum, holds: false, statement: text)
    var page = article(1, site: text, sentence: "Có 7% \(text).")
    (page.headline, page.url, page.extractor) = (text, text, text)
    var telling = figure("7%", at: 11, sentence: "Có 7% \(text).", indicator: text, checks: [check])
    (telling.unit, telling.place, telling.category) = (text, text, text)
    let url = "https://khac.vn/\(text)"
    let reject = Reject(stage: .parse, reason: .noText, detail: text, url: url)
    try dataset.add("2020-11-24", articles: [(page, [telling])], rejects: [reject])
    let host = HostRecord(host: text, requests: 1, failed: 0, medianMs: 1, slowestMs: 1)
    try dataset.addRun("2020-11-24", status: 1, hosts: [host], warnings: [text, text])
    return tags(in: dataset.page())
  }

  /// The names of the tags, in order, those in style and script left out.
  private func tags(in page: String) -> [String] {
    let body = page.split(separator: "<body>").last.map(String.init) ?? ""
    return body.matches(of: /<(\/?[a-z0-9]+)[^>]*>/).map { String($0.output.1) }
  }

  /// The elements that are not closed where they should be.
  private func unclosed(in page: String) -> [String] {
    var open: [String] = []
    for tag in tags(in: page) where !["input", "br"].contains(tag) {
      if !tag.hasPrefix("/") {
        open.append(tag)
      } else if open.last == String(tag.dropFirst()) {
        open.removeLast()
      } else if tag != "/html", tag != "/body" {
        return [tag]
      }
    }
    return open
  }
}
