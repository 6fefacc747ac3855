import Testing

@testable import Transform

struct ChunksTests {
  private func chunks(_ words: String) -> [String] {
    let text = ArticleText(words)
    let none = Array(repeating: false, count: text.count)
    let clauses = ClauseReader(text: text, isFigure: none, isPeriod: none, isPlace: none)
    return ChunkReader(text: text, clauses: clauses).chunks(of: 0..<text.count).map {
      "\($0.kind.rawValue) \(text.string(of: $0.tokens))"
    }
  }

  @Test(arguments: [
    ("hội trao quà cho", ["noun hội", "verb trao", "noun quà", "to cho"]),
    (
      "Chi cục thuế quận 3 đã khen thưởng",
      ["noun Chi cục thuế quận 3", "aux đã", "verb khen thưởng"]
    ),
    ("chợ và trường thuộc", ["noun chợ và trường", "of thuộc"]),
    ("đội thắng và ghi", ["noun đội", "verb thắng", "and và", "verb ghi"]),
    // The second syllable of a word is no verb.
    ("ngành khoa học của", ["noun ngành khoa học", "of của"]),
    ("hãng (mới lập) bán", ["noun hãng", "verb bán"]),
    ("", []),
  ])
  func cutsAClause(words: String, parts: [String]) {
    #expect(chunks(words) == parts)
  }
}
