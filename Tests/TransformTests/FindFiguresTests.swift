import Records
import Testing

@testable import Transform

struct FindFiguresTests {
  @Test(arguments: [
    ("Xã có 1.330 học sinh bán trú.", ["1330 count học sinh"]),
    ("Hội thảo có 1,330 đại biểu dự.", ["1330 count đại biểu"]),
    ("Thửa đất rộng 1,33 ha.", ["1.33 measure har"]),
    ("Chi 1,33 tỷ đồng cho 20 hộ.", ["1330000000 money VND", "20 count hộ"]),
    ("Vé giá 350k.", ["350000 money VND"]),
    ("Xuất khẩu đạt 31,5 tỷ USD.", ["31500000000 money USD"]),
    ("Gạo bán 15.000 đồng/kg.", ["15000 money VND/kg"]),
    ("Quý chi 10 triệu đồng mỗi tháng.", ["10000000 money VND/mo"]),
    ("Lãi suất tối đa 8%/năm.", ["8 percent %/a"]),
    ("Nhà máy làm 14 triệu lốp xe mỗi năm.", ["14000000 rate lốp xe mỗi năm"]),
    ("Nước này bơm 9 triệu thùng dầu mỗi ngày.", ["9000000 rate [bbl_us]/d"]),
    ("Lớp có 14 bạn mỗi người một vẻ.", ["14 count bạn"]),
    ("Sao này cách 13.000 năm ánh sáng.", ["13000 measure [ly]"]),
    ("Lúa đạt 7,1 tấn/ha.", ["7.1 rate t/har"]),
    ("Tỷ lệ mắc là 498 ca/100.000 dân.", ["498 rate ca/100.000 dân"]),
    ("Có 5,6 ca trên 100.000 dân.", ["5.6 rate ca trên 100.000 dân"]),
    ("Nhiệt độ từ 17 đến 24 độ C.", ["17..24 measure Cel"]),
    ("Tỷ suất sinh là 16,3‰.", ["16.3 percent [ppth]"]),
    ("Tỷ lệ nghèo giảm 3,1 điểm phần trăm.", ["3.1 percent điểm phần trăm"]),
    ("Bảy mươi lăm phần trăm cử tri đã bầu.", ["75 percent %"]),
    ("Thu giữ 15.000 lượng vàng SJC.", ["15000 measure {lượng}"]),
    ("Cụ ông 63 tuổi được cứu.", ["63 age a"]),
    ("Bị cáo lĩnh 7 năm tù.", ["7 duration a"]),
    ("Bị cáo lĩnh 9 năm 6 tháng tù.", ["9.5 duration a"]),
    ("Nhảy cao 1m75.", ["1.75 measure m"]),
    ("Nhà rộng 120m2.", ["120 measure m2"]),
    ("Thời hạn là 05 (năm) ngày.", ["5 duration d"]),
    ("Huyện có năm xã và hai người chết.", ["5 count xã", "2 count người chết"]),
    ("Gió làm gần chục căn nhà tốc mái.", ["10 count căn nhà"]),
    ("Nước lạnh, âm 2,5 độ C.", ["-2.5 measure Cel"]),
    ("Ga phục vụ 1.200 suất ăn nóng/ngày.", ["1200 rate suất ăn nóng/ngày"]),
    ("Tàu chở 45 tấn hàng khô.", ["45 measure t"]),
    (
      "Giá USD mua vào - bán ra hiện là 21.000-23.200 đồng.",
      ["21000 money VND", "23200 money VND"]
    ),
    ("Từ phút 12 tới 15, đội có hai bàn.", ["2 count bàn"]),
    ("Công ty dùng đòn bẩy tài chính, nợ 5 tỷ đồng.", ["5000000000 money VND"]),
    ("Hai bến này đã đóng, còn hai tàu.", ["2 count tàu"]),
    ("Huyện nâng cấp 12 trạm bơm, 96 km kênh.", ["12 count trạm bơm", "96 measure km"]),
    ("Kho cấp 300 tấn giống, cung cấp 5 xe.", ["300 measure t", "5 count xe"]),
    ("Máy có lực kéo 320 Nm, khe hẹp 7 nm.", ["320 measure N.m", "7 measure nm"]),
    ("Nhà nước trả 12 tỷ đồng tiền đất.", ["12000000000 money VND"]),
    ("Khách được dùng thử trong ba ngày.", ["3 duration d"]),
    ("Ứng dụng có ba tính năng mới.", ["3 count tính năng"]),
    ("Cô giữ bảy trong 12 kỷ lục quốc gia.", ["7/12 ratio kỷ lục"]),
    ("Thu nhập 5 triệu đồng/người/tháng.", ["5000000 money VND"]),
    ("Lễ hội Tuần lễ 72 giờ dựng 3 rạp.", ["3 count rạp"]),
    ("Giải ngân được 1.250/4.300 tỷ đồng.", ["1250000000000/4300000000000 ratio VND"]),
    ("Bị cáo nhận mức án thấp nhất 15 tháng tù.", ["15 duration mo"]),
    ("Sao ở cách 40 năm ánh sáng.", ["40 measure [ly]"]),
    ("Anh về đích sau 1 giờ 12 phút 30 giây.", ["4350 duration s"]),
    ("Ca mổ kéo dài 3 giờ 30 phút.", ["3.5 duration h"]),
    ("Xe chạy sau 8 giờ 30 phút sáng, chở 12 khách.", ["12 count khách"]),
    ("Đội rơi xuống thứ chín.", ["9 rank"]),
    ("Điện mặt trời giá 8,5 Uscents/kWh.", ["8.5 money Uscents/kWh"]),
  ])
  func readsQuantities(text: String, expected: [String]) {
    #expect(readings(text) == expected)
  }

