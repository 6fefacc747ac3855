import Records
import Testing

@testable import Transform

/// Of what or whom a measure is, where its own words do not say so.
struct IndicatorOwnersTests {
  private func named(_ text: String) -> [String] {
    findFigures(in: sample(text)).observations.map { $0.indicator ?? "" }
  }

  @Test(arguments: [
    // Who says a measure is not whose it is.
    (
      "Tập đoàn Hoa Sen vừa công bố báo cáo với doanh thu 90 tỷ đồng.", "doanh thu Tập đoàn Hoa Sen"
    ),
    ("Ông Lê Nam cho biết doanh thu của xưởng đạt 90 tỷ đồng.", "doanh thu của xưởng"),
    // A noun that points back stands for what it points to.
    (
      "Công ty Hoa Sen xây nhà máy ở Huế. Doanh nghiệp đạt doanh thu 5 tỷ đồng.",
      "doanh thu Công ty Hoa Sen"
    ),
    (
      "Dự án cầu Sông Lam khởi công từ tháng 5. Dự án có tổng mức đầu tư 900 tỷ đồng.",
      "tổng mức đầu tư Dự án cầu Sông Lam"
    ),
    ("Bão đi nhanh. Nó có vận tốc 60 km/h.", "vận tốc Bão"),
    // The subject of a clause before.
    (
      "Cổ phiếu của Hoa Mai giảm 1%, kết thúc phiên với mức vốn hóa 35 tỷ đồng.",
      "mức vốn hóa Cổ phiếu của Hoa Mai"
    ),
    (
      "Ngân hàng Hoa Mai lãi 3 tỷ đồng. Các chỉ tiêu dẫn đầu, với ROE đạt 25%.",
      "ROE Ngân hàng Hoa Mai"
    ),
    ("Hội thông qua mục tiêu doanh thu 12 tỷ đồng.", "mục tiêu doanh thu Hội thông qua"),
    ("Ban đầu máy có giá 3 triệu đồng; giá tăng lên 4 triệu đồng.", "giá máy"),
    // What is told of a measure is no part of its name.
    ("Giá vàng tăng trở lại, lên 36 triệu đồng.", "Giá vàng"),
    ("Tỷ lệ hồ sơ được giải quyết đạt 90%.", "Tỷ lệ hồ sơ được giải quyết"),
    ("Lợi nhuận của Hoa Mai cũng tăng trưởng 3%.", "Lợi nhuận của Hoa Mai"),
    (
      "Chi phí bán hàng tăng nhanh hơn so với tốc độ tăng của doanh thu, đạt 3 tỷ đồng.",
      "Chi phí bán hàng"
    ),
    // A noun of measure in a name names none.
    ("Công ty Đầu tư Hoa Mai đạt doanh thu 3 tỷ đồng.", "doanh thu Công ty Đầu tư Hoa Mai"),
    // A list goes on after its commas.
    (
      "Sản lượng thép cuộn, thép xây dựng và phôi thép đạt 2 triệu tấn.",
      "Sản lượng thép cuộn, thép xây dựng và phôi thép"
    ),
    ("Khả năng 33% ngân hàng tăng lãi suất.", "Khả năng ngân hàng tăng lãi suất"),
  ])
  func namesWhoseItIs(text: String, words: String) {
    #expect(named(text).last == words)
  }

  @Test(arguments: [
    ("Xưởng gỗ vay vốn. Tỷ lệ cao nhất là 44%.", "Tỷ lệ"),
    ("Thủ tướng đến thăm xưởng. Nhiệt độ là 31 độ C.", "Nhiệt độ"),
  ])
  func leavesAMeasureAlone(text: String, words: String) {
    #expect(named(text) == [words])
  }
}
