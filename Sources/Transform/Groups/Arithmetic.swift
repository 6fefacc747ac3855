import Records

/// Which figures belong together, and what their arithmetic says.
struct Arithmetic {
  let text: ArticleText
  let drafts: [Draft]
  let indicators: [IndicatorReader.Indicator]

  /// For each draft its group, a number from 1, and its checks.
  func groupsAndChecks() -> (groups: [Int?], checks: [[ArithmeticCheck]]) {
    var work = Work(count: drafts.count)
    for index in drafts.indices {
      checkShare(at: index, &work)
      checkGrowth(at: index, &work)
      checkSum(at: index, &work)
      linkNeighbours(at: index, &work)
    }
    checkTotals(&work)
    linkRepeats(&work)
    return (work.numbered(), work.checks)
  }

  /// What has been joined and checked so far.
  struct Work {
    private var parent: [Int]
    var checks: [[ArithmeticCheck]]

    init(count: Int) {
      parent = Array(0..<count)
      checks = Array(repeating: [], count: count)
    }

    mutating func join(_ one: Int, _ other: Int) {
      let (first, second) = (root(of: one), root(of: other))
      if first != second { parent[max(first, second)] = min(first, second) }
    }

    mutating func note(_ check: ArithmeticCheck, for members: [Int]) {
      for member in members { checks[member].append(check) }
      for member in members.dropFirst() { join(members[0], member) }
    }

    private mutating func root(of index: Int) -> Int {
      var place = index
      while parent[place] != place {
        parent[place] = parent[parent[place]]
        place = parent[place]
      }
      return place
    }

    /// Groups of two and more get numbers in the text's order.
    mutating func numbered() -> [Int?] {
      let roots = parent.indices.map { root(of: $0) }
      var sizes = [Int](repeating: 0, count: parent.count)
      for root in roots { sizes[root] += 1 }
      var numbers = [Int](repeating: 0, count: parent.count)
      var next = 0
      return roots.map { root in
        guard sizes[root] > 1 else { return nil }
        if numbers[root] == 0 {
          next += 1
          numbers[root] = next
        }
        return numbers[root]
      }
    }
  }

  /// Joins lists, levels of one move, and what is said of one thing in brackets.
  private func linkNeighbours(at index: Int, _ work: inout Work) {
    guard index > 0, drafts[index - 1].sentence == drafts[index].sentence else { return }
    if drafts[index - 1].isListed
      || drafts[index - 1].change == .from && drafts[index].change == .to
      || drafts[index - 1].category != nil && drafts[index].category != nil
        && drafts[index - 1].unit?.code == drafts[index].unit?.code
    {
      work.join(index - 1, index)
    }
  }

  /// Joins figures that are said twice: the same value of the same unit and thing.
  private func linkRepeats(_ work: inout Work) {
    var seen: [Repeat: Int] = [:]
    for index in drafts.indices {
      let draft = drafts[index]
      guard let unit = draft.unit, !unit.tokens.isEmpty, unit.kind != .percent,
        unit.kind != .duration, let value = draft.value, value > ExactNumber(9)
      else { continue }
      let key = Repeat(
        value: value,
        upper: draft.upperValue,
        whole: draft.whole?.value,
        unit: unit.code ?? text.string(of: unit.tokens),
        change: draft.change
      )
      if let first = seen[key] { work.join(first, index) } else { seen[key] = index }
    }
  }

  private struct Repeat: Hashable {
    var value: ExactNumber
    var upper: ExactNumber?
    var whole: ExactNumber?
    var unit: String
    var change: Observation.Change?

    /// The value tells most apart.
    func hash(into hasher: inout Hasher) { hasher.combine(value.significand) }
  }
}
