import ASCII
import Codings
package import Records

/// What a record is to those who want pages.
package enum PageOutcome: Sendable, Equatable {
  case page(Page)

  /// A response, or a page that was asked for, that is no HTML page to parse.
  case reject(Reject)

  /// A page that was found as it had been before; an earlier record holds it.
  case unchanged(url: String, capturedAt: String?)

  /// A record that stands for no page: a request, a `warcinfo`.
  case noPage
}

/// Takes the page out of a record, its HTTP codings undone.
///
/// - Parameters:
///   - record: A record of any kind.
///   - file: The archive file's name, without its folder.
///   - limit: The longest body, in bytes, codings undone.
/// - Returns: The page, or why there is none.
package func readPage(
  from record: WARCRecord,
  in file: String,
  limit: Int = 20_000_000
) -> PageOutcome {
  let context = RecordContext(record, file: file)
  switch record.kind {
  case .response: return readResponse(record, context, limit: limit)
  case .resource: return readResource(record, context, limit: limit)
  case .revisit: return .unchanged(url: context.url, capturedAt: context.capturedAt)
  case .metadata: return readFailure(record, context)
  default: return .noPage
  }
}

/// Makes the reject for a part of an archive that can't be read.
///
/// - Parameters:
///   - fault: What is wrong.
///   - file: The archive file's name, without its folder.
/// - Returns: `nil` where nothing is lost, or nothing that could have been a page.
package func reject(for fault: WARCFault, in file: String) -> Reject? {
  guard fault.kind.isLoss else { return nil }
  switch fault.record?.kind {
  case .warcinfo, .request, .metadata: return nil
  default: break
  }
  return Reject(
    stage: .archive,
    reason: fault.kind == .tooLarge ? .tooLarge : .brokenRecord,
    detail: fault.detail,
    url: fault.record?.targetURI ?? "",
    capturedAt: fault.record?.date.flatMap(wholeSeconds),
    source: ArchiveReference(file: file, offset: fault.offset, recordID: fault.record?.id)
  )
}

/// What every outcome says of its record.
private struct RecordContext {
  var url: String
  var capturedAt: String?
  var source: ArchiveReference

  init(_ record: WARCRecord, file: String) {
    url = record.targetURI ?? ""
    capturedAt = record.date.flatMap(wholeSeconds)
    source = ArchiveReference(file: file, offset: record.offset, recordID: record.id)
  }

  func reject(
    _ reason: Reject.Reason,
    _ detail: String,
    stage: Reject.Stage = .archive,
    attempts: Int? = nil
  ) -> PageOutcome {
    let line = detail.unicodeScalars.prefix(300).map { $0.value < 0x20 ? " " : Character($0) }
    return .reject(
      Reject(
        stage: stage,
        reason: reason,
        detail: String(line),
        url: url,
        capturedAt: capturedAt,
        attempts: attempts,
        source: source
      )
    )
  }
}

private func readResponse(
  _ record: WARCRecord,
  _ context: RecordContext,
  limit: Int
) -> PageOutcome {
  if let type = record.fields["Content-Type"].flatMap(mediaType), type != "application/http" {
    return context.reject(.notHTML, type)
  }
  var message = record.block[...]
  guard var head = HTTPHead(message) else {
    return context.reject(.brokenRecord, "the response has no HTTP head")
  }
  // Interim responses, such as 103 Early Hints, may stand before the one that counts.
  while head.status < 200, let next = HTTPHead(message.dropFirst(head.length)) {
    message = message.dropFirst(head.length)
    head = next
  }
  let status = head.reason.isEmpty ? "\(head.status)" : "\(head.status) \(head.reason)"
  switch head.status {
  case 200..<300 where head.status != 206: break
  case 304: return .unchanged(url: context.url, capturedAt: context.capturedAt)
  case 300..<400:
    return context.reject(.redirect, head.fields["Location"].map { "\(status): \($0)" } ?? status)
  default: return context.reject(.httpStatus, status)
  }
  let type = head.fields["Content-Type"]
  if let found = findNotHTML(type: type) { return context.reject(.notHTML, found) }
  let body = decodeBody(
    message.dropFirst(head.length),
    transferEncoding: head.fields.values(of: "Transfer-Encoding"),
    contentEncoding: head.fields.values(of: "Content-Encoding"),
    limit: limit
  )
  return judge(body, type: type, record, context)
}

