import Records

extension FigureFinder {
  /// Reads sign, qualifier, change, base and status of all drafts.
  func readContext(of drafts: inout [Draft]) {
    let occupied = flags(of: drafts.map(\.tokens))
    let changes = ChangeReader(text: text)
    for index in drafts.indices {
      // One copy, for drafts are large.
      var draft = drafts[index]
      readSign(of: &draft)
      var start = draft.tokens.lowerBound
      if let (qualifier, place) = Qualifiers.read(draft, in: text) {
        draft.qualifier = qualifier
        start = min(start, place)
      }
      if draft.change == nil {
        draft.change = changes.change(of: draft, from: start) { occupied[$0] }
      }
      drafts[index] = draft
    }
    ChangeLinks(text: text).connect(&drafts)
    let statuses = StatusReader(text: text)
    let bases = BaseReader(text: text, isFigure: occupied)
    for index in drafts.indices where drafts[index].cell == nil {
      let draft = drafts[index]
      drafts[index].changeBase = bases.base(of: draft)
      drafts[index].status = statuses.status(of: draft)
    }
  }

  /// `+3,8%`, `(-23,6 điểm)`: a sign that touches the number and nothing before it.
  private func readSign(of draft: inout Draft) {
    let start = draft.tokens.lowerBound
    guard start > 0, text.isTight(at: start) else { return }
    let sign = text.tokens[start - 1]
    guard sign.isSymbol, start == 1 || sign.hasSpaceBefore || text.tokens[start - 2].isSymbol else {
      return
    }
    if sign.key == Signs.plus {
      draft.signed = .increase
    } else if Signs.minus.contains(sign.key) {
      draft.signed = .decrease
    } else {
      return
    }
    draft.tokens = start - 1..<draft.tokens.upperBound
  }

  private enum Signs {
    static let plus: WordKey = "+"
    static let minus: WordSet = ["-", "−", "–"]
  }
}
