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
    ("Tàu ngầm có tầm hoạt động khoảng 300 km.", "tầm hoạt động Tàu ngầm"),
    ("Cầu Hòa Bình - Cao Lãnh dài 2,4 km.", "chiều dài Cầu Hòa Bình - Cao Lãnh"),
    ("Khoai được bán ở chợ với giá 12.000 đồng/kg.", "giá Khoai bán ở chợ"),
  ])
  func namesTheMeasure(text: String, words: String) {
    #expect(named(text).first?.hasPrefix(words) == true, "\(named(text))")
  }

  @Test func leavesTheOutletsNameOut() {
    let names = named("(TTXMN) - Quỹ Hoa Sen trao quà cho 30 hộ với tổng số tiền 2 tỷ đồng.")
    #expect(names.count == 2)
    #expect(!names.joined().contains("TTXMN"), "\(names)")
  }

  @Test(arguments: [
    ("Xử lý 58,6 tỷ đồng (truy thu 41,2 tỷ đồng, phạt 17,4 tỷ đồng).", ["truy thu", "phạt"]),
    ("Tỉnh đạt 14 giải (01 giải Nhì, 06 giải Ba).", ["giải Nhì", "giải Ba"]),
    (
      "Kết quả xếp loại học sinh: loại giỏi 6.954 em; loại khá 28.211 em.",
      ["loại giỏi", "loại khá"]
    ),
    ("Cam thu 12 tấn, bưởi 30 tấn, chuối 8 tấn.", ["Cam thu", "bưởi", "chuối"]),
    ("Da giày (+2,5%) và thép (+7%) khởi sắc.", ["Da giày", "thép"]),
    (
      "Huyện thiếu 90 giáo viên, chủ yếu ở mầm non (50 người), tiểu học (40 người).",
      ["mầm non", "tiểu học"]
    ),
    ("Cả tỉnh có 120 trường, trong đó 45 trường bán trú.", ["bán trú"]),
    ("Trường đoạt hai giải Nhì; ba giải Ba.", ["giải Nhì", "giải Ba"]),
    ("Có hai bảng: Lớn (học sinh 12 tuổi) và Nhỏ (học sinh 8 tuổi).", ["Lớn", "Nhỏ"]),
    ("Thép và xi măng chiếm 22%, phần còn lại 78%.", ["Thép và xi măng", "phần còn lại"]),
    ("Riêng cà phê đạt 2 tỷ USD.", ["cà phê"]),
    ("Riêng gạo dẫn đầu với 2 tỷ USD.", ["gạo"]),
    ("Xã có 9 xóm, trong đó người Dao chiếm 70% dân số.", ["người Dao"]),
    ("Có 21/333 bài loại giỏi.", ["loại giỏi"]),
    (
      "Có 312 sản phẩm, trong đó 41 sản phẩm hạng 4 sao và 271 sản phẩm hạng 3 sao.",
      ["hạng 4 sao", "hạng 3 sao"]
    ),
    ("Vàng nhẫn lên 36,7 triệu đồng/lượng bán ra.", ["bán ra"]),
    ("Vàng nhẫn lên 36,7 triệu đồng/lượng (mua vào).", ["mua vào"]),
    ("Công ty bán ra 36 tấn gạo.", []),
    ("Châu Á giữ vị trí đầu khi chiếm 45% tổng kim ngạch.", ["Châu Á"]),
    ("Doanh thu ở nước ngoài chiếm 30% tổng doanh số.", []),
    ("Nam Định và Thái Bình thu lần lượt 3 và 5 tấn.", ["Nam Định", "Thái Bình thu"]),
    ("Xã A nhận 30 hồ sơ, tiếp đến là xã Tân Lập 12 hồ sơ.", ["xã Tân Lập"]),
    ("Xã có 12 hộ nghèo (đã rà soát), 30 hộ khá.", []),
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

  @Test(arguments: [
    ("Chỉ số HNX-Index tăng 2 điểm. Lúc đóng cửa, Nasdaq giảm 0,4%.", 1, "Nasdaq giảm"),
    ("Doanh thu đạt 20 tỷ đồng, tăng so với mức 15 tỷ đồng của năm trước.", 1, "Doanh thu"),
    ("Tỷ lệ hộ nghèo giảm từ 12% xuống 8%.", 1, "Tỷ lệ hộ nghèo"),
    ("Bà Lê Thị Mai bán nhà. Theo tòa, Mai, 40 tuổi, nhận lỗi.", 0, "tuổi Lê Thị Mai"),
    ("Tỷ lệ tiêm cho trẻ dưới 12 tuổi đạt 38%.", 1, "Tỷ lệ tiêm cho trẻ dưới"),
    ("Ông Nam cảnh báo rằng dự trữ dầu còn 3 tấn.", 0, "dự trữ dầu"),
    ("Mức đóng 22% vào quỹ hưu trí.", 0, "Mức đóng vào quỹ hưu trí"),
    ("Lãi suất 5% vào cuối năm.", 0, "Lãi suất"),
    ("3 nạn nhân đang được điều trị.", 0, "nạn nhân được điều trị"),
    ("Tòa phạt bị cáo 7 năm tù.", 0, "án tù"),
    ("Chiều qua, Huế thắng Vinh với tỷ số 3-1.", 0, "tỷ số trận Huế thắng Vinh"),
    ("Toàn huyện gieo được 300 ha.", 0, "diện tích Toàn huyện gieo"),
    ("Dù giảm 2%, giá gạo vẫn cao.", 0, "giá gạo"),
    ("Chuỗi có 20 cửa hàng Phố Xanh và 15 cửa hàng Minh Tâm.", 1, "cửa hàng Minh Tâm"),
    ("Lớp bơi có 30 trẻ 6-10 tuổi.", 1, "tuổi trẻ"),
  ])
  func namesWhatStaysTheSame(text: String, index: Int, words: String) throws {
    let indicators = named(text)
    try #require(index < indicators.count)
    #expect(indicators[index].hasPrefix(words), "\(indicators)")
  }
}
