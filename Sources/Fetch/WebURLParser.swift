import ASCII

/// Reads an address by the WHATWG URL Standard's «basic URL parser», for `http` and `https` alone.
struct WebURLParser {
  /// UTF-8, without the white space that the standard strips.
  private let bytes: [UInt8]

  private var position = 0

  init(_ text: some StringProtocol) {
    let all = Array(text.utf8)
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    guard let first = all.firstIndex(where: { !isBlank($0) }) else {
      bytes = []
      return
    }
    let last = all.lastIndex { !isBlank($0) } ?? first
    bytes = all[first...last].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  mutating func parse(base: WebURL?) -> WebURL? {
    if let scheme = readScheme() {
      guard scheme == "http" || scheme == "https" else { return nil }
      var url = WebURL(isSecure: scheme == "https")
      if let base, base.scheme == scheme, !isSlash(at: position) || !isSlash(at: position + 1) {
        return readRelative(to: base)
      }
      return readAuthority(into: &url) ? readPath(into: &url) : nil
    }
    guard let base else { return nil }
    return readRelative(to: base)
  }

  /// The scheme in lower case, with the position after its colon; `nil` leaves it where it was.
  private mutating func readScheme() -> String? {
    guard let first = bytes.first, isLetter(first) else { return nil }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":") {
        position = index + 1
        return String(decoding: bytes[..<index], as: UTF8.self).lowercased()
      }
      guard isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte) else { return nil }
    }
    return nil
  }

  private mutating func readRelative(to base: WebURL) -> WebURL? {
    var url = base
    url.fragment = nil
    guard position < bytes.count else { return url }
    if isSlash(at: position) {
      if isSlash(at: position + 1) {
        url = WebURL(isSecure: base.isSecure)
        return readAuthority(into: &url) ? readPath(into: &url) : nil
      }
      url.query = nil
      return readPath(into: &url)
    }
    switch bytes[position] {
    case UInt8(ascii: "?"):
      readQuery(into: &url)
    case UInt8(ascii: "#"):
      readFragment(into: &url)
    default:
      url.query = nil
      return readPath(into: &url, after: url.path.dropLastSegment())
    }
    return url
  }

  /// Reads credentials, host and port; `false` where they are none.
  private mutating func readAuthority(into url: inout WebURL) -> Bool {
    while isSlash(at: position) { position += 1 }
    let end =
      bytes[position...].firstIndex { $0.isSlash || $0 == UInt8(ascii: "?") || $0.isHash }
      ?? bytes.count
    var rest = bytes[position..<end]
    position = end
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      let credentials = rest[..<at]
      let colon = credentials.firstIndex(of: UInt8(ascii: ":")) ?? at
      url.username = percentEncode(credentials[..<colon], .userinfo)
      url.password = percentEncode(credentials[colon...].dropFirst(), .userinfo)
      rest = rest[(at + 1)...]
    }
    let bracket = rest.lastIndex(of: UInt8(ascii: "]")) ?? rest.startIndex
    if let colon = rest[bracket...].firstIndex(of: UInt8(ascii: ":")) {
      guard readPort(rest[(colon + 1)...], into: &url) else { return false }
      rest = rest[..<colon]
    }
    guard let host = parseHost(rest) else { return false }
    url.host = host
    return true
  }

  private func readPort(_ digits: ArraySlice<UInt8>, into url: inout WebURL) -> Bool {
    guard !digits.isEmpty else { return true }
    var port = 0
    for digit in digits {
      guard isDigit(digit) else { return false }
      port = port * 10 + Int(digit - UInt8(ascii: "0"))
      guard port <= 65_535 else { return false }
    }
    url.port = port == (url.isSecure ? 443 : 80) ? nil : port
    return true
  }

  /// Reads from the position on; `directory` is what comes before, and ends in a slash.
  private mutating func readPath(into url: inout WebURL, after directory: String = "/") -> WebURL {
    var segments = directory.utf8.dropFirst().dropLast().isEmpty ? [] : directory.segments
    if isSlash(at: position) { position += 1 }
    let end =
      bytes[position...].firstIndex { $0 == UInt8(ascii: "?") || $0.isHash } ?? bytes.count
    let parts = bytes[position..<end].split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isSlash
    )
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch dots(in: part) {
      case 2:
        _ = segments.popLast()
        if isLast { segments.append("") }
      case 1:
        if isLast { segments.append("") }
      default:
        segments.append(percentEncode(part, .path))
      }
    }
    url.path = "/" + segments.joined(separator: "/")
    position = end
    readQuery(into: &url)
    return url
  }

  private mutating func readQuery(into url: inout WebURL) {
    if position < bytes.count, bytes[position] == UInt8(ascii: "?") {
      let end = bytes[position...].firstIndex(where: \.isHash) ?? bytes.count
      url.query = percentEncode(bytes[(position + 1)..<end], .query)
      position = end
    }
    readFragment(into: &url)
  }

  private func readFragment(into url: inout WebURL) {
    guard position < bytes.count, bytes[position].isHash else { return }
    url.fragment = percentEncode(bytes[(position + 1)...], .fragment)
  }

  private func isSlash(at index: Int) -> Bool {
    index < bytes.count && bytes[index].isSlash
  }
}

/// How many dots `segment` is made of, `%2e` being one; 0 for any other segment.
private func dots(in segment: ArraySlice<UInt8>) -> Int {
  guard segment.count <= 6 else { return 0 }
  switch String(decoding: segment, as: UTF8.self).lowercased() {
  case ".", "%2e": return 1
  case "..", ".%2e", "%2e.", "%2e%2e": return 2
  default: return 0
  }
}

extension String {
  /// A path without its last segment, with the slash before it.
  fileprivate func dropLastSegment() -> String {
    String(self[...(lastIndex(of: "/") ?? startIndex)])
  }

  /// What stands between the slashes of `/a/b/`: `["a", "b"]`.
  fileprivate var segments: [String] {
    dropFirst().dropLast().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }
}

extension UInt8 {
  fileprivate var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
  fileprivate var isHash: Bool { self == UInt8(ascii: "#") }
}
