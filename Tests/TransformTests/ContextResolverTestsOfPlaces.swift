import Records
import Testing

@testable import Transform

/// Whose place it is where several stand near, or none.
extension ContextResolverTests {
  @Test func namesSeveralPlacesWithoutACode() throws {
    let text = "Phú Yên và Khánh Hòa có 3 hầm mới."
    let article = ArticleText(text)
    let resolver = ContextResolver(
      text: article,
      headline: nil,
      publishedOn: Day("2020-11-24"),
      periods: [],
      places: findPlaces(in: article, headline: nil, publishedOn: Day("2020-11-24"))
    )
    let figure = article.token(atCharacter: 24)
    let place = try #require(resolver.place(ofFigureAt: figure..<figure + 2))
    #expect(place.name == "Phú Yên và Khánh Hòa")
    #expect(place.code == nil)
  }

  @Test(arguments: [("37", "096"), ("29 phòng", "103")])
  func sharesOutWhatIsInTurn(figure: String, code: String) throws {
    let text = "Điện Biên - Các huyện Mường Nhé, Nậm Pồ còn lần lượt 37 và 29 phòng học tạm."
    #expect(try context(of: figure, in: text).place == code)
  }

  @Test(arguments: [
    ("Lạng Sơn - Xuất khẩu tăng, riêng thị trường Đức chiếm 15%.", "15%", "20"),
    ("Bộ Nông nghiệp và Chính phủ cho biết nhu cầu toàn cầu là 56 triệu tấn.", "56 triệu", nil),
    ("Ở Hà Nội có mưa, trong đó Ba Vì 20 mm. Gió mạnh làm đổ 5 cây.", "5 cây", "01"),
  ])
  func takesNoMarketForAPlace(text: String, figure: String, code: String?) throws {
    #expect(try context(of: figure, in: text).place == code)
  }

  @Test(arguments: [
    ("Lạng Sơn - Xe lội nước có sức chở 1.200 kg.", nil),
    ("Hà Nam - Bà Mai (địa chỉ: huyện Văn Quan, tỉnh Lạng Sơn) nộp 20 triệu đồng.", "35"),
    (
      """
      Bộ Giao thông trình Chính phủ, Thủ tướng tuyến đường mới.
      Tỉnh Hà Nam họp tỉnh Hà Nam. Tỉnh Nam Định họp tỉnh Nam Định.
      Ở Hà Nam và tỉnh Hà Nam có đường. Ở Nam Định và tỉnh Nam Định có đường.
      Công trình này đã xong 9 hầm chui.
      """, nil
    ),
  ])
  func takesNeitherDesignNorAddressForAPlace(text: String, code: String?) throws {
    let observation = try #require(findFigures(in: sample(text)).observations.first)
    #expect(observation.placeCode == code)
  }

  @Test func takesTheCountryOfALeague() throws {
    let text = """
      Tiền đạo ghi bàn cho đội bóng ở vòng cấm, HLV hài lòng với cầu thủ và thủ môn.
      Đội xếp thứ ba tại La Liga.
      """
    #expect(try context(of: "thứ ba", in: text, ContextResolver.Hints(kind: .rank)).place == "ES")
  }

  @Test func takesThePlaceOfTheHeadline() throws {
    let place = try context(
      of: "5 tỷ",
      in: "Ngành thu 5 tỷ đồng.",
      headline: "Lạng Sơn: Thu ngân sách"
    )
    #expect(place.place == "20")
  }

  @Test func takesAPersonsHome() throws {
    let hints = ContextResolver.Hints(kind: .age)
    let text = "Lạng Sơn - Ông Trần Văn Ba, 63 tuổi, trú huyện Lộc Bình, kể lại."
    #expect(try context(of: "63 tuổi", in: text, hints).place == "188")
  }

  @Test func takesTheLandForItsLaws() throws {
    let hints = ContextResolver.Hints(kind: .money, status: .norm)
    let text = "Lạng Sơn - Mức phạt theo Nghị định là 2 triệu đồng."
    #expect(try context(of: "2 triệu", in: text, hints).place == "VN")
  }
}
