import Markup

/// When an article was published and changed, from all that the page says about it.
struct ArticleDates {
  /// `YYYY-MM-DD`.
  private(set) var day: String?
  private(set) var publishedAt: String?
  private(set) var modifiedAt: String?

  /// - Parameters:
  ///   - metadata: What the head says.
  ///   - shown: The date that stands near the headline.
  ///   - marked: The date of the `<time>` near the headline.
  ///   - zone: Minutes east of UTC where the site's readers live; `nil` where unknown.
  init(metadata: Metadata, shown: PageDate?, marked: PageDate?, zone: Int?) {
    let stated = Self.published(metadata) ?? marked
    if let modified = Self.modified(metadata) { modifiedAt = modified.utcText }
    guard let stated else {
      day = shown?.dayText
      publishedAt = shown?.utcText
      return
    }
    publishedAt = stated.utcText
    var local = stated
    if stated.offset == 0, let zone, let moved = stated.shifted(byMinutes: zone) { local = moved }
    day = local.dayText
    guard let shown, shown.time != nil, abs(Self.rank(shown) - Self.rank(stated)) <= 1 else {
      return
    }
    // The reader's clock is right; a server's is often in another zone than it says.
    day = shown.dayText
    if shown.offset != nil { publishedAt = shown.utcText }
    if stated.offset == 0, zone != 0, shown.time == stated.time, shown.dayText == stated.dayText {
      publishedAt = shown.utcText
    }
  }

  /// Days on a scale on which neighbours are nearly one apart.
  private static func rank(_ date: PageDate) -> Int {
    date.year * 372 + date.month * 31 + date.day
  }

  private static func published(_ metadata: Metadata) -> PageDate? {
    let texts = [metadata.linked.published] + publishedNames.map { metadata.first($0) }
    return texts.lazy.compactMap { $0 }.compactMap(readAnyDate).first
  }

  private static func modified(_ metadata: Metadata) -> PageDate? {
    let texts = [metadata.linked.modified] + modifiedNames.map { metadata.first($0) }
    return texts.lazy.compactMap { $0 }.compactMap(readAnyDate).first
  }

  private static func readAnyDate(_ text: String) -> PageDate? {
    readISODate(text) ?? findDate(in: String(text.prefix(60)), isDayFirst: nil)
  }

  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "date", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "article_date_original", "og:published_time",
  ]

  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "article:modified",
  ]
}

/// Finds the date that a page shows with its article: near the headline, in a line of its own.
struct ShownDate {
  private(set) var date: PageDate?

  /// - Parameters:
  ///   - page: The page's blocks.
  ///   - headline: What the blocks that show it say, as `comparable(_:)` has it.
  ///   - first: The block that shows it best.
  ///   - isDayFirst: As in `findDate(in:isDayFirst:)`.
  init(in page: PageBlocks, headline: [UInt8], first: Int?, isDayFirst: Bool?) {
    guard let first else { return }
    date = Self.find(in: page, around: first, isDayFirst: isDayFirst)
    guard date == nil else { return }
    for index in page.blocks.indices
    where index != first && page.blocks[index].shape == .heading
      && comparable(page.text[page.blocks[index].text]) == headline
    {
      date = Self.find(in: page, around: index, isDayFirst: isDayFirst)
      if date != nil { return }
    }
  }

  private static func find(
    in page: PageBlocks,
    around headline: Int,
    isDayFirst: Bool?
  ) -> PageDate? {
    let after = headline + 1..<max(headline + 1, min(headline + 9, page.blocks.count))
    let before = max(0, headline - 3)..<headline
    for index in Array(after) + Array(before.reversed()) {
      let block = page.blocks[index]
      guard (8...120).contains(block.characters) else { continue }
      let isLinked = block.linkCharacters * 2 > block.characters
      if isLinked, index < headline || block.characters > 40 { continue }
      guard let found = findDate(in: page.text[block.text], isDayFirst: isDayFirst) else {
        continue
      }
      let isNear = index > headline || index >= headline - 2 && found.time != nil
      guard isNear || isNamed(index, page) else { continue }
      guard found.time != nil || isNamed(index, page) || block.characters < 40 else { continue }
      return found
    }
    return nil
  }

  /// Whether an element around the block is named for a date.
  private static func isNamed(_ index: Int, _ page: PageBlocks) -> Bool {
    var container = page.blocks[index].container
    for _ in 0..<3 {
      if !page.containers[container].hints.isDisjoint(with: [.date, .byline]) { return true }
      container = page.containers[container].parent
    }
    return false
  }
}
