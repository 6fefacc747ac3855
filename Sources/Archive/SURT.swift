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
  let mark = text.firstIndex(of: "?") ?? text.endIndex
  var path = text[..<mark]
  while path.count > 1, path.last == "/" { path.removeLast() }
  let query = text[mark...].dropFirst()
  let start = path.isEmpty ? "/" : String(path)
  guard !query.isEmpty else { return start }
  let parts = query.split(separator: "&", omittingEmptySubsequences: false).sorted()
  return start + "?" + parts.joined(separator: "&")
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
