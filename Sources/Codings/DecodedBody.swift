/// A body with its codings undone, as far as they can be.
package struct DecodedBody: Sendable, Equatable {
  /// A part of what was decoded, where nothing had to be undone.
  package var bytes: ArraySlice<UInt8>

  /// Whether the bytes end before the body did: cut off, damaged or over the limit.
  package var isTruncated: Bool

  /// What was not as it was said to be, in the order in which it was met.
  package var notes: [CodingNote]

  package init(bytes: [UInt8], isTruncated: Bool = false, notes: [CodingNote] = []) {
    self.bytes = bytes[...]
    self.isTruncated = isTruncated
    self.notes = notes
  }

  /// A body that was left as it is, but for the limit, and why.
  init(asIs bytes: ArraySlice<UInt8>, _ note: CodingNote?, limit: Int) {
    self.bytes = bytes.prefix(limit)
    isTruncated = bytes.count > limit
    notes =
      bytes.isEmpty ? [] : [note, isTruncated ? .overLimit(bytes: limit) : nil].compactMap(\.self)
  }
}

/// Something about a body's coding that a reader of logs should know.
package enum CodingNote: Sendable, Equatable {
  /// The bytes are not in the coding that the head names; they were left as they are.
  case notAsSaid(coding: String)

  /// The coded bytes end early; what they gave so far was kept.
  case cutOff(coding: String)

  /// The coded bytes are damaged, or are not what their checksum says; what they gave was kept.
  case damaged(coding: String)

  /// Nothing is lost but the checksum after the data.
  case missingTrailer(coding: String)

  /// Bytes after the coded data's end were dropped.
  case trailingBytes(count: Int, coding: String)

  /// What it decodes to is longer than the limit, in bytes, and was cut there.
  case overLimit(bytes: Int)

  /// A coding that is not known; the bytes were left in it.
  case unknown(coding: String)

  /// There are more codings than the limit; all were left as they are.
  case tooManyLayers(count: Int)
}

extension CodingNote: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAsSaid(let coding): "the body is not in \(coding) as its head says"
    case .cutOff(let coding): "the \(coding) body ends early"
    case .damaged(let coding): "the \(coding) body is damaged"
    case .missingTrailer(let coding): "the checksum after the \(coding) body is missing"
    case .trailingBytes(let count, let coding): "\(count) bytes follow the \(coding) body"
    case .overLimit(let bytes): "the body decodes to more than \(bytes) bytes"
    case .unknown(let coding): "the coding \(coding) is not known"
    case .tooManyLayers(let count): "the body has \(count) codings, one in another"
    }
  }
}
