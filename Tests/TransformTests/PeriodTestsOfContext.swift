import Testing

@testable import Transform

/// What a mention means where another one stands before it, and what it is compared with.
struct PeriodTestsOfContext {
  private func bases(_ text: String) -> [String] {
    findPeriods(in: ArticleText(text), publishedOn: Day("2020-11-24")).map {
      describe($0.period) + ($0.isBase ? " base" : "") + ($0.isPlanned ? " planned" : "")
    }
  }

  @Test(arguments: [
    (
      "9 tháng năm 2020, thu tăng 4% so với cùng kỳ.",
      ["2020-01-01..2020-09-30", "2019-01-01..2019-09-30 base"]
    ),
    (
      "Tuần này (từ ngày 16 đến 22/11) tăng 5% so với tuần trước.",
      ["2020-11-23..2020-11-29", "2020-11-16..2020-11-22", "2020-11-09..2020-11-15 base"]
    ),
    ("Quý III lãi gấp đôi năm ngoái.", ["2020-07-01..2020-09-30", "2019-01-01..2019-12-31 base"]),
    ("Giá giảm 200 đồng so với hôm qua.", ["2020-11-23..2020-11-23 base"]),
    ("Dư nợ tăng 6% so với cuối năm 2019.", ["2019-12-31..2019-12-31 base"]),
    (
      "Tháng 10 tăng 3% so với cùng kỳ năm 2018.",
      ["2020-10-01..2020-10-31", "2018-10-01..2018-10-31 base"]
    ),
    ("Theo Nghị định số 108/2014/NĐ-CP ngày 20/11/2014.", ["2014-11-20..2014-11-20 base"]),
    (
      "Ông sinh năm 1987 và luật ban hành năm 2019.",
      ["1987-01-01..1987-12-31 base", "2019-01-01..2019-12-31 base"]
    ),
    ("Đạt 58% kế hoạch cả năm 2020.", ["2020-01-01..2020-12-31 planned"]),
    ("Bằng 61% dự toán năm (16 tỷ đồng).", ["2020-01-01..2020-12-31 planned"]),
  ])
  func tellsBases(text: String, mentions: [String]) {
    #expect(bases(text) == mentions)
  }

  @Test func countsUntilTheReportsEnd() {
    let text = "Tuần từ 9 đến 15/11 có 5 ca. Từ đầu năm đến nay có 90 ca."
    #expect(bases(text).last == "2020-01-01..2020-11-15")
  }

  @Test func speaksFromTheDayOfTheStory() {
    // Published long after it was written.
    let text = "Sáng 23/3, tòa tuyên án. Bị cáo nhận tội sáng nay."
    #expect(bases(text) == ["2020-03-23..2020-03-23", "2020-03-23..2020-03-23"])
  }
}
