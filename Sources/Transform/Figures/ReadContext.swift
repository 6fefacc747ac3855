import Records

extension FigureFinder {
  /// Reads sign, qualifier, change, base and status of all drafts.
  func readContext(of drafts: inout [Draft]) {
    let occupied = flags(of: drafts.map(\.tokens))
    let changes = ChangeReader(text: text)
    for index in drafts.indices {
      readSign(of: &drafts[index])
      var start = drafts[index].tokens.lowerBound
      if let (qualifier, place) = Qualifiers.read(drafts[index], in: text) {
        drafts[index].qualifier = qualifier
        start = min(start, place)
      }
      drafts[index].change =
        drafts[index].change ?? changes.change(of: drafts[index], from: start) { occupied[$0] }
    }
    ChangeLinks(text: text).connect(&drafts)
    let statuses = StatusReader(text: text)
    let bases = BaseReader(text: text, isFigure: occupied)
    for index in drafts.indices where drafts[index].cell == nil {
      drafts[index].changeBase = bases.base(of: drafts[index])
      drafts[index].status = statuses.status(of: drafts[index])
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
