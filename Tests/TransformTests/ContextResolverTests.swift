import Records
import Testing

@testable import Transform

/// Where and when figures belong, in texts of 24 November 2020.
struct ContextResolverTests {
  /// The place's code and the period of the figure that `figure` first occurs as.
  func context(
    of figure: String,
    in text: String,
    headline: String? = nil,
    on day: String = "2020-11-24",
    _ hints: ContextResolver.Hints = ContextResolver.Hints(kind: .count)
  ) throws -> (place: String?, period: String) {
    let article = ArticleText(text)
    let resolver = ContextResolver(
      text: article,
      headline: headline,
      publishedOn: Day(day),
      periods: findPeriods(in: article, publishedOn: Day(day)),
      places: findPlaces(in: article, headline: headline, publishedOn: Day(day))
    )
    let range = try #require(text.firstRange(of: figure))
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    let end = text.unicodeScalars.distance(from: text.startIndex, to: range.upperBound)
    let tokens = article.token(atCharacter: start)..<article.token(atCharacter: end - 1) + 1
    let period = describe(resolver.period(ofFigureAt: tokens, hints: hints))
    return (resolver.place(ofFigureAt: tokens, hints: hints)?.code, period)
  }

  @Test(arguments: [
    ("Quý III/2020, tỉnh thu 215 tỷ. Riêng thuế đạt 110 tỷ.", "110 tỷ", "2020-07-01..2020-09-30"),
    (
      "Kết quả có 3 người được tinh giản trong quý 3 năm 2020.", "3 người", "2020-07-01..2020-09-30"
    ),
    ("Tỷ lệ giảm mạnh còn 33% năm 2019 và 31% năm 2020.", "33%", "2019-01-01..2019-12-31"),
    (
      "Tuần từ 16 đến 22/11 có 80 ca, giảm so với tuần trước (95 ca).", "95 ca",
      "2020-11-09..2020-11-15"
    ),
    ("9 tháng đầu năm thu 50 tỷ.\nHiện tỉnh có 12 trường.", "12 trường", ".."),
    ("9 tháng đầu năm thu 50 tỷ.\nThành phố dẫn đầu với 20 tỷ.", "20 tỷ", "2020-01-01..2020-09-30"),
    (
      "9 tháng đầu năm thu 50 tỷ.\nSở tập huấn cho 12 giáo viên. Sở lập kế hoạch năm học 2020-2021.",
      "12 giáo", ".."
    ),
    (
      "9 tháng đầu năm thu 50 tỷ.\nSở tập huấn cho 12 giáo viên. Tổng kết vào tháng 12.",
      "12 giáo", "2020-01-01..2020-09-30"
    ),
    ("Ngày 7/4, mô hình ra mắt.\nVới 2 máy tính, người dân nộp hồ sơ.", "2 máy tính", ".."),
    ("Trong năm 2019, mỗi năm có khoảng 2.000 trẻ mắc.", "2.000 trẻ", ".."),
    ("Lãi quý III đạt 20 tỷ, bằng 58% kế hoạch cả năm.", "58%", "2020-07-01..2020-09-30"),
    (
      "Tại thời điểm 30/6/2020, tài sản đạt 20 tỷ.\nTrong đó có 16 tỷ cổ phiếu.", "16 tỷ",
      "2020-06-30..2020-06-30"
    ),
    (
      "Sáng 18/5/2020, hai xe va chạm. Vụ tai nạn làm 3 người chết.", "3 người",
      "2020-05-18..2020-05-18"
    ),
    ("Tính đến 16h ngày 20/3/2020, có 14 ca. Hà Nội có 2 ca.", "2 ca", "..2020-03-20"),
    (
      "Quý III lãi 5 tỷ.\nNgân hàng vừa mở 8 chi nhánh...\nGiá vàng lại tăng...", "8 chi", ".."
    ),
    ("Lãi đạt 30 tỷ, so với mức 29 tỷ đồng của năm 2019.", "29 tỷ đồng", "2019-01-01..2019-12-31"),
    ("9 tháng thu 5 tỷ.\nNgành còn thiếu 12 giáo viên.", "12 giáo", ".."),
    ("Đến 30/6, nợ còn 10 tỷ.", "10 tỷ", "..2020-06-30"),
    ("Hết tháng 6/2020, dư nợ đạt 41 tỷ.", "41 tỷ", "..2020-06-30"),
    ("Từ 15h ngày 4/5, xăng giảm 120 đồng.", "120 đồng", "2020-05-04.."),
    ("Năm 2018 và 2019, tỷ lệ lần lượt đạt 20% và 19%.", "20%", "2018-01-01..2018-12-31"),
    ("Năm 2018 và 2019, tỷ lệ lần lượt đạt 20% và 19%.", "19%", "2019-01-01..2019-12-31"),
    ("Hôm qua và hôm nay có 5 ca.", "5 ca", "2020-11-23..2020-11-24"),
    ("Năm 2018 có bão, năm 2019 có 5 ca.", "5 ca", "2019-01-01..2019-12-31"),
    (
      "Cùng ngày 20/11, Viện công bố có 32 vụ bị điều tra kể từ tháng 1/2018 đến tháng 8/2020.",
      "32 vụ", "2018-01-01..2020-08-31"
    ),
    ("Quỹ có 40 tỷ cuối năm 2019 nhưng đến 30/6 chỉ còn 29 tỷ.", "29 tỷ", "..2020-06-30"),
    ("Quý III lãi 5 tỷ...\nDoanh thu đạt 8 tỷ.", "8 tỷ", "2020-07-01..2020-09-30"),
    ("Trong quý đầu năm, khách đạt 5 triệu.", "5 triệu", "2020-01-01..2020-03-31"),
    (
      "Tỷ lệ 8 tháng năm 2020 là 0,02% (giai đoạn 2016-2019 là 0,03%), thấp hơn nơi có 9 ca.",
      "9 ca", "2020-01-01..2020-08-31"
    ),
    ("Tuần này (từ ngày 16 đến 22/11) có 5 ca.", "5 ca", "2020-11-16..2020-11-22"),
    ("Từ tháng 9 đến tháng 12 hằng năm có 5 cơn bão.", "5 cơn", ".."),
    ("Năm 2019 có 3 xã xong. Đến nay, xã Sơn đã xong. Cả vùng có 5 thôn.", "5 thôn", ".."),
    ("Năm 2019 có 3 xã xong. Cả vùng có 5 thôn xong.", "5 thôn", "2019-01-01..2019-12-31"),
    ("Hết tháng 6/2020, dư nợ tăng.\nNợ xấu chiếm 8 tỷ.", "8 tỷ", "..2020-06-30"),
    ("Mở đầu.\nTháng 4/2020 ở mỏ (Ảnh minh họa)\nTrong đó có 5 ca.", "5 ca", ".."),
    ("Hè 2020 có 90 ca.\nTỉnh xây 5 cầu.", "5 cầu", ".."),
    ("Quý III thu 5 tỷ.\nCác dự án đang làm gồm: cầu Sơn, cầu Trà ở 7 xã.", "7 xã", ".."),
    ("Ngày 7/4, cháy lớn ở chợ. Lửa thiêu 12 sạp.", "12 sạp", "2020-04-07..2020-04-07"),
  ])
  func tellsTheTime(text: String, figure: String, period: String) throws {
    #expect(try context(of: figure, in: text).period == period)
  }

