import Markup

/// Drops what stands inside the body's element and is not the article, and fetches the lead that
/// stands outside.
struct Pruning {
  let page: PageBlocks
  let headline: Headline
  let metadata: Metadata
  private(set) var fates: [Fate]

  /// The blocks of the body's element.
  private(set) var range: Range<Int>

  init(_ choice: BodyChoice, headline: Headline, metadata: Metadata) {
    page = choice.page
    fates = choice.fates
    range = choice.body.map { choice.page.containers[$0].blocks } ?? 0..<0
    self.headline = headline
    self.metadata = metadata
  }

  mutating func run() {
    let key = headline.text.map(comparable)
    for index in page.blocks.indices where fates[index] == .kept {
      guard range.contains(index) else {
        fates[index] = .outside
        continue
      }
      fates[index] = fate(of: index, headlineKey: key)
    }
    dropEmptyHeadings()
    findLead()
  }

  private func fate(of index: Int, headlineKey: String?) -> Fate {
    let block = page.blocks[index]
    if block.shape == .caption { return .caption }
    if page.linkShare(index) > 0.8, block.shape != .tableRow { return .linkLine }
    guard block.characters <= 300 else { return .kept }
    let text = page.string(index)
    if let headlineKey, block.characters <= 250, comparable(text) == headlineKey {
      return .headline
    }
    let lower = text.lowercased()
    if let phrase = noticePhrase(startingIn: lower) { return .notice(phrase) }
    return .kept
  }

  /// A heading over nothing that was kept.
  private mutating func dropEmptyHeadings() {
    var isOverText = false
    for index in range.reversed() where fates[index] == .kept {
      if page.blocks[index].shape == .heading {
        if !isOverText { fates[index] = .emptyHeading }
        isOverText = false
      } else {
        isOverText = true
      }
    }
  }

  private mutating func findLead() {
    guard let first = range.first(where: { fates[$0] == .kept }) else { return }
    let description = metadata.description.map(comparable) ?? ""
    let candidates = page.blocks.indices.filter {
      $0 < first && fates[$0] == .outside && page.blocks[$0].characters >= 40
    }
    for index in candidates.reversed() {
      let text = comparable(page.string(index))
      let isNamed = isNamedLead(index)
      if isNamed || text.count > 30 && description.hasPrefix(String(text.prefix(60))) {
        fates[index] = .lead
        return
      }
    }
    if page.containers[page.blocks[first].container].hints.contains(.lead) { fates[first] = .lead }
  }

  private func isNamedLead(_ index: Int) -> Bool {
    var container = page.blocks[index].container
    for _ in 0..<3 {
      if page.containers[container].hints.contains(.lead) { return true }
      container = page.containers[container].parent
    }
    return false
  }
}
