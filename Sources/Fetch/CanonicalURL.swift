extension WebURL {
  /// The address without its fragment, which is never sent.
  package var withoutFragment: WebURL {
    var url = self
    url.fragment = nil
    return url
  }

  /// The one form of an address by which a page is known, asked for and archived.
  ///
  /// It drops what does not choose the page: fragment, credentials, the parameters that count
  /// where a reader came from, session numbers, an empty query and a dot after the host. Escapes
  /// of plain characters are undone and the others are in upper case. What a server might tell
  /// apart stays: the scheme, `www.`, a slash at the end, the order of parameters.
  ///
  ///     http://Example.org:80/a%2db/?utm_source=rss&id=7#top   // http://example.org/a-b/?id=7
  package var canonical: WebURL {
    var url = withoutFragment
    url.username = ""
    url.password = ""
    while url.host.hasSuffix("."), url.host.utf8.count > 1 { url.host.removeLast() }
    url.path = normalizeEscapes(withoutSession(url.path))
    url.query = url.query.flatMap { query in
      let kept = query.split(separator: "&").filter { !isTracking($0) }
      return kept.isEmpty ? nil : normalizeEscapes(kept.joined(separator: "&"))
    }
    return url
  }
}

/// Parameters that tell the server where a reader came from, by their whole name.
private let trackers: Set<String> = [
  "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gidzl", "zarsrc", "zanpid", "msclkid",
  "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc",
  "_hsmi", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id", "wickedid", "s_cid", "ns_mchannel",
  "ns_campaign", "xtor", "fb_source", "fb_ref", "fb_action_ids", "fb_action_types", "spm",
  "jsessionid", "phpsessid", "aspsessionid",
]

private func isTracking(_ parameter: some StringProtocol) -> Bool {
  let name = parameter.prefix { $0 != "=" }.lowercased()
  return name.hasPrefix("utm_") || name.hasPrefix("hsa_") || trackers.contains(name)
}

/// The path without `;jsessionid=…`, which servers add for readers without cookies.
private func withoutSession(_ path: String) -> String {
  guard let start = path.lowercased().firstRange(of: ";jsessionid=") else { return path }
  return String(path[..<start.lowerBound])
}

/// Undoes escapes of unreserved characters, writes the others in upper case, and escapes what
/// must be, a bare `%` too.
private func normalizeEscapes(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var normal: [UInt8] = []
  var index = 0
  while index < bytes.count {
    var byte = bytes[index]
    var isEscaped = byte == UInt8(ascii: "%") || PercentEncodeSet.request.contains(byte)
    if let escaped = escape(at: index, in: bytes) {
      byte = escaped
      isEscaped = !escaped.isUnreserved
      index += 2
    }
    index += 1
    if isEscaped {
      normal.appendEscape(of: byte)
    } else {
      normal.append(byte)
    }
  }
  return String(decoding: normal, as: UTF8.self)
}