  @Test(arguments: [
    ("Giá lúa dao động 5.200 - 5.600 đồng/kg.", ["5200..5600 money VND/kg"]),
    ("Đất từ 9 triệu đồng đến 12 triệu đồng/m2.", ["9000000..12000000 money VND/m2"]),
    ("Phà chạy từ 5h đến 21h30, mỗi chuyến 40 xe.", ["40 count xe"]),
    ("Lương từ 5 triệu đến 7,5 triệu đồng.", ["5000000..7500000 money VND"]),
    ("Phạt từ 500.000 đồng đến 1 triệu đồng.", ["500000..1000000 money VND"]),
    ("Tăng trưởng 55,2-56,1 triệu tấn.", ["55200000..56100000 measure t"]),
    ("Công nghiệp tăng từ 7,5% đến 8,1%.", ["7.5..8.1 percent %"]),
    ("Tỷ lệ che phủ tăng từ 40% đến 42%.", ["40 percent %", "42 percent %"]),
    ("Tốc độ từ 105km/h - 144km/h.", ["105..144 rate km/h"]),
    ("Tỷ giá USD là 25.920-26.330 đồng/USD.", ["25920 money VND/USD", "26330 money VND/USD"]),
  ])
  func readsRanges(text: String, expected: [String]) {
    #expect(readings(text) == expected)
  }

  @Test(arguments: [
    ("Loại giỏi 21/333 bài.", ["21/333 ratio bài"]),
    ("Đã có 48 trên tổng số 63 tỉnh phê duyệt.", ["48/63 ratio tỉnh"]),
    ("Một nửa số hộ đã thoát nghèo.", ["1/2 ratio hộ"]),
    ("Hai phần ba diện tích là rừng.", ["2/3 ratio diện tích"]),
    ("Cứ 100 trẻ thì 12 em thấp còi.", ["12/100 ratio em"]),
    ("Đội nhà thua 0 - 6.", ["0/6 score"]),
    ("Tỉnh xếp thứ 17/34 tỉnh, thành phố.", ["17/34 rank tỉnh, thành phố"]),
    ("Đội đang đứng thứ ba.", ["3 rank"]),
    ("Sản lượng gấp 2,5 lần năm 2015.", ["2.5 multiple lần"]),
    ("Lãi gấp rưỡi năm ngoái, thu gấp đôi.", ["1.5 multiple lần", "2 multiple lần"]),
  ])
  func readsPartsAndRanks(text: String, expected: [String]) {
    #expect(readings(text) == expected)
  }

