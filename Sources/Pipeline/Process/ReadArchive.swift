package import Archive
package import Parse
package import Records

/// What a record of an archive gave.
package enum ArchiveOutcome: Sendable {
  case article(Article)
  case reject(Reject)

  /// A revisit: the page had not changed.
  case unchanged
}

/// Reads an archive file to its end, through Parse.
///
/// Records that hold no response, such as requests, give nothing. What is broken gives a reject,
/// and the rest is read.
///
/// - Parameters:
///   - reader: The file, from its beginning.
///   - sites: The rules of the sites that have some.
///   - each: Gets what the records gave, in the file's order.
/// - Returns: How many records there were, of any type.
/// - Throws: `ArchiveError` where the file can't be read, or what `each` throws.
package func readArticles(
  of reader: inout WARCReader,
  sites: SiteRuleBook,
  each: (ArchiveOutcome) throws -> Void
) throws -> Int {
  let file = reader.name
  var articles = ArticleReader(sites: sites)
  var records = 0
  while let event = try reader.next() {
    if event.isRecord { records += 1 }
    if let outcome = outcome(of: event, file: file, &articles) { try each(outcome) }
  }
  return records
}

/// What came of something in an archive, through Parse; `nil` where it stands for no page.
func outcome(
  of event: WARCEvent,
  file: String,
  _ articles: inout ArticleReader
) -> ArchiveOutcome? {
  switch event {
  case .fault(let fault): reject(for: fault, in: file).map { .reject($0) }
  case .record(let record):
    switch readPage(from: record, in: file) {
    case .page(let page): outcome(of: page, &articles)
    case .reject(let reject): .reject(reject)
    case .unchanged: .unchanged
    case .noPage: nil
    }
  }
}

/// A page through Parse.
package func outcome(of page: Page, _ articles: inout ArticleReader) -> ArchiveOutcome {
  do throws(ParseError) {
    return .article(try articles.read(page))
  } catch {
    return .reject(
      Reject(
        stage: .parse,
        reason: error.reason,
        detail: "\(error)",
        url: page.url,
        capturedAt: page.capturedAt,
        source: page.source
      )
    )
  }
}

extension WARCEvent {
  var isRecord: Bool {
    if case .record = self { true } else { false }
  }
}
