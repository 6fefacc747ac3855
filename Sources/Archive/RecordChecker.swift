import ASCII
import Records

/// Holds records to WARC 1.1, ISO 28500:2017.
///
/// What only WARC 1.1 asks for is not held against a file of WARC 1.0.
struct RecordChecker {
  /// Of the ids met so far, a number each, since a large file has millions.
  private var ids: Set<Int> = []

  mutating func problems(of record: WARCRecord) -> [String] {
    var problems = missingFields(of: record)
    if let date = record.date, !isDate(date) {
      problems.append("WARC-Date \(date) is no date")
    }
    if let id = record.id {
      if !id.contains(":") { problems.append("WARC-Record-ID \(id) is no URI") }
      if !ids.insert(id.hashValue).inserted {
        problems.append("WARC-Record-ID \(id) stands for two records")
      }
    }
    if record.kind == .warcinfo, record.targetURI != nil {
      problems.append("a warcinfo has no WARC-Target-URI")
    }
    return problems + wrongDigests(of: record)
  }

  private func missingFields(of record: WARCRecord) -> [String] {
    var needed = ["WARC-Type", "WARC-Record-ID", "WARC-Date"]
    switch record.kind {
    case .response, .request, .resource, .conversion, .continuation:
      needed.append("WARC-Target-URI")
    case .revisit: needed += ["WARC-Target-URI", "WARC-Profile"]
    default: break
    }
    return needed.filter { record.fields[$0] == nil }.map { "\($0) is missing" }
  }

  private func wrongDigests(of record: WARCRecord) -> [String] {
    var problems: [String] = []
    let block = record.block[...]
    if let stated = record.fields["WARC-Block-Digest"], isWrong(stated, of: block) == true {
      problems.append("the block is not what WARC-Block-Digest says")
    }
    // A revisit's payload is in another record.
    if record.kind != .revisit, let stated = record.fields["WARC-Payload-Digest"] {
      if isWrong(stated, of: payload(of: record)) == true {
        problems.append("the payload is not what WARC-Payload-Digest says")
      }
    }
    return problems
  }

  /// The body of an HTTP message as transferred; of anything else, the block.
  private func payload(of record: WARCRecord) -> ArraySlice<UInt8> {
    guard record.fields["Content-Type"].flatMap(mediaType) == "application/http" else {
      return record.block[...]
    }
    let end = headEnd(of: record.block[...], from: 0) ?? record.block.count
    return record.block.dropFirst(end)
  }
}

/// Whether `bytes` are not what a digest such as `sha1:…` says.
///
/// `nil` where the digest is of a kind, or in a form, that can't be checked here.
private func isWrong(_ digest: String, of bytes: ArraySlice<UInt8>) -> Bool? {
  let parts = digest.split(separator: ":", maxSplits: 1)
  guard parts.count == 2 else { return nil }
  let algorithm: Digest.Algorithm
  switch parts[0].lowercased() {
  case "sha1", "sha-1": algorithm = .sha1
  case "sha256", "sha-256": algorithm = .sha256
  default: return nil
  }
  var sum = Digest(algorithm)
  sum.update(bytes)
  let actual = sum.finish()
  let stated = parts[1].prefix { $0 != "=" }
  // Base 64 tells upper from lower case and may be the one for addresses; the others don't.
  let sixtyFour = String(stated.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
  return stated.uppercased() != base32(actual) && stated.lowercased() != hexadecimal(actual)
    && sixtyFour != base64(actual)
}

/// Whether `text` is a `WARC-Date`: a day, or less, or a moment in UTC with up to nine decimals.
private func isDate(_ text: String) -> Bool {
  let digit = UInt8(ascii: "0")
  let bytes = Array(text.utf8)
  let pattern = Array("0000-00-00T00:00:00".utf8)
  let fits = zip(bytes, pattern).allSatisfy { byte, mark in
    mark == digit ? isDigit(byte) : byte == mark
  }
  guard fits else { return false }
  if [4, 7, 10].contains(bytes.count) { return true }
  guard bytes.count > pattern.count, bytes.last == UInt8(ascii: "Z") else {
    return bytes.count == 17 && bytes.last == UInt8(ascii: "Z")
  }
  let decimals = bytes[pattern.count...].dropLast()
  guard let first = decimals.first else { return true }
  return first == UInt8(ascii: ".") && (2...10).contains(decimals.count)
    && decimals.dropFirst().allSatisfy(isDigit)
}