  @Test(arguments: [
    (
      "Ba xã thu lần lượt 5, 7 và 9 tấn.",
      ["3 count xã", "5 measure t", "7 measure t", "9 measure t"]
    ),
    (
      "Vốn là 1,2; 1,5 và 1,9 nghìn tỷ đồng.",
      ["1200000000000 money VND", "1500000000000 money VND", "1900000000000 money VND"]
    ),
    ("Toàn tỉnh có 412 ca, trong đó trẻ em 58.", ["412 count ca", "58 count ca"]),
    ("Số hồ sơ đã giải quyết là 179.310.", ["179310 count hồ sơ"]),
    (
      "Số người dùng tăng từ 10,2 triệu lên 16,6 triệu.",
      ["10200000 count người dùng", "16600000 count người dùng"]
    ),
    (
      "Thu 12.000 tỷ, chi 11.500 tỷ đồng.",
      ["12000000000000 money VND", "11500000000000 money VND"]
    ),
  ])
  func sharesUnits(text: String, expected: [String]) {
    #expect(readings(text) == expected)
  }

  @Test(arguments: [
    "Nghị quyết số 39-NQ/TW và Nghị định 116/2016/NĐ-CP.", "Điều 174 và 341 Bộ luật Hình sự 2015.",
    "Học sinh lớp 5, 9, 12 dự thi.", "Hotline: 0999.12.34.56 và 1900.9046.",
    "Covid-19, PM2.5, 5G, F0.",
    "Quốc lộ 1A, quận 7, tầng 2.", "Bão số 13 giật cấp 12.", "Ông Ba Huân và bà Tư Hồng.",
    "Tỉ lệ, tỷ số và tỷ giá đều đổi.", "Hàng trăm hộ và vài chục nghìn người.", "Xe khách 16 chỗ.",
    "Khách sạn 4 - 5 sao.", "Ca tử vong thứ 35.", "iPhone 6 ra mắt.", "Hai bên cùng ký.",
    "Xe chạy lúc 19g15.", "Thấp nhất 10 năm.",
    "Đọc thêm: ADB viện trợ 2,5 triệu USD", "Xem https://a.vn/2020/11/24 nhé.", "Cả hai đều vắng.",
  ])
  func refuses(text: String) {
    #expect(readings(text) == [])
  }

  @Test(arguments: [
    ("Học sinh lớp 5, 9, 12 dự thi.", ["5, 9, 12: school_grade"]),
    ("Nghị định 116/2016/NĐ-CP.", ["116/2016/NĐ-CP: law"]),
    ("Hàng trăm hộ.", ["trăm: vague"]),
    ("Xem Bảng 4.2.", ["4.2: table"]),
    ("GRDP tăng mạnh[1].", ["1: footnote"]),
    ("1. Mở đầu", ["1: list_number"]),
  ])
  func saysWhyNot(text: String, expected: [String]) {
    #expect(refusals(text) == expected)
  }

  @Test func readsMarksByTheArticle() {
    let text = "Doanh thu 892.5 tỷ đồng. Có 241,350 lượt khách và vốn 1,200 tỷ đồng."
    #expect(
      readings(text) == [
        "892500000000 money VND", "241350 count lượt khách", "1200000000000 money VND",
      ]
    )
  }

  /// Quotes are what the text has, whatever its coding.
  @Test(arguments: [
    "Ha\u{323} Long có 5 ca mới.", "Có 𝟸,𝟹𝟻 triệu người và １５，３％ hộ.", "Tăng 6 ,3% kế hoạch.",
  ])
  func quotesTheText(text: String) {
    let scalars = Array(text.unicodeScalars)
    let observations = findFigures(in: sample(text)).observations
    #expect(!observations.isEmpty)
    for observation in observations {
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: scalars[observation.characters])
      #expect(Array(quote) == Array(observation.quote.unicodeScalars))
    }
  }
}
