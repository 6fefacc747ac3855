import Testing

@testable import Transform

struct CalendarTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2020-11-24", 18_590, 2), ("2000-02-29", 11_016, 2),
    ("1945-09-02", -8887, 7), ("1900-03-01", -25_508, 4), ("2100-12-31", 47_846, 5),
  ])
  func countsDaysAndWeekdays(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-04-31", "2020-11-00",
    "0000-01-01", "2020/11/24", "2020-1-1", "", "20-11-2020", "2020-11-2x",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func readsTheDayOfALongerTime() {
    #expect(Day("2020-11-24T09:05:00Z") == Day(year: 2020, month: 11, day: 24))
  }

  @Test func isItsOwnParts() {
    // A prime step walks through all days of the month and all months, leap years included.
    for number in stride(from: -700_000, to: 2_900_000, by: 997) {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.parts
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
  }

  @Test(arguments: [
    ("2020-01-31", 1, "2020-02-29"), ("2020-03-31", -1, "2020-02-29"),
    ("2020-11-24", 2, "2021-01-24"), ("2020-02-29", 12, "2021-02-28"),
    ("2021-01-15", -13, "2019-12-15"),
  ])
  func addsMonths(from: String, months: Int, to: String) {
    #expect(Day(from)?.adding(months: months) == Day(to))
  }

  @Test(arguments: [
    (Period.quarter(3, of: 2020), "2020-07-01..2020-09-30"),
    (Period.month(2, of: 2020), "2020-02-01..2020-02-29"),
    (Period.year(2019), "2019-01-01..2019-12-31"),
    (Period.years(2016, 2020), "2016-01-01..2020-12-31"),
    (Period.schoolYear(from: 2020), "2020-09-01..2021-05-31"),
    (Day("2020-11-24").map(Period.week), "2020-11-23..2020-11-29"),
    (Period.month(2, of: 2020)?.shifted(years: -1), "2019-02-01..2019-02-28"),
    (Period.month(2, of: 2019)?.shifted(years: 1), "2020-02-01..2020-02-29"),
  ])
  func spansDays(period: Period?, text: String) {
    #expect(period.map(describe) == text)
  }

  @Test func refusesSpansThatAreNone() {
    #expect(Period.quarter(5, of: 2020) == nil)
    #expect(Period.month(13, of: 2020) == nil)
    #expect(Period.years(2020, 2016) == nil)
  }
}

/// A period as `start..end`, with nothing for an open side.
func describe(_ period: Period) -> String {
  "\(period.start?.description ?? "")..\(period.end?.description ?? "")"
}
