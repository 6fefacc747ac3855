/// `bytes` as a gzip file that stores them as they are (RFC 1952; RFC 1951, section 3.2.4).
///
/// Every decoder reads it, and the same bytes come out on every machine.
package func gzipStored(_ bytes: [UInt8]) -> [UInt8] {
  var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let end = min(start + 0xFFFF, bytes.count)
    let length = UInt16(end - start)
    file.append(end == bytes.count ? 1 : 0)
    append(UInt32(length) | UInt32(~length) << 16, to: &file)
    file += bytes[start..<end]
    start = end
  } while start < bytes.count
  append(crc32(bytes), to: &file)
  append(UInt32(truncatingIfNeeded: bytes.count), to: &file)
  return file
}

/// Little end first.
private func append(_ number: UInt32, to file: inout [UInt8]) {
  for shift in [0, 8, 16, 24] as [UInt32] {
    file.append(UInt8(truncatingIfNeeded: number >> shift))
  }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc = UInt32.max
  for byte in bytes {
    crc = crc >> 8 ^ crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
  }
  return ~crc
}

private let crcTable: [UInt32] = (0..<256).map { (index: UInt32) in
  var remainder = index
  for _ in 0..<8 {
    remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
  }
  return remainder
}
