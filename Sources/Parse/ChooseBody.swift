import Markup

/// Finds the element that holds an article's body.
///
/// Each block weighs: running text as much as it is long, links and scraps less than nothing. The
/// element with the greatest sum of weights wins, and from it one goes down as long as one child
/// holds nearly all of it.
struct BodyChoice {
  let page: PageBlocks
  var fates: [Fate]

  /// The block that shows the headline; `nil` where none does.
  let headline: Int?

  /// For each block, the sum of the weights before it; one more at the end.
  private(set) var sums: [Int] = []

  /// Whether captions weigh as much as other text.
  private var countsCaptions = false

  /// The winner, a position in `page.containers`; `nil` where nothing weighs.
  private(set) var body: Int?

  init(_ page: PageBlocks, headline: Int?) {
    self.page = page
    self.headline = headline
    fates = Array(repeating: .kept, count: page.blocks.count)
    dropAndChoose()
    let found = body.map { weight(of: page.containers[$0].blocks) } ?? 0
    if found < max(300, min(2000, textOfCaptions())) {
      // Perhaps a photo story, whose text is its captions.
      countsCaptions = true
      for index in fates.indices { fates[index] = .kept }
      dropAndChoose()
    }
  }

  /// How much text the captions hold that are some sentences long.
  private func textOfCaptions() -> Int {
    let long = page.blocks.filter { block in
      block.shape == .caption && block.characters >= 80 && block.stops >= 2
        && block.linkCharacters * 3 < block.characters
    }
    return long.count < 3 ? 0 : long.reduce(0) { $0 + $1.characters }
  }

  private mutating func dropAndChoose() {
    sumWeights()
    dropForeign()
    dropTeasers()
    sumWeights()
    choose()
  }

  func weight(of blocks: Range<Int>) -> Int { sums[blocks.upperBound] - sums[blocks.lowerBound] }

  private mutating func sumWeights() {
    sums.removeAll(keepingCapacity: true)
    sums.append(0)
    for index in page.blocks.indices {
      let weight = fates[index] == .kept ? weight(of: page.blocks[index]) : 0
      sums.append(sums[index] + weight)
    }
  }

  private func weight(of block: PageBlocks.Block) -> Int {
    let (all, links) = (block.characters, block.linkCharacters)
    if links * 2 >= all { return -min(all, 60) - 8 }
    switch block.shape {
    case .caption where !countsCaptions: return 0
    case .heading: return 4
    case .tableRow: return min(all, 60)
    default: break
    }
    if all < 30, block.stops == 0 { return -6 }
    let text = min(all, 1500) - 2 * links
    return block.shape == .listItem ? text / 2 : text
  }

  /// Three siblings or more of one name that each begin with a link are a list of other pages.
  private mutating func dropTeasers() {
    var rows = Rows(count: page.containers.count)
    var found: [(container: Int, row: Int)] = []
    for (index, container) in page.containers.enumerated()
    where index > 0 && container.tag != .p && isTeaser(container) && !holdsHeadline(container) {
      let row = rows.place(of: container)
      rows.all[row].teasers += 1
      found.append((index, row))
    }
    guard found.count >= 3 else { return }
    for container in page.containers where !container.blocks.isEmpty {
      if let row = rows.known(container) { rows.all[row].alike += 1 }
    }
    for (container, row) in found
    where rows.all[row].teasers >= 3 && rows.all[row].teasers * 3 >= rows.all[row].alike * 2 {
      for block in page.containers[container].blocks where fates[block] == .kept {
        fates[block] = .teaser
      }
    }
  }

  /// The elements of one name in one parent, for each of some.
  private struct Rows {
    struct Row {
      let tag: HTMLTag

      /// The next row in the same parent; -1 where there is none.
      let next: Int
      var teasers = 0
      var alike = 0
    }

    var all: [Row] = []

    /// The first row in each container; -1 where there is none.
    private var heads: [Int]

    init(count: Int) { heads = Array(repeating: -1, count: count) }

    func known(_ container: PageBlocks.Container) -> Int? {
      var row = heads[container.parent]
      while row >= 0, all[row].tag.rawValue != container.tag.rawValue { row = all[row].next }
      return row >= 0 ? row : nil
    }

    mutating func place(of container: PageBlocks.Container) -> Int {
      if let row = known(container) { return row }
      all.append(Row(tag: container.tag, next: heads[container.parent]))
      heads[container.parent] = all.count - 1
      return all.count - 1
    }
  }

  func holdsHeadline(_ container: PageBlocks.Container) -> Bool {
    headline.map { container.blocks.contains($0) } ?? false
  }

  private func isTeaser(_ container: PageBlocks.Container) -> Bool {
    let blocks = container.blocks
    guard !blocks.isEmpty, blocks.count <= 8 else { return false }
    let first = blocks.prefix(2).first { block in
      page.blocks[block].characters >= 12 && page.linkShare(block) > 0.9
    }
    guard let first else { return false }
    let characters = blocks.reduce(0) { $0 + page.blocks[$1].characters }
    let links = blocks.reduce(0) { $0 + page.blocks[$1].linkCharacters }
    let isMarked = container.pictures > 0 || page.blocks[first].shape == .heading
    return characters < 900 && (isMarked || links * 2 >= characters)
  }

  private mutating func choose() {
    var best = 0
    for (index, container) in page.containers.enumerated() {
      var weight = weight(of: container.blocks)
      guard weight > 0 else { continue }
      if container.hints.contains(.body) { weight = weight * 3 / 2 }
      if container.tag == .article { weight = weight * 5 / 4 }
      if weight >= best { (best, body) = (weight, index) }
    }
    guard var place = body else { return }
    while let child = mainChild(of: place) { place = child }
    while let parent = wholeOfPart(place) { place = parent }
    body = place
  }

  /// The parent of a list, table or paragraph, which is seldom all of an article; `nil` for any
  /// other element, or where the parent adds links
  /// and little text.
  private func wholeOfPart(_ place: Int) -> Int? {
    let container = page.containers[place]
    guard [.ol, .ul, .dl, .table, .tbody, .p, .blockquote].contains(container.tag),
      container.parent != place
    else { return nil }
    let parent = page.containers[container.parent]
    let isAlone = links(in: parent.blocks) <= links(in: container.blocks) + 4
    guard isAlone || running(in: parent.blocks) >= 2 * running(in: container.blocks) else {
      return nil
    }
    return container.parent
  }

  /// The one child that holds nearly all of `place`.
  private func mainChild(of place: Int) -> Int? {
    let container = page.containers[place]
    let total = weight(of: container.blocks)
    var index = place + 1
    while index < page.containers.count,
      page.containers[index].blocks.lowerBound < container.blocks.upperBound
    {
      let child = page.containers[index]
      let weight = weight(of: child.blocks)
      if child.parent == place, child.blocks.count >= 2, child.tag != .p,
        weight * 100 >= total * 88
      {
        // What is left out is rather other pages' titles than the article's end.
        let isSure = weight * 100 >= total * 94 || child.hints.contains(.body)
        return isSure || links(in: container.blocks) >= links(in: child.blocks) + 3 ? index : nil
      }
      index += 1
    }
    return nil
  }

  /// How many blocks are running text, those left out that were dropped.
  private func running(in blocks: Range<Int>) -> Int {
    blocks.count { fates[$0] == .kept && isRunning($0) }
  }

  /// How many blocks are links, those left out that were dropped.
  private func links(in blocks: Range<Int>) -> Int {
    blocks.count { fates[$0] == .kept && page.linkShare($0) > 0.5 }
  }
}