  @Test func tellsWhatGrewSinceTheBase() throws {
    let hints = ContextResolver.Hints(kind: .percent, change: .increase)
    let text = "Đến 30/9/2020, tài sản đạt 782 tỷ (tăng 12% so với đầu năm)."
    #expect(try context(of: "12%", in: text, hints).period == "2020-01-01..2020-09-30")
    #expect(try context(of: "782 tỷ", in: text).period == "..2020-09-30")
  }

  @Test(arguments: [
    (
      "Sáng 20/11, hội nghị khai mạc ở Lạng Sơn.\nTham dự hội nghị có 90 đại biểu.", "90 đại",
      "2020-11-20..2020-11-20"
    ),
    (
      "Sáng 20/11, hội nghị khai mạc.\nTại hội nghị, ông An cho biết có 90 dự án.", "90 dự", ".."
    ),
    (
      "Tối 20/11, xe khách lật.\nTheo bệnh viện, có 5 người bị thương.", "5 người",
      "2020-11-20..2020-11-20"
    ),
    (
      "Sáng 20/11, hội nghị khai mạc.\nTại hội nghị, tỉnh sẽ trao giấy cho 29 dự án.", "29 dự",
      "2020-11-20..2020-11-20"
    ),
    ("Ngày 20/1, xe khách lật.\nTheo bệnh viện, có 5 người bị thương.", "5 người", ".."),
    ("Tối 20/11, chợ mở cửa.\nChợ nằm cạnh 5 người bán rong.", "5 người", ".."),
  ])
  func tellsTheDayOfTheEvent(text: String, figure: String, period: String) throws {
    #expect(try context(of: figure, in: text).period == period)
  }

