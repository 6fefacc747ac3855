import Records

/// The digest of a body as `WARC-Payload-Digest` has it: `sha1:` and 32 characters of base 32.
func payloadDigest(of body: some Sequence<UInt8>) -> String {
  var digest = Digest(.sha1)
  digest.update(body)
  return "sha1:" + base32(digest.finish())
}

/// RFC 4648's base 32, for bytes whose number is a multiple of five.
private func base32(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
  var text: [UInt8] = []
  var bits: UInt32 = 0
  var count: UInt32 = 0
  for byte in bytes {
    bits = bits << 8 | UInt32(byte)
    count += 8
    while count >= 5 {
      count -= 5
      text.append(alphabet[Int(bits >> count & 31)])
    }
  }
  return String(decoding: text, as: UTF8.self)
}
