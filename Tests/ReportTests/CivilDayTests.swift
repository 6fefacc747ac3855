import Report
import Testing

struct CivilDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2020-11-24", 18_590),
    ("2020-11-24T19:00:00Z", 18_590), ("1600-01-01", -135_140),
  ])
  func reads(text: String, number: Int) {
    #expect(CivilDay(text)?.number == number)
    #expect(CivilDay(number: number).text == text.prefix(10))
  }

  @Test(arguments: [
    "", "2020-11", "2021-02-29", "2020-13-01", "2020-00-10", "24-11-2020", "2020-1-1",
  ])
  func refuses(text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test(arguments: [
    ("2020-11-24", "2020-11-23", "2020-11-01"), ("2020-11-23", "2020-11-23", "2020-11-01"),
    ("2020-11-22", "2020-11-16", "2020-11-01"), ("1969-12-31", "1969-12-29", "1969-12-01"),
  ])
  func knowsItsWeekAndMonth(text: String, monday: String, first: String) {
    #expect(CivilDay(text)?.monday.text == monday)
    #expect(CivilDay(text)?.firstOfMonth.text == first)
  }
}
