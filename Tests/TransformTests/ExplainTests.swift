import Records
import Testing

@testable import Transform

struct ExplainTests {
  @Test func accountsForEveryNumber() {
    let explained = explain(sample("Lớp 5 có 1.330 học sinh, tăng 6,3%."))
    #expect(explained.contains("{5: school_grade}"))
    #expect(explained.contains("⟦1.330 học sinh → count 1330 học sinh"))
    #expect(explained.contains("⟦6,3% → percent 6.3 %, increase"))
  }

  @Test func tellsTheDaysOfTimes() {
    let explained = explain(
      sample("Hôm qua có 5 ca, đến hết tháng 10/2020 có 232 ca, năm 2019 có 12 ca.")
    )
    #expect(explained.contains("{Hôm qua: period 2020-11-23}"))
    #expect(explained.contains("{đến hết tháng 10/2020: period ..2020-10-31}"))
    #expect(explained.contains("{năm 2019: year 2019-01-01..2019-12-31}"))
  }

  /// Any text: every digit lies in a figure or a reason, and nothing crashes.
  @Test(arguments: 0..<60)
  func leavesNothingOut(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "12", "1.330", "tỷ", "đồng", "năm", "/", "-", "từ", "đến", "%", "hai", "mươi", "(", ")", ",",
      ".", "tăng", "xã", "0,5", "triệu", "m2", "gấp", "đôi", "lần", "thứ", "\n", "trên", "Covid-19",
      "𝟸,𝟹", "số", "lớp", "tháng", "|", ":", "cứ", "thì", "phần", "nửa", "2020", "kg", "một",
      "trong",
    ]
    let text = (0..<80).map { _ in pieces[next(pieces.count)] + (next(4) == 0 ? "" : " ") }.joined()
    let findings = findFigures(in: sample(text))
    let ranges = findings.observations.map(\.characters) + findings.notFigures.map(\.characters)
    for (place, scalar) in text.unicodeScalars.enumerated() where digit(scalar.value) != nil {
      #expect(ranges.contains { $0.contains(place) }, "\(place) in \(text)")
    }
  }

  /// The time grows with the length alone, and no sentence is longer than a page.
  @Test(arguments: [
    "1 ", "1.330 xã, ", "(", "111 ", "5, ", "hai ", "tăng ", "1/", "1-", "từ 1 đến ",
  ])
  func readsLongTexts(piece: String) {
    let text = String(repeating: piece, count: 5000)
    #expect(findFigures(in: sample(text)).observations.count >= 0)
  }
}
