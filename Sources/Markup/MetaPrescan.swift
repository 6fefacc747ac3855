import ASCII

/// The HTML Standard's prescan for a charset (§13.2.3.2).
///
/// The standard looks at the first 1024 bytes, and changes its mind when it meets a `<meta>` later
/// on; to look further at once comes to the same.
struct MetaPrescan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = min(bytes.count, 1 << 16)
  }

  /// The charset that a `<meta>` names; UTF-16 there means UTF-8.
  consuming func charset() -> String? {
    while position < end {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      if has("<!--") {
        skipComment()
      } else if has("<meta"), position + 5 < end, isSpace(bytes[position + 5]) || slash(5) {
        position += 5
        if let found = meta() { return found }
      } else if tagFollows {
        skipTag()
      } else if slash(1) || has("<!") || has("<?") {
        skip(to: UInt8(ascii: ">"))
      } else {
        position += 1
      }
    }
    return nil
  }

  private func slash(_ offset: Int) -> Bool {
    position + offset < end && bytes[position + offset] == UInt8(ascii: "/")
  }

  private var tagFollows: Bool {
    let name = position + (slash(1) ? 2 : 1)
    return name < end && isLetter(bytes[name])
  }

  private func has(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<word.utf8CodeUnitCount {
      let byte = bytes[position + offset]
      let lower = lowercase(byte)
      guard lower == word.utf8Start[offset] else { return false }
    }
    return true
  }

  private mutating func skip(to byte: UInt8) {
    while position < end, bytes[position] != byte { position += 1 }
  }

  private mutating func skipComment() {
    position += 2  // the two dashes may also be those of the end
    while position < end, !has("-->") { position += 1 }
    position += 3
  }

  private mutating func skipTag() {
    while position < end, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    while attribute() != nil {}
  }

  private mutating func meta() -> String? {
    var seen: Set<String> = []
    var isPragma = false
    var needsPragma: Bool?
    var found: String?
    while let attribute = attribute() {
      guard seen.insert(attribute.name).inserted else { continue }
      switch attribute.name {
      case "http-equiv":
        isPragma = isPragma || attribute.value == "content-type"
      case "content" where found == nil:
        guard let label = charsetLabel(in: Array(attribute.value.utf8)),
          let name = Markup.charset(named: label)
        else { continue }
        found = name
        needsPragma = true
      case "charset":
        found = Markup.charset(named: attribute.value)
        needsPragma = false
      default: break
      }
    }
    // A tag that the bytes end in counts for nothing.
    guard position < end, let needsPragma, let found, isPragma || !needsPragma else { return nil }
    return found.hasPrefix("utf-16") ? "utf-8" : found
  }

  /// The next attribute, name and value in lower case; `nil` where the tag ends.
  private mutating func attribute() -> (name: String, value: String)? {
    while position < end, isSpace(bytes[position]) || slash(0) { position += 1 }
    guard position < end, bytes[position] != UInt8(ascii: ">") else { return nil }
    let start = position
    while position < end, !isSpace(bytes[position]), !slash(0),
      bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "=") || position == start
    {
      position += 1
    }
    let name = lower(start..<position)
    while position < end, isSpace(bytes[position]) { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "=") else { return (name, "") }
    position += 1
    while position < end, isSpace(bytes[position]) { position += 1 }
    return value().map { (name, $0) }
  }

  private mutating func value() -> String? {
    guard position < end else { return nil }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < end, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
        position += 1
      }
      return lower(start..<position)
    }
    let start = position + 1
    position = start
    skip(to: quote)
    guard position < end else { return nil }
    position += 1
    return lower(start..<position - 1)
  }

  private func lower(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}
