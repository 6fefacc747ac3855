import Markup

private let hiddenClasses = ["hidden", "hide", "d-none", "is-hidden", "invisible"]

extension Hints {
  /// What the attributes of an element say.
  init(ofElement id: Int, in tree: borrowing HTMLTree) {
    self = []
    let tag = tree.tag(id)
    let isHeading = tag.rawValue >= HTMLTag.h1.rawValue && tag.rawValue <= HTMLTag.h6.rawValue
    for attribute in tree.attributes(of: id) {
      let range = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
      let value = tree.bytes[range]
      switch attribute.name {
      case .class:
        formUnion(Hints(value))
        if isHidden(value) { insert(.hidden) }
      case .id where !isHeading: formUnion(Hints(value))  // a heading's is often its own text
      case .itemprop: formUnion(Hints(value))
      case .role: formUnion(Hints(value).union(Self.ofRole(value)))
      default: break
      }
    }
  }

  /// Whether a class is one of those that style sheets hide, and no part of a longer name.
  private func isHidden(_ value: ArraySlice<UInt8>) -> Bool {
    guard contains(.maybeHidden) else { return false }
    return value.split(separator: 0x20).contains { name in
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
