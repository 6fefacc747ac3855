import CCrypto  // in no other file

/// A digest that is fed piece by piece.
@safe
package struct Digest: ~Copyable {
  package enum Algorithm: Sendable {
    case sha1
    case sha256
  }

  private let context: OpaquePointer?  // libcrypto's own, freed in deinit

  package init(_ algorithm: Algorithm) {
    unsafe context = EVP_MD_CTX_new()
    let type =
      switch algorithm {
      case .sha1: unsafe EVP_sha1()
      case .sha256: unsafe EVP_sha256()
      }
    let started = unsafe EVP_DigestInit_ex(context, type, nil)
    precondition(started == 1, "libcrypto refuses its own digest")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
    if done == nil { update(Array(bytes)) }
  }

  /// The digest's bytes: 20 for SHA-1, 32 for SHA-256; it is spent then.
  package mutating func finish() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64)
    var count: UInt32 = 0
    _ = unsafe EVP_DigestFinal_ex(context, &bytes, &count)
    return Array(bytes.prefix(Int(count)))
  }

  /// The SHA-256 of `bytes` in 64 lowercase hexadecimal digits.
  package static func sha256Hex(_ bytes: some Sequence<UInt8>) -> String {
    var digest = Digest(.sha256)
    digest.update(bytes)
    return hexadecimal(digest.finish())
  }
}

/// The digest that archives put on the payload and the block of a record, `parts` one after the
/// other: SHA-1 in base 32, since that is what every other tool writes and checks.
///
///     labelledDigest(of: [])    // "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"
package func labelledDigest(of parts: [UInt8]...) -> String {
  var digest = Digest(.sha1)
  for part in parts where !part.isEmpty { digest.update(part) }
  return "sha1:" + base32(digest.finish())
}

/// `bytes` in lowercase hexadecimal digits, two a byte.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  digits.reserveCapacity(2 * bytes.underestimatedCount)
  func append(_ nibble: UInt8) {
    digits.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
  }
  for byte in bytes {
    append(byte >> 4)
    append(byte & 15)
  }
  return String(decoding: digits, as: UTF8.self)
}

/// Names an article by its canonical address: `a` and 16 hexadecimal digits.
package func articleID(of canonicalURL: String) -> String {
  "a" + Digest.sha256Hex(canonicalURL.utf8).prefix(16)
}

/// Names one text of an article: `v` and 16 hexadecimal digits.
package func versionID(article: String, textSHA256: String) -> String {
  "v" + Digest.sha256Hex("\(article) \(textSHA256)".utf8).prefix(16)
}

/// Names a figure of one text of an article by the version and its place in it.
///
/// `o`, the digits of the version and the code points: `ofedcba9876543210-216-228`.
package func observationID(version: String, characters: Range<Int>) -> String {
  joined("o", version, [characters.lowerBound, characters.upperBound])
}

/// The name of a group of figures of an article.
func groupID(version: String, group: Int) -> String { joined("g", version, [group]) }

/// A text's id under another letter, and numbers behind it.
private func joined(_ letter: String, _ version: String, _ numbers: [Int]) -> String {
  var id = letter
  id += version.dropFirst()
  for number in numbers {
    id += "-"
    id += String(number)
  }
  return id
}
