/// Decodes gzip, of one member or more.
///
/// A missing trailer loses nothing and is only noted; bytes after the last member are dropped, as
/// browsers do.
///
/// - Parameters:
///   - bytes: The members, one after the other.
///   - limit: The most bytes to give; counted while decoding.
/// - Returns: What all members decode to; bytes that are no gzip come back as they are.
package func gunzip(_ bytes: ArraySlice<UInt8>, limit: Int) -> DecodedBody {
  if let whole = gunzipAtOnce(bytes, limit: limit) { return DecodedBody(bytes: whole) }
  guard GzipHeader(bytes) != .absent else {
    return DecodedBody(asIs: bytes, .notAsSaid(coding: "gzip"), limit: limit)
  }
  return gunzipPiecewise(bytes, limit: limit)
}

/// Decodes a single sound member that says its own size, the usual case, in the fastest way.
private func gunzipAtOnce(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
  guard
    bytes.count > 18,
    let trailer = GzipTrailer(bytes.suffix(GzipTrailer.length)),
    // Deflate makes nothing smaller than its 1032nd part, so a greater size is a lie.
    trailer.size <= min(limit, bytes.count * 1032)
  else { return nil }
  var output = [UInt8](repeating: 0, count: Int(trailer.size))
  var decompressor = GzipDecompressor()
  let outcome = decompressor.decode(bytes, into: &output, at: 0)
  return outcome == .done(read: bytes.count, written: output.count) ? output : nil
}

private func gunzipPiecewise(_ bytes: ArraySlice<UInt8>, limit: Int) -> DecodedBody {
  var body = DecodedBody(bytes: [])
  var rest = bytes
  var decoder = InflateStream(.none)
  while !rest.isEmpty {
    guard case .found(let length) = GzipHeader(rest) else {
      if GzipHeader(rest) == .cutOff {
        body.isTruncated = true
        body.notes.append(.cutOff(coding: "gzip"))
      } else {
        body.notes.append(.trailingBytes(count: rest.count, coding: "gzip"))
      }
      return body
    }
    decoder.restart()
    let data = rest.dropFirst(length)
    let member = expand(data, by: &decoder, limit: limit - body.bytes.count)
    body.bytes += member.bytes
    guard member.ending == .complete else {
      body.end(as: member.ending, coding: "gzip", limit: limit)
      return body
    }
    guard let trailer = GzipTrailer(data.dropFirst(member.read)) else {
      body.notes.append(.missingTrailer(coding: "gzip"))
      return body
    }
    guard trailer.checksum == crc32(member.bytes[...]) else {
      body.end(as: .broken, coding: "gzip", limit: limit)
      return body
    }
    rest = data.dropFirst(member.read + GzipTrailer.length)
  }
  return body
}

extension DecodedBody {
  /// Notes that the coded bytes did not come to their proper end.
  mutating func end(as ending: Expansion.Ending, coding: String, limit: Int) {
    guard ending != .complete else { return }
    isTruncated = true
    let note: CodingNote =
      switch ending {
      case .overLimit: .overLimit(bytes: limit)
      case .broken: .damaged(coding: coding)
      default: .cutOff(coding: coding)
      }
    notes.append(note)
  }
}
