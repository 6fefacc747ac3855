/// The head of an HTTP response, read as forgivingly as browsers do.
package struct HTTPHead: Sendable, Equatable {
  package var status: Int

  /// The words after the status, such as `Not Found`; often none.
  package var reason: String

  package var fields: HeaderFields

  /// The head's length with its empty line, in bytes: where the body begins.
  package var length: Int

  /// Reads the head that a message begins with.
  ///
  /// A head without an empty line goes to the message's end.
  ///
  /// - Returns: `nil` where the first line is no status line.
  package init?(_ message: ArraySlice<UInt8>) {
    let end = headEnd(of: message, from: message.startIndex) ?? message.endIndex
    let head = message[..<end]
    let lineEnd = head.firstIndex(of: UInt8(ascii: "\n")) ?? head.endIndex
    let words = trimmedText(head[..<lineEnd].prefix(1024)).split(
      separator: " ",
      maxSplits: 2,
      omittingEmptySubsequences: true
    )
    guard
      words.count >= 2,
      words[0].uppercased().hasPrefix("HTTP"),
      let status = Int(words[1].prefix(3)),
      (100...999).contains(status)
    else { return nil }
    self.status = status
    reason = words.count > 2 ? String(words[2].drop { $0 == " " }) : ""
    fields = HeaderFields(lines: head[lineEnd...])
    length = end - message.startIndex
  }
}
