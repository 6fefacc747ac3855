import Records

extension WARCRecord {
  /// The record in one line, its parts separated by tabs: offset, stored length, kind, date,
  /// status, media type, address; `-` for what it has not.
  package var listing: String {
    let isHTTP = kind == .response || kind == .revisit
    let head = isHTTP ? HTTPHead(block[...]) : nil
    let type = isHTTP ? head?.fields["Content-Type"] : fields["Content-Type"]
    let parts: [String?] = [
      String(offset), length.map(String.init), kind.name, date,
      head.map { String($0.status) }, type.flatMap(mediaType), targetURI,
    ]
    return parts.map { $0 ?? "-" }.joined(separator: "\t")
  }
}
