import ASCII

/// Takes the framing of HTTP's chunked transfer coding away: RFC 9112, section 7.1.
///
/// Lines may end in LF alone. Extensions and trailers are dropped. Chunks that end early give what
/// there is; bytes that don't begin with a chunk's size are no chunks and come back as they are.
///
/// - Parameters:
///   - bytes: The body as transferred.
///   - limit: The most bytes to give.
/// - Returns: The chunks' bytes, one after the other.
package func unchunk(_ bytes: ArraySlice<UInt8>, limit: Int) -> DecodedBody {
  var body = DecodedBody(bytes: [])
  var rest = bytes
  while true {
    guard case .size(let size, let headLength) = readChunkHead(rest) else {
      let isCut = readChunkHead(rest) == .cutOff
      guard rest.startIndex > bytes.startIndex || (isCut && !rest.isEmpty) else {
        return DecodedBody(asIs: bytes, .notAsSaid(coding: "chunked"), limit: limit)
      }
      body.isTruncated = true
      body.notes.append(isCut ? .cutOff(coding: "chunked") : .damaged(coding: "chunked"))
      return body
    }
    rest = rest.dropFirst(headLength)
    guard size > 0 else { return body }
    let chunk = rest.prefix(size)
    let room = limit - body.bytes.count
    body.bytes += chunk.prefix(room)
    guard chunk.count <= room else {
      body.isTruncated = true
      body.notes.append(.overLimit(bytes: limit))
      return body
    }
    rest = rest.dropFirst(size)
    rest = dropLineEnd(rest)
  }
}

private enum ChunkHead: Equatable {
  /// The chunk's size and its head line's length with its line end, in bytes.
  case size(Int, headLength: Int)

  case cutOff
  case invalid
}

private func readChunkHead(_ bytes: ArraySlice<UInt8>) -> ChunkHead {
  var size = 0
  var index = bytes.startIndex
  var digits = 0
  while index < bytes.endIndex, let digit = hexadecimalValue(bytes[index]) {
    digits += 1
    guard digits <= 15 else { return .invalid }
    size = size << 4 | Int(digit)
    index += 1
  }
  guard index < bytes.endIndex else { return .cutOff }
  guard digits > 0 else { return .invalid }
  guard let end = bytes[index...].prefix(4096).firstIndex(of: UInt8(ascii: "\n")) else {
    return bytes.endIndex - index < 4096 ? .cutOff : .invalid
  }
  // Between the size and the line's end there may be blanks and an extension, nothing else.
  let between = bytes[index..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  guard between.isEmpty || between.first == UInt8(ascii: ";") else { return .invalid }
  return .size(size, headLength: end + 1 - bytes.startIndex)
}

private func dropLineEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let rest = bytes.first == 0x0D ? bytes.dropFirst() : bytes
  return rest.first == 0x0A ? rest.dropFirst() : rest
}
