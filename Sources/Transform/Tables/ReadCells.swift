import Records

extension TableReader {
  /// What is known of a cell's figures before they are read.
  struct Context {
    var cell: TableCell
    var unit: UnitReading?
    var movement: TableHeading.Movement?
    var status: Observation.Status

    /// Whether the row or the column is headed by a word.
    var isNamed: Bool
  }

  struct Cell {
    var tokens: Range<Int>
    var line: Range<Int>
    var context: Context
  }

  /// The place that a heading names and does nothing else.
  func place(named heading: Range<Int>) -> PlaceMention? {
    let words = heading.filter { text.tokens[$0].isWord }
    guard let first = words.first, let last = words.last else { return nil }
    let index = mentions.places.firstIndex(past: { $0.tokens.upperBound > first })
    guard index < mentions.places.count else { return nil }
    let place = mentions.places[index]
    return place.tokens.contains(first) && place.tokens.contains(last) ? place : nil
  }

  /// Reads a cell's figures.
  func read(
    _ cell: Cell,
    _ drafts: inout [Draft],
    _ masks: inout [Mask],
    _ readWords: (Range<Int>) -> (drafts: [Draft], masks: [Mask])
  ) {
    guard cell.tokens.contains(where: { text.tokens[$0].isNumber }) else { return }
    if let draft = number(in: cell) {
      guard isNamed(draft, in: cell) else {
        masks.append(Mask(tokens: draft.tokens, reason: isYear(draft) ? .year : .table))
        return
      }
      drafts.append(completed(draft, in: cell))
      return
    }
    let (found, others) = readWords(cell.tokens)
    for draft in found {
      if draft.form == .plain || draft.form == .range, draft.unit?.isKnown != true {
        masks.append(Mask(tokens: draft.tokens, reason: .unitless))
      } else {
        drafts.append(completed(draft, in: cell))
      }
    }
    masks += others
  }

  /// Whether unit or headings tell what a number is: not that of a calendar's day.
  private func isNamed(_ draft: Draft, in cell: Cell) -> Bool {
    if draft.unit != nil || cell.context.unit != nil { return true }
    return cell.context.isNamed && !isYear(draft)
  }

  /// Whether a number without a unit may be one of the last years.
  private func isYear(_ draft: Draft) -> Bool {
    guard draft.tokens.count == 1, draft.amount.tokens.count == 1, !draft.amount.hasThousands,
      draft.amount.decimals == 0, let value = draft.amount.value
    else { return false }
    return value > ExactNumber(1899) && value < ExactNumber(2101)
  }

  /// The figure of a cell that holds a number, its sign and its unit, and no other word.
  private func number(in cell: Cell) -> Draft? {
    guard let first = cell.tokens.first(where: { text.tokens[$0].isNumber }), !isInPeriod(first),
      let amount = reader.amounts.amount(at: first, limit: cell.tokens.upperBound)
    else { return nil }
    let own = reader.units.unit(
      at: amount.tokens.upperBound,
      after: amount,
      limit: cell.tokens.upperBound
    )
    let figure = first..<(own?.tokens.upperBound ?? amount.tokens.upperBound)
    guard let sign = sign(before: figure, in: cell, hasUnit: own != nil),
      own == nil || own?.isKnown == true
    else {
      return nil
    }
    var draft = Draft(
      tokens: sign.start..<figure.upperBound,
      number: amount.tokens,
      amount: amount,
      unit: own,
      sentence: cell.tokens
    )
    switch (sign.isMinus, cell.context.movement) {
    case (true?, nil): draft.isNegative = true
    case (true?, _): draft.signed = .decrease
    case (false?, _): draft.signed = .increase
    case (nil, .up?): draft.change = .increase
    case (nil, .down?): draft.change = .decrease
    case (nil, _): break
    }
    draft.change = draft.signed ?? draft.change
    return draft
  }

  /// What stands around a number in its cell: `-12,3`, `+3,8`, `(1.234)` as accountants write what
  /// is below nought, a footnote's asterisk.
  ///
  /// - Returns: Where the figure begins, and its sign; `nil` where there is more in the cell.
  private func sign(before figure: Range<Int>, in cell: Cell, hasUnit: Bool) -> (
    start: Int, isMinus: Bool?
  )? {
    let before = cell.tokens.lowerBound..<figure.lowerBound
    let after = figure.upperBound..<cell.tokens.upperBound
    guard before.count <= 2, after.allSatisfy({ text.tokens[$0].isSymbol }) else { return nil }
    var sign: (start: Int, isMinus: Bool?) = (figure.lowerBound, nil)
    for index in before {
      let word = text.word(at: index)
      if Marks.minus.contains(word) {
        sign = (index, true)
      } else if word == Marks.plus {
        sign = (index, false)
      } else if word == Marks.open, text.word(at: figure.upperBound) == Marks.close {
        if before.count == 1, !hasUnit { sign.isMinus = true }
      } else {
        return nil
      }
    }
    return sign
  }

  /// A figure with what the headings say of it.
  private func completed(_ draft: Draft, in cell: Cell) -> Draft {
    var draft = draft
    if draft.unit == nil, draft.form != .score, let unit = cell.context.unit {
      draft.unit = unit
      if unit.scale > 0 {
        draft.amount.exponent += unit.scale
        draft.amount.hasScale = true
      }
    }
    draft.status = cell.context.status
    draft.cell = cell.context.cell
    return draft
  }
}
