import ASCII
import Records

/// The form of an address by which web archives sort it: its host's labels from the last to the
/// first, then path and query, in lower case.
///
///     surt(of: "https://www.Example.org:443/A/?b=2&a=1")    // "org,example)/a?a=1&b=2"
///
/// - Parameter url: An absolute address.
/// - Returns: Its sorting form; of anything else, the text in lower case.
func surt(of url: String) -> String {
  let lower = url.lowercased()
  guard let scheme = lower.range(of: "://"[...]) else { return lower }
  let isSecure = lower[..<scheme.lowerBound] == "https"
  var rest = lower[scheme.upperBound...]
  if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
  let authorityEnd = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
  var host = rest[..<authorityEnd]
  if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
  var port = ""
  if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
    port = String(host[colon...])
    host = host[..<colon]
  }
  if [":", isSecure ? ":443" : ":80"].contains(port) { port = "" }
  let labels = withoutWWW(host).split(separator: ".").reversed().joined(separator: ",")
  return labels + port + ")" + surtPath(rest[authorityEnd...])
}

/// The host without a first label such as `www` or `www2`.
private func withoutWWW(_ host: Substring) -> Substring {
  guard host.hasPrefix("www"), let dot = host.firstIndex(of: ".") else { return host }
  let digits = host[..<dot].dropFirst(3)
  return digits.allSatisfy(\.isWholeNumber) ? host[host.index(after: dot)...] : host
}

/// Path and query, the query's parts in order, with no `/` at the path's end.
private func surtPath(_ text: Substring) -> String {
  let text = canonicalEscapes(text)
  let mark = text.firstIndex(of: "?") ?? text.endIndex
  var segments: [Substring] = []
  for segment in text[..<mark].split(separator: "/") where segment != "." {
    if segment == ".." {
      _ = segments.popLast()
    } else {
      segments.append(segment)
    }
  }
  let path = "/" + segments.joined(separator: "/")
  let query = text[mark...].dropFirst()
  guard !query.isEmpty else { return path }
  let parts = query.split(separator: "&", omittingEmptySubsequences: false).sorted {
    $0.utf8.lexicographicallyPrecedes($1.utf8)
  }
  return path + "?" + parts.joined(separator: "&")
}

/// The text with only those bytes escaped that must be, in lower case.
private func canonicalEscapes(_ text: Substring) -> String {
  var bytes = Array(text.utf8)
  while let next = unescaped(bytes) { bytes = next }
  var result: [UInt8] = []
  for byte in bytes {
    if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") {
      result += "%".utf8
      result += (byte < 16 ? "0" : "").utf8
      result += String(byte, radix: 16).utf8
    } else {
      result.append(lowercase(byte))
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// The bytes with each escape such as `%20` taken away; `nil` where there is none.
private func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let digits = bytes[index...].dropFirst().prefix(2).compactMap(hexadecimalValue)
    if bytes[index] == UInt8(ascii: "%"), digits.count == 2 {
      result.append(digits[0] << 4 | digits[1])
      index += 3
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return result.count < bytes.count ? result : nil
}

extension StringProtocol {
  /// Where `text` first occurs.
  fileprivate func range(of text: Substring) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      formIndex(after: &start)
    }
    return nil
  }
}
