import ASCII

/// Which bytes are percent-encoded in a part of an address, beside controls and all but ASCII.
///
/// WHATWG URL Standard, section 1.3.
enum PercentEncodeSet: String {
  case fragment = " \"<>`"
  case query = " \"#<>'"
  case path = " \"#<>?^`{}"
  case request = " \"<>[\\]^`{|}"
  case userinfo = " \"#<>?^`{}/:;=@[\\]|"

  func contains(_ byte: UInt8) -> Bool {
    byte <= 0x1F || byte > 0x7E || rawValue.utf8.contains(byte)
  }
}

/// Percent-encodes the bytes of `set`; percent signs stay as they are.
func percentEncode(_ bytes: some Sequence<UInt8>, _ set: PercentEncodeSet) -> String {
  var encoded: [UInt8] = []
  for byte in bytes {
    if set.contains(byte) {
      encoded.appendEscape(of: byte)
    } else {
      encoded.append(byte)
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// Undoes percent-encoding; a `%` without two digits after it stays.
func percentDecode(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let bytes = Array(bytes)
  var decoded: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if let byte = escape(at: index, in: bytes) {
      decoded.append(byte)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return decoded
}

/// The byte that `%xy` at `index` stands for; `nil` where there is no such thing.
func escape(at index: Int, in bytes: [UInt8]) -> UInt8? {
  guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
    let high = hexadecimalValue(bytes[index + 1]), let low = hexadecimalValue(bytes[index + 2])
  else { return nil }
  return high << 4 | low
}

extension [UInt8] {
  /// Appends such as `%C3`, its digits in upper case.
  mutating func appendEscape(of byte: UInt8) {
    func digit(_ nibble: UInt8) -> UInt8 {
      nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
    self += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
  }
}
