import Markup

extension Pruning {
  /// What stands before the headline in the body's element and is no running text: menus, tickers.
  mutating func dropBeforeHeadline() {
    guard let shown = range.first(where: { fates[$0] == .headline }) else { return }
    let before = range.lowerBound..<shown
    guard running(before) * 3 < running(range) else { return }
    for index in before where fates[index] == .kept && !isRunning(index) { fates[index] = .outside }
  }

  /// What readers say about the article: all that stands under a line such as `Bình luận (2)`.
  ///
  /// The line may also be a button among the text, so most of the text must stand before it.
  mutating func dropComments() {
    let heading = range.first { index in
      guard case .notice(let phrase) = fates[index], page.blocks[index].characters <= 30 else {
        return false
      }
      return PhraseSet.commentHeadings.match(atStartOf: Array(phrase.utf8)) != nil
        && running(range.lowerBound..<index) > 300
    }
    guard let heading else { return }
    let after = heading + 1..<range.upperBound
    guard running(after) * 2 < running(range.lowerBound..<heading) else { return }
    for index in after where fates[index] == .kept { fates[index] = .tail }
  }

  /// The list of other articles at the end, under a line that says so.
  mutating func dropOthers() {
    guard let last = range.last(where: { fates[$0] == .kept && isLong($0) }) else { return }
    let after = last + 1..<range.upperBound
    let heading = after.first { index in
      guard case .notice = fates[index] else { return false }
      return page.blocks[index].characters <= 40
    }
    guard let heading else { return }
    let others = heading + 1..<range.upperBound
    let linked = others.count { fates[$0] == .linkLine || fates[$0] == .teaser }
    guard linked >= 2, others.count(where: { fates[$0] == .kept }) <= linked else { return }
    for index in others where fates[index] == .kept { fates[index] = .tail }
  }

  /// Whether a block is more than a line under another article's title.
  private func isLong(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.characters >= (block.shape == .listItem ? 160 : 100) && block.stops >= 1
      || block.shape == .tableRow
  }

  /// The publisher's name, licence and address, where they stand last.
  mutating func dropImprint() {
    for index in range.reversed() where fates[index] == .kept {
      let block = page.blocks[index]
      guard block.shape != .tableRow else { return }
      if block.characters < 300, isImprint(lowercased(page.text[block.text])) {
        fates[index] = .tail
      } else if isRunning(index) || block.shape == .listItem {
        return
      }
    }
  }

  private func isImprint(_ text: [UInt8]) -> Bool {
    PhraseSet.imprintStarts.match(atStartOf: text) != nil
      || PhraseSet.imprintParts.match(in: text) != nil
  }

  private func isRunning(_ index: Int) -> Bool {
    page.blocks[index].characters >= 80 && page.blocks[index].stops >= 1
  }

  private func running(_ blocks: Range<Int>) -> Int {
    blocks.reduce(0) { sum, index in
      fates[index] == .kept && isRunning(index) ? sum + page.blocks[index].characters : sum
    }
  }
}

extension PhraseSet {
  fileprivate static let commentHeadings = PhraseSet([
    "bình luận", "viết bình luận", "gửi bình luận", "ý kiến bạn đọc", "kommentare",
    "leave a comment", "leave a reply",
  ])

  /// How the lines of an imprint begin.
  fileprivate static let imprintStarts = PhraseSet([
    "© ", "©20", "tòa soạn:", "toà soạn:", "trụ sở:", "trụ sở tòa soạn", "trụ sở toà soạn",
    "điện thoại:",
    "đt:", "fax:", "email:", "e-mail:", "hotline:", "tổng biên tập:", "phó tổng biên tập:",
    "cơ quan chủ quản:", "chịu trách nhiệm chính:", "chịu trách nhiệm nội dung",
    "chịu trách nhiệm xuất bản", "bản quyền thuộc", "bản quyền của", "ghi rõ nguồn",
    "giấy phép hoạt động báo chí", "giấy phép xuất bản", "giấy phép thiết lập",
  ])

  /// Numbers of licences that the press alone has, and telephone numbers.
  fileprivate static let imprintParts = PhraseSet([
    "gp-btttt", "gp-bvhttdl", "gp-ttđt", "gp-stttt", "gp-cbc", "gp-bc", "gpxb",
    "giấy phép hoạt động báo chí", "giấy phép xuất bản", "đt: (0", "đt: 0", "điện thoại: (0",
    "điện thoại: 0",
  ])
}
