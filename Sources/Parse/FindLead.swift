extension Pruning {
  /// The lead may stand before the body's element, where its name or the head's description tells
  /// it.
  mutating func findLead() {
    guard let first = range.first(where: { fates[$0] == .kept }) else { return }
    let nearest = headline.block.map { $0 < first ? $0 + 1 : first - 12 } ?? first - 12
    let start = max(0, nearest, first - 80)
    let candidates = (start..<max(start, first)).filter(isLeadLike)
    let lead =
      candidates.last(where: isDescribed) ?? candidates.last(where: isNamedLead)
      ?? candidates.first { isUnderHeadline($0) }
    if let lead, page.text[page.blocks[lead].text] != page.text[page.blocks[first].text] {
      fates[lead] = .lead
    } else if lead != nil || isNamedLead(first) || isDescribed(first) {
      fates[first] = .lead
    }
    takeOpening(before: first)
  }

  /// The body's first paragraphs may stand before its element, next to the headline.
  private mutating func takeOpening(before first: Int) {
    guard let headline = headline.block, headline < first, first - headline <= 40 else { return }
    let between = headline + 1..<first
    let links = between.count { fates[$0] == .outside && page.linkShare($0) > 0.8 }
    guard links < 4 else { return }
    for index in between where fates[index] == .outside {
      let block = page.blocks[index]
      guard block.shape == .paragraph, block.characters >= 100, block.stops >= 1,
        page.linkShare(index) < 0.3
      else { continue }
      let text = lowercased(page.text[block.text])
      if noticePhrase(in: text) == nil, !isDateline(text) { fates[index] = .kept }
    }
  }

  /// Whether the head's description says the same.
  private func isDescribed(_ index: Int) -> Bool {
    let text = comparable(page.text[page.blocks[index].text])
    return text.count > 30 && descriptionKey.starts(with: text.prefix(60))
  }

  /// Whether a sentence stands between the headline and the body, next to the headline.
  private func isUnderHeadline(_ index: Int) -> Bool {
    guard let headline = headline.block, headline < index else { return false }
    let between = (headline + 1..<index).count { fates[$0] == .outside }
    let block = page.blocks[index]
    guard between <= 3, block.characters >= 60, block.stops >= 1, block.characters <= 900 else {
      return false
    }
    guard block.shape == .heading || block.shape == .paragraph else { return false }
    let text = lowercased(page.text[block.text])
    return noticePhrase(in: text) == nil && !isDateline(text)
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
