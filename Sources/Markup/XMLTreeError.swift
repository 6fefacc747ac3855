/// Why bytes are no XML.
package enum XMLTreeError: Error, Equatable {
  /// Not even a parser that mends finds an element.
  case noElements

  /// Not well-formed, or with a document type, where neither is let pass.
  case notWellFormed

  /// More bytes than one document may have.
  case tooLarge(bytes: Int)
}

extension XMLTreeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noElements: "no XML"
    case .notWellFormed: "not well-formed XML without a document type"
    case .tooLarge(let bytes): "\(bytes) bytes are too many for an XML document"
    }
  }
}
