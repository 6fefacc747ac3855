import Records
import Testing

@testable import Transform

struct ArithmeticTests {
  private func checks(_ text: String) -> [String] {
    var seen: [String] = []
    for check in findFigures(in: sample(text)).observations.flatMap(\.checks) {
      let line = "\(check.rule.rawValue) \(check.holds): \(check.statement)"
      if !seen.contains(line) { seen.append(line) }
    }
    return seen
  }

  @Test(arguments: [
    ("Loại giỏi 21/333 bài, chiếm tỉ lệ 6,3%.", ["share true: 21/333 = 6.3 %"]),
    ("Có 142/200 xã (chiếm 75%) có sân.", ["share false: 142/200 ≠ 75 %"]),
    (
      "Xử lý 58,6 tỷ đồng (truy thu 41,2 tỷ đồng, phạt 17,4 tỷ đồng).",
      ["sum true: 41200000000 + 17400000000 = 58600000000"]
    ),
    (
      "Tốc mái 137 nhà (Bình Gia: 41 nhà; Văn Quan: 62 nhà; Chi Lăng: 25 nhà).",
      ["sum false: 41 + 62 + 25 ≠ 137"]
    ),
    (
      "Ghi nhận 412 ca, giảm 5,1% so với tuần trước (434 ca).",
      ["growth true: 434 -5.1 % = 412"]
    ),
    ("Thời gian rút từ 15 ngày xuống còn 9 ngày, giảm 40%.", ["growth true: 15 → 9 is -40 %"]),
    ("Có 9/12 huyện thu vượt 60% dự toán, chiếm tỷ lệ 70%.", ["share false: 9/12 ≠ 70 %"]),
    ("Có hơn 142/200 xã, chiếm khoảng 75%.", []),
  ])
  func checks(text: String, expected: [String]) {
    #expect(checks(text) == expected)
  }

  @Test func groupsWhatBelongsTogether() {
    let text = "Loại giỏi 21/333 bài, chiếm 6,3%. Tặng 1,33 tỷ đồng. Số tiền 1,33 tỷ đồng lớn."
    let groups = findFigures(in: sample(text)).observations.map(\.group)
    #expect(groups == [1, 1, 2, 2])
  }
}
