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

  @Test(arguments: [
    ("Trong tuần từ 9 đến 15/11, có mưa. Trong tuần có 5 ca.", "2020-11-09..2020-11-15"),
    ("Quý III-2020 khởi sắc. Trong quý, tỉnh nhận 90 hồ sơ.", "2020-07-01..2020-09-30"),
    ("Tháng 10/2020 có lũ. Trong tháng, 5 xã ngập.", "2020-10-01..2020-10-31"),
    ("Quý IV/2019 bán chạy. Cả năm đạt 5 tỷ.", "2019-01-01..2019-12-31"),
    ("Năm 2018 lãi to. Đến cuối năm, nợ còn 5 tỷ.", "..2018-12-31"),
    ("Chương trình 2012-2020 kết thúc. Giai đoạn này khó khăn.", "2012-01-01..2020-12-31"),
    ("Mua từ ngày 10/7 đến 7/8. Giá trong thời gian trên là 5 đồng.", "2020-07-10..2020-08-07"),
    ("Vụ đông xuân 2019-2020 được mùa. Vụ này lãi to.", "2019-01-01..2020-12-31"),
    ("Năm học 2019-2020 kết thúc. Học kỳ II năm học 2019-2020 ngắn.", "2020-01-01..2020-05-31"),
  ])
  func readsBack(text: String, period: String) {
    #expect(bases(text).last == period)
  }

  @Test(arguments: [
    "Bà Mai (SN 1953) kể lại.", "Giá thấp nhất kể từ năm 2015.", "Đài ngày 22-10 đưa tin về bão.",
    "Theo Quyết định số 45 ngày 3/2/2020, chợ mở lại.", "Văn bản 118 năm 2019 cho phép.",
    "Bến đón 90 tàu từ khi cảng mở cửa hồi tháng 3.", "- 06-08-2020Doanh nghiệp có lãi",
    "Đạt thành tích tương tự năm 2010.",
  ])
  func tellsWhatIsByTheWay(text: String) {
    #expect(bases(text).allSatisfy { $0.hasSuffix("base") })
  }

  @Test func speaksFromTheDayOfTheStory() {
    // Published long after it was written.
    let text = "Sáng 23/3, tòa tuyên án. Bị cáo nhận tội sáng nay."
    #expect(bases(text) == ["2020-03-23..2020-03-23", "2020-03-23..2020-03-23"])
  }
}
