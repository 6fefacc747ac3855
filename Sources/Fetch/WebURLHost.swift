import ASCII
import Foundation

/// Reads a host by the WHATWG URL Standard's «host parser», section 3.5.
///
/// - Returns: The host in ASCII, an IPv4 address in four decimal parts, IPv6 in brackets and its
///   shortest form; `nil` where it is none.
func parseHost(_ bytes: ArraySlice<UInt8>) -> String? {
  if bytes.first == UInt8(ascii: "[") {
    guard bytes.last == UInt8(ascii: "]"), bytes.count > 2 else { return nil }
    return IPv6Address(bytes.dropFirst().dropLast()).map { "[\($0)]" }
  }
  guard let decoded = String(validating: percentDecode(bytes), as: UTF8.self),
    let domain = domainToASCII(decoded), !domain.isEmpty, !domain.utf8.contains(where: isForbidden)
  else { return nil }
  return endsInNumber(domain) ? IPv4Address(domain)?.description : domain
}

/// The ASCII form of a domain by UTS 46, mapped by Foundation's ICU where it isn't ASCII already.
private func domainToASCII(_ domain: String) -> String? {
  let lower = domain.utf8.allSatisfy { $0 < 0x80 } ? domain.lowercased() : nil
  if let lower, !lower.split(separator: ".").contains(where: { $0.hasPrefix("xn--") }) {
    return lower
  }
  if let lower, lower.utf8.contains(where: isForbidden) { return nil }
  var components = URLComponents()
  components.scheme = "http"
  components.host = domain
  return components.encodedHost?.lowercased()
}

private func isForbidden(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte >= 0x7F || "#/:<>?@[\\]^|%".utf8.contains(byte)
}

/// Whether the last label is a number, so that the whole must be an IPv4 address.
private func endsInNumber(_ domain: String) -> Bool {
  var labels = domain.split(separator: ".", omittingEmptySubsequences: false)
  if labels.last == "", labels.count > 1 { labels.removeLast() }
  guard let last = labels.last, !last.isEmpty else { return false }
  return last.utf8.allSatisfy(isDigit) || IPv4Address.number(last) != nil
}
