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
      ("Chỉ số hạ 8,1 điểm (-0,6%), xuống 1.275,8 điểm.", [.decrease, .decrease, .to]),
      ("Hạ tầng có 5 cầu.", [nil]),
      ("VN30 dừng ở mức 1.317,7 điểm.", [.to]),
      ("Giá trở lại mức 34.000 đồng/kg.", [.to]),
      ("Kho được lấp đầy trở lại khoảng 400 triệu thùng dầu.", [nil]),
      ("Giá lên lần lượt 41.000 đồng và 42.000 đồng.", [.to, .to]),
      ("Hai nơi còn lần lượt 37 và 29 phòng.", [nil, .to, nil]),
      ("Nguồn cung giảm 56% so với quý IV/2019 và 31% so với cùng kỳ.", [.decrease, .decrease]),
      (
        "Xăng giảm 952 đồng/lít so với giá hiện hành, có giá bán không cao hơn 18.528 đồng/lít.",
        [.decrease, .to]
      ),
      ("Phải mất 3 ngày mới đầy ghe.", [nil]),
      ("Anh tụt hai bậc.", [.decrease]),
      ("Xe rộng hơn 95 mm.", [.increase]),
      ("Kho còn 12 triệu liều chưa phân bổ.", [nil]),
      ("Ứng dụng trả về 6 kết quả.", [nil]),
      ("Vốn từ cộng đồng dân cư gần 2.396 tỷ đồng.", [nil]),
      ("Kinh tế tăng trưởng cao, bình quân 7,3%/năm.", [.increase]),
      ("Huy động tăng 2.960 tỷ đồng (bằng 7,6%) so với đầu năm.", [.increase, .increase]),
      ("Vốn giảm xuống còn 66 triệu USD năm nay từ 372 triệu USD.", [.to, .from]),
      ("Vốn giảm còn 66 triệu USD, trong đó từ Nhà nước là 5 triệu USD.", [.to, nil]),
      ("Thiệt hại lên tới 90 tỷ đồng.", [nil]),
      ("Giá chào bán lên tới 800 triệu đồng/m2.", [.to]),
      ("Thời hạn sở hữu còn 92 năm.", [nil]),
      ("Nông nghiệp tăng từ 0,45% đến 0,54%.", [.increase]),
      ("Trang này không cho biết gì về bốn thiết bị.", [nil]),
      ("Số ca giảm về 12 ca.", [.to]),
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
