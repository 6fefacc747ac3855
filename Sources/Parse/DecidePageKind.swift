import Foundation

extension Extraction {
  /// What the page is where it is no article.
  ///
  /// - Parameter characters: How long the text is that was kept.
  /// - Returns: `nil` for an article.
  func pageKind(characters: Int) -> PageKind? {
    let running = fates.indices.filter { fates[$0] == .kept && isRunning($0) }.count
    // `og:type` says `article` on the front pages of many sites.
    let isMarked =
      metadata.linked.hasArticle || metadata.first("article:published_time") != nil
    // A listing may show a date, but hardly in one line with a headline and running text.
    let isDated = isMarked || dates.day != nil && headline.block != nil && running >= 1
    let items = linkedItems
    if characters < 1500, let title = errorTitle { return .errorPage(title: title) }
    if characters < 4000, !isDated, let title = serviceTitle { return .service(title: title) }
    if isSearchAddress, !metadata.linked.hasArticle, items >= 5 || running < 3 { return .search }
    if isFrontAddress, !isMarked, items >= 10, running * 3 <= items { return .homePage }
    let listing = PageKind.listing(links: items, characters: characters)
    if characters < 250, running <= 1, items >= 15, !isDated { return listing }
    if characters < 140, items >= 5, !isDated { return listing }
    if isListed || characters < 700 && isBelowList, !isMarked { return listing }
    if characters < 200, running == 0, isWall { return .wall }
    return nil
  }

  /// How many links on the page are as long as headlines.
  private var linkedItems: Int {
    blocks.blocks.indices.filter {
      blocks.blocks[$0].characters >= 25 && blocks.linkShare($0) > 0.8
    }.count
  }

  private func isRunning(_ index: Int) -> Bool {
    let block = blocks.blocks[index]
    return block.characters >= 80 && block.stops >= 1 && blocks.linkShare(index) < 0.3
  }

  /// Whether the body's paragraphs are summaries, each under a linked headline of its own.
  private var isListed: Bool {
    var summaries = 0
    var others = 0
    var sinceLink = 9
    for index in range {
      let block = blocks.blocks[index]
      if block.characters >= 20, blocks.linkShare(index) > 0.8 {
        sinceLink = 0
      } else {
        sinceLink += 1
        guard isRunning(index) else { continue }
        if sinceLink <= 2, block.characters < 500 { summaries += 1 } else { others += 1 }
      }
    }
    return summaries >= 5 && summaries > 3 * others && others < 3
  }

  /// Whether the text stands far under the headline, with a list of other pages between them.
  private var isBelowList: Bool {
    guard let headline = headline.block,
      let first = fates.firstIndex(where: { $0 == .kept || $0 == .lead }), headline < first
    else { return false }
    let items = (headline..<first).count { index in
      blocks.blocks[index].characters >= 25 && blocks.linkShare(index) > 0.8
    }
    return items >= 10
  }

  private var errorTitle: String? {
    [headline.text, metadata.title].compactMap { $0 }.first { text in
      let key = lowercased(Array(text.utf8)[...])
      return key.count < 150
        && (PhraseSet.errors.match(in: key) != nil || text == "404" || text == "403")
    }
  }

  /// The headline, where it is what sites call their pages about themselves and nothing more.
  private var serviceTitle: String? {
    guard let text = headline.text else { return nil }
    return serviceTitles.contains(text.lowercased()) ? text : nil
  }

  private var isSearchAddress: Bool {
    // In one pass: what each of them begins with is rare.
    let address = Array(url.lowercased().utf8)
    return address.indices.contains { index in
      [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&")].contains(address[index])
        && searchParts.contains { address[index...].starts(with: $0) }
    }
  }

  /// Whether the address is a host's own, with no path.
  private var isFrontAddress: Bool {
    guard let path = url.afterScheme?.drop(while: { $0 != "/" }) else { return false }
    return ["", "/", "/index.html", "/index.php", "/index.htm"].contains(path)
  }

  private var isWall: Bool {
    let text = blocks.blocks.indices.prefix(60).map { blocks.string($0) }.joined(separator: " ")
      .lowercased()
    return text.utf8.count < 4000 && wallPhrases.contains { text.contains($0) }
  }
}

extension PhraseSet {
  fileprivate static let errors = PhraseSet([
    "404 not found", "error 404", "404 error", "404 -", "404:", "404 |", "lỗi 404",
    "page not found",
    "trang không tồn tại", "không tìm thấy trang", "bài viết không tồn tại",
    "nội dung không tồn tại",
    "không tìm thấy nội dung", "page introuvable", "seite nicht gefunden", "página no encontrada",
    "pagina non trovata", "access denied", "403 forbidden", "500 internal", "502 bad gateway",
    "503 service", "service unavailable", "đang bảo trì", "just a moment", "attention required",
  ])
}

private let searchParts = [
  "/search?", "/search/", "/tim-kiem", "?s=", "/timkiem", "?q=", "&q=",
].map { Array($0.utf8) }

private let serviceTitles: Set = [
  "liên hệ", "liên hệ tòa soạn", "liên hệ toà soạn", "liên hệ quảng cáo", "thông tin liên hệ",
  "giới thiệu", "về chúng tôi", "thông tin tòa soạn", "thông tin toà soạn", "bảng giá quảng cáo",
  "quảng cáo", "điều khoản sử dụng", "chính sách bảo mật", "chính sách quyền riêng tư",
  "sơ đồ trang",
  "contact", "contact us", "about", "about us", "privacy policy", "terms of use",
  "terms of service", "terms and conditions", "advertise with us", "cookie policy", "kontakt",
  "sitemap",
]

private let wallPhrases = [
  "cookie", "consent", "enable javascript", "einwilligung", "đăng nhập để", "sign in to continue",
  "verify you are human", "are you a robot", "unusual traffic",
]
