/// `bytes` in base 32 by RFC 4648, section 6, with no padding.
package func base32(_ bytes: [UInt8]) -> String {
  digits(of: bytes, bits: 5, alphabet: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8))
}

/// `bytes` in base 64 by RFC 4648, section 4, with no padding.
package func base64(_ bytes: [UInt8]) -> String {
  let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  return digits(of: bytes, bits: 6, alphabet: Array("\(letters)0123456789+/".utf8))
}

/// `bytes` as digits of so many bits each, the last one filled up with zeros.
private func digits(of bytes: [UInt8], bits size: Int, alphabet: [UInt8]) -> String {
  var digits: [UInt8] = []
  var bits = 0
  var count = 0
  for byte in bytes {
    bits = bits << 8 | Int(byte)
    count += 8
    while count >= size {
      count -= size
      digits.append(alphabet[bits >> count & (1 << size - 1)])
    }
    bits &= 1 << count - 1
  }
  if count > 0 { digits.append(alphabet[bits << (size - count) & (1 << size - 1)]) }
  return String(decoding: digits, as: UTF8.self)
}
