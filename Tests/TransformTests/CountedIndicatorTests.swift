import Records
import Testing

@testable import Transform

struct CountedIndicatorTests {
  private func named(_ text: String) -> [String] {
    findFigures(in: sample(text)).observations.map {
      ($0.indicator ?? "") + ($0.category.map { " / \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    // Who does it with what is counted.
    ("Đội nhà thắng đậm và ghi 4 bàn.", 0, "bàn Đội nhà ghi"),
    ("Hãng Minh Long thông qua phương án bán 3 triệu cổ phiếu.", 0, "cổ phiếu Hãng Minh Long bán"),
    (
      "Chi cục thuế quận 3 vừa khen thưởng 40 doanh nghiệp.", 0,
      "doanh nghiệp Chi cục thuế quận 3 khen thưởng"
    ),
    ("Bà Lê Thu Hoa, phó giám đốc nhà máy, mua 9 xe tải.", 0, "xe tải Bà Lê Thu Hoa mua"),
    ("Ông Trần Nam rời quê từ nhỏ. Năm ngoái, ông mở 6 cửa hàng.", 0, "cửa hàng Ông Trần Nam mở"),
    // For whom it is done.
    ("Hội Nông dân huyện tổ chức tập huấn nuôi ong cho 80 hộ.", 0, "hộ được tập huấn nuôi ong"),
    (
      "Sở tổ chức tập huấn kế toán, kiểm toán, định giá và quản lý thuế cho 30 cán bộ.", 0,
      "cán bộ được tập huấn kế toán, kiểm toán, định giá và quản lý thuế"
    ),
    // Whose it is.
    (
      "Tỉnh xây 12 trạm cấp nước và thoát nước thuộc 5 huyện.", 1,
      "huyện có trạm cấp nước và thoát nước"
    ),
    ("Tỉnh xây 12 trạm cấp nước và thoát nước thuộc 5 huyện.", 0, "trạm cấp nước và thoát nước"),
    // What they do.
    (
      "Toàn tỉnh có 30 hợp tác xã đã được công nhận đạt chuẩn.", 0,
      "hợp tác xã được công nhận đạt chuẩn"
    ),
    ("Công an cho biết ghi nhận 8 người thiệt mạng do lũ.", 0, "người thiệt mạng do lũ"),
    ("Vụ cháy khiến 8 người bị thương.", 0, "người bị thương do Vụ cháy"),
    // Like things under one number.
    (
      "Quỹ tặng quà cho 15 xã nghèo, xã biên giới, xã đảo của tỉnh.", 0,
      "xã nghèo, xã biên giới, xã đảo"
    ),
    ("Chợ cấp sạp cho 90 hộ, hộ kinh doanh nhỏ.", 0, "hộ hộ kinh doanh nhỏ"),
    ("Cục khen 60 tổ chức, cá nhân tiêu biểu.", 0, "tổ chức cá nhân tiêu biểu"),
    ("Cục khen 60 tổ chức, hoa quả rẻ.", 0, "tổ chức Cục khen"),
    // What narrowed the noun before.
    ("Huyện có 9 ca mắc sởi. Đến nay, Yên Lạc có 4 ca mắc.", 1, "ca mắc sởi"),
    ("Huyện cứu 9 người già. Hôm qua, bệnh viện chữa 4 người.", 1, "người bệnh viện chữa"),
    // Who tells it is not who does it.
    ("Chánh thanh tra khẳng định bệnh viện mua 7 máy thở.", 0, "máy thở bệnh viện mua"),
    ("Sáng nay, cơn lốc đổ vào bờ, làm 3 người bị thương.", 0, "người bị thương do cơn lốc"),
    // What joins the next verb is left out.
    (
      "Ngân hàng thu hút 2 triệu khách hàng mới và ra mắt thẻ.", 0,
      "khách hàng mới Ngân hàng thu hút"
    ),
  ])
  func namesWhatIsToldOfThings(text: String, index: Int, words: String) throws {
    let found = named(text)
    try #require(index < found.count, "\(found)")
    #expect(found[index].hasPrefix(words), "\(found)")
  }

  @Test(arguments: [
    (
      "Tỉnh nhập 02 cặp trường (trong đó các huyện Hoa Lư 01 là THCS Ninh An, huyện Yên Mô 01 là TH Yên Lâm).",
      ["THCS Ninh An", "TH Yên Lâm"]
    ),
    (
      "Sở sửa 04 dự án THPT (Hòa An, Minh Khai), DTNT (Bình Lư).",
      ["THPT (Hòa An, Minh Khai), DTNT (Bình Lư)"]
    ),
    ("Quỹ tặng quà cho 300 học sinh mầm non và tiểu học.", ["mầm non và tiểu học"]),
    ("Đã tiêm 900 liều, trong đó mũi 1: 500 liều; mũi 2: 400 liều.", ["mũi 1", "mũi 2"]),
    (
      "Hội ký 9 dự án của doanh nghiệp trong nước (2 tỷ đồng) và 4 dự án của doanh nghiệp nước ngoài.",
      ["của doanh nghiệp trong nước", "của doanh nghiệp nước ngoài"]
    ),
    ("Các huyện có số vụ cháy nhiều là Tân Yên 30 vụ, Lục Nam 12 vụ.", ["Tân Yên", "Lục Nam"]),
    // A bracket that explains is no class.
    ("Xã có 30 nhà dân (đã sửa xong năm ngoái).", []),
    ("Trường là 1 trong 30 trường (theo thống kê).", []),
  ])
  func namesTheClassOfCountedThings(text: String, categories: [String]) {
    let found = findFigures(in: sample(text)).observations.compactMap(\.category)
    #expect(found == categories, "\(named(text))")
  }

  @Test(arguments: [
    ("Phạm Văn Tú thắng trận mở màn. Tay vợt 31 tuổi nghỉ thi đấu.", "tuổi Tay vợt Phạm Văn Tú"),
    ("Phạm Văn Tú thắng trận mở màn. Nhà trường có em 9 tuổi.", "tuổi em"),
    ("Họ thua tay vợt 31 tuổi đến từ phương xa.", "tuổi tay vợt"),
  ])
  func namesWhoseAgeItIs(text: String, words: String) {
    let found = named(text).last
    #expect(found?.hasPrefix(words) == true, "\(named(text))")
    #expect(found?.contains("Tú") == words.contains("Tú"), "\(named(text))")
  }

  @Test(arguments: [
    (
      "Nhà máy Sao Mai tặng quà cho 300 em của 2 xã nghèo, xã đảo với số tiền là 90 triệu đồng.",
      "số tiền tặng quà"
    ),
    ("Nhà máy Sao Mai tặng quà cho 300 em. Số tiền thuế là 90 triệu đồng.", "Số tiền thuế"),
  ])
  func saysWhatASumIsFor(text: String, words: String) {
    let found = named(text).last
    #expect(found?.hasPrefix(words) == true, "\(named(text))")
  }
}
