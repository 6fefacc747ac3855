import Testing

@testable import Transform

/// What `findPlaces` finds.
struct PlaceTests {
  private func found(_ text: String, on day: String, headline: String? = nil) -> [String] {
    findPlaces(in: ArticleText(text), headline: headline, publishedOn: Day(day)).map {
      "\($0.name) \($0.code ?? "-")"
    }
  }

  @Test(arguments: [
    ("Tỉnh Lạng Sơn có mưa.", ["Tỉnh Lạng Sơn 20"]),
    ("Mưa lớn ở LẠNG SƠN và Hoà Bình.", ["LẠNG SƠN 20", "Hoà Bình 17"]),
    ("Tại TP.HCM và TP Hồ Chí Minh.", ["TP.HCM 79", "TP Hồ Chí Minh 79"]),
    ("Ở Thừa Thiên - Huế và TP. Huế.", ["Thừa Thiên - Huế 46", "TP. Huế 474"]),
    (
      "Các huyện Văn Quan, Cao Lộc và Lộc Bình của Lạng Sơn.",
      ["huyện Văn Quan 184", "Cao Lộc 183", "Lộc Bình 188", "Lạng Sơn 20"]
    ),
    ("Huyện Bình Gia (tỉnh Lạng Sơn) có mưa.", ["Huyện Bình Gia 181"]),
    ("Ở xã Mỹ Đông, huyện Tháp Mười, Đồng Tháp.", ["xã Mỹ Đông 872"]),
    ("Ủy ban Pháp luật họp ở Pháp.", ["Pháp FR"]),
    ("Đội bóng xứ Thanh và thành Nam.", ["xứ Thanh 38", "thành Nam 36"]),
    ("Ở X.Mỹ Đông, H.Tháp Mười, Đồng Tháp.", ["X.Mỹ Đông 872"]),
    ("Mưa ở H.Bình Gia và H. Cao Lộc (Lạng Sơn).", ["H.Bình Gia 181", "H. Cao Lộc 183"]),
    ("Tại quận 1 và quận 9, TP HCM.", ["quận 1 760", "quận 9 769"]),
    ("Khách đến Nha Trang và Đà Lạt.", ["Nha Trang 568", "Đà Lạt 672"]),
    (
      "Toàn tỉnh Lào Cai, riêng thành phố Lào Cai đông.",
      ["tỉnh Lào Cai 10", "thành phố Lào Cai 080"]
    ),
    ("Ở miền Tây và ĐBSCL.", ["miền Tây -", "ĐBSCL -"]),
    ("Cả nước có mưa.", ["Cả nước VN"]),
    ("Công an Hà Nội và Sở Y tế Cần Thơ.", ["Hà Nội 01", "Cần Thơ 92"]),
    ("Sở Tài nguyên và Môi trường Hà Nội họp.", ["Hà Nội 01"]),
    ("Kinh tế xã hội Lạng Sơn khởi sắc.", ["Lạng Sơn 20"]),
  ])
  func readsUnitsUntil2025(text: String, places: [String]) {
    #expect(found(text, on: "2020-11-24") == places)
  }

  @Test(arguments: [
    ("Tỉnh Lạng Sơn có mưa.", ["Tỉnh Lạng Sơn 20"]),
    ("Mưa ở Bình Dương và Hải Dương.", ["Bình Dương 79", "Hải Dương 31"]),
    ("Tại huyện Hoài Đức cũ, mưa.", ["huyện Hoài Đức 01"]),
    ("Ở thành phố Huế có lụt.", ["thành phố Huế 46"]),
    ("Khách đến Đà Lạt.", ["Đà Lạt 68"]),
  ])
  func readsUnitsSince2025(text: String, places: [String]) {
    #expect(found(text, on: "2026-03-01") == places)
  }