  @Test(
    arguments: [
      ("Còn 2 tỉnh có tỷ lệ dưới 90% gồm Sơn La và Cao Bằng.", "90%", nil),
      ("Giao dịch tại 2 thành phố lớn là Hà Nội và TP.HCM giảm.", "2 thành phố", nil),
      ("Có 5 ca ở Hà Nội, còn ở TP.HCM có 7 ca.", "7 ca", "79"),
      (
        "Lạng Sơn có 5 xã.\nCao Bằng: Tiêm xong trước Tết\nCơ quan y tế đã tiêm 9 liều.", "9 liều",
        "04"
      ),
      ("Nhiều nước thấp hơn (Indonesia 9 ca, Lào 7 ca).", "7 ca", "LA"),
      ("Sóng cao ở vùng biển từ Quảng Bình đến Quảng Ngãi là 3 m.", "3 m", nil),
      ("Toàn quốc thi xong.\nMôn Sử có 52 học sinh.", "52 học", "VN"),
      ("Cụ thể, tại An Giang, lúa tăng giá. Nhiều hộ có lãi. Có 5 hộ gửi kho.", "5 hộ", "89"),
      ("Lạng Sơn có 5 xã. Hàng được bán sang Trung Quốc. Có 7 hộ trồng.", "7 hộ", "20"),
      ("Lạng Sơn tăng cao hơn 1,3 lần mức tăng của cả nước và thu 5 tỷ.", "5 tỷ", "20"),
    ] as [(String, String, String?)]
  )
  func tellsThePlace(text: String, figure: String, place: String?) throws {
    #expect(try context(of: figure, in: text).place == place)
  }

  @Test func followsTheOneOfSeveralPlacesToldOf() throws {
    let text = "Cụ thể, tại Hà Nội giá tăng.\nCả thành phố có 19 dự án.\nỞ TP.HCM, có 5 dự án."
    let headline = "Căn hộ ở cả Hà Nội và TP.HCM"
    #expect(try context(of: "19 dự", in: text, headline: headline).place == "01")
    #expect(try context(of: "5 dự", in: text, headline: headline).place == "79")
    #expect(try context(of: "19 dự", in: text, headline: "Căn hộ ở TP.HCM").place == "79")
  }

  @Test func putsAStoryWhereItsCourtIs() throws {
    let text = """
      TAND tỉnh Nghệ An xét xử bị cáo An, trú Hà Nội. Theo cáo trạng, bị cáo lừa đảo.
      Cảnh sát khởi tố bị cáo vì nhận 60 cây vàng.
      """
    #expect(try context(of: "60 cây", in: text).place == "40")
  }

  @Test func givesAnAgeNoTime() throws {
    let hints = ContextResolver.Hints(kind: .age)
    #expect(try context(of: "19 tuổi", in: "Năm 2001, chị 19 tuổi.", hints).period == "..")
  }

  @Test func givesALevelLeftBehindNoTime() throws {
    let text = "Quý III, tỷ lệ giảm từ 12% xuống 8%."
    let from = ContextResolver.Hints(kind: .percent, change: .from)
    let to = ContextResolver.Hints(kind: .percent, change: .to)
    #expect(try context(of: "12%", in: text, from).period == "..")
    #expect(try context(of: "8%", in: text, to).period == "2020-07-01..2020-09-30")
    let twice = "Đến 30/9, nợ xấu giảm từ 4,7% cuối quý I xuống 3,9%."
    #expect(try context(of: "4,7%", in: twice, from).period == "2020-01-01..2020-03-31")
    #expect(try context(of: "3,9%", in: twice, to).period == "..2020-09-30")
    #expect(try context(of: "2 tỷ", in: "Đến 30/6 chỉ còn 2 tỷ.", to).period == "..2020-06-30")
  }

