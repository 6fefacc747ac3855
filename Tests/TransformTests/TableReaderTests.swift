import Records
import Testing

@testable import Transform

struct TableReaderTests {
  private var article: Article {
    let rows =
      "Chỉ tiêu | Năm 2019 | Năm 2020\nDoanh thu (tỷ đồng) | 1.200 | 1.330,5\nLao động | 45 | -"
    var article = sample("Kết quả:\n" + rows + "\nHết.")
    article.tables = [
      ArticleTable(
        caption: "Kết quả kinh doanh (tỷ đồng)",
        header: ["Chỉ tiêu", "Năm 2019", "Năm 2020"],
        rows: [["Doanh thu", "1.200", "1.330,5"], ["Lao động", "45", "-"]],
        characters: 9..<9 + rows.unicodeScalars.count
      )
    ]
    return article
  }

  @Test func readsCells() {
    let found = findFigures(in: article).observations
    #expect(found.map(\.quote) == ["1.200", "1.330,5", "45"])
    #expect(found.first?.value.description == "1200000000000")
    #expect(found.map(\.category) == ["Năm 2019", "Năm 2020", "Năm 2019"])
    #expect(found.first?.indicator?.hasPrefix("Doanh thu") == true)
  }
}
