import Fetch
import Testing

struct FetchSettingsTests {
  @Test(
    "it says who asks",
    arguments: [
      ("ops@example.org", "solieu/0.1 (+mailto:ops@example.org)"),
      ("https://example.org/bot", "solieu/0.1 (+https://example.org/bot)"),
      ("", "solieu/0.1"),
      ("a)\r\nX: y", "solieu/0.1 (+aX: y)"),
    ]
  )
  func saysWhoAsks(contact: String, userAgent: String) {
    #expect(FetchSettings(contact: contact).userAgent == userAgent)
  }
}
