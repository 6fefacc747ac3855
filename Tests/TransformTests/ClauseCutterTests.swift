import Testing

@testable import Transform

struct ClauseCutterTests {
  private func cutter(_ text: ArticleText) -> ClauseCutter {
    let none = [Bool](repeating: false, count: text.count)
    return ClauseCutter(
      text: text,
      clauses: ClauseReader(text: text, isFigure: none, isPeriod: none, isPlace: none)
    )
  }

  @Test(arguments: [
    ("Hoa Sen vừa công bố báo cáo", "Hoa Sen", ClauseCutter.Verb.has),
    ("ông Nam cho biết doanh thu giảm", "ông Nam", .says),
    ("trong khi đó giá gạo tăng trở lại", "giá gạo", .moves),
    ("Xưởng chi tiền mua máy", "Xưởng", .acts),
    // Verbs that make one noun with the noun before them, and verbs in names.
    ("phương án chào bán được duyệt", "phương án chào bán", .acts),
    ("Công ty Phát hành Sách thu lãi", "Công ty Phát hành Sách", .has),
    ("nhà đầu tư rót vốn", "nhà đầu tư", .acts),
    ("gói viện trợ sẽ đạt", "gói viện trợ", .has),
  ])
  func cuts(clause: String, subject: String, sort: ClauseCutter.Verb) {
    let text = ArticleText(clause)
    let cut = cutter(text).cut(0..<text.count)
    #expect(text.string(of: cut.subject) == subject)
    #expect(cut.verb?.sort == sort)
  }

  @Test(arguments: ["Tại Huế tăng mạnh", "đạt mức cao", "với giá bán ra"])
  func findsNoSubject(clause: String) {
    let text = ArticleText(clause)
    #expect(cutter(text).cut(0..<text.count).subject.isEmpty)
  }

  @Test func goesBackFromMarkToMark() {
    let text = ArticleText("Hoa Sen (mã HSG, sàn HOSE) lãi lớn, chia cổ tức, giữ giá")
    let clauses = cutter(text).clausesBefore(text.count, floor: 0)
    #expect(
      clauses.map { text.string(of: $0) } == ["giữ giá", "chia cổ tức", "lãi lớn", "Hoa Sen"]
    )
  }
}
