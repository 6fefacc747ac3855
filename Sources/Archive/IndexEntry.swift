import Records

/// One line of an archive's index, in the form CDXJ.
///
///     org,example)/a 20201124090500 {"url": "http://example.org/a", "mime": "text/html", …}
package struct IndexEntry: Sendable, Equatable {
  package var url: String

  /// `WARC-Date`, RFC 3339.
  package var date: String

  /// The body's type without parameters, or `warc/revisit`; `nil` where the server sent none.
  package var mime: String?

  /// The response's status; `nil` where there is no HTTP head.
  package var status: Int?

  /// `WARC-Payload-Digest`.
  package var digest: String?

  /// In stored bytes; `nil` where the record can't be read alone.
  package var length: Int?

  package var offset: Int

  /// The archive file's name, without its folder.
  package var file: String

  /// - Returns: `nil` for a record that no index lists: one without an address, or a request.
  package init?(_ record: WARCRecord, file: String) {
    guard let url = record.targetURI, let date = record.date else { return nil }
    let isRevisit = record.kind == .revisit
    switch record.kind {
    case .response, .revisit:
      let head = HTTPHead(record.block[...])
      mime = isRevisit ? "warc/revisit" : head?.fields["Content-Type"].flatMap(mediaType)
      status = head?.status
    case .resource:
      mime = record.fields["Content-Type"].flatMap(mediaType)
      status = nil
    default:
      return nil
    }
    self.url = url
    self.date = date
    digest = record.fields["WARC-Payload-Digest"]
    length = record.length
    offset = record.offset
    self.file = file
  }
}

extension IndexEntry: CustomStringConvertible {
  /// The line, with no line end; its numbers are strings, as other tools write them.
  package var description: String {
    let pairs: [(String, String?)] = [
      ("url", url),
      ("mime", mime),
      ("status", status.map(String.init)),
      ("digest", digest),
      ("length", length.map(String.init)),
      ("offset", String(offset)),
      ("filename", file),
    ]
    let members = pairs.compactMap { name, value in value.map { "\"\(name)\": \(quoted($0))" } }
    let time = String(date.filter(\.isWholeNumber).prefix(14))
    return "\(surt(of: url)) \(time) {\(members.joined(separator: ", "))}"
  }
}

/// The media type without its parameters: `text/html` of `text/html; charset=utf-8`.
func mediaType(_ value: String) -> String? {
  let type = value.prefix { $0 != ";" && $0 != "," && $0 != " " }
  return type.isEmpty ? nil : type.lowercased()
}

/// `text` as a JSON string in ASCII.
private func quoted(_ text: String) -> String {
  var result = "\""
  for unit in text.utf16 {
    switch unit {
    case 0x22: result += "\\\""
    case 0x5C: result += "\\\\"
    case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
    default:
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
  return result + "\""
}