  @Test func countsAChangeFromTheDayItIsComparedWith() throws {
    let hints = ContextResolver.Hints(kind: .money, change: .decrease)
    let text = "Đến 30/6, nợ giảm 86 tỷ đồng so với thời điểm 31/12/2019."
    #expect(try context(of: "86 tỷ", in: text, hints).period == "2020-01-01..2020-06-30")
  }

  @Test func takesNoPastDayForAPlan() throws {
    let hints = ContextResolver.Hints(kind: .count, status: .plan)
    let text = "Ngày 20/11, ban quản lý duyệt phương án xây 12 nhà."
    #expect(try context(of: "12 nhà", in: text, hints).period == "..")
  }

  @Test func datesAPunishmentByItsVerdict() throws {
    let hints = ContextResolver.Hints(kind: .duration)
    let text = "Bị cáo lĩnh 7 năm tù vì lừa đảo.\nBản án ngày 6/11 của tòa."
    #expect(try context(of: "7 năm", in: text, hints).period == "2020-11-06..2020-11-06")
  }

  @Test(arguments: [
    ("Lạng Sơn - Mưa lớn làm 3 người bị thương.", "3 người", "20"),
    ("Lạng Sơn - Mưa lớn. Huyện Văn Quan có 5 nhà sập.", "5 nhà", "184"),
    ("Sở Y tế tỉnh Lạng Sơn họp.\nToàn tỉnh có 4 ca (Văn Quan 3, Lộc Bình 1).", "Quan 3", "184"),
    ("Tại Hà Nội có 8 điểm ngập.", "8 điểm", "01"),
    ("Trên cả nước có 12 ca mới.", "12 ca", "VN"),
    ("Mỗi năm, Mỹ mua 30 tàu.", "30 tàu", "US"),
    ("Ông kể lại 4 chuyện vui.", "4 chuyện", nil),
    (
      "CTCP A (HOSE: AAA) chia cổ tức cho cổ đông. Cổ phiếu tăng, công ty mở 9 cửa hàng.", "9 cửa",
      nil
    ),
  ])
  func tellsThePlace(text: String, figure: String, code: String?) throws {
    #expect(try context(of: figure, in: text).place == code)
  }

  /// Any text gives places and periods or none, never a crash; the seed makes a failure repeatable.
  @Test(arguments: 0..<60)
  func survivesDamage(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "ngày ", "31/2", "/2020", "từ ", "đến ", " - ", "(", ")", "năm ", "9999", "quý ", "III",
      "13 ",
      "tháng ", "huyện ", "Châu Thành", ", ", "Lạng Sơn", "TP", ".", " cùng kỳ", "\n", "5 tỷ ", "%",
      "thứ Sáu", " tuần ", "trước ", "so với ", "hiện ", "Mỹ", "La Liga", "\u{301}", "9h", "30 ",
    ]
    let text = ArticleText((0..<80).map { _ in pieces[random(below: pieces.count)] }.joined())
    let day = [Day("2020-02-29"), Day("2026-08-17"), nil][random(below: 3)]
    let resolver = ContextResolver(
      text: text,
      headline: "Hà Nội: " + pieces[random(below: pieces.count)],
      publishedOn: day,
      periods: findPeriods(in: text, publishedOn: day),
      places: findPlaces(in: text, headline: nil, publishedOn: day)
    )
    for index in 0..<text.count {
      let hints = ContextResolver.Hints(
        kind: Observation.Kind.allCases[random(below: Observation.Kind.allCases.count)],
        status: Observation.Status.allCases[random(below: Observation.Status.allCases.count)],
        change: Observation.Change.allCases[random(below: Observation.Change.allCases.count)]
      )
      let figure = index..<min(index + 3, text.count)
      let period = resolver.period(ofFigureAt: figure, hints: hints)
      if let start = period.start, let end = period.end { #expect(start <= end) }
      _ = resolver.place(ofFigureAt: figure, hints: hints)
    }
    let mentions = resolver.periods
    for (one, next) in zip(mentions, mentions.dropFirst()) {
      #expect(one.tokens.upperBound <= next.tokens.lowerBound)
    }
  }
}
