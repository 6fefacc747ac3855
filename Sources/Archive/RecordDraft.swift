import Records

/// A record that is about to be written.
struct RecordDraft {
  var kind: WARCRecord.Kind
  var id: String

  /// The fields between the record's id and its digests.
  var fields = HeaderFields()

  /// `Content-Type` of the block.
  var contentType: String

  /// The block in two parts, such as an HTTP head and its body.
  var head: [UInt8]
  var body: [UInt8] = []

  /// Of the body as transferred, such as `sha1:…`; `nil` where the record has no payload.
  var payloadDigest: String?

  /// The whole record in WARC 1.1's form, with the two line ends after it.
  var bytes: [UInt8] {
    var all = HeaderFields()
    all.append("WARC-Type", kind.name)
    all.append("WARC-Record-ID", "<\(id)>")
    for field in fields.all { all.append(field.name, field.value) }
    all.append("WARC-Block-Digest", labelledDigest(of: head, body))
    if let payloadDigest { all.append("WARC-Payload-Digest", payloadDigest) }
    all.append("Content-Type", contentType)
    all.append("Content-Length", String(head.count + body.count))

    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.count + body.count + 1024)
    bytes += "WARC/1.1\r\n".utf8
    bytes += fieldLines(all)
    bytes += "\r\n".utf8
    bytes += head
    bytes += body
    bytes += "\r\n\r\n".utf8
    return bytes
  }
}

/// The fields as lines, each ended by CRLF.
///
/// A control character in a value would end its line, so it is written as a blank.
func fieldLines(_ fields: HeaderFields) -> [UInt8] {
  var bytes: [UInt8] = []
  for field in fields.all {
    bytes += field.name.utf8
    bytes += ": ".utf8
    bytes += field.value.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    bytes += "\r\n".utf8
  }
  return bytes
}

/// A new record id: a random UUID, version 4, by RFC 9562.
package func randomRecordID() -> String {
  var random = SystemRandomNumberGenerator()
  var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  bytes[6] = bytes[6] & 0x0F | 0x40
  bytes[8] = bytes[8] & 0x3F | 0x80
  let digits = hexadecimal(bytes)
  let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
    digits.dropFirst(range.lowerBound).prefix(range.count)
  }
  return "urn:uuid:" + groups.joined(separator: "-")
}
