import Testing

@testable import Transform

/// What `findPeriods` finds in texts of 24 November 2020, a Tuesday.
struct PeriodTests {
  /// Each mention as its text, its days and its reason.
  private func found(_ text: String, on day: String = "2020-11-24") -> [String] {
    let article = ArticleText(text)
    return findPeriods(in: article, publishedOn: Day(day)).map { mention in
      let days = describe(mention.period)
      return
        "\(article.string(of: mention.tokens)) | \(days == ".." ? "" : days) | \(mention.reason.rawValue)"
    }
  }

  @Test(arguments: [
    ("Ngày 24/11, tỉnh họp.", "Ngày 24/11 | 2020-11-24..2020-11-24 | date"),
    ("Hội nghị ngày 5 tháng 3 bàn việc.", "ngày 5 tháng 3 | 2020-03-05..2020-03-05 | date"),
    ("Sáng 2.11, đoàn lên đường.", "Sáng 2.11 | 2020-11-02..2020-11-02 | date"),
    ("Họp ngày 17-10 tại trụ sở.", "ngày 17-10 | 2020-10-17..2020-10-17 | date"),
    ("Văn bản ra 24-11-2019 có hiệu lực.", "24-11-2019 | 2019-11-24..2019-11-24 | date"),
    ("Lễ kết thúc (20/11).", "20/11 | 2020-11-20..2020-11-20 | date"),
    ("Hạn cuối là 05/12 tới.", "05/12 | 2020-12-05..2020-12-05 | date"),
    ("Hôm qua, 23/11 trời mưa.", "Hôm qua | 2020-11-23..2020-11-23 | period"),
    ("Ngày 28/12 năm ngoái, cầu thông xe.", "Ngày 28/12 năm ngoái | 2019-12-28..2019-12-28 | date"),
    ("Hôm thứ sáu, đập xả lũ.", "thứ sáu | 2020-11-20..2020-11-20 | period"),
    ("Đập xả lũ Chủ nhật tuần trước.", "Chủ nhật tuần trước | 2020-11-22..2020-11-22 | period"),
  ])
  func readsDays(text: String, mention: String) {
    #expect(found(text).first == mention)
  }

  @Test(arguments: [
    ("Trong tháng 10/2020 thu đạt.", "tháng 10/2020 | 2020-10-01..2020-10-31 | period"),
    ("Tháng 12 năm 2019 thu đạt.", "Tháng 12 năm 2019 | 2019-12-01..2019-12-31 | period"),
    ("Hồi tháng ba thu đạt.", "tháng ba | 2020-03-01..2020-03-31 | period"),
    ("Tháng trước thu đạt.", "Tháng trước | 2020-10-01..2020-10-31 | period"),
    ("Quý III/2020 thu đạt.", "Quý III/2020 | 2020-07-01..2020-09-30 | period"),
    ("Quí 2 năm nay thu đạt.", "Quí 2 năm nay | 2020-04-01..2020-06-30 | period"),
    ("Nhiệm vụ quý IV thu đạt.", "quý IV | 2020-10-01..2020-12-31 | period"),
    ("9 tháng đầu năm thu đạt.", "9 tháng đầu năm | 2020-01-01..2020-09-30 | period"),
    ("Sáu tháng cuối năm 2019 thu.", "Sáu tháng cuối năm 2019 | 2019-07-01..2019-12-31 | period"),
    ("Lũy kế mười tháng thu đạt.", "mười tháng | 2020-01-01..2020-10-31 | period"),
    ("Lãi 6T2020 giảm.", "6T2020 | 2020-01-01..2020-06-30 | period"),
    ("Nửa đầu năm 2019 lãi.", "Nửa đầu năm 2019 | 2019-01-01..2019-06-30 | period"),
    ("Báo cáo bán niên 2020 có lãi.", "bán niên 2020 | 2020-01-01..2020-06-30 | period"),
    ("Năm ngoái mất mùa.", "Năm ngoái | 2019-01-01..2019-12-31 | period"),
    ("Hè 2020 nắng gắt.", "Hè 2020 | 2020-06-01..2020-08-31 | period"),
    ("Vụ đông xuân 2018-2019 được mùa.", "2018-2019 | 2018-01-01..2019-12-31 | period"),
    ("Năm học 2020 - 2021 bắt đầu.", "Năm học 2020 - 2021 | 2020-09-01..2021-05-31 | school_year"),
    ("Giai đoạn 2016-2020 khởi sắc.", "2016-2020 | 2016-01-01..2020-12-31 | period"),
    ("Tuần qua mưa lớn.", "Tuần qua | 2020-11-16..2020-11-22 | period"),
    ("Thập niên 90 khó khăn.", "Thập niên 90 | 1990-01-01..1999-12-31 | year"),
    ("Giải Wimbledon 2013 có mưa.", "2013 | 2013-01-01..2013-12-31 | year"),
  ])
  func readsPeriods(text: String, mention: String) {
    #expect(found(text).first == mention)
  }

