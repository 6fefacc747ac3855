import Archive
import Fetch
import Load
import Records
import SystemPackage

/// Makes the state of fetching anew from the archive, where the state's file is lost.
///
/// - Parameters:
///   - state: An empty state.
///   - folder: The archive.
/// - Throws: An error of the state; archive files that can't be read teach nothing.
func learn(_ state: FetchState, from folder: FilePath) throws {
  for path in archiveFiles(in: folder) {
    guard var reader = try? WARCReader(path: path) else { continue }
    while let event = try? reader.next() {
      guard case .record(let record) = event, let capture = Capture(record) else { continue }
      try state.record(capture)
    }
  }
}

extension Capture {
  /// The capture that a record keeps; `nil` for a record of another kind.
  init?(_ record: WARCRecord) {
    guard let url = record.targetURI, let date = record.date else { return nil }
    let original = CaptureReference(
      url: record.fields["WARC-Refers-To-Target-URI"] ?? url,
      date: record.fields["WARC-Refers-To-Date"] ?? date
    )
    let isUnchanged = record.fields["WARC-Profile"]?.hasSuffix("server-not-modified") ?? false
    let kind: Kind
    if case .reject(let reject) = readPage(from: record, in: ""), record.kind == .metadata {
      self.init(url: url, date: date, kind: .failure(reject.reason, detail: reject.detail))
      return
    }
    switch record.kind {
    case .response: kind = .response
    case .revisit where isUnchanged: kind = .notModified(refersTo: original)
    case .revisit: kind = .duplicate(refersTo: original)
    default: return nil
    }
    let head = HTTPHead(record.block[...])?.length ?? record.block.count
    self.init(
      url: url,
      date: date,
      responseHead: Array(record.block[..<head]),
      responseBody: Array(record.block[head...]),
      payloadDigest: record.fields["WARC-Payload-Digest"],
      truncation: record.fields["WARC-Truncated"].flatMap { Truncation(rawValue: $0) },
      kind: kind
    )
  }
}
