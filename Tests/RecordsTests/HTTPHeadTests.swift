import Records
import Testing

struct HTTPHeadTests {
  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\nA: 1\r\n\r\nbody", 200, "OK", 25),
    ("HTTP/1.1 404 Not Found\nA: 1\n\nbody", 404, "Not Found", 29),
    ("HTTP/1.0 200\r\n\r\nbody", 200, "", 16),
    ("HTTP/2 503 \r\nA: 1\r\n\r\n", 503, "", 21),
    ("http/1.1  301  Moved\r\n\r\n", 301, "Moved", 24),
    ("HTTP/1.1 200 OK\r\nA: 1", 200, "OK", 21),
    ("HTTP/1.1 200 OK\r\r\n\r\r\nbody", 200, "OK", 21),
  ])
  func reads(message: String, status: Int, reason: String, length: Int) {
    let head = HTTPHead(Array(message.utf8)[...])
    #expect(head?.status == status)
    #expect(head?.reason == reason)
    #expect(head?.length == length)
  }

  @Test(arguments: ["", "HTTP/1.1", "200 OK", "HTTP/1.1 OK 200", "HTTP/1.1 20\r\n", "<html>"])
  func refuses(message: String) {
    #expect(HTTPHead(Array(message.utf8)[...]) == nil)
  }

  @Test
  func findsFieldsInWhateverCase() {
    let message = "HTTP/1.1 200 OK\r\nX-One: 1\r\nx-one:2 \r\nÊ: \u{1F}\r\n bộ\r\n\r\n"
    let fields = HTTPHead(Array(message.utf8)[...])?.fields
    #expect(fields?["X-ONE"] == "1")
    #expect(fields?.values(of: "x-One") == ["1", "2"])
    #expect(fields?["x-two"] == nil)
    #expect(fields?.all.last == HeaderFields.Field("Ê", " bộ"))
  }
}
