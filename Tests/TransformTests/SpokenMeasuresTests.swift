import Records
import Testing

@testable import Transform

/// Figures whose clauses name no measure, of the measure that is spoken of.
struct SpokenMeasuresTests {
  private func named(_ text: String) -> [String] {
    findFigures(in: sample(text)).observations.map { $0.indicator ?? "" }
  }

  @Test(arguments: [
    (
      "Giá cà phê ở Đắk Lắk là 90.000 đồng/kg. Gia Lai tăng 1.000 đồng lên 89.000 đồng/kg.",
      ["Giá cà phê ở Đắk Lắk", "Giá cà phê Gia Lai", "Giá cà phê Gia Lai"]
    ),
    (
      "Giá cà phê là 90.000 đồng/kg; các tỉnh Gia Lai, Kon Tum cũng tăng 1.000 đồng/kg.",
      ["Giá cà phê", "Giá cà phê tỉnh Gia Lai, Kon Tum"]
    ),
    (
      "Tổng sản phẩm trên địa bàn tăng 5%; khu vực dịch vụ tăng 7%.",
      ["Tổng sản phẩm trên địa bàn", "Tổng sản phẩm trên địa bàn khu vực dịch vụ"]
    ),
    (
      "Sản lượng điện tháng 4 đạt 20 tỷ kWh. Lũy kế đạt 80 tỷ kWh.",
      ["Sản lượng điện", "Sản lượng điện"]
    ),
    (
      "Tỷ lệ tử vong là 0,03%, thấp hơn các nước (Lào 1,2%, Campuchia 0,9%).",
      ["Tỷ lệ tử vong", "Tỷ lệ tử vong Lào", "Tỷ lệ tử vong Campuchia"]
    ),
    // Changes in turn are of the measures before them.
    (
      "Hoa Sen đạt 9 tỷ đồng doanh thu và 2 tỷ đồng lợi nhuận, lần lượt tăng 7% và 33%.",
      ["doanh thu Hoa Sen", "lợi nhuận Hoa Sen", "doanh thu Hoa Sen", "lợi nhuận Hoa Sen"]
    ),
    (
      "Số vốn đăng ký 34 tỷ đồng, tăng 15% về số doanh nghiệp.",
      ["Số vốn đăng ký", "số doanh nghiệp"]
    ),
    // What shares are of holds on.
    (
      "Xuất khẩu gạo chiếm 40% tổng kim ngạch. Cà phê chiếm 30%.",
      ["tỷ lệ Xuất khẩu gạo trong tổng kim ngạch", "tỷ lệ Cà phê trong tổng kim ngạch"]
    ),
    (
      "Nhóm thép đóng góp 93% doanh thu và 83% lợi nhuận.",
      ["tỷ lệ đóng góp Nhóm thép trong doanh thu", "tỷ lệ đóng góp Nhóm thép trong lợi nhuận"]
    ),
  ])
  func goesOn(text: String, words: [String]) {
    #expect(named(text) == words)
  }

  @Test(arguments: [
    // An index moves by itself, and a deed is another matter.
    ("Thanh khoản đạt 900 tỷ đồng. VN-Index tăng 3%.", "VN-Index tăng"),
    ("Doanh thu đạt 900 tỷ đồng. Xưởng chi 2 tỷ đồng mua máy.", "số tiền Xưởng chi mua máy"),
    ("Giá gạo ở Huế là 9.000 đồng/kg. Hội chi 2.000 đồng/kg.", "giá Hội chi"),
  ])
  func beginsAnew(text: String, words: String) {
    #expect(named(text).last == words)
  }
}
