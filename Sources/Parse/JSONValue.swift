/// A value of a JSON text.
indirect enum JSONValue {
  case string(String)

  /// Numbers, `true`, `false` and `null`, which nothing here reads.
  case other
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The string, or the first of a list of them.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .list(let values): values.first?.text
    default: nil
    }
  }

  /// The elements of a list, or the value alone.
  var elements: [JSONValue] {
    if case .list(let values) = self { return values }
    return [self]
  }
}

/// Reads JSON as pages have it: line breaks in strings, commas too many and comments around it are
/// forgiven, and what comes after a mistake is left out.
struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var open: [Frame] = []

  private static let depthLimit = 64

  private struct Frame {
    var isObject: Bool
    var members: [(key: String, value: JSONValue)] = []
    var values: [JSONValue] = []
    var key: String?

    var value: JSONValue { isObject ? .object(members) : .list(values) }
  }

  /// The first object or list of `bytes`; `nil` where there is none.
  static func read(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    guard
      let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return nil }
    var reader = JSONReader(bytes: bytes, position: start)
    return reader.readAll()
  }

  private init(bytes: ArraySlice<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func readAll() -> JSONValue? {
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else { return finish() }
        open.append(Frame(isObject: byte == UInt8(ascii: "{")))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let frame = open.popLast() else { return nil }
        if open.isEmpty { return frame.value }
        add(frame.value)
      case UInt8(ascii: "\""):
        readMember(readString())
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x09, 0x0A, 0x0D, 0x20: break
      default:
        skipWord()
        add(.other)
      }
    }
    return finish()
  }

  /// What was read of a text that breaks off.
  private mutating func finish() -> JSONValue? {
    while open.count > 1, let frame = open.popLast() { add(frame.value) }
    return open.popLast()?.value
  }

  private mutating func readMember(_ text: String) {
    let last = open.count - 1
    if open[last].isObject, open[last].key == nil {
      open[last].key = text
    } else {
      add(.string(text))
    }
  }

  private mutating func add(_ value: JSONValue) {
    let last = open.count - 1
    guard open[last].isObject else {
      open[last].values.append(value)
      return
    }
    guard let key = open[last].key else { return }
    open[last].members.append((key, value))
    open[last].key = nil
  }

  private mutating func skipWord() {
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""): return
      default: position += 1
      }
    }
  }

  /// The string whose quotation mark has just been passed.
  private mutating func readString() -> String {
    let plain = bytes[position...].prefix {
      $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    position = plain.endIndex
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: plain, as: UTF8.self)
    }
    var text = Array(plain)
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\"), position < bytes.endIndex else {
        text.append(byte)
        continue
      }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        text.append(0x20)
      case UInt8(ascii: "u"): text.append(contentsOf: "\(readEscapedCharacter())".utf8)
      default: text.append(escape)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of `\uXXXX`, or of two that are a surrogate pair.
  private mutating func readEscapedCharacter() -> Character {
    guard let first = readUnit() else { return "\u{FFFD}" }
    if 0xD800...0xDBFF ~= first, bytes[position...].starts(with: Array("\\u".utf8)) {
      let resume = position
      position += 2
      if let second = readUnit(), 0xDC00...0xDFFF ~= second {
        let code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}"
      }
      position = resume
    }
    return Unicode.Scalar(first).map(Character.init) ?? "\u{FFFD}"
  }

  private mutating func readUnit() -> UInt32? {
    guard position + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard let unit = UInt32(digits, radix: 16) else { return nil }
    position += 4
    return unit
  }
}
