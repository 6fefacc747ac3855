/// How many elements of each name are open, near enough to keep libxml2 linear.
///
/// libxml2 looks through all its open elements for each end tag, so one that has no start tag must
/// not reach it, nor more start tags than a page may nest.
struct OpenElements {
  private var counts: [Int32]
  private var total: Int32 = 0

  init() {
    counts = Array(repeating: 0, count: 256)
  }

  mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    total = 0
  }

  /// Whether there is room for one more.
  mutating func open(_ tag: HTMLTag) -> Bool {
    guard total < BytePass.depthLimit else { return false }
    guard !isClosedByOthers(tag) else {
      counts[Int(tag.rawValue)] += 1
      return true
    }
    counts[Int(tag.rawValue)] += 1
    total += 1
    return true
  }

  /// Whether there was one to close.
  mutating func close(_ tag: HTMLTag) -> Bool {
    guard counts[Int(tag.rawValue)] > 0 else { return false }
    counts[Int(tag.rawValue)] -= 1
    if !isClosedByOthers(tag) { total -= 1 }
    return true
  }

  /// Elements whose end tag is often left out: how many are open can't be counted here.
  private func isClosedByOthers(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .p, .li, .td, .tr, .th, .dd, .dt, .option, .tbody, .thead, .tfoot, .head, .body, .html:
      true
    default: false
    }
  }
}
