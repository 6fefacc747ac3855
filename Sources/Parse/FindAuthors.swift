import Markup

extension Extraction {
  /// The authors that the page shows: in a line named for them near the headline, or in the last
  /// line under the text.
  ///
  /// For pages whose head names none. A name is two to five words that each begin with a capital.
  func shownAuthors() -> [String] {
    let start = min(headline.block ?? range.lowerBound, range.lowerBound)
    let near = start..<min(range.upperBound + 3, blocks.blocks.count)
    for index in near.reversed() where blocks.blocks[index].characters <= 60 {
      switch fates[index] {
      case .byline: break
      case .foreign(let hints) where hints.contains(.byline) && hints.isDisjoint(with: notAuthors):
        break
      default: continue
      }
      if let name = personName(in: blocks.string(index)) { return [name] }
    }
    return []
  }

  private var notAuthors: Hints { [.related, .comment, .navigation, .footer] }
}

/// The person's name in a line such as `Theo Nguyễn Văn An (tổng hợp)`; `nil` where there is none.
func personName(in line: String) -> String? {
  var words = line.split { !$0.isLetter && $0 != "." && $0 != "-" && $0 != "'" }[...]
  while let first = words.first, bylineWords.contains(first.lowercased()) { words.removeFirst() }
  let name = words.prefix { word in
    word.first?.isUppercase == true && word.count <= 12 && !word.dropLast().contains(".")
  }
  guard (2...5).contains(name.count) else { return nil }
  let rest = words.dropFirst(name.count)
  guard rest.count <= 2 else { return nil }
  return name.joined(separator: " ")
}

private let bylineWords: Set<String> = [
  "theo", "by", "von", "par", "por", "di", "bài", "ảnh", "tác", "giả", "pv", "nhóm", "text",
  "author",
  "autor", "written",
]
