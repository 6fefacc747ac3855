import Fetch
import Testing

struct SpanOfTimeTests {
  @Test(arguments: [
    (0, "0 s"), (119, "119 s"), (120, "2 min"), (7200, "2 h"), (11_520, "3 h 12 min"),
  ])
  func saysLengths(seconds: Int, text: String) {
    #expect(words(forSeconds: seconds) == text)
  }
}
