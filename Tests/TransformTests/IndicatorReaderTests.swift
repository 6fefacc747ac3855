import Records
import Testing

@testable import Transform

struct IndicatorReaderTests {
  private func named(_ text: String) -> [String] {
    findFigures(in: sample(text)).observations.map {
      ($0.indicator ?? "") + ($0.category.map { " / \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    ("Toàn huyện có 232 trường đạt chuẩn quốc gia.", "trường đạt chuẩn quốc gia"),
    ("Doanh thu từ du lịch ước đạt 892,5 tỷ đồng.", "Doanh thu từ du lịch"),
    ("Thu ngân sách (NSNN) đạt 752 tỷ đồng.", "Thu ngân sách"),
  ])
  func namesTheMeasure(text: String, words: String) {
    #expect(named(text).first?.hasPrefix(words) == true, "\(named(text))")
  }

  @Test(arguments: [
    ("Xử lý 58,6 tỷ đồng (truy thu 41,2 tỷ đồng, phạt 17,4 tỷ đồng).", ["truy thu", "phạt"]),
    ("Tỉnh đạt 14 giải (01 giải Nhì, 06 giải Ba).", ["giải Nhì", "giải Ba"]),
    (
      "Kết quả xếp loại học sinh: loại giỏi 6.954 em; loại khá 28.211 em.",
      ["loại giỏi", "loại khá"]
    ),
  ])
  func namesTheClass(text: String, categories: [String]) {
    let found = findFigures(in: sample(text)).observations.compactMap(\.category)
    #expect(found == categories)
  }

  @Test func speaksOfTheFigureBefore() {
    let indicators = named("Tổng nợ thuế là 1.043 tỷ đồng, giảm 12,5%.")
    #expect(indicators.count == 2)
    #expect(indicators.first == indicators.last)
  }
}