  @Test(arguments: [
    ("Tại Mỹ và Hoa Kỳ.", ["Mỹ US", "Hoa Kỳ US"]),
    ("Ở Anh, giá tăng.", ["Anh GB"]),
    ("Hãng tin ở Tokyo và Bắc Kinh đưa tin.", ["Tokyo JP", "Bắc Kinh CN"]),
    ("Hàng sang Thổ Nhĩ Kỳ và Bồ Đào Nha.", ["Thổ Nhĩ Kỳ TR", "Bồ Đào Nha PT"]),
    ("Hàn QuốcĐội khách thắng.", ["Hàn QuốcĐội KR"]),
    ("Thế giới và châu Âu lo ngại.", ["Thế giới -", "châu Âu -"]),
    ("Tại Ohio và bang North Carolina.", ["Ohio US", "North Carolina US"]),
    ("Ở thành phố Kherson, Ukraine.", ["Kherson UA", "Ukraine UA"]),
    ("Tổng thống Nga Putin nói nước này sẵn sàng.", ["Nga RU", "Nga RU"]),
  ])
  func readsCountries(text: String, places: [String]) {
    #expect(found(text, on: "2022-06-30") == places)
  }

  @Test(arguments: [
    "Bà Nguyễn Thái Bình nói.", "Anh nói rằng anh vui.", "Chị Nga và anh Đức đi làm.",
    "CTCP Cao su Tây Ninh có lãi.", "Ngân hàng TMCP Nam Á mở cửa.", "VN-Index giảm điểm.",
    "Cao tốc Hà Nội - Hải Phòng thông xe.", "Chuỗi Thế Giới Di Động có lãi.",
    "Trường Đại học Hà Nội tuyển sinh.", "Tiền đạo Jordan Ayew ghi bàn.",
    "Câu lạc bộ Hà Nội FC thắng.",
    "Trận đấu lúc 2h giờ Hà Nội.", "Đường Hạ Long ùn tắc.", "Áo quần và ý kiến.",
    "Ngân hàng Đầu tư và Phát triển Việt Nam.", "Quận và huyện nào cũng có.",
    "Bệnh viện Bạch Mai đông.",
    "Cảng Thái Bình Dương mở cửa.", "Nước Cộng hòa Xã hội Chủ nghĩa Việt Nam.",
  ])
  func leavesOtherNames(text: String) {
    #expect(found(text, on: "2020-11-24") == [])
  }

  @Test(arguments: [
    ("Lạng Sơn", "181"), ("Hưng Yên", nil as String?),
  ])
  func settlesNamesByTheProvince(province: String, code: String?) {
    let text = "Sở Y tế \(province) cho biết Bình Gia hết dịch."
    let places = findPlaces(in: ArticleText(text), headline: nil, publishedOn: Day("2020-11-24"))
    #expect(places.first { $0.name == "Bình Gia" }?.code == code)
  }

  @Test func settlesOneOfManyNamesByTheHeadline() {
    let text = "Huyện Châu Thành có 5 trường mới."
    #expect(found(text, on: "2020-11-24") == [])
    #expect(
      found(text, on: "2020-11-24", headline: "Bến Tre: Thêm trường học") == [
        "Huyện Châu Thành 831"
      ]
    )
  }

  @Test(arguments: [
    ("Lạng Sơn - Mưa lớn kéo dài.", PlaceMention.Role.dateline),
    ("(TTXVN) - Lạng Sơn - Mưa lớn.", .dateline),
    ("Mưa lớn tại Lạng Sơn.", .location),
    ("Lạng Sơn thu 5 tỷ đồng.", .topic),
    ("Cửa hàng mới (Lạng Sơn) mở cửa.", .bracketed),
    ("Một cầu thủ Brazil đến.", .origin),
    ("Cổ phiếu niêm yết tại Nhật Bản.", .origin),
    ("Trường lớn nhất cả nước khánh thành.", .origin),
    ("Đội xếp thứ ba ở La Liga.", .league),
  ])
  func tellsWhatAPlaceDoes(text: String, role: PlaceMention.Role) {
    let places = findPlaces(in: ArticleText(text), headline: nil, publishedOn: nil)
    #expect(places.map(\.role) == [role])
  }

  @Test func knowsAllProvinces() {
    #expect(PlaceTable.until2025.units.count { $0.digits == 2 } == 63)
    #expect(PlaceTable.until2025.units.count { $0.digits == 3 } == 696)
    #expect(PlaceTable.since2025.units.count { $0.digits == 2 } == 34)
    #expect(PlaceTable.since2025.units.count { $0.digits == 5 } == 3321)
    for unit in PlaceTable.until2025.units.indices
    where PlaceTable.until2025.units[unit].digits == 2 {
      let code = PlaceTable.until2025.code(of: unit)
      #expect(PlaceReform.newCode(of: code) != nil, "\(code)")
    }
  }
}
