/// The head of a response, read from the bytes that an archive keeps.
struct HTTPHead {
  let status: Int
  private let fields: [HTTPField]

  /// `nil` where there is no status line.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
    }
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else {
      return nil
    }
    self.status = status
    fields = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
      return HTTPField(String(line[..<colon]), String(value))
    }
  }

  /// The first value of a field, whatever its case; `nil` where there is none.
  subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
