/// An element's name as a small number.
package enum HTMLTag: UInt8, CaseIterable, Sendable {
  /// A text; no element.
  case text
  /// An element with a name that is not in this list.
  case other
  case a, abbr, acronym, address, article, aside, audio, b, base, big, blockquote, body, br
  case button, canvas, caption, center, cite, code, col, colgroup, dd, del, details, dfn, dialog
  case div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd
  case label, legend, li, link, main, map, mark, math, menu, meta, nav, nobr, noembed, noframes
  case noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre
  case progress, q, rp, rt, ruby, s, samp, script, section, select, small, source, span, strike
  case strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th
  case thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp
}

extension HTMLTag {
  /// Whether the element begins and ends a line, HTML Standard §15.3, custom elements included.
  package var isBlock: Bool {
    switch self {
    case .text, .a, .abbr, .acronym, .b, .big, .cite, .code, .del, .dfn, .em, .font, .i, .img,
      .ins, .kbd, .mark, .nobr, .q, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub, .sup,
      .time, .tt, .u, .var, .wbr, .output, .picture, .label, .link, .meta, .base, .progress, .title:
      false
    default: true
    }
  }

  /// Whether the element changes how its text looks and nothing else: it is not in the tree.
  var isStyling: Bool {
    switch self {
    case .abbr, .acronym, .b, .big, .cite, .code, .del, .dfn, .em, .font, .i, .ins, .kbd, .mark,
      .nobr, .q, .s, .samp, .small, .strike, .strong, .sub, .sup, .tt, .u, .var:
      true
    default: false
    }
  }
}

/// An attribute's name as a small number; no other attribute is kept.
package enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case `class`, colspan, content, datetime, hidden, href, id, itemprop, lang, name, property, rel
  case role, rowspan
}

/// A table from names, packed, to small numbers.
struct NameTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private static let size = 1024

  private init(_ names: [(name: String, value: UInt8)]) {
    keys = Array(repeating: 0, count: Self.size)
    values = Array(repeating: 0, count: Self.size)
    for (name, value) in names {
      let key = name.utf8.prefix(8).enumerated().reduce(0) { key, byte in
        key | UInt64(byte.element) << UInt64(8 * byte.offset)
      }
      var slot = Self.slot(of: key)
      while keys[slot] != 0 { slot = (slot + 1) % Self.size }
      keys[slot] = key
      values[slot] = value
    }
  }

  static let tags = NameTable(
    HTMLTag.allCases.dropFirst(2).map { ("\($0)", $0.rawValue) }
  )

  static let attributes = NameTable(HTMLAttribute.allCases.map { ("\($0)", $0.rawValue) })

  /// The number of a name whose first eight bytes, in lower case, are `key`; `nil` for no name.
  @inline(__always)
  func value(of key: UInt64) -> UInt8? {
    var slot = Self.slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) % Self.size
    }
    return nil
  }

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
