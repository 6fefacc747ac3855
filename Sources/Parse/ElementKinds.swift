import Markup

/// Whether an element begins and ends a line, HTML Standard §15.3, custom elements included.
func isBlock(_ tag: HTMLTag) -> Bool {
  switch tag {
  case .text, .a, .abbr, .acronym, .b, .big, .cite, .code, .del, .dfn, .em, .font, .i, .img, .ins,
    .kbd, .mark, .nobr, .q, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time,
    .tt, .u, .var, .wbr, .output, .picture, .label, .link, .meta, .base, .progress, .title:
    false
  default: true
  }
}

extension Hints {
  /// What the attributes of an element say.
  init(ofElement id: Int, in tree: borrowing HTMLTree) {
    self = []
    for attribute in tree.attributes(of: id) {
      switch attribute.name {
      case .class, .id, .itemprop, .role:
        let value = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
        formUnion(Hints(tree.bytes[value]))
        if attribute.name == .role { formUnion(Self.ofRole(tree.bytes[value])) }
      default: break
      }
    }
  }

  /// The ARIA roles whose names say too little.
  private static func ofRole(_ bytes: ArraySlice<UInt8>) -> Hints {
    switch String(decoding: bytes, as: UTF8.self) {
    case "contentinfo": .footer
    case "dialog", "alertdialog", "alert": .consent
    case "banner", "search", "menubar", "tablist": .navigation
    default: []
    }
  }
}
