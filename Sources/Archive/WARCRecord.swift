package import Records

/// One record of a web archive: ISO 28500, WARC 1.0 and 1.1.
package struct WARCRecord: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case warcinfo
    case response
    case resource
    case request
    case metadata
    case revisit
    case conversion
    case continuation

    /// A kind that the standard doesn't know; readers pass over it.
    case other(String)
  }

  package var kind: Kind

  /// `WARC-Record-ID` without its angle brackets, such as `urn:uuid:…`; `nil` where it has none.
  package var id: String?

  /// `WARC-Target-URI` without the angle brackets that some WARC 1.0 writers put.
  package var targetURI: String?

  /// `WARC-Date` as it stands, such as `2020-11-24T09:05:00Z`.
  package var date: String?

  /// All fields of its head.
  package var fields: HeaderFields

  /// Where it begins, in bytes of the file as stored, from 0.
  ///
  /// In a compressed file that is where its member begins.
  package var offset: Int

  /// Its length in bytes of the file as stored; `nil` where it shares a member with others.
  package var length: Int?

  /// What it holds, such as a whole HTTP message.
  package var block: [UInt8]
}

extension WARCRecord.Kind {
  init(_ name: String) {
    self =
      switch name.lowercased() {
      case "warcinfo": .warcinfo
      case "response": .response
      case "resource": .resource
      case "request": .request
      case "metadata": .metadata
      case "revisit": .revisit
      case "conversion": .conversion
      case "continuation": .continuation
      default: .other(name)
      }
  }

  package var name: String {
    switch self {
    case .warcinfo: "warcinfo"
    case .response: "response"
    case .resource: "resource"
    case .request: "request"
    case .metadata: "metadata"
    case .revisit: "revisit"
    case .conversion: "conversion"
    case .continuation: "continuation"
    case .other(let name): name
    }
  }
}

/// What a reader of an archive meets.
package enum WARCEvent: Sendable, Equatable {
  case record(WARCRecord)
  case fault(WARCFault)
}

/// Something wrong with an archive at one place.
package struct WARCFault: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The file ends within a record.
    case truncated

    /// Compressed data can't be decoded.
    case damaged

    /// Compressed data decodes, but not to what its checksum says.
    case checksum

    /// Bytes that are no record.
    case garbage

    /// A record's head can't be read, or doesn't say how long the record is.
    case badHead = "bad_head"

    /// A record is longer or shorter than its head says.
    case wrongLength = "wrong_length"

    /// A record is longer than the reader's limit.
    case tooLarge = "too_large"

    /// A record is whole, but the two line ends after it are not.
    case missingEnd = "missing_end"

    /// Several records share a compressed member, so that none can be read alone.
    case sharedMember = "shared_member"

    /// Whether something that the archive held is lost.
    package var isLoss: Bool { self != .missingEnd && self != .sharedMember }
  }

  package var kind: Kind

  /// Where, in bytes of the file as stored, from 0.
  package var offset: Int

  /// One line that says more.
  package var detail: String

  /// What could be read of a record that is not whole.
  package var record: WARCRecord?
}

extension WARCFault: CustomStringConvertible {
  package var description: String { "byte \(offset): \(detail)" }
}
