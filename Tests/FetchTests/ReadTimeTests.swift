import Fetch
import Testing

struct ReadTimeTests {
  @Test(
    "it reads the forms that servers, feeds and sitemaps write",
    arguments: [
      ("Tue, 24 Nov 2020 09:05:00 GMT", "2020-11-24T09:05:00Z"),
      ("Tuesday, 24-Nov-20 09:05:00 GMT", "2020-11-24T09:05:00Z"),
      ("Tue Nov 24 09:05:00 2020", "2020-11-24T09:05:00Z"),
      ("Tue Nov  4 09:05:00 2020", "2020-11-04T09:05:00Z"),
      ("24 Nov 2020 16:05 +0700", "2020-11-24T09:05:00Z"),
      ("Tue, 24 Nov 2020 16:05:00 GMT+7", "2020-11-24T09:05:00Z"),
      ("Tue, 24 Nov 2020 16:05:00 +07:00", "2020-11-24T09:05:00Z"),
      ("Tue, 24 Nov 2020 04:05:00 EST", "2020-11-24T09:05:00Z"),
      ("2020-11-24T09:05:00Z", "2020-11-24T09:05:00Z"),
      ("2020-11-24T16:05:00.123+07:00", "2020-11-24T09:05:00Z"),
      ("2020-11-24T16:05+0700", "2020-11-24T09:05:00Z"),
      ("2020-11-24 09:05:00", "2020-11-24T09:05:00Z"),
      (" 2020-11-24 ", "2020-11-24T00:00:00Z"),
      ("2020-11", "2020-11-01T00:00:00Z"),
      ("2020", "2020-01-01T00:00:00Z"),
      ("24/11/2020 16:05", "2020-11-24T09:05:00Z"),
      ("24-11-2020", "2020-11-23T17:00:00Z"),
      ("2020-02-29", "2020-02-29T00:00:00Z"),
      ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
      ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ]
  )
  func reads(text: String, time: String) {
    #expect(readTime(text)?.description == time)
  }

  @Test(
    "it refuses what is no time",
    arguments: [
      "", "hôm nay", "2020-13-01", "2019-02-29", "24/13/2020", "Tue, 32 Nov 2020 09:05:00 GMT",
      "2020-11-24T25:00:00Z", "120", "Tue,", "2020-11-24T",
    ]
  )
  func refuses(text: String) {
    #expect(readTime(text) == nil)
  }

  @Test("it writes what it reads, over eight centuries")
  func writes() {
    for seconds in stride(from: -20_000_000_000, to: 8_000_000_000, by: 86_400 * 29 + 12_345) {
      let time = UTCTime(seconds: seconds)
      #expect(readTime(time.description) == time)
    }
  }
}
