import Records
import Testing

@testable import Transform

struct AmountReaderTests {
  private func read(_ text: String, style: MarkStyle = .vietnamese) -> String? {
    let text = ArticleText(text)
    let reader = AmountReader(text: text, style: style)
    return reader.amount(at: 0, limit: text.count)?.value?.description
  }

  @Test(arguments: [
    ("1.330", "1330"), ("97.582.694", "97582694"), ("1,33", "1.33"), ("1.234,56", "1234.56"),
    ("1,330.5", "1330.5"), ("1,234,567", "1234567"), ("02", "2"), ("0,125", "0.125"),
    ("1.1843", "1.1843"), ("1 330 tỷ", "1330000000000"), ("１２,５ %", "12.5"),
    ("𝟸,𝟹𝟻 triệu", "2350000"), ("6 ,3%", "6.3"),
  ])
  func readsDigits(text: String, value: String) {
    #expect(read(text) == value)
  }

  @Test(arguments: [
    ("1,33 tỷ", "1330000000"), ("4,6 triệu tỷ", "4600000000000000"),
    ("2 nghìn tỷ", "2000000000000"),
    ("315 ngàn", "315000"), ("3 triệu 200 nghìn", "3200000"), ("2 trăm", "200"), ("350k", "350000"),
    ("1,2tr", "1200000"), ("2,4x10^3", "2400"), ("1 tỷ rưỡi", "1500000000"), ("5 vạn", "50000"),
  ])
  func appliesMagnitudes(text: String, value: String) {
    #expect(read(text) == value)
  }

  @Test(arguments: [
    ("mười ba", "13"), ("bảy mươi sáu", "76"), ("bốn mươi mốt", "41"), ("ba mươi lăm", "35"),
    ("hai mốt", "21"), ("ba tư", "34"), ("một trăm linh năm", "105"), ("hai trăm rưỡi", "250"),
    ("một tỷ rưỡi", "1500000000"), ("hai phẩy bảy", "2.7"), ("ba trăm hai mươi mốt", "321"),
    ("một triệu hai trăm nghìn", "1200000"), ("năm vạn", "50000"), ("mười nghìn", "10000"),
  ])
  func readsWords(text: String, value: String) {
    #expect(read(text) == value)
  }

  @Test(arguments: [("241,350", "241350"), ("31.2", "31.2"), ("9,215.4", "9215.4")])
  func readsEnglishMarks(text: String, value: String) {
    #expect(read(text, style: .english) == value)
  }

  @Test(arguments: ["0999.12.34.56", "20.11.1982", "1.2.3", "1.33,5,2", "lẻ", "mươi", "học"])
  func refuses(text: String) {
    #expect(read(text) == nil)
  }

  @Test func refusesMoreDigitsThanFit() {
    #expect(read(String(repeating: "9", count: 60)) == nil)
  }
}
