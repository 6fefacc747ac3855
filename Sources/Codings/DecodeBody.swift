/// Undoes the codings of an HTTP body.
///
/// Whatever the bytes, it gives what can be had of them: a body that ends early gives what came
/// before, one that is not in the coding its head names comes back as it is, and both say so.
///
/// - Parameters:
///   - bytes: The body as transferred.
///   - transferEncoding: The values of `Transfer-Encoding`, each perhaps a list.
///   - contentEncoding: The values of `Content-Encoding`, each perhaps a list.
///   - limit: The most bytes that any layer may decode to; counted inside the decoders.
/// - Returns: The body, and what was not as it should be.
package func decodeBody(
  _ bytes: ArraySlice<UInt8>,
  transferEncoding: [String] = [],
  contentEncoding: [String] = [],
  limit: Int
) -> DecodedBody {
  // The transfer coding was put on last.
  let codings = (contentEncoding + transferEncoding).flatMap(splitList)
  let contentLayers = codings.count { $0 != "chunked" }
  guard contentLayers <= maximumLayers, codings.count <= maximumLayers + 1 else {
    return DecodedBody(asIs: bytes, .tooManyLayers(count: codings.count), limit: limit)
  }
  var body: DecodedBody?
  for coding in codings.reversed() {
    var layer = decode(body?.bytes[...] ?? bytes, coding: coding, limit: limit)
    layer.isTruncated = layer.isTruncated || body?.isTruncated ?? false
    layer.notes = (body?.notes ?? []) + layer.notes
    body = layer
  }
  return body ?? DecodedBody(asIs: bytes, nil, limit: limit)
}

/// Codings one in another that are still undone; servers that err put on two.
private let maximumLayers = 3

/// The names in a header's comma-separated list, in lower case, without `identity`.
private func splitList(_ value: String) -> [String] {
  value.lowercased().split { ",; \t".contains($0) }.map(String.init).filter {
    $0 != "identity" && $0 != "none" && !$0.hasPrefix("q=")
  }
}

private func decode(_ bytes: ArraySlice<UInt8>, coding: String, limit: Int) -> DecodedBody {
  switch coding {
  case "chunked": return unchunk(bytes, limit: limit)
  case "gzip", "x-gzip": return gunzip(bytes, limit: limit)
  case "deflate": return inflate(bytes, limit: limit)
  case "br":
    var decoder = BrotliStream()
    return settle(expand(bytes, by: &decoder, limit: limit), of: bytes, coding: "br", limit: limit)
  case "zstd": return unzstd(bytes, limit: limit)
  default: return DecodedBody(asIs: bytes, .unknown(coding: coding), limit: limit)
  }
}

/// Decodes `deflate` as servers send it: with zlib's wrapper, or without, against the standard.
private func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) -> DecodedBody {
  var decoder = InflateStream(.zlib)
  let wrapped = expand(bytes, by: &decoder, limit: limit)
  if wrapped.ending != .broken || !wrapped.bytes.isEmpty {
    return settle(wrapped, of: bytes, coding: "deflate", limit: limit)
  }
  var bareDecoder = InflateStream(.none)
  let bare = expand(bytes, by: &bareDecoder, limit: limit)
  return settle(bare, of: bytes, coding: "deflate", limit: limit)
}

private func unzstd(_ bytes: ArraySlice<UInt8>, limit: Int) -> DecodedBody {
  var body = DecodedBody(bytes: [])
  var rest = bytes
  var decoder = ZstdStream()
  while !rest.isEmpty {
    let frame = expand(rest, by: &decoder, limit: limit - body.bytes.count)
    if frame.ending == .broken, frame.bytes.isEmpty, rest.startIndex == bytes.startIndex {
      return DecodedBody(asIs: bytes, .notAsSaid(coding: "zstd"), limit: limit)
    }
    body.bytes += frame.bytes
    guard frame.ending == .complete else {
      body.end(as: frame.ending, coding: "zstd", limit: limit)
      return body
    }
    rest = rest.dropFirst(frame.read)
  }
  return body
}

/// Makes a body of what a coding without a mark at its start gave.
private func settle(
  _ expansion: Expansion,
  of input: ArraySlice<UInt8>,
  coding: String,
  limit: Int
) -> DecodedBody {
  // Text that is no such coding may still give some bytes before it proves to be none.
  let isFailure = expansion.ending == .broken || expansion.ending == .cutOff
  let isHopeless = expansion.ending == .broken && expansion.bytes.isEmpty
  if isHopeless || isFailure && isText(input.prefix(256)) {
    return DecodedBody(asIs: input, .notAsSaid(coding: coding), limit: limit)
  }
  var body = DecodedBody(bytes: expansion.bytes)
  body.end(as: expansion.ending, coding: coding, limit: limit)
  if expansion.ending == .complete, expansion.read < input.count {
    body.notes.append(.trailingBytes(count: input.count - expansion.read, coding: coding))
  }
  return body
}

/// Whether `bytes` hold no control character, as compressed data of some length always does.
private func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
}
