import Foundation
import Markup
import Records

/// All that is found out about a page on the way to its article.
struct Extraction {
  let url: String
  let blocks: PageBlocks
  let metadata: Metadata
  let headline: Headline
  let dates: ArticleDates

  /// What became of each block.
  let fates: [Fate]

  /// The blocks of the body's element.
  let range: Range<Int>

  /// The element that holds the body, a position in `blocks.containers`.
  let body: Int?

  /// Whether the page's text is in Vietnamese, whatever its head says.
  let isVietnamese: Bool

  init(tree: HTMLTree, blocks: PageBlocks, url: String) {
    self.url = url
    self.blocks = blocks
    metadata = Metadata(of: tree)
    headline = Headline(in: blocks, metadata: metadata)
    let choice = BodyChoice(blocks, headline: headline.block)
    body = choice.body
    let isVietnamese = looksVietnamese(blocks.text[...])
    var pruning = Pruning(
      choice,
      headline: headline,
      metadata: metadata,
      isVietnamese: isVietnamese
    )
    pruning.run()
    fates = pruning.fates
    range = pruning.range
    self.isVietnamese = isVietnamese
    let isEnglish = !isVietnamese && metadata.language?.lowercased().hasPrefix("en") ?? true
    let shown = ShownDate(
      in: blocks,
      headline: comparable(headline.text ?? ""),
      first: headline.block,
      isDayFirst: isEnglish ? nil : true
    )
    dates = ArticleDates(
      metadata: metadata,
      shown: shown.date,
      marked: Self.markedDate(in: tree, blocks, headline: headline.block),
      zone: isVietnamese ? 7 * 60 : nil
    )
  }

  /// The date of the first `<time>` between the headline and the first long block after it.
  private static func markedDate(
    in tree: HTMLTree,
    _ blocks: PageBlocks,
    headline: Int?
  ) -> PageDate? {
    guard let headline else { return nil }
    let after = headline + 1..<max(headline + 1, min(headline + 30, blocks.blocks.count))
    guard let first = after.first(where: { blocks.blocks[$0].characters >= 100 }) else {
      return nil
    }
    let nodes = blocks.blocks[headline].node..<blocks.blocks[first].node
    for id in nodes where tree.tag(id) == .time {
      if let date = tree.string(of: .datetime, at: id).flatMap(readISODate) { return date }
    }
    return nil
  }
}

/// The host of an address, in lower case, without `www.`; `nil` where it has none.
func host(of url: String) -> String? {
  guard let rest = url.afterScheme else { return nil }
  var host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
  if let port = host.lastIndex(of: ":") { host = host[..<port] }
  let name = host.lowercased()
  return name.isEmpty ? nil : name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
}

extension String {
  /// What follows the first `://`; `nil` where there is none.
  var afterScheme: Substring? {
    guard let mark = utf8.firstIndex(of: "://") else { return nil }
    return self[utf8.index(mark, offsetBy: 3)...]
  }
}

extension String.UTF8View {
  /// Where `text`, which is ASCII, first stands, byte by byte.
  func firstIndex(of text: StaticString) -> Index? {
    let sought = "\(text)".utf8
    return sought.first.flatMap { first in
      indices.first { self[$0] == first && self[$0...].starts(with: sought) }
    }
  }
}

/// Whether one character in fifty is one that Vietnamese has and other languages have not.
func looksVietnamese(_ text: ArraySlice<UInt8>) -> Bool {
  var found = 0
  let bytes = text.span
  var position = 0
  while position + 1 < bytes.count {
    let byte = bytes[position]
    position += 1
    guard byte >= 0xC4 else { continue }
    let next = bytes[position]
    switch byte {
    case 0xE1 where next == 0xBA || next == 0xBB: found += 1
    case 0xC6 where next == 0xA1 || next == 0xB0: found += 1
    case 0xC4 where next == 0x91 || next == 0x90: found += 1
    default: break
    }
  }
  return found * 50 > text.count
}
