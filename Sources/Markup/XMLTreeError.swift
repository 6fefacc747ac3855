/// Why bytes are no XML.
package enum XMLTreeError: Error, Equatable {
  /// Not even a parser that mends finds an element.
  case noElements

  /// More bytes than one document may have.
  case tooLarge(bytes: Int)
}

extension XMLTreeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noElements: "no XML"
    case .tooLarge(let bytes): "\(bytes) bytes are too many for an XML document"
    }
  }
}
