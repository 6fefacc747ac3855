import Markup

/// Drops what stands inside the body's element and is not the article, and fetches the lead that
/// stands outside.
struct Pruning {
  let page: PageBlocks
  let headline: Headline
  let metadata: Metadata
  var fates: [Fate]

  /// The blocks of the body's element.
  let range: Range<Int>

  /// The headline and the authors' names as `comparable(_:)` has them.
  private let headlineKey: [UInt8]
  private let authorKeys: [[UInt8]]
  let descriptionKey: [UInt8]

  /// The first block after the lead that is some sentences long.
  private let secondRunning: Int

  private let isVietnamese: Bool

  init(_ choice: BodyChoice, headline: Headline, metadata: Metadata, isVietnamese: Bool) {
    self.isVietnamese = isVietnamese
    page = choice.page
    fates = choice.fates
    range = choice.body.map { choice.page.containers[$0].blocks } ?? 0..<0
    let running = range.lazy.filter { [page] in
      page.blocks[$0].characters >= 80 && page.blocks[$0].stops >= 1
    }
    secondRunning = running.dropFirst().first ?? range.lowerBound
    self.headline = headline
    self.metadata = metadata
    headlineKey = comparable(headline.text ?? "")
    descriptionKey = comparable(metadata.description ?? "")
    authorKeys = (metadata.linked.authors + (metadata.values["author"] ?? [])).map(comparable)
  }

  mutating func run() {
    for index in page.blocks.indices where fates[index] == .kept {
      fates[index] = range.contains(index) ? fate(of: index) : .outside
    }
    dropNoticeBoxes()
    takeCaptions()
    dropRepeats()
    dropBeforeHeadline()
    dropComments()
    dropImprint()
    dropOthers()
    dropBiographies()
    dropTail()
    dropEmptyHeadings()
    findLead()
  }

  private func fate(of index: Int) -> Fate {
    let block = page.blocks[index]
    if block.shape == .caption || isUnderPicture(index) { return .caption }
    if page.linkShare(index) > 0.7, block.shape != .tableRow { return .linkLine }
    guard block.characters <= 500, block.shape != .tableRow else { return .kept }
    let text = page.text[block.text]
    if block.characters <= 250, !headlineKey.isEmpty, comparable(text) == headlineKey {
      return .headline
    }
    let lower = lowercased(text)
    if block.shape == .paragraph, endsWithPhotoCredit(lower) { return .caption }
    if block.characters <= 90 {
      if isDateline(lower) { return .dateline }
      if index < secondRunning, isNameAndDate(text) { return .byline }
      if isByline(text, lower: lower, authors: authorKeys) { return .byline }
    }
    if let phrase = noticePhrase(in: lower) { return .notice(phrase) }
    return .kept
  }

  /// A paragraph at the end that begins with an author's name says who that is.
  private mutating func dropBiographies() {
    let last = fates.indices.filter { range.contains($0) && fates[$0] == .kept }.suffix(3)
    for index in last.reversed() {
      let block = page.blocks[index]
      guard block.characters < 600, block.shape == .paragraph || block.shape == .quote else {
        return
      }
      let key = comparable(page.text[block.text].prefix(120))
      let isAuthor = authorKeys.contains { $0.count >= 6 && key.starts(with: $0) }
      if isAuthor { fates[index] = .byline }
    }
  }

  /// Scraps after the last sentence: names, numbers, files.
  private mutating func dropTail() {
    let last = range.last { index in
      let block = page.blocks[index]
      return fates[index] == .kept
        && (block.characters >= 80 && block.stops >= 1 || block.shape == .tableRow)
    }
    guard let last else { return }
    var isSigned = false
    for index in last + 1..<max(last + 1, range.upperBound) where fates[index] == .kept {
      let block = page.blocks[index]
      isSigned = isSigned || isSignature(block)
      let end = page.text[block.text.upperBound - 1]
      let isSentence =
        end == UInt8(ascii: ".") || end == UInt8(ascii: "!") || end == UInt8(ascii: "?")
      if block.characters < 60, isSigned || !isSentence, block.shape != .listItem {
        fates[index] = .tail
      }
    }
  }

  /// Whether a block is a person's name and nothing else, as Vietnamese papers end their articles.
  private func isSignature(_ block: PageBlocks.Block) -> Bool {
    guard block.characters <= 30, block.shape == .paragraph, isVietnamese else { return false }
    let line = String(decoding: page.text[block.text], as: UTF8.self)
    return personName(in: line) == line
  }

  /// What shares a small element with a notice belongs to it.
  private mutating func dropNoticeBoxes() {
    for index in range {
      guard case .notice(let phrase) = fates[index], page.blocks[index].shape != .heading,
        PhraseSet.noticeParts.match(in: lowercased(page.text[page.blocks[index].text])) != nil
      else { continue }
      var box: Range<Int>?
      var place = page.blocks[index].container
      while page.containers[place].parent != place {
        let blocks = page.containers[place].blocks
        guard blocks.count <= 8, blocks.count < range.count,
          blocks.allSatisfy({ page.blocks[$0].characters < 200 || fates[$0] != .kept })
        else { break }
        if blocks.count > 1 { box = blocks }
        place = page.containers[place].parent
      }
      for other in box ?? index..<index where fates[other] == .kept {
        fates[other] = .notice(phrase)
      }
    }
  }

  /// Whether a block stands alone with a picture in an element of their own.
  private func isUnderPicture(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.shape == .paragraph, block.characters < 250 else { return false }
    var place = block.container
    for _ in 0..<4 {
      let container = page.containers[place]
      guard container.blocks.count <= 2, container.tag != .body else { return false }
      if container.pictures > 0 || container.hints.contains(.media) {
        return container.blocks.allSatisfy(isCaptionLike)
      }
      place = container.parent
    }
    return false
  }

  /// Short, or no full sentence.
  private func isCaptionLike(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.characters < 250 else { return false }
    let last = page.text[block.text.upperBound - 1]
    return block.characters < 100 || last != UInt8(ascii: ".")
  }

  /// A photo story's captions are its text.
  private mutating func takeCaptions() {
    let kept = range.filter { fates[$0] == .kept }.reduce(0) { $0 + page.blocks[$1].characters }
    let captions = range.filter { fates[$0] == .caption }
    let told = captions.reduce(0) { $0 + page.blocks[$1].characters }
    guard captions.count >= 3, told > 2 * kept, told > 300 else { return }
    for index in captions { fates[index] = .kept }
  }

  /// A block that says again what an earlier one said.
  private mutating func dropRepeats() {
    var seen: [Int: Int] = [:]
    for index in range where fates[index] == .kept && page.blocks[index].characters >= 40 {
      let text = page.text[page.blocks[index].text]
      // Length and a few bytes tell nearly all apart; those that agree are compared.
      let middle = text[(text.startIndex + text.endIndex) / 2]
      let key =
        text.count << 24 | Int(text[text.endIndex - 2]) << 16 | Int(middle) << 8
        | Int(text[text.startIndex + 9])
      if let first = seen[key], page.text[page.blocks[first].text] == text {
        fates[index] = .repeated
      } else {
        seen[key] = index
      }
    }
  }

  /// A heading over nothing that was kept.
  private mutating func dropEmptyHeadings() {
    var isOverText = false
    for index in range.reversed() where fates[index] == .kept {
      if page.blocks[index].shape == .heading {
        if !isOverText, page.blocks[index].characters < 120 { fates[index] = .emptyHeading }
        isOverText = false
      } else {
        isOverText = true
      }
    }
  }
}
