import Markup

extension BodyChoice {
  /// Elements named for something else lose their blocks, unless what they hold speaks against it.
  mutating func dropForeign() {
    let total = max(1, positive(page.blocks.indices))
    let ignored = uninformativeHints(total: total)
    let bodies = namedBodies()
    var next = 0
    var left = total
    var largest: (own: Int, container: Int)?
    for (index, container) in page.containers.enumerated()
    where container.blocks.lowerBound >= next {
      let hints = container.hints.intersection(.foreign).subtracting(ignored)
      guard !hints.isEmpty, !container.blocks.isEmpty, container.tag != .body,
        container.tag != .html
      else { continue }
      let own = positive(container.blocks)
      guard isSmall(container, own: own, total: total) || isSurelyElse(container, hints),
        isForeign(container, hints, own: own), !holdsHeadline(container) || own < 100,
        !bodies.contains(where: { isProperPart($0, of: container.blocks) })
      else { continue }
      for block in container.blocks { fates[block] = .foreign(hints) }
      next = container.blocks.upperBound
      left -= own
      if own > largest?.own ?? 0, hints.isDisjoint(with: [.consent, .footer]) {
        largest = (own, index)
      }
    }
    // A page that is left with next to nothing has its article in what was dropped.
    if let largest, left * 5 < largest.own * 2, textUnderHeadline() < 250 {
      for block in page.containers[largest.container].blocks { fates[block] = .kept }
    }
  }

  private func isSmall(_ container: PageBlocks.Container, own: Int, total: Int) -> Bool {
    own * 100 < total * (container.hints.contains(.body) ? 15 : 45)
  }

  /// Whether an element is named for what stands beside or under articles, and the headline is
  /// elsewhere, with text under it: then it may be larger than the article.
  private func isSurelyElse(_ container: PageBlocks.Container, _ hints: Hints) -> Bool {
    guard let headline, container.blocks.lowerBound > headline else { return false }
    let firm: Hints = [.comment, .footer, .sidebar, .related, .navigation]
    guard !hints.isDisjoint(with: firm), !container.hints.contains(.body) else { return false }
    let before = headline + 1..<container.blocks.lowerBound
    return before.count { fates[$0] == .kept && isRunning($0) } >= 2
  }

  /// How much running text stands next to the headline, dropped blocks and elements with `hint`
  /// left out.
  private func textUnderHeadline(without hint: Hints = []) -> Int {
    guard let headline else { return 0 }
    let near = headline + 1..<max(headline + 1, min(headline + 60, page.blocks.count))
    return near.reduce(0) { sum, index in
      guard fates[index] == .kept, isRunning(index), !isWithin(hint, index) else { return sum }
      return sum + page.blocks[index].characters
    }
  }

  /// Whether an element around the block has one of `hints`.
  private func isWithin(_ hints: Hints, _ index: Int) -> Bool {
    var place = page.blocks[index].container
    while page.containers[place].parent != place {
      if !page.containers[place].hints.isDisjoint(with: hints) { return true }
      place = page.containers[place].parent
    }
    return false
  }

  /// The blocks of elements that are named for the body and hold some; forty at most.
  private func namedBodies() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for container in page.containers
    where container.hints.contains(.body) && container.hints.isDisjoint(with: .foreign) {
      found.append(container.blocks)
      if found.count == 40 { break }
    }
    return found.filter { positive($0) > 300 }
  }

  private func isProperPart(_ part: Range<Int>, of whole: Range<Int>) -> Bool {
    part.lowerBound >= whole.lowerBound && part.upperBound <= whole.upperBound
      && part.count * 2 >= whole.count
  }

  /// Hints that so much of the page bears that they tell nothing.
  private func uninformativeHints(total: Int) -> Hints {
    var ends = Array(repeating: 0, count: 32)
    var sums = Array(repeating: 0, count: 32)
    var links = Array(repeating: 0, count: 32)
    for container in page.containers where !container.hints.isDisjoint(with: .foreign) {
      guard container.tag != .body, container.tag != .html, !container.blocks.isEmpty else {
        continue
      }
      var own: Int?
      for bit in 0..<32 where container.hints.rawValue & 1 << UInt32(bit) != 0 {
        guard container.blocks.lowerBound >= ends[bit] else { continue }
        let value = own ?? positive(container.blocks)
        own = value
        sums[bit] += value
        links[bit] += container.blocks.reduce(0) { $0 + page.blocks[$1].linkCharacters }
        ends[bit] = container.blocks.upperBound
      }
    }
    var ignored: Hints = []
    for bit in 0..<32 where sums[bit] * 100 >= total * 45 {
      let hint = Hints(rawValue: 1 << UInt32(bit))
      let mayBeLarge = [.related, .sidebar].contains(hint) && links[bit] * 8 >= sums[bit]
      if !mayBeLarge || textUnderHeadline(without: hint) < 400 { ignored.insert(hint) }
    }
    return ignored.intersection([
      .related, .form, .sidebar, .share, .byline, .date, .tags, .gallery,
    ])
  }

  /// Whether an element is what its hints say.
  private func isForeign(_ container: PageBlocks.Container, _ hints: Hints, own: Int) -> Bool {
    let firm: Hints = [
      .comment, .navigation, .footer, .consent, .hidden, .advertisement, .sidebar,
    ]
    let blocks = container.blocks
    let characters = blocks.reduce(0) { $0 + page.blocks[$1].characters }
    let links = blocks.reduce(0) { $0 + page.blocks[$1].linkCharacters }
    if hints == .navigation, container.tag != .nav, characters > 200, links * 8 < characters {
      return false
    }
    if hints == .advertisement, links * 6 < characters, blocks.count(where: isRunning) >= 2 {
      return false
    }
    guard hints.isDisjoint(with: firm) else { return true }
    let isLinked = links * 6 >= characters
    if hints.contains(.gallery) { return own * 4 < positive(page.blocks.indices) }
    if !isLinked, blocks.count(where: isRunning) >= 3 { return false }
    if hints.contains(.form) { return true }
    if hints.contains(.related) { return isLinked || characters < 60 }
    if hints.contains(.share) { return isLinked || characters < 300 }
    if hints.contains(.tags) { return links * 2 >= characters || characters < 100 }
    return characters < 300
  }

  /// Whether a block is running text, some sentences long.
  func isRunning(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.characters >= 80 && block.stops >= 1
      && block.linkCharacters * 3 < block.characters
  }

  /// The text in `blocks`, links and scraps left out.
  func positive(_ blocks: Range<Int>) -> Int {
    blocks.reduce(0) { $0 + max(0, sums[$1 + 1] - sums[$1]) }
  }
}
