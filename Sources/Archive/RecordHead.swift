import ASCII
import Records

/// The head of a WARC record, as far as it can be read.
struct RecordHead {
  var fields: HeaderFields

  /// How long the block is said to be, in bytes; `nil` where the head doesn't say it well.
  var blockLength: Int?

  /// - Parameter bytes: The head with its first line, such as `WARC/1.1`.
  init(_ bytes: ArraySlice<UInt8>) {
    let firstLineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    fields = HeaderFields(lines: bytes[firstLineEnd...])
    let lengths = Set(fields.values(of: "Content-Length"))
    blockLength = lengths.count == 1 ? lengths.first.flatMap(readLength) : nil
  }

  func record(at offset: Int, length: Int?, block: [UInt8]) -> WARCRecord {
    WARCRecord(
      kind: WARCRecord.Kind(fields["WARC-Type"] ?? ""),
      id: fields["WARC-Record-ID"].map(withoutAngles),
      targetURI: fields["WARC-Target-URI"].map(withoutAngles),
      date: fields["WARC-Date"],
      fields: fields,
      offset: offset,
      length: length,
      block: block
    )
  }
}

/// Reads a whole number of bytes, digits alone.
private func readLength(_ text: String) -> Int? {
  guard text.utf8.allSatisfy(isDigit) else { return nil }
  return Int(text)
}

/// A URI without the angle brackets that the standard's 1.0 put around it.
func withoutAngles(_ text: String) -> String {
  text.hasPrefix("<") && text.hasSuffix(">") && text.count > 1
    ? String(text.dropFirst().dropLast()) : text
}

/// Where the next record's head begins.
///
/// - Parameters:
///   - bytes: Where to look.
///   - isAfterEmptyLine: Whether only a head after an empty line counts.
/// - Returns: `nil` where there is none.
func recordStart(in bytes: ArraySlice<UInt8>, afterEmptyLine isAfterEmptyLine: Bool) -> Int? {
  var index = bytes.startIndex
  while let mark = bytes[index...].firstIndex(of: recordMark[0]) {
    index = mark + 1
    guard
      bytes[mark...].starts(with: recordMark),
      mark + 7 < bytes.endIndex,
      isDigit(bytes[mark + 5]),
      bytes[mark + 6] == UInt8(ascii: ".")
    else { continue }
    let before = bytes[..<mark]
    guard before.isEmpty || before.last == 0x0A else { continue }
    let lineBefore = before.dropLast().last == 0x0D ? before.dropLast(2) : before.dropLast()
    if !isAfterEmptyLine || lineBefore.last == 0x0A { return mark }
  }
  return nil
}
