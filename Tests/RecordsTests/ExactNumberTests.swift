import Records
import Testing

struct ExactNumberTests {
  @Test(arguments: [
    ("0", "0", "0.0"),
    ("1330000000", "1330000000", "1330000000.0"),
    ("6.30", "6.3", "6.3"),
    ("-2.5", "-2.5", "-2.5"),
    ("0.05", "0.05", "0.05"),
    ("007", "7", "7.0"),
    ("12345678901234567890123456.789", "12345678901234567890123456.789", nil),
  ])
  func readsAndWrites(text: String, decimal: String, json: String?) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.description == decimal)
    #expect(number.jsonNumber == json ?? decimal)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1,5", "1.2.3", "1e3", "+1", "x",
    "1234567890123456789012345678901234567890",
  ])
  func refuses(text: String) {
    #expect(ExactNumber(text) == nil)
  }

  @Test(arguments: [
    ("1.33", 9, "1330000000"), ("5", -2, "0.05"), ("100", -2, "1"), ("0", 12, "0"),
  ])
  func shifts(text: String, exponent: Int, result: String) throws {
    #expect(try #require(ExactNumber(text)).shifted(by: exponent)?.description == result)
  }

  @Test func refusesToShiftOutOfRange() throws {
    #expect(try #require(ExactNumber("99")).shifted(by: 37) == nil)
  }

  @Test(arguments: [("0.1", "0.2", "0.3", "0.02"), ("21", "-1.5", "19.5", "-31.5")])
  func reckonsExactly(left: String, right: String, sum: String, product: String) throws {
    let a = try #require(ExactNumber(left))
    let b = try #require(ExactNumber(right))
    #expect((a + b)?.description == sum)
    #expect((a * b)?.description == product)
    #expect(((a + b).flatMap { $0 - b }) == a)
  }

  @Test func ordersAcrossScales() throws {
    let texts = ["-3", "-2.75", "0", "0.001", "1", "1.5", "1000000"]
    let numbers = texts.compactMap { ExactNumber($0) }
    #expect(numbers.shuffled().sorted().map(\.description) == texts)
  }
}
