/// A page as an archive holds it, its HTTP codings undone.
///
/// Archive makes it, Parse reads it.
package struct Page: Sendable, Equatable {
  /// The address asked for.
  package var url: String

  /// When it was captured, RFC 3339 in UTC, such as `2020-11-24T09:05:00Z`; `nil` where unknown.
  package var capturedAt: String?

  /// `Content-Type` as sent, such as `text/html; charset=utf-8`; `nil` where the server sent none.
  package var contentType: String?

  /// The body with any transfer and content coding removed, in the server's own charset.
  package var body: ArraySlice<UInt8>

  /// Where it lies in an archive; `nil` for a file of its own.
  package var source: ArchiveReference?

  package init(
    url: String,
    capturedAt: String? = nil,
    contentType: String? = nil,
    body: ArraySlice<UInt8>,
    source: ArchiveReference? = nil
  ) {
    self.url = url
    self.capturedAt = capturedAt
    self.contentType = contentType
    self.body = body
    self.source = source
  }

  package init(
    url: String,
    capturedAt: String? = nil,
    contentType: String? = nil,
    body: [UInt8],
    source: ArchiveReference? = nil
  ) {
    self.init(
      url: url,
      capturedAt: capturedAt,
      contentType: contentType,
      body: body[...],
      source: source
    )
  }
}

/// Where a record lies in an archive.
package struct ArchiveReference: Sendable, Equatable {
  /// The archive file's name, without its folder, such as `lang-son-20201124T190000Z-00000.warc.gz`.
  package var file: String

  /// Where the record begins, in bytes of the file as stored, from 0.
  package var offset: Int

  /// `WARC-Record-ID` without its angle brackets, such as `urn:uuid:…`; `nil` where it has none.
  package var recordID: String?

  package init(file: String, offset: Int, recordID: String?) {
    self.file = file
    self.offset = offset
    self.recordID = recordID
  }
}
