/// The lines of a robots.txt that mean something to us.
struct RobotsLines: Sequence, IteratorProtocol {
  enum Key {
    case agent
    case allow
    case disallow
    case delay
    case sitemap
  }

  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark, or what is left of one.
    position = zip(bytes, [0xEF, 0xBB, 0xBF]).prefix { $0 == $1 }.count
  }

  mutating func next() -> (key: Key, value: ArraySlice<UInt8>)? {
    while position < bytes.count {
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let line = bytes[position..<end].prefix { $0 != UInt8(ascii: "#") }
      position = end + 1
      if let found = read(trim(line)) { return found }
    }
    return nil
  }

  private func read(_ line: ArraySlice<UInt8>) -> (key: Key, value: ArraySlice<UInt8>)? {
    if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: trim(line[..<colon]), as: UTF8.self).lowercased()
      return Self.keys[name].map { ($0, trim(line[(colon + 1)...])) }
    }
    // Without its colon a line still counts where it has two words and shuts something.
    let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard words.count == 2 else { return nil }
    let key = Self.keys[String(decoding: words[0], as: UTF8.self).lowercased()]
    guard let key, key == .disallow || key == .agent else { return nil }
    return (key, words[1])
  }

  /// The names of fields, with the misspellings that Google's parser takes as well.
  private static let keys: [String: Key] = [
    "user-agent": .agent, "useragent": .agent, "user agent": .agent,
    "allow": .allow,
    "disallow": .disallow, "dissallow": .disallow, "dissalow": .disallow, "disalow": .disallow,
    "diasllow": .disallow, "disallaw": .disallow,
    "crawl-delay": .delay,
    "sitemap": .sitemap, "site-map": .sitemap,
  ]
}

private func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let isInk = { (byte: UInt8) in byte > 0x20 }
  guard let first = bytes.firstIndex(where: isInk), let last = bytes.lastIndex(where: isInk) else {
    return []
  }
  return bytes[first...last]
}
