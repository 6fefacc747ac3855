import Foundation
import Synchronization
import TestSupport

/// Three newspapers for two weeks, from 2026-11-01 on: what each answers depends on the day.
///
/// - An: six articles a day in a feed; one of them changes, one vanishes, one fails at first; on
///   day 11 there is but one.
/// - Binh: five a day on a section page, read by site rules; its pages are built otherwise from
///   day 9 on.
/// - Chau: five a day in a feed; the host is down on days 4 and 5. A second feed is empty from day
///   12 on.
final class FortnightWorld: Sendable {
  enum Paper: String, CaseIterable {
    case an
    case binh
    case chau

    /// Loopback, a host each.
    var host: String {
      switch self {
      case .an: "127.0.0.1"
      case .binh: "127.0.0.2"
      case .chau: "127.0.0.3"
      }
    }
  }

  private struct State {
    var day = 1

    /// Is asked of every path; the answer to one that it holds never comes.
    var isHung: @Sendable (String) -> Bool = { _ in false }
    var asked = 0
    var hung = 0
  }

  private let state = Mutex(State())

  var day: Int { state.withLock { $0.day } }

  /// Requests so far, and those whose answer never came.
  var counts: (asked: Int, hung: Int) { state.withLock { ($0.asked, $0.hung) } }

  func turn(to day: Int) { state.withLock { $0.day = day } }

  func hang(_ isHung: @escaping @Sendable (String) -> Bool) {
    state.withLock { $0.isHung = isHung }
  }

  func answer(_ request: SiteRequest, of paper: Paper) -> SiteAnswer {
    let (day, isHung) = state.withLock { state in
      state.asked += 1
      let isHung = state.isHung("\(paper.rawValue)\(request.path)")
      if isHung { state.hung += 1 }
      return (state.day, isHung)
    }
    if isHung { return SiteAnswer(ending: .hang) }
    var answer = answer(request.path, of: paper, on: day)
    // On day 7 the run passes midnight: one answer takes its time, with seconds to spare at both ends.
    if day == 7, paper == .binh, request.path == "/tin/" { answer.delay = .milliseconds(6200) }
    return answer
  }

  private func answer(_ path: String, of paper: Paper, on day: Int) -> SiteAnswer {
    switch (paper, path) {
    case (_, "/robots.txt"): SiteAnswer("", status: 404)
    case (.an, "/rss"), (.chau, "/rss"): feed(articles(of: paper, on: day, for: 3))
    case (.chau, "/chuyen-de.xml"): feed(day < 12 ? [(day, 9)] : [])
    case (.binh, "/tin/"):
      SiteAnswer(
        "<html><head><title>Tin</title></head><body><h1>Tin mới</h1><ul>"
          + articles(of: paper, on: day, for: 2).map { "<li><a href=\"\(address($0))\">Tin</a>" }
          .joined() + "</ul></body></html>"
      )
    default: page(path, of: paper, on: day) ?? SiteAnswer("<title>404</title>", status: 404)
    }
  }

  /// The articles that a listing names: day of publication and number.
  private func articles(of paper: Paper, on day: Int, for days: Int) -> [(day: Int, number: Int)] {
    (max(1, day - days + 1)...day).reversed().flatMap { published in
      let count = paper == .an ? (published == 11 ? 1 : 6) : 5
      return (1...count).map { (published, $0) }
    }
  }

  private func address(_ article: (day: Int, number: Int)) -> String {
    "/tin/bai-viet-so-\(article.day)-\(article.number)-\(2_611_000 + article.day * 10 + article.number).html"
  }

  private func feed(_ articles: [(day: Int, number: Int)]) -> SiteAnswer {
    let items = articles.map { article in
      let date = "\(pad(article.day)) Nov 2026 0\(article.number % 10):00:00 GMT"
      return
        "<item><title>Tin</title><link>\(address(article))</link><pubDate>\(date)</pubDate></item>"
    }
    return SiteAnswer(
      headers: [("Content-Type", "application/rss+xml")],
      chunks: [Array("<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>".utf8)]
    )
  }

  private func page(_ path: String, of paper: Paper, on day: Int) -> SiteAnswer? {
    let parts = path.split(separator: "-").compactMap { Int($0) }
    guard parts.count >= 2, path.hasPrefix("/tin/bai-viet-so-") else { return nil }
    let article = (day: parts[0], number: parts[1])
    if paper == .an, article == (5, 2), day >= 6 { return nil }  // it vanishes
    if paper == .an, article == (2, 3), day == 2 { return SiteAnswer("", status: 503) }
    let isChanged = paper == .an && article == (3, 1) && day >= 4
    return SiteAnswer(html(article, of: paper, isChanged: isChanged, isNew: day >= 9))
  }
}

extension FortnightWorld {
  private func html(
    _ article: (day: Int, number: Int),
    of paper: Paper,
    isChanged: Bool,
    isNew: Bool
  ) -> String {
    let place = ["an": "An Giang", "binh": "Quảng Bình", "chau": "Lai Châu"][paper.rawValue] ?? ""
    let count = 1_000 + article.day * 100 + article.number * 7 + (isChanged ? 1 : 0)
    var random = SplitMix(
      state: UInt64(article.day * 100 + article.number * 3 + paper.host.count)
        &+ UInt64(paper.host.utf8.last ?? 0) * 7919
    )
    let words = (0..<4).map { _ in Self.sentence(&random) }
    let text = """
      <p>Tỉnh \(place) vừa hỗ trợ \(dotted(count)) học sinh vùng cao với tổng số tiền \
      \(article.number + 1),\(article.day) tỷ đồng. \(words[0])</p>
      <p>\(words[1]) Trong số đó có \(200 + article.number) em ở \(article.day + 20) xã biên giới.</p>
      <p>\(words[2]) \(words[3])</p>
      """
    let time =
      "<time datetime=\"2026-11-\(pad(article.day))T0\(article.number % 10):00:00Z\"></time>"
    let headline =
      "<h1>\(place) hỗ trợ học sinh vùng cao, đợt \(article.day)-\(article.number)</h1>"
    let body =
      switch paper {
      case .binh where isNew: "<main><section>\(headline)\(time)<div>\(text)</div></section></main>"
      case .binh: "<div id=\"bai\">\(headline)\(time)<div id=\"noi-dung\">\(text)</div></div>"
      default: "<article>\(headline)\(time)\(text)</article>"
      }
    return "<html lang=\"vi\"><head><title>\(place)</title></head><body>\(body)</body></html>"
  }

  /// A sentence of its own, so that no article is a copy of another.
  private static func sentence(_ random: inout SplitMix) -> String {
    let words = (0..<16).map { _ in vocabulary[Int.random(in: vocabulary.indices, using: &random)] }
    return "Ngành giáo dục " + words.joined(separator: " ") + "."
  }

  private static let vocabulary = [
    "trường", "lớp", "thầy", "cô", "bản", "làng", "đường", "sách", "vở", "áo", "ấm", "bữa", "cơm",
    "nước", "sạch", "nhà", "trọ", "suối", "cầu", "đèn", "bàn", "ghế", "bảng", "sân", "chơi", "vườn",
    "rau", "quà", "thư", "viện", "phụ", "huynh", "đoàn", "viên", "xe", "đạp", "chăn", "màn",
  ]

  /// With a point between thousands.
  private func dotted(_ number: Int) -> String {
    let rest = "\(number % 1000)"
    return "\(number / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private func pad(_ day: Int) -> String { day < 10 ? "0\(day)" : "\(day)" }
}
