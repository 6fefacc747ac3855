import Records

extension FigureFinder {
  /// Reads sign, qualifier, change, base and status of all drafts.
  func readContext(of drafts: inout [Draft]) {
    let occupied = flags(of: drafts.map(\.tokens))
    let changes = ChangeReader(text: text)
    // Drafts are large, and in a span they need not be copied to be read.
    var all = drafts.mutableSpan
    for index in all.indices {
      readSign(of: &all[index])
      var start = all[index].tokens.lowerBound
      if let (qualifier, place) = Qualifiers.read(all[index], in: text) {
        all[index].qualifier = qualifier
        start = min(start, place)
      }
      all[index].change =
        all[index].change ?? changes.change(of: all[index], from: start) { occupied[$0] }
    }
    ChangeLinks(text: text).connect(&all)
    let statuses = StatusReader(text: text)
    let bases = BaseReader(text: text, isFigure: occupied)
    for index in all.indices where all[index].cell == nil {
      all[index].changeBase = bases.base(of: all[index])
      all[index].status = statuses.status(of: all[index])
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
