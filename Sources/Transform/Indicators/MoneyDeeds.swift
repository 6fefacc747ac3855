import Records

extension IndicatorReader {
  /// Money of which a clause tells what is done with it: who does what, and what for.
  ///
  /// - Parameters:
  ///   - draft: The figure.
  ///   - own: The words of its clause, or of the one before.
  ///   - verb: A verb right before it, where `own` is of the clause before.
  ///   - right: The words after it.
  /// - Returns: `số tiền`, who, what and what for.
  func deed(_ draft: Draft, own: Range<Int>, verb: Range<Int>?, right: Range<Int>) -> Indicator {
    let parts = parts(of: own, keepsVerbs: true)
    var builder = IndicatorBuilder(prefix: prefix(of: draft, own: verb ?? own), limit: 14)
    if let subject = parts.subject ?? owner(before: own.lowerBound, of: draft, takesScene: false) {
      builder.add(first: subject.prefix(6))
    }
    if parts.subject == nil, parts.told.count <= 2, let deed = deedBefore(own, in: draft.sentence) {
      builder.add(first: deed.prefix(5))
    }
    addLast(7, of: parts.told, to: &builder)
    if let verb { builder.add(first: verb) }
    if builder.count < 6, !parts.isSayer { addEntity(to: &builder, of: draft, beside: own) }
    guard draft.change == nil || draft.change == .to else {
      return builder.indicator { string($0) }
    }
    let attributes = attributes(right)
    builder.add(first: (predicate(right) ?? attributes).prefix(6))
    builder.add(first: tail(of: draft, 8))
    return builder.indicator { string($0) }
  }

  /// What is done in the clause before: `bán trái phiếu, thu về 3 tỷ đồng`.
  private func deedBefore(_ own: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    guard text.word(at: own.lowerBound - 1) == Marks.comma,
      let clause = cutter.clausesBefore(own.lowerBound - 1, floor: sentence.lowerBound, limit: 1)
        .first,
      let verb = cutter.cut(clause).verb, verb.sort == .acts
    else { return nil }
    let deed = verb.tokens.lowerBound..<clause.upperBound
    return deed.contains { clauses.isFigure[$0] } ? nil : deed
  }

  /// The words that name a figure, with those of a list before them: `viễn thông, năng lượng giảm
  /// 1%`, `tổng vốn cấp mới, tăng thêm đạt 2 tỷ USD`.
  func widened(_ own: Range<Int>, left: Range<Int>, of draft: Draft) -> Range<Int> {
    guard own == left, !own.isEmpty else { return own }
    let isNamed = head(of: own) != nil
    let cut = cutter.cut(own)
    let isList = !isNamed && (1...6).contains(cut.subject.count) && cut.subject.first == own.first
    var start = own.lowerBound
    for _ in 0..<6 where start > draft.sentence.lowerBound + 1 {
      guard text.word(at: start - 1) == Marks.comma else { break }
      let (before, stop) = clauses.left(of: start - 1, floor: draft.sentence.lowerBound)
      if before.isEmpty || own.upperBound - before.lowerBound > 30 { break }
      if stop.map({ clauses.isFigure[$0] }) ?? false || cutter.isLed(before) { break }
      if ((stop ?? draft.sentence.lowerBound)..<start).contains(where: { clauses.isPeriod[$0] }) {
        break
      }
      let verb = cutter.verb(in: before)
      if let head = head(of: before) {
        // A noun of measure of which nothing is told yet goes on after the comma.
        let isOpen = cutter.verb(in: head).map { $0.sort == .acts } ?? true
        if isOpen, !entities.isNameAlone(own), cut.verb?.sort != .says {
          return before.lowerBound..<own.upperBound
        }
        break
      }
      if verb != nil, verb?.sort != .acts || before.count > 4 { break }
      start = before.lowerBound
    }
    if !isList { return own }
    return start..<own.upperBound
  }
}
