import Markup

/// What a page's head says about it: its `<meta>`, `<title>` and `<link>` elements and its JSON-LD.
struct Metadata {
  /// The text of `<title>`.
  private(set) var title: String?

  /// The values of `<meta>` by name, property or itemprop in lower case, in the page's order.
  private(set) var values: [String: [String]] = [:]
  private(set) var canonical: String?
  private(set) var language: String?
  let linked: LinkedData

  init(of tree: borrowing HTMLTree) {
    linked = LinkedData(tree.linkedData.map { tree.bytes[$0] })
    for id in tree.nodes.indices {
      switch tree.tag(id) {
      case .meta: readMeta(id, in: tree)
      case .title where title == nil: title = text(of: id, in: tree)
      case .link where canonical == nil && tree.string(of: .rel, at: id) == "canonical":
        canonical = tree.string(of: .href, at: id).flatMap { $0.isEmpty ? nil : $0 }
      case .html where language == nil:
        language = tree.string(of: .lang, at: id).flatMap { $0.isEmpty ? nil : $0 }
      default: break
      }
    }
  }

  /// The first value that is there under one of `names`.
  func first(_ names: String...) -> String? {
    for name in names {
      if let value = values[name]?.first(where: { !$0.isEmpty }) { return value }
    }
    return nil
  }

  var description: String? {
    first("description", "og:description", "twitter:description").map(plainText)
      ?? linked.description
  }

  private mutating func readMeta(_ id: Int, in tree: borrowing HTMLTree) {
    guard let content = tree.string(of: .content, at: id) else { return }
    for position in tree.attributes(of: id) {
      let attribute = tree.attributes[position]
      switch attribute.name {
      case .name, .property, .itemprop:
        let name = String(decoding: tree.bytes[attribute.place], as: UTF8.self).lowercased()
        values[name, default: []].append(content)
      default: break
      }
    }
  }

  private func text(of id: Int, in tree: borrowing HTMLTree) -> String? {
    let pieces = (id + 1..<tree.end(id)).map {
      String(decoding: tree.bytes[tree.text($0)], as: UTF8.self)
    }
    let text = plainText(pieces.joined())
    return text.isEmpty ? nil : text
  }
}