  @Test(arguments: [
    ("Từ 1/1 đến 15/11/2020 có mưa.", "Từ 1/1 đến 15/11/2020 | 2020-01-01..2020-11-15 | date"),
    (
      "Từ ngày 15/12/2019 đến 14/6 năm nay.",
      "Từ ngày 15/12/2019 đến 14/6 năm nay | 2019-12-15..2020-06-14 | date"
    ),
    ("Đợt nghỉ (20-22/11) đông khách.", "20-22/11 | 2020-11-20..2020-11-22 | date"),
    ("Từ ngày 1 đến 7-11 có mưa.", "Từ ngày 1 đến 7-11 | 2020-11-01..2020-11-07 | date"),
    (
      "Từ tháng 7- tháng 9 năm 2020.",
      "Từ tháng 7- tháng 9 năm 2020 | 2020-07-01..2020-09-30 | period"
    ),
    ("Tháng 3/2017-9/2018 im ắng.", "Tháng 3/2017-9/2018 | 2017-03-01..2018-09-30 | period"),
    ("Đến năm 2030, cả nước đủ trường.", "Đến năm 2030 | ..2030-12-31 | year"),
    ("Đến 30/6, nợ còn nhiều.", "Đến 30/6 | ..2020-06-30 | date"),
    ("Đến cuối năm 2025 hoàn thành.", "Đến cuối năm 2025 | ..2025-12-31 | period"),
    ("Đến thời điểm tháng 10/2020, đủ.", "Đến thời điểm tháng 10/2020 | ..2020-10-31 | period"),
    ("Từ đầu năm đến nay, đủ.", "Từ đầu năm đến nay | 2020-01-01..2020-11-24 | period"),
    ("Trước năm 2018, xã nghèo.", "Trước năm 2018 | ..2017-12-31 | year"),
    ("Từ tháng 2/2019 trở đi, hết.", "Từ tháng 2/2019 | 2019-02-01.. | period"),
    ("Trong 5 năm qua, xã trồng rừng.", "5 năm qua | 2015-11-24..2020-11-24 | period"),
    ("Trong vòng 24 giờ qua có mưa.", "24 giờ qua | 2020-11-23..2020-11-24 | period"),
    ("48h qua có mưa.", "48h qua | 2020-11-22..2020-11-24 | period"),
    (
      "Tính từ đầu năm cho đến ngày 19/6.",
      "từ đầu năm cho đến ngày 19/6 | 2020-01-01..2020-06-19 | period"
    ),
    (
      "Tính từ đầu năm đến hết tháng 10.",
      "từ đầu năm đến hết tháng 10 | 2020-01-01..2020-10-31 | period"
    ),
    ("Từ đầu tháng đến nay, đủ.", "Từ đầu tháng đến nay | 2020-11-01..2020-11-24 | period"),
    ("Quý I và II đều lãi.", "Quý I và II | 2020-01-01..2020-06-30 | period"),
    ("Quý I, II và III/2019 lãi.", "Quý I, II và III/2019 | 2019-01-01..2019-09-30 | period"),
    ("Ba quý đầu năm có lãi.", "Ba quý đầu năm | 2020-01-01..2020-09-30 | period"),
    ("Quý cuối năm ngoái có lãi.", "Quý cuối năm ngoái | 2019-10-01..2019-12-31 | period"),
    ("10 tháng của năm 2020 có lãi.", "10 tháng của năm 2020 | 2020-01-01..2020-10-31 | period"),
    ("Nửa đầu 2020 có lãi.", "Nửa đầu 2020 | 2020-01-01..2020-06-30 | period"),
    ("Phiên giao dịch 6/11 ảm đạm.", "6/11 | 2020-11-06..2020-11-06 | date"),
    ("Tại thời điểm 30/9, đủ.", "30/9 | 2020-09-30..2020-09-30 | date"),
    ("Hoàn thành vào 2032.", "2032 | 2032-01-01..2032-12-31 | year"),
    ("Sang năm sẽ xong.", "Sang năm | 2021-01-01..2021-12-31 | period"),
    ("Năm học mới sắp đến.", "Năm học mới | 2020-09-01..2021-05-31 | school_year"),
  ])
  func readsRanges(text: String, mention: String) {
    #expect(found(text).first == mention)
  }

