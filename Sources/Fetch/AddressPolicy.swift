/// Which addresses may be asked: public ones, and what the settings allow beside them.
///
/// A page can link to anything, and a name can stand for any address. So what is not on the public
/// internet (this machine, the local network, the metadata services of clouds) is refused, by the
/// registries of special addresses of RFC 6890, as IANA keeps them.
package struct AddressPolicy: Sendable {
  private let allowed: [Network]

  /// Takes networks such as `127.0.0.0/8` and `::1`; what is none of that allows nothing.
  package init(allowing networks: [String] = []) {
    allowed = networks.compactMap { Network($0) }
  }

  /// Whether `address`, a literal without brackets, may be asked.
  package func allows(_ address: String) -> Bool {
    guard let bits = bits(of: address) else { return false }
    if allowed.contains(where: { $0.contains(bits) }) { return true }
    let inner = embedded(in: bits) ?? bits
    if inner != bits, allowed.contains(where: { $0.contains(inner) }) { return true }
    return !Self.special.contains { $0.contains(bits) || $0.contains(inner) }
  }

  private static let special = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    "::/128", "::1/128", "100::/64", "2001::/32", "2001:2::/48", "2001:db8::/32", "2001:10::/28",
    "fc00::/7",
    "fe80::/10", "fec0::/10", "ff00::/8",
  ].compactMap { Network($0) }

  /// The IPv4 address that an IPv6 address of a transition mechanism stands for.
  private func embedded(in bits: [UInt8]) -> [UInt8]? {
    guard bits.count == 16 else { return nil }
    let mapped = [UInt8](repeating: 0, count: 10)
    if bits.starts(with: mapped + [0xFF, 0xFF]) { return Array(bits[12...]) }
    if bits.starts(with: mapped + [0, 0]) { return Array(bits[12...]) }
    if bits.starts(with: [0, 0x64, 0xFF, 0x9B]) { return Array(bits[12...]) }
    if bits.starts(with: [0x20, 0x02]) { return Array(bits[2..<6]) }
    return nil
  }
}

/// An address and how many of its first bits count.
private struct Network: Sendable {
  let start: [UInt8]
  let length: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard let address = parts.first, let start = bits(of: String(address)) else { return nil }
    let length = parts.count == 2 ? Int(parts[1]) : start.count * 8
    guard let length, (0...start.count * 8).contains(length) else { return nil }
    self.start = start
    self.length = length
  }

  func contains(_ address: [UInt8]) -> Bool {
    guard address.count == start.count else { return false }
    let whole = length / 8
    guard address.prefix(whole) == start.prefix(whole) else { return false }
    guard length % 8 > 0 else { return true }
    return (address[whole] ^ start[whole]) >> UInt8(8 - length % 8) == 0
  }
}

/// The bytes of an IPv4 or IPv6 address, the first of them first; `nil` where it is none.
private func bits(of address: String) -> [UInt8]? {
  let address = address.prefix { $0 != "%" }
  if address.contains(":") {
    return IPv6Address(address.utf8)?.parts.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
  }
  return IPv4Address(address).map { address in
    [24, 16, 8, 0].map { UInt8(address.value >> $0 & 255) }
  }
}
