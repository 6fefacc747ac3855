/// Why bytes could not become a tree.
package enum HTMLTreeError: Error, Equatable {
  /// The bytes hold no element and no text.
  case empty

  /// The page has more bytes than `HTMLReader.limit`.
  case tooLarge(bytes: Int)
}

extension HTMLTreeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .empty: "the page is empty"
    case .tooLarge(let bytes): "the page has \(bytes) bytes, more than \(HTMLReader.limit)"
    }
  }
}