  @Test(arguments: [
    ("Lúc 9h30 mưa tạnh.", "9h30 |  | clock_time"),
    ("Khoảng 15 giờ 30 phút mưa tạnh.", "15 giờ 30 phút |  | clock_time"),
    ("Cập nhật 14:57:11+07:00", "14:57:11+07:00 |  | clock_time"),
    ("Phút 63 và 67, họ có cơ hội.", "Phút 63 và 67 |  | clock_time"),
    ("Kỷ niệm 38 năm ngày thành lập.", "Kỷ niệm 38 năm |  | anniversary"),
    ("Thế kỷ XX đã qua.", "Thế kỷ XX |  | period"),
    ("Sau 31 vòng, đội dẫn đầu.", "31 vòng |  | period"),
    ("Mùng 1 Tết trời ấm.", "Mùng 1 Tết |  | period"),
    ("Ngày 23 tháng Chạp, tiễn Táo quân.", "Ngày 23 tháng Chạp |  | period"),
    ("Lễ giỗ ngày 10 tháng 3 âm lịch.", "ngày 10 tháng 3 |  | period"),
    ("Trong 3 ngày (20-22/11), mưa.", "3 ngày |  | period"),
    ("Trong tuần 31, số ca giảm.", "tuần 31 |  | period"),
  ])
  func masksWhatNamesNoDays(text: String, mention: String) {
    #expect(found(text).first == mention)
  }

  @Test(arguments: [
    "Bị cáo lĩnh 15 tháng tù.", "Người dân chờ 45 phút.", "Có 9/12 huyện, thị xã về đích.",
    "Nghị định số 15/2022/NĐ-CP đã ban hành.", "Hơn 2000 người dự lễ.", "Thắng 21/18 ở ván hai.",
    "Khoảng 2/3 dân số là thanh niên.", "Phải nghỉ thi đấu từ 2-3 năm.", "Vay kỳ hạn 6 tháng.",
    "Tăng từ 31.3% lên 33.6%.", "Vòng 1/8 diễn ra.", "Trong năm trận gần đây.", "Bé 6 tháng tuổi.",
    "Công trình thực hiện đúng hạn.", "Đứng thứ năm toàn đoàn.", "Chỉ số đạt 50,2 điểm.",
    "Đã có 05/09 xã về đích.", "Đạt 03/12 chỉ tiêu.",
    "Nửa cuối có 3 trận.", "Giảm 2/3 so với trước.", "Giá tăng phiên thứ ba liên tiếp.",
    "Phạt 5 năm sau khi mãn hạn tù.", "Ông Quý nói về 3 dự án.", "Năm người bị thương.",
  ])
  func leavesFigures(text: String) {
    let article = ArticleText(text)
    let mentions = findPeriods(in: article, publishedOn: Day("2020-11-24"))
    let masked = mentions.flatMap { article.tokens[$0.tokens] }.contains { $0.isNumber }
    #expect(!masked, "\(mentions)")
  }

  @Test(arguments: [
    ("Xung đột nổ ra hồi tháng 2.", "2022-12-24", "2022-02-01..2022-02-28"),
    ("Giải bắt đầu tháng 2 tới.", "2022-12-24", "2023-02-01..2023-02-28"),
    ("Hạn nộp là ngày 5/1.", "2022-12-24", "2023-01-05..2023-01-05"),
    ("Tổng kết ngày 28/12.", "2023-01-10", "2022-12-28..2022-12-28"),
    ("Kết quả 12 tháng có lãi.", "2023-01-10", "2022-01-01..2022-12-31"),
  ])
  func prefersThePast(text: String, day: String, period: String) {
    let mentions = findPeriods(in: ArticleText(text), publishedOn: Day(day))
    #expect(mentions.map { describe($0.period) } == [period])
  }

  @Test func findsNothingToReckonFromWithoutADay() {
    let mentions = findPeriods(in: ArticleText("Ngày 24/11 và hôm qua."), publishedOn: nil)
    #expect(mentions.map { describe($0.period) } == ["..", ".."])
  }
}
