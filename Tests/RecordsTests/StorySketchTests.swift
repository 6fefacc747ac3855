import Records
import Testing

struct StorySketchTests {
  /// Spelling and typography are no difference.
  @Test(arguments: [
    (
      #"Thu hoạch được 1.330 tấn lúa – "vụ hoá" này"#, "THU HOẠCH ĐƯỢC 1,330 tấn lúa - “vụ hóa” này"
    ),
    ("Có 5 xã.\nCó 7 huyện", "Có 5 xã. Có 7 huyện"),
  ])
  func readsPastTypography(one: String, other: String) {
    #expect(StorySketch(of: one) == StorySketch(of: other))
    #expect(StorySketch(of: Self.text + one).id == StorySketch(of: Self.text + other).id)
  }

  @Test func namesAStory() {
    let id = StorySketch(of: Self.text).id
    #expect(id.count == 17 && id.hasPrefix("s"))
    #expect(StorySketch(of: Self.text).texts.allSatisfy { $0.count == 8 })
    #expect(Set(StorySketch(of: Self.text).texts).count == 16)
  }

  /// Short texts are copies only where they are equal.
  @Test func tellsShortTextsApart() {
    let one = StorySketch(of: "Giá vàng hôm nay tăng 500.000 đồng mỗi lượng")
    let other = StorySketch(of: "Giá vàng hôm nay tăng 600.000 đồng mỗi lượng")
    #expect(one.common(with: other) == 0)
    #expect(one.id != other.id)
  }

  @Test(arguments: ["", " ", "…", "7", "\u{301}", "统计局数据显示", "\u{10FFFF}"])
  func takesAnyText(text: String) {
    #expect(StorySketch(of: text).keys.count == 16)
  }

  /// A copy shares most keys; a report of the next day hardly one, though its words are the same.
  @Test func countsWhatCopiesShare() {
    let original = StorySketch(of: Self.text)
    let dropped = Self.text.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(original.common(with: StorySketch(of: dropped)) >= StoryBook.enough)
    let lead = "Tin vừa nhận, theo nguồn của tòa soạn trong sáng nay.\n" + Self.text
    #expect(original.common(with: StorySketch(of: lead)) >= StoryBook.enough)
    #expect(original.common(with: StorySketch(of: Self.nextDay)) < StoryBook.enough)
  }

  static let text = """
    Ngày 12/5, Sở Nông nghiệp cho biết toàn tỉnh đã gieo cấy 41.250 ha lúa hè thu, đạt 96,4% kế hoạch.
    Huyện Tân Sơn xuống giống 8.310 ha, huyện Bình Lâm 6.725 ha, huyện Phú Hòa 5.940 ha, còn lại là \
    các địa phương ven biển.
    Giá lúa thường tại ruộng ở mức 6.850 đồng/kg, tăng 150 đồng so với tuần trước; lúa thơm được mua \
    với giá 7.420 đồng/kg.
    Ngành nông nghiệp khuyến cáo nông dân theo dõi sát 1.870 ha nhiễm rầy nâu và 640 ha bị đạo ôn lá.
    """

  static let nextDay = """
    Ngày 19/5, Sở Nông nghiệp cho biết toàn tỉnh đã gieo cấy 43.118 ha lúa hè thu, đạt 99,7% kế hoạch.
    Huyện Tân Sơn xuống giống 8.644 ha, huyện Bình Lâm 7.012 ha, huyện Phú Hòa 6.233 ha, còn lại là \
    các địa phương ven biển.
    Giá lúa thường tại ruộng ở mức 6.700 đồng/kg, giảm 250 đồng so với tuần trước; lúa thơm được mua \
    với giá 7.310 đồng/kg.
    Ngành nông nghiệp khuyến cáo nông dân theo dõi sát 2.405 ha nhiễm rầy nâu và 715 ha bị đạo ôn lá.
    """
}