private func readResource(
  _ record: WARCRecord,
  _ context: RecordContext,
  limit: Int
) -> PageOutcome {
  // Crawlers keep their logs as resources, under addresses of their own.
  guard context.url.lowercased().hasPrefix("http") else { return .noPage }
  let type = record.fields["Content-Type"]
  if let found = findNotHTML(type: type) { return context.reject(.notHTML, found) }
  return judge(decodeBody(record.block[...], limit: limit), type: type, record, context)
}

/// Makes a page of a whole HTML body, and a reject of any other.
private func judge(
  _ body: DecodedBody,
  type: String?,
  _ record: WARCRecord,
  _ context: RecordContext
) -> PageOutcome {
  for note in body.notes {
    switch note {
    case .overLimit: return context.reject(.tooLarge, note.description)
    case .damaged: return context.reject(.unreadable, note.description)
    // Servers name charsets and types as codings; then the body is as it should be.
    case .unknown, .tooManyLayers:
      if !isHTML(body.bytes.prefix(1024)) {
        return context.reject(.unreadable, note.description)
      }
    default: break
    }
  }
  let isEmpty = body.isTruncated && body.bytes.isEmpty
  if !isEmpty, let found = findNotHTML(body.bytes, type: type) {
    return context.reject(.notHTML, found)
  }
  // Whatever is said to be missing, a page with its last tag is whole.
  if !hasLastTag(body.bytes), let cut = findCut(body, record) {
    return context.reject(cut.reason, cut.detail)
  }
  return .page(
    Page(
      url: context.url,
      capturedAt: context.capturedAt,
      contentType: type,
      body: body.bytes,
      source: context.source
    )
  )
}

/// Why a body may be short of its end; `nil` where nothing says that it is.
private func findCut(
  _ body: DecodedBody,
  _ record: WARCRecord
) -> (reason: Reject.Reason, detail: String)? {
  if body.isTruncated {
    return (.unreadable, body.notes.map(\.description).joined(separator: "; "))
  }
  if record.fields["WARC-Segment-Number"] != nil {
    return (.brokenRecord, "the capture goes on in other records")
  }
  switch record.fields["WARC-Truncated"]?.lowercased() {
  case nil: return nil
  case "length": return (.tooLarge, "the capture was cut at a limit of length")
  case "time": return (.timeout, "the capture was cut at a limit of time")
  case .some(let cause): return (.brokenRecord, "the capture was cut: \(cause)")
  }
}

/// Reads what Fetch wrote of a page that it could not have.
private func readFailure(_ record: WARCRecord, _ context: RecordContext) -> PageOutcome {
  let fields = HeaderFields(lines: record.block[...])
  guard let code = fields[RejectField.reason] else { return .noPage }
  guard let reason = Reject.Reason(rawValue: code) else {
    return context.reject(.brokenRecord, "the reason \(code) is not known")
  }
  return context.reject(
    reason,
    fields[RejectField.detail] ?? "",
    stage: .fetch,
    attempts: fields[RejectField.attempts].flatMap(Int.init)
  )
}

/// A `WARC-Date` without the fractions of a second that WARC 1.1 allows.
///
/// `nil` for a date without a time, which it allows too, and for what is no date.
private func wholeSeconds(_ date: String) -> String? {
  let pattern = Array("0000-00-00T00:00:00".utf8)
  let bytes = Array(date.utf8)
  let isDate =
    bytes.count > pattern.count && bytes.last == UInt8(ascii: "Z")
    && zip(bytes, pattern).allSatisfy { byte, mark in
      mark == 0x30 ? isDigit(byte) : byte == mark
    }
  return isDate ? String(decoding: bytes.prefix(pattern.count), as: UTF8.self) + "Z" : nil
}
