import Markup

/// The headline as the reader sees it, and the block that shows it.
struct Headline {
  private(set) var text: String?

  /// A position in the page's blocks; `nil` where no block shows it.
  private(set) var block: Int?

  /// Prefers the heading that the head's titles confirm, then the first `<h1>`, then those titles.
  init(in page: PageBlocks, metadata: Metadata) {
    let titles = metadata.titles
    let keys = titles.map(comparable).filter { !$0.isEmpty }
    var best = 0
    for index in page.blocks.indices where isCandidate(page, index) {
      let key = comparable(page.text[page.blocks[index].text])
      let score = score(key, level: page.blocks[index].level, keys: keys)
      if score > best { (best, block) = (score, index) }
    }
    if block == nil {
      let parts = titles.compactMap(longestPart).map(comparable)
      block = Self.plainHeadline(in: page, keys: keys + parts, isNamed: metadata.titlesNameSite)
    }
    if let block {
      text = normalized(page.text[page.blocks[block].text])
    } else {
      text = titles.first
    }
  }

  /// The headline in a line that is no heading and has running text under it: the first that the
  /// head's titles confirm, or, where `isNamed`, the first whose element is named for a title.
  private static func plainHeadline(
    in page: PageBlocks,
    keys: [[UInt8]],
    isNamed: Bool
  ) -> Int? {
    page.blocks.indices.first { index in
      let block = page.blocks[index]
      guard (12...200).contains(block.characters), block.linkCharacters * 2 < block.characters,
        hasTextUnder(index, page)
      else { return false }
      if isNamed {
        return block.characters >= 20
          && (isNamedTitle(index, page) || isOverDate(index, page))
      }
      return keys.contains(comparable(page.text[block.text]))
    }
  }

  private static func isNamedTitle(_ index: Int, _ page: PageBlocks) -> Bool {
    let container = page.containers[page.blocks[index].container]
    return container.hints.contains(.title) && container.blocks.count <= 2
  }

  /// Whether the next line is short and tells a day.
  private static func isOverDate(_ index: Int, _ page: PageBlocks) -> Bool {
    guard index + 1 < page.blocks.count, page.blocks[index + 1].characters <= 60 else {
      return false
    }
    return findDate(in: page.text[page.blocks[index + 1].text], isDayFirst: nil) != nil
  }

  private static func hasTextUnder(_ index: Int, _ page: PageBlocks) -> Bool {
    page.blocks[(index + 1)...].prefix(6).contains { block in
      block.characters >= 100 && block.stops >= 1 && block.linkCharacters * 3 < block.characters
    }
  }

  private func isCandidate(_ page: PageBlocks, _ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.characters >= 4, block.characters <= 400 else { return false }
    if block.shape == .heading { return block.level <= 3 }
    return page.containers[block.container].hints.contains(.title) && block.characters >= 12
  }

  private func score(_ key: [UInt8], level: UInt8, keys: [[UInt8]]) -> Int {
    guard !key.isEmpty else { return 0 }
    let rank = level == 1 ? 6 : level == 2 ? 3 : level == 3 ? 1 : 1
    for title in keys {
      if title == key { return 60 + rank }
      let isPart =
        title.starts(with: key) || key.starts(with: title) || title.suffix(key.count) == key[...]
      if isPart, min(key.count, title.count) * 2 >= max(key.count, title.count) { return 40 + rank }
    }
    return level == 1 ? 20 : 0
  }
}

extension Metadata {
  /// What the head calls the article, the best first, the site's name taken off.
  var titles: [String] {
    var found: [String] = []
    let named = [
      linked.headline, first("og:title").map(plainText), first("twitter:title").map(plainText),
    ]
    for text in named.compactMap({ $0 }) where !text.isEmpty { found.append(withoutSite(text)) }
    if let title { found.append(withoutSite(title)) }
    return found
  }

  /// Whether the head calls every page by the site's name and so tells no headline.
  fileprivate var titlesNameSite: Bool {
    let site = comparable(first("og:site_name").map(plainText) ?? linked.publisher ?? "")
    return titles.allSatisfy { title in
      let key = comparable(title)
      return key.isEmpty || key == site || !title.contains(" ")
        || PhraseSet.siteNameStarts.match(atStartOf: lowercased(Array(title.utf8)[...])) != nil
    }
  }

  /// `Headline | Site` without the site, where its name is known or is by far the shorter part.
  private func withoutSite(_ text: String) -> String {
    let site = comparable(first("og:site_name").map(plainText) ?? linked.publisher ?? "")
    let bytes = Array(text.utf8)
    for separator in separators {
      let places = bytes.indices.filter { bytes[$0...].starts(with: separator) }
      guard let first = places.first, let last = places.last else { continue }
      let start = bytes[..<first]
      let rest = bytes[(first + separator.count)...]
      let end = bytes[(last + separator.count)...]
      if !site.isEmpty {
        if comparable(end).suffix(site.count) == site[...] {
          return String(decoding: bytes[..<last], as: UTF8.self)
        }
        if comparable(start) == site { return String(decoding: rest, as: UTF8.self) }
      }
      if separator != separators.last, end.count * 3 < bytes.count {
        return String(decoding: bytes[..<last], as: UTF8.self)
      }
    }
    return text
  }
}

/// What stands between a headline and a site's name; the last may also be a part of the headline.
private let separators = [" | ", " – ", " — ", " :: ", " » ", " • ", " · ", " - "].map {
  Array($0.utf8)
}

/// The part of `Site - Section - Headline` that makes up most of it; `nil` where there is one part.
private func longestPart(of title: String) -> String? {
  var parts = [title[...]]
  for separator in ["|", " - ", " – ", " — ", " :: ", " » "] {
    parts = parts.flatMap { $0.split(separator: separator) }
  }
  guard parts.count > 1, let part = parts.max(by: { $0.count < $1.count }), part.count >= 15 else {
    return nil
  }
  return String(part)
}

extension PhraseSet {
  fileprivate static let siteNameStarts = PhraseSet([
    "cổng thông tin", "trang thông tin", "cổng tttđt", "trang tin điện tử", "báo điện tử",
    "website ", "trang chủ", "tin tức", "tin chi tiết", "chi tiết tin", "chi tiết bài viết",
    "xem tin", "nội dung", "bài viết",
  ])
}
