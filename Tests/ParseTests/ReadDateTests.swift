import Testing

@testable import Parse

struct ReadDateTests {
  @Test(
    "it reads ISO 8601 as pages spell it",
    arguments: [
      ("2020-11-24T16:05:00+07:00", "2020-11-24", "2020-11-24T09:05:00Z"),
      ("2020-11-24T16:05:00.123Z", "2020-11-24", "2020-11-24T16:05:00Z"),
      ("2020-11-24 16:05:30 +0700", "2020-11-24", "2020-11-24T09:05:30Z"),
      ("2020-01-01T03:00+07:00", "2020-01-01", "2019-12-31T20:00:00Z"),
      ("2020-02-29T23:30:00-05:00", "2020-02-29", "2020-03-01T04:30:00Z"),
      ("2020-11-24T16:05", "2020-11-24", nil),
      ("2020-11-24", "2020-11-24", nil),
      ("2020/11/24", "2020-11-24", nil),
    ] as [(String, String, String?)]
  )
  func reads(text: String, day: String, utc: String?) throws {
    let date = try #require(readISODate(text))
    #expect(date.dayText == day)
    #expect(date.utcText == utc)
  }

  @Test(
    "it refuses what is no such date",
    arguments: [
      "", "2020", "2020-13-01", "2021-02-29", "0001-01-01T00:00:00Z", "24/11/2020", "1606205100",
      "2020-11", "yesterday",
    ]
  )
  func refuses(text: String) {
    #expect(readISODate(text) == nil)
  }

  @Test(
    "it finds the date in a line of a page",
    arguments: [
      ("Thứ Ba, 24/11/2020 16:05 (GMT+7)", "2020-11-24", "2020-11-24T09:05:00Z"),
      ("16:05 | 24/11/2020", "2020-11-24", nil),
      ("24-11-2020 - 12:01 AM", "2020-11-24", nil),
      ("Cập nhật thứ ba, ngày 24/11/20 11:05 tối", "2020-11-24", nil),
      ("Lạng Sơn, ngày 24 tháng 11 năm 2020", "2020-11-24", nil),
      ("24 tháng 11, 2020", "2020-11-24", nil),
      ("24. November 2020, 16:05 Uhr", "2020-11-24", nil),
      ("November 24th, 2020", "2020-11-24", nil),
      ("el 24 de noviembre de 2020", "2020-11-24", nil),
      ("Đăng lúc 16h05 ngày 24.11.2020", "2020-11-24", nil),
    ] as [(String, String, String?)]
  )
  func finds(text: String, day: String, utc: String?) throws {
    let date = try #require(findDate(in: text, isDayFirst: true))
    #expect(date.dayText == day)
    #expect(date.utcText == utc)
  }

  @Test(
    "it reads the hour after noon",
    arguments: [
      ("24/11/2020 11:05 tối", 23 * 60 + 5), ("24/11/2020 12:10 AM", 10),
      ("24/11/2020 4:05 PM", 965),
      ("24/11/2020 16h05", 965),
    ]
  )
  func readsClock(text: String, minutes: Int) throws {
    #expect(try #require(findDate(in: text, isDayFirst: true)).time == minutes * 60)
  }

  @Test(
    "it invents none",
    arguments: [
      "Nghị quyết 39-NQ/TW", "0353.63.63.55", "1.330 học sinh", "ngày 24/11", "32/11/2020",
      "từ 24/11/2020 đến 26/11/2020", "303/GP-BTTTT", "năm học 2020 - 2021",
    ]
  )
  func findsNone(text: String) {
    #expect(findDate(in: text, isDayFirst: true) == nil)
  }

  @Test("it reads no day that could be a month")
  func staysInDoubt() {
    #expect(findDate(in: "3/4/2020", isDayFirst: nil) == nil)
    #expect(findDate(in: "3/24/2020", isDayFirst: nil)?.dayText == "2020-03-24")
    #expect(findDate(in: "24/3/2020", isDayFirst: nil)?.dayText == "2020-03-24")
  }
}
