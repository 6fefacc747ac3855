import Testing

@testable import Report

struct FormatTests {
  @Test(arguments: [
    ("0", "0", "0"), ("1330000000", "1.330.000.000", "1,330,000,000"), ("6.25", "6,25", "6.25"),
    ("-1234.5", "−1.234,5", "−1,234.5"), ("999", "999", "999"), ("1e5", "1e5", "1e5"),
    ("<b>", "<b>", "<b>"), ("", "", ""), ("1.", "1.", "1."),
  ])
  func writesDecimals(text: String, vietnamese: String, english: String) {
    #expect(Language.vietnamese.decimal(text) == vietnamese)
    #expect(Language.english.decimal(text) == english)
  }

  @Test(arguments: [
    (6.306306, 2, "6,31"), (7, 2, "7"), (0.1 + 0.2, 3, "0,3"), (-0.001, 2, "0"),
    (-12.5, 1, "−12,5"),
    (1234.05, 2, "1.234,05"), (.infinity, 2, "?"), (1e300, 2, "?"),
  ])
  func rounds(number: Double, decimals: Int, text: String) {
    #expect(Language.vietnamese.rounded(number, decimals: decimals) == text)
  }

  @Test(arguments: [
    (850, "850\u{A0}ms", "850\u{A0}ms"), (1240, "1,2\u{A0}giây", "1.2\u{A0}s"),
    (125_000, "2\u{A0}phút 5\u{A0}giây", "2\u{A0}min 5\u{A0}s"),
    (7_200_000, "2\u{A0}giờ", "2\u{A0}h"),
    (3_660_000, "1\u{A0}giờ 1\u{A0}phút", "1\u{A0}h 1\u{A0}min"),
  ])
  func writesDurations(milliseconds: Int, vietnamese: String, english: String) {
    #expect(Language.vietnamese.duration(milliseconds: milliseconds) == vietnamese)
    #expect(Language.english.duration(milliseconds: milliseconds) == english)
  }

  @Test(arguments: [
    (nil, nil, nil), ("2020-01-01", "2020-12-31", "2020"), ("2020-11-01", "2020-11-30", "11/2020"),
    ("2020-01-01", "2020-10-31", "1/2020 – 10/2020"), ("2020-11-24", "2020-11-24", "24/11/2020"),
    ("2020-11-02", "2020-11-08", "2/11/2020 – 8/11/2020"), (nil, "2020-11-24", "đến 24/11/2020"),
    ("2020-11-24", nil, "từ 24/11/2020"), ("x", nil, nil),
  ])
  func namesPeriods(start: String?, end: String?, text: String?) {
    #expect(Language.vietnamese.period(from: start, to: end) == text)
  }

  @Test(arguments: [
    ("2020-11-24T19:05:00Z", "2:05 ngày 25/11/2020", "2:05 on 25 Nov 2020"),
    ("1969-12-31T10:00:00Z", "17:00 ngày 31/12/1969", "17:00 on 31 Dec 1969"),
  ])
  func tellsTheTimeInVietnam(instant: String, vietnamese: String, english: String) {
    #expect(Instant(instant)?.inVietnam(.vietnamese) == vietnamese)
    #expect(Instant(instant)?.inVietnam(.english) == english)
  }

  @Test(arguments: ["", "2020-11-24", "2020-11-24T19:05:00+07:00", "2020-11-24T25:05:00Z"])
  func refusesOtherInstants(text: String) {
    #expect(Instant(text) == nil)
  }
}
