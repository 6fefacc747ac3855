import Markup

private let hiddenClasses = ["hidden", "hide", "d-none", "is-hidden", "invisible"]

extension Hints {
  /// What the attributes of an element say.
  init(ofElement id: Int, in tree: borrowing HTMLTree) {
    self = []
    let tag = tree.tag(id)
    let isHeading = tag.rawValue >= HTMLTag.h1.rawValue && tag.rawValue <= HTMLTag.h6.rawValue
    let bytes = tree.bytes.span
    for position in tree.attributes(of: id) {
      let attribute = tree.attributes[position]
      let value = attribute.place
      switch attribute.name {
      case .class:
        formUnion(HintMatcher.shared.hints(in: bytes.extracting(value)))
        if contains(.maybeHidden), isHidden(tree.bytes[value]) { insert(.hidden) }
      case .id where !isHeading, .itemprop:  // a heading's id is often its own text
        formUnion(HintMatcher.shared.hints(in: bytes.extracting(value)))
      case .role:
        formUnion(HintMatcher.shared.hints(in: bytes.extracting(value)))
        formUnion(Self.ofRole(tree.bytes[value]))
      default: break
      }
    }
  }

  /// Whether a class is one of those that style sheets hide, and no part of a longer name.
  private func isHidden(_ value: ArraySlice<UInt8>) -> Bool {
    value.split(separator: 0x20).contains { name in
      hiddenClasses.contains { name.elementsEqual($0.utf8) }
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
