import CLibXML2  // its encoding.h brings iconv

/// Turns `bytes` of `charset` into UTF-8, each byte that has no meaning there into U+FFFD.
///
/// - Returns: `false` where iconv does not know the charset; `text` is then as it was.
func convert(
  _ bytes: UnsafeBufferPointer<UInt8>,
  from charset: String,
  into text: inout [UInt8]
) -> Bool {
  let name = iconvNames[charset] ?? charset.uppercased()
  guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else {
    return false
  }
  defer { iconv_close(descriptor) }
  text.removeAll(keepingCapacity: true)
  text.reserveCapacity(bytes.count * 2)
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { piece in
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    func step() -> Bool {
      var output = piece.baseAddress
      var room = piece.count
      let isEnd = left == 0
      let result =
        isEnd
        ? iconv(descriptor, nil, nil, &output, &room)
        : iconv(descriptor, &input, &left, &output, &room)
      let isFull = result == -1 && room < 16
      text.append(contentsOf: UnsafeRawBufferPointer(piece)[..<(piece.count - room)])
      guard !isEnd, left > 0, !isFull else { return !isEnd }
      input = input.map { $0 + 1 }
      left -= 1
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return true
    }
    while step() {}
  }
  return true
}
