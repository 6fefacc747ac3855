import Testing

@testable import Report

struct MarkTests {
  private let sentence = "Có 5 xã, rồi 5 xã nữa."

  @Test(arguments: [(8, 3..<7), (18, 13..<17)])
  func findsWhichOfTwoItIs(start: Int, place: Range<Int>) {
    let text = Array("Đầu.\n\(sentence) Hết.".unicodeScalars)
    #expect(mark(of: "5 xã", at: start, in: sentence, of: text) == place)
  }

  @Test func takesTheFirstWhereTheTextDoesNotTell() {
    #expect(mark(of: "5 xã", at: 18, in: sentence, of: nil) == 3..<7)
    #expect(mark(of: "5 xã", at: 900, in: sentence, of: Array("5 xã".unicodeScalars)) == 3..<7)
  }

  @Test(arguments: ["", "6 xã", "Có 5 xã, rồi 5 xã nữa. Và hơn thế."])
  func findsNothing(quote: String) {
    #expect(mark(of: quote, at: 0, in: sentence, of: nil) == nil)
  }
}
