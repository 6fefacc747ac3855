import Testing

@testable import Parse

struct LineKindsTests {
  @Test(
    "it knows lines that hold a date alone",
    arguments: [
      "24/11/2020 16:05", "thứ ba, 24/11/2020 | 16:05 gmt+7", "stand: 17.06.2025 18:24 uhr",
      "published: 24 november 2020, 10:15", "uppdaterad 15.59 | publicerad 14.14",
    ]
  )
  func knowsDatelines(text: String) {
    #expect(isDateline(Array(text.utf8)))
  }

  @Test(
    "it leaves lines that say more",
    arguments: [
      "ngày 24/11/2020, sở tổ chức hội nghị", "1 545 500 euros", "", "2020 - 2021",
      "họp lúc 8 giờ ngày 5/9 tại trường",
    ]
  )
  func leavesOthers(text: String) {
    #expect(!isDateline(Array(text.utf8)))
  }

  @Test(
    "it knows bylines",
    arguments: [
      ("Nguyễn Tuấn", true), ("PV Nguyễn Tuấn", true), ("Theo Minh Anh/Báo Mới", true),
      ("By Jane Doe", true), ("Von Max Muster", true), ("Theo kế hoạch năm nay", false),
      ("By then it was late.", false), ("Di sản văn hóa", false),
    ]
  )
  func knowsBylines(text: String, isOne: Bool) {
    let bytes = Array(text.utf8)[...]
    let authors = [comparable("Nguyễn Tuấn")]
    #expect(isByline(bytes, lower: lowercased(bytes), authors: authors) == isOne)
  }

  @Test(
    "it knows who wrote it and when in one line",
    arguments: [
      ("Lê Thị Lan05/09/2025 | 11:00", true), ("Thứ Ba, 24/11/2020 - Nguyễn Tuấn", true),
      ("Nguyễn Tuấn", false), ("Họp ngày 24/11/2020 tại Bình Gia", false), ("24/11/2020", false),
    ]
  )
  func knowsNamesAndDates(text: String, isOne: Bool) {
    #expect(isNameAndDate(Array(text.utf8)[...]) == isOne)
  }

  @Test(
    "it knows lines under pictures by who took them",
    arguments: [
      ("Cây cầu mới ở Bình Gia. (Ảnh: Lan Anh).", true), ("Cây cầu mới - Ảnh: TTXVN", true),
      ("Ảnh minh họa: Báo Mẫu", true), ("Cây cầu mới ở Bình Gia", false),
      ("Ba bức ảnh: một cây cầu, một ngôi trường, một con đường", false),
      ("Hình ảnh", false),
      ("Người xem ảnh: hơn 20.000 lượt trong ba ngày, theo ban tổ chức", false),
    ]
  )
  func knowsPhotoCredits(text: String, isOne: Bool) {
    #expect(endsWithPhotoCredit(lowercased(Array(text.utf8)[...])) == isOne)
  }

  @Test(
    "it knows notices by their words",
    arguments: [
      ("Xem thêm: Giá vàng hôm nay", true), ("Mời quý độc giả theo dõi", true),
      ("Sign up for our newsletter", true), ("Lesen Sie auch: mehr davon", true),
      ("Xem thêm nữa thì không sao? Không", true), ("Ông xem thêm tài liệu", false),
      ("Giá vàng tăng 2 %", false),
    ]
  )
  func knowsNotices(text: String, isOne: Bool) {
    #expect((noticePhrase(in: lowercased(Array(text.utf8)[...])) != nil) == isOne)
  }

  @Test(
    "it compares by letters and digits alone",
    arguments: [
      ("“ĐỒNG” – 1,5 tỷ", "đồng 1 5 tỷ"), ("Ơ Ư Ấ Ị Ð", "ơ ư ấ ị Ð"), ("A&B!", "a b"),
    ]
  )
  func compares(left: String, right: String) {
    #expect(comparable(left) == comparable(right))
  }
}
