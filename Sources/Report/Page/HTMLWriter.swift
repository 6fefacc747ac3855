/// Writes HTML of which no text can break out.
///
/// The names of elements and attributes are literals of the program, an address is a `WebAddress`,
/// and whatever else comes in is text and escaped. There is no way to put a text in as it is.
struct HTMLWriter {
  private(set) var text = ""

  /// An element with what `content` writes into it.
  mutating func element(
    _ name: StaticString,
    _ attributes: HTMLAttribute...,
    content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    text += "</\(name)>"
  }

  /// An element that holds a text.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., text: String) {
    open(name, attributes)
    write(text)
    self.text += "</\(name)>"
  }

  /// An element that holds a phrase, of which the page shows one language.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., say phrase: Phrase) {
    open(name, attributes)
    say(phrase)
    text += "</\(name)>"
  }

  /// An element without content, such as `meta` or `br`.
  mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) {
    open(name, attributes)
  }

  /// Text, escaped.
  mutating func write(_ text: String) {
    self.text += escaped(text)
  }

  /// Text from a page: escaped, and kept from turning the order of what stands beside it.
  mutating func quote(_ text: String) {
    element("bdi", text: text)
  }

  /// A phrase in both languages; what is the same in both is written once.
  mutating func say(_ phrase: Phrase) {
    guard phrase.vietnamese != phrase.english else {
      write(phrase.vietnamese)
      return
    }
    for language in Language.allCases {
      let code = "\(language.code)"
      element("span", .kind(code), .init("lang", code), text: phrase.text(in: language))
    }
  }

  /// Style, script or markup of the program's own.
  mutating func literal(_ text: StaticString) {
    self.text += "\(text)"
  }

  /// A line break in the source.
  mutating func newline() { text += "\n" }

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    text += "<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)=\"\(escaped(attribute.value))\""
    }
    text += ">"
  }
}

/// An attribute of an element; its value is escaped when it is written.
struct HTMLAttribute {
  let name: StaticString
  let value: String

  /// Any attribute but an address or code, which have no way in but those below.
  init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }

  static func kind(_ name: String) -> HTMLAttribute { HTMLAttribute("class", name) }

  static func id(_ name: String) -> HTMLAttribute { HTMLAttribute("id", name) }

  static func link(_ address: WebAddress) -> HTMLAttribute { HTMLAttribute("href", address.text) }

  /// A link within the page, to what has this id.
  static func section(_ id: String) -> HTMLAttribute { HTMLAttribute("href", "#\(id)") }
}

/// An address that a link may lead to: of the web, and nothing that a browser would run.
struct WebAddress {
  let text: String

  /// Fails where `text` does not begin with `http://` or `https://`.
  init?(_ text: String) {
    let scheme = text.prefix(8).lowercased()
    guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else { return nil }
    self.text = text
  }
}

/// `text` as HTML has it between tags and in quoted values.
///
/// Characters that HTML does not allow become U+FFFD, and so do those that turn the order of what
/// follows: left open in a text, they would reach beyond it, whatever element it stands in.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n": result.unicodeScalars.append(scalar)
    default:
      let isAllowed =
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF, 0x202A...0x202E, 0x2066...0x2069:
          false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
      result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
    }
  }
  return result
}
