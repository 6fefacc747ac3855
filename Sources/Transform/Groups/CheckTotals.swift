import Records

extension Arithmetic {
  /// The totals of tables' columns, in their first or last row, against what the other rows say.
  func checkTotals(_ work: inout Work) {
    var columns: [Column: [Int]] = [:]
    for index in drafts.indices {
      guard let cell = drafts[index].cell, isSummable(drafts[index]) else { continue }
      columns[Column(table: cell.table, column: cell.column), default: []].append(index)
    }
    for members in columns.values.sorted(by: { $0[0] < $1[0] }) { checkTotal(of: members, &work) }
  }

  private struct Column: Hashable {
    var table: Int
    var column: Int
  }

  private func checkTotal(of members: [Int], _ work: inout Work) {
    guard members.count >= 3 else { return }
    let ranks = members.compactMap { drafts[$0].cell?.rank }
    guard ranks.filter({ $0 == .total }).count == 1 else { return }
    guard
      let total = ranks.first == .total ? members.first : ranks.last == .total ? members.last : nil
    else { return }
    let parts = members.indices.filter { ranks[$0] == .plain }.map { members[$0] }
    guard parts.count >= 2, let printed = Interval(drafts[total].amount) else { return }
    let intervals = parts.compactMap { Interval(drafts[$0].amount) }
    guard intervals.count == parts.count,
      parts.allSatisfy({ drafts[$0].unit?.code == drafts[total].unit?.code })
    else { return }
    let sum = Interval(
      low: intervals.reduce(0) { $0 + $1.low },
      high: intervals.reduce(0) { $0 + $1.high }
    )
    let holds = sum.meets(printed)
    // Rows under rows may be parts of parts, so that a sum which differs says nothing.
    guard holds || !ranks.contains(.nested) else { return }
    let values = parts.prefix(Self.termsShown).map { describe(drafts[$0].amount) }
    let more = parts.count > values.count ? " + … (\(parts.count) rows)" : ""
    let statement =
      values.joined(separator: " + ") + more + " \(holds ? "=" : "≠") "
      + describe(drafts[total].amount)
    work.note(
      ArithmeticCheck(rule: .sum, holds: holds, statement: statement),
      for: [total] + parts
    )
  }

  private static let termsShown = 8

  /// Whether a cell's number adds up with those above and below it.
  private func isSummable(_ draft: Draft) -> Bool {
    guard draft.form == .plain, draft.qualifier == nil, draft.change == nil else { return false }
    switch draft.finalKind {
    case .count: return true
    case .money, .measure: return draft.unit?.isRate != true
    default: return false
    }
  }
}
