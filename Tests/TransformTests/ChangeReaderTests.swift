import Records
import Testing

@testable import Transform

struct ChangeReaderTests {
  private func changes(_ text: String) -> [Observation.Change?] {
    findFigures(in: sample(text)).observations.map(\.change)
  }

  @Test(
    arguments: [
      ("Tai nạn tăng 4 vụ, giảm 1 người chết.", [.increase, .decrease]),
      ("Tỷ lệ nghèo giảm từ 12% xuống 8%.", [.from, .to]),
      ("Số vụ giảm 7,4% so với cùng kỳ.", [.decrease]),
      ("Hộ nghèo giảm còn 4,2%.", [.to]),
      ("Tổng nợ thuế còn 1.043 tỷ đồng.", [.to]),
      ("Vẫn còn 23/124 xã thiếu nước.", [nil]),
      ("Giá cao hơn 2,3 điểm phần trăm so với bình quân.", [.increase]),
      ("Giá heo thấp hơn 4.000 đồng/kg so với cuối năm.", [.decrease]),
      ("Dệt may (+3,8%), VIC (-23,6 điểm).", [.increase, .decrease]),
      ("Ngành tuyển thêm 205 giáo viên.", [.increase]),
      ("Tỉnh vượt kế hoạch năm 2020 là 06 trường.", [.increase]),
      ("Thu đạt 96,5% dự toán.", [nil]),
      ("Ba khoản tăng lần lượt 8,1, 15,7 và 21%.", [nil, .increase, .increase, .increase]),
      ("Chỉ số giảm 36,6 điểm (-2,1%), đóng cửa tại 1.729,1 điểm.", [.decrease, .decrease, .to]),
      ("Giá dầu tăng 1,4%, đạt 82,4 USD/thùng.", [.increase, .to]),
      ("Vốn tăng lên 330 tỷ đồng, thay vì 300 tỷ đồng.", [.to, .from]),
      ("Tổng cộng 9 cổ phiếu được liệt kê.", [nil]),
      ("Gỗ tăng gấp 2 lần.", [.increase]),
      ("Gỗ gấp 2 lần năm ngoái.", [nil]),
      ("Dầu tăng 5 phiên liên tiếp.", [nil]),
      ("Bến tăng từ 18 lên 25 chuyến/ngày.", [.from, .to]),
      ("Số hộ giảm từ 1,6 xuống còn 0,9 triệu.", [.from, .to]),
      ("Bộ chuyển thêm cho tỉnh 60 máy bơm.", [.increase]),
      ("Số ghế tăng thêm là 45 ghế, tương đương với khoảng 9% số ghế.", [.increase, .increase]),
      ("Khách tăng 31% so với tháng 9 và 7% so với tháng 10.", [.increase, .increase]),
      ("Giá phân bón cũng tăng, khoảng 15%.", [.increase]),
      ("Giá vải tăng cao từ 2 - 3 lần.", [.increase]),
      ("Pháo bắn ở độ cao lên tới 12 km.", [nil]),
      ("Thành phố nâng vốn lên đến 12 tỷ đồng.", [.to]),
    ] as [(String, [Observation.Change?])]
  )
  func tellsTheDirection(text: String, expected: [Observation.Change?]) {
    #expect(changes(text) == expected)
  }

  @Test(
    arguments: [
      ("Thu tăng 12,3% so với cùng kỳ năm 2021.", "cùng kỳ năm 2021"),
      ("Thu bằng 61,4% dự toán năm.", "dự toán năm"),
      ("Công nhận 21 trường, vượt kế hoạch 06 trường.", nil),
      ("Doanh thu là 5 tỷ đồng.", nil),
    ] as [(String, String?)]
  )
  func namesTheBase(text: String, base: String?) {
    #expect(figure(text)?.changeBase == base)
  }
}
