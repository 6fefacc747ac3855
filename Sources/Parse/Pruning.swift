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
    takeCaptions()
    findLead()
  }

  /// A photo story's captions are its text.
  private mutating func takeCaptions() {
    let kept = range.filter { fates[$0] == .kept }.reduce(0) { $0 + page.blocks[$1].characters }
    let captions = range.filter { fates[$0] == .caption }
    let told = captions.reduce(0) { $0 + page.blocks[$1].characters }
    guard captions.count >= 3, told > 2 * kept, told > 300 else { return }
    for index in captions { fates[index] = .kept }
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

  /// The lead may stand before the body's element, where its name or the head's description tells
  /// it.
  private mutating func findLead() {
    guard let first = range.first(where: { fates[$0] == .kept }) else { return }
    let description = metadata.description.map(comparable) ?? ""
    let start = max(0, headline.block.map { $0 < first ? $0 + 1 : first - 12 } ?? first - 12)
    for index in (start..<max(start, first)).reversed() where isLeadLike(index) {
      let text = comparable(page.string(index))
      let isDescribed = text.count > 30 && description.hasPrefix(String(text.prefix(60)))
      if isDescribed || isNamedLead(index) {
        fates[index] = .lead
        return
      }
    }
    if isNamedLead(first) { fates[first] = .lead }
  }

  private func isLeadLike(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.characters >= 40, block.characters <= 1200, block.shape != .caption,
      page.linkShare(index) < 0.4
    else { return false }
    switch fates[index] {
    case .outside: return true
    case .foreign(let hints):
      return hints.isDisjoint(with: [
        .navigation, .footer, .hidden, .consent, .comment, .advertisement, .form,
      ])
    default: return false
    }
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
