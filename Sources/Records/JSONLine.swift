/// Builds one JSON object as bytes, its keys in the order of the calls, with no space in it.
///
/// What it writes every common reader accepts: no NUL, no lone surrogate, no number that is not
/// finite, no exponent.
package struct JSONLine: ~Copyable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(reserving capacity: Int = 1024) {
    bytes.reserveCapacity(capacity)
  }

  /// Empties the line, and keeps its memory for the next.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends the line.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  package mutating func object(_ fields: (inout JSONLine) -> Void) {
    open(UInt8(ascii: "{"))
    fields(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func list<Element>(
    _ key: String,
    of elements: some Sequence<Element>,
    each: (inout JSONLine, Element) -> Void
  ) {
    name(key)
    open(UInt8(ascii: "["))
    for element in elements { each(&self, element) }
    close(UInt8(ascii: "]"))
  }

  package mutating func field(_ key: String, _ text: String?) {
    name(key)
    value(text)
  }

  package mutating func field(_ key: String, _ texts: [String]) {
    list(key, of: texts) { line, text in line.value(text) }
  }

  package mutating func field(_ key: String, _ number: Int?) {
    name(key)
    guard let number else { return raw("null") }
    bytes.append(decimal: Int128(number))
    needsComma = true
  }

  package mutating func field(_ key: String, _ flag: Bool) {
    name(key)
    raw(flag ? "true" : "false")
  }

  /// A number with a fraction always, so that no reader infers an integer column.
  package mutating func field(_ key: String, _ number: ExactNumber?) {
    name(key)
    guard let number else { return raw("null") }
    bytes.append(decimal: number.significand, decimals: number.scale)
    if number.isWhole {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0"))
    }
    needsComma = true
  }

  /// A number as a text, which keeps all its digits: `"1.33"`.
  package mutating func decimal(_ key: String, _ number: ExactNumber?) {
    name(key)
    guard let number else { return raw("null") }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(decimal: number.significand, decimals: number.scale)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A share from 0 to 1, in thousandths.
  package mutating func share(_ key: String, _ share: Double?) {
    let thousandths = share.map { Int((min(max($0, 0), 1) * 1000).rounded()) }
    field(key, thousandths.flatMap { ExactNumber(exactly: Int128($0), scale: 3) })
  }

  /// A text as a value of a list.
  package mutating func value(_ text: String?) {
    separate()
    if let text { quote(text) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  private mutating func name(_ key: String) {
    bytes.append(addingCapacity: key.utf8.count + 4) { [needsComma] bytes in
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      // Keys are short: a byte at a time is quicker than a call.
      let key = key.utf8Span.span
      for index in key.indices { bytes.append(key[index]) }
      bytes.append(UInt8(ascii: "\""))
      bytes.append(UInt8(ascii: ":"))
    }
    needsComma = false
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if needsEscape(from: start) { escape(from: start) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether any byte from `start` on must be escaped; it looks at all of them, many at a time.
  private func needsEscape(from start: Int) -> Bool {
    let span = bytes.span
    var found = false
    for index in start..<span.count {
      let byte = span[index]
      found = found || byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
    return found
  }

  /// Escapes the bytes from `start` on, which most texts need not.
  private mutating func escape(from start: Int) {
    let plain = Array(bytes[start...])
    bytes.removeLast(plain.count)
    var clean = 0
    for (index, byte) in plain.enumerated() where Self.needsEscape(byte) {
      bytes.append(contentsOf: plain[clean..<index])
      bytes.append(contentsOf: Self.escape(byte).utf8)
      clean = index + 1
    }
    bytes.append(contentsOf: plain[clean...])
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    case 0: return "\u{FFFD}"  // PostgreSQL takes no NUL
    default: return "\\u00" + hexadecimal(CollectionOfOne(byte))
    }
  }
}
