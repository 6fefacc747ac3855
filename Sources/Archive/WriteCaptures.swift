package import Records

extension WARCWriter {
  /// Writes an exchange as a `request` and a `response`.
  ///
  /// - Throws: `ArchiveError.cannotWrite`.
  @discardableResult
  package mutating func write(_ exchange: CapturedExchange) throws(ArchiveError) -> Written {
    let (request, requestID) = draftRequest(of: exchange)
    var response = draftResponse(.response, of: exchange, concurrentTo: requestID)
    response.body = exchange.responseBody
    response.payloadDigest = labelledDigest(of: exchange.responseBody)
    return try append([request, response])
  }

  /// Writes an exchange whose body is the same as an earlier one's, as a `revisit` without it.
  ///
  /// - Throws: `ArchiveError.cannotWrite`.
  @discardableResult
  package mutating func writeDuplicate(
    _ exchange: CapturedExchange,
    of earlier: EarlierCapture
  ) throws(ArchiveError) -> Written {
    let (request, requestID) = draftRequest(of: exchange)
    var revisit = draftResponse(.revisit, of: exchange, concurrentTo: requestID)
    revisit.refer(to: earlier, profile: "identical-payload-digest")
    revisit.payloadDigest = labelledDigest(of: exchange.responseBody)
    return try append([request, revisit])
  }

  /// Writes an exchange that the server answered with 304 Not Modified, as a `revisit`.
  ///
  /// - Throws: `ArchiveError.cannotWrite`.
  @discardableResult
  package mutating func writeUnchanged(
    _ exchange: CapturedExchange,
    since earlier: EarlierCapture
  ) throws(ArchiveError) -> Written {
    let (request, requestID) = draftRequest(of: exchange)
    var revisit = draftResponse(.revisit, of: exchange, concurrentTo: requestID)
    revisit.refer(to: earlier, profile: "server-not-modified")
    return try append([request, revisit])
  }

  /// Writes that a page could not be had, as `metadata`, and after how many requests.
  ///
  /// - Throws: `ArchiveError.cannotWrite`.
  @discardableResult
  package mutating func writeFailure(
    url: String,
    date: String,
    reason: Reject.Reason,
    detail: String,
    attempts: Int = 0
  ) throws(ArchiveError) -> Written {
    var fields = HeaderFields([
      .init(RejectField.reason, reason.rawValue), .init(RejectField.detail, detail),
    ])
    if attempts > 0 { fields.append(RejectField.attempts, "\(attempts)") }
    var draft = RecordDraft(
      kind: .metadata,
      id: settings.makeRecordID(),
      contentType: "application/warc-fields",
      head: fieldLines(fields)
    )
    draft.fields = commonFields(url: url, date: date)
    return try append([draft])
  }

  private func commonFields(url: String, date: String) -> HeaderFields {
    var fields = HeaderFields()
    if let warcinfoID { fields.append("WARC-Warcinfo-ID", "<\(warcinfoID)>") }
    fields.append("WARC-Target-URI", percentEncodingBlanks(url))
    fields.append("WARC-Date", date)
    return fields
  }

  private func draftRequest(of exchange: CapturedExchange) -> (draft: RecordDraft, id: String) {
    let id = settings.makeRecordID()
    var draft = RecordDraft(
      kind: .request,
      id: id,
      contentType: "application/http;msgtype=request",
      head: exchange.requestHead,
      body: exchange.requestBody
    )
    draft.fields = commonFields(url: exchange.url, date: exchange.date)
    if let address = exchange.ipAddress { draft.fields.append("WARC-IP-Address", address) }
    return (draft, id)
  }

  private func draftResponse(
    _ kind: WARCRecord.Kind,
    of exchange: CapturedExchange,
    concurrentTo requestID: String
  ) -> RecordDraft {
    var draft = RecordDraft(
      kind: kind,
      id: settings.makeRecordID(),
      contentType: "application/http;msgtype=response",
      head: exchange.responseHead
    )
    draft.fields = commonFields(url: exchange.url, date: exchange.date)
    if let address = exchange.ipAddress { draft.fields.append("WARC-IP-Address", address) }
    draft.fields.append("WARC-Concurrent-To", "<\(requestID)>")
    if let truncation = exchange.truncation {
      draft.fields.append("WARC-Truncated", truncation.rawValue)
    }
    return draft
  }
}

extension RecordDraft {
  /// Says which earlier capture this one found again.
  fileprivate mutating func refer(to earlier: EarlierCapture, profile: String) {
    fields.append("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)")
    fields.append("WARC-Refers-To-Target-URI", percentEncodingBlanks(earlier.url))
    fields.append("WARC-Refers-To-Date", earlier.date)
    if let id = earlier.recordID { fields.append("WARC-Refers-To", "<\(id)>") }
  }
}

/// An address without blanks and control characters, which would end or split its field.
private func percentEncodingBlanks(_ url: String) -> String {
  guard url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return url }
  var bytes: [UInt8] = []
  for byte in url.utf8 {
    if byte <= 0x20 || byte == 0x7F {
      bytes += "%".utf8
      bytes += (byte < 16 ? "0" : "").utf8
      bytes += String(byte, radix: 16, uppercase: true).utf8
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The fields of a `metadata` record which says that a page could not be had.
enum RejectField {
  /// One of the closed list of reasons.
  static let reason = "solieu-reject"

  /// One line that says more.
  static let detail = "solieu-detail"

  /// How many requests were sent for it; there is no such field where none was.
  static let attempts = "solieu-attempts"
}
