/// An absolute `http` or `https` address, read as browsers read it.
///
/// It follows the WHATWG URL Standard, of which it needs only the two schemes that pages come by:
/// any other scheme reads as `nil`.
///
///     let page = WebURL("HTTP://Báo.VN:80/a/../tin?x#y")  // http://xn--bo-mia.vn/tin?x#y
///     page?.resolve("../rss")                             // http://xn--bo-mia.vn/rss
package struct WebURL: Hashable, Sendable {
  package var isSecure: Bool

  /// Percent-encoded; empty where there is none.
  package var username: String

  package var password: String

  /// In ASCII and lower case; IPv6 in its brackets.
  package var host: String

  /// `nil` for the scheme's own, 80 or 443.
  package var port: Int?

  /// Begins with a slash; percent-encoded.
  package var path: String

  /// Without its `?`; `nil` where there is none.
  package var query: String?

  /// Without its `#`; `nil` where there is none.
  package var fragment: String?

  /// Reads an address, relative to `base` if there is one.
  ///
  /// - Returns: `nil` for what a browser would refuse, and for other schemes.
  package init?(_ text: some StringProtocol, base: WebURL? = nil) {
    var parser = WebURLParser(text)
    guard let url = parser.parse(base: base) else { return nil }
    self = url
  }

  init(isSecure: Bool) {
    self.isSecure = isSecure
    username = ""
    password = ""
    host = ""
    path = "/"
  }

  /// Reads a link as a browser does that stands on this page.
  package func resolve(_ link: some StringProtocol) -> WebURL? {
    WebURL(link, base: self)
  }

  package var scheme: String { isSecure ? "https" : "http" }

  /// The host with its port, where that is not the scheme's own: the value of `Host`.
  package var authority: String { port.map { "\(host):\($0)" } ?? host }

  /// The scheme, host and port, such as `https://example.org`: what one robots.txt is for.
  package var origin: String { "\(scheme)://\(authority)" }

  /// The port to connect to.
  package var effectivePort: Int { port ?? (isSecure ? 443 : 80) }

  /// Path and query, as a request line has them.
  package var requestTarget: String { query.map { "\(path)?\($0)" } ?? path }
}

extension WebURL: CustomStringConvertible {
  package var description: String {
    var text = "\(scheme)://"
    if !username.isEmpty || !password.isEmpty {
      text += username + (password.isEmpty ? "" : ":\(password)") + "@"
    }
    text += authority + requestTarget
    if let fragment { text += "#\(fragment)" }
    return text
  }
}
