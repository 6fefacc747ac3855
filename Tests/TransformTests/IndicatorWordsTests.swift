import Records
import Testing

@testable import Transform

struct IndicatorWordsTests {
  private func named(_ text: String) -> [String] {
    findFigures(in: sample(text)).observations.map { $0.indicator ?? "" }
  }

  @Test(arguments: [
    ("Cổ phiếu của Hoa Sen được giao dịch ở Hà Nội giảm 1,2%.", "giá Cổ phiếu của Hoa Sen"),
    ("Hồ sâu 12 m.", "độ sâu Hồ"),
    ("Mặt đường rộng 14 m.", "chiều rộng Mặt đường"),
    ("Bề rộng nền đường là 17 m.", "Bề rộng nền đường"),
    ("Toàn huyện gieo được 300 ha.", "diện tích Toàn huyện gieo"),
    ("Sầu riêng loại một còn 60.000 đồng/kg.", "giá Sầu riêng loại một"),
    ("Nghiệp vụ bảo lãnh mang về 9 tỷ đồng.", "số tiền Nghiệp vụ bảo lãnh"),
    ("Vận tốc thiết kế 80 km/h.", "Vận tốc thiết kế"),
    ("Tàu có sức chở 90 tấn.", "sức chở Tàu"),
    ("Tàu chạy với tốc độ trung bình 60 km/h.", "tốc độ Tàu chạy trung bình"),
    ("Vốn của dự án tăng thêm 4 tỷ đồng.", "Vốn của dự án tăng thêm"),
    ("Khối ngoại mua ròng 35 tỷ đồng.", "số tiền Khối ngoại mua ròng"),
    ("Khối ngoại mua gạo 35 tỷ đồng.", "giá Khối ngoại mua gạo"),
    ("Xưởng chi 2 tỷ đồng để sửa mái nhà.", "số tiền Xưởng chi để sửa mái nhà"),
    ("Nhóm khách từ 18 tuổi được tặng vé.", "tuổi Nhóm khách được tặng vé"),
    (
      "Trên trang tin, 10 dịch vụ bị báo lỗi liên tục.", "dịch vụ bị báo lỗi liên tục"
    ),
    ("Thu ngân sách đạt 52% dự toán.", "Thu ngân sách so với dự toán"),
    ("Dân tộc Mông chiếm 70% dân số xã.", "tỷ lệ Dân tộc Mông trong dân số xã"),
    (
      "Trường Hoa Mai tiếp tục giữ ngôi đầu khi chiếm 45% số giải.",
      "tỷ lệ Trường Hoa Mai trong số giải"
    ),
    ("Số ca mắc là 412 ca.", "Số ca mắc"),
    ("Bản ghi số ca trực là 30 bản.", "bản Bản ghi số ca trực"),
    ("Tỷ suất sinh lời trên tổng tài sản đạt 1,3%.", "Tỷ suất sinh lời trên tổng tài sản"),
    ("Chỉ số VN30 giảm 3,2 điểm.", "Chỉ số VN30 giảm"),
    ("Máy dùng màn hình 5 inch độ phân giải cao.", "màn hình"),
  ])
  func namesWhatIsMeasured(text: String, words: String) {
    #expect(named(text).first?.hasPrefix(words) == true, "\(named(text))")
  }

  @Test(arguments: [
    // What joins two figures gives each its own words.
    (
      "Hãng đạt 4 tỷ đồng doanh thu và lãi ròng 1 tỷ đồng.", ["doanh thu", "lãi ròng"]
    ),
    ("Đội có 18 tổ hợp Mũi Tên cùng với 10 tổ hợp pháo.", ["tổ hợp Mũi Tên", "tổ hợp pháo"]),
    (
      "Doanh thu miền Bắc đạt 3 tỷ đồng, miền Nam đạt 5 tỷ đồng.",
      ["Doanh thu miền Bắc", "Doanh thu miền Nam"]
    ),
    (
      "Phiên sáng có 208 mã tăng giá, 45 mã giảm và 12 mã đứng giá.",
      ["mã tăng giá", "mã giảm", "mã đứng giá"]
    ),
    (
      "Quỹ thực hiện 45% mục tiêu doanh thu và 54% kế hoạch lãi.",
      ["Quỹ thực hiện so với mục tiêu doanh thu", "Quỹ thực hiện so với kế hoạch lãi"]
    ),
    ("Hà Giang có 30 vụ, giảm 5% so với năm ngoái.", ["vụ Hà Giang", "vụ Hà Giang"]),
    ("Ga mở 3 cửa ngầm và 11 cửa trên cao.", ["cửa ngầm", "cửa trên cao"]),
    (
      "Thu nội địa 8 tỷ đồng, bằng 47% dự toán.", ["Thu nội địa", "Thu nội địa so với dự toán"]
    ),
    (
      "Xã đón 90 khách; trong đó khách quốc tế 9 khách, chiếm 10%.",
      ["khách Xã", "khách Xã", "tỷ lệ khách quốc tế trong khách Xã"]
    ),
  ])
  func givesEachFigureItsOwn(text: String, words: [String]) {
    let found = named(text)
    #expect(found.count == words.count)
    for (found, words) in zip(found, words) { #expect(found.hasPrefix(words), "\(found)") }
  }

  @Test func takesNoNameFromTheSentenceBefore() {
    let names = named("Ông Lê Nam đến Huế. Tỷ lệ cao nhất là 44%.")
    #expect(names == ["Tỷ lệ"])
  }
}
