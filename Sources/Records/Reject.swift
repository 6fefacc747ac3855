/// A response, or a page that was asked for, that gave no article, and why.
///
/// Fetch, Archive and Parse give the reason, Load writes it.
package struct Reject: Sendable, Equatable {
  package enum Stage: String, Sendable, CaseIterable {
    case fetch
    case archive
    case parse
    case transform
  }

  /// The closed list of reasons, to which only a new version of the schema adds.
  package enum Reason: String, Sendable, CaseIterable {
    /// robots.txt forbids it, or could not be read.
    case robots

    /// The host can't be found, refuses, or its certificate is wrong.
    case unreachable

    /// A limit of time ran out.
    case timeout

    /// A limit of size was passed: the body is cut.
    case tooLarge = "too_large"

    /// The address is none that may be asked: no HTTP, or a private host.
    case forbiddenAddress = "forbidden_address"

    /// The answer's status is neither 2xx nor 3xx.
    case httpStatus = "http_status"

    /// The answer sends elsewhere; what is there has a record of its own.
    case redirect

    /// The body is no HTML: a feed, a sitemap, robots.txt, a picture.
    case notHTML = "not_html"

    /// HTML, but no article: a listing, a search, an error page, a consent wall.
    case notArticle = "not_article"

    /// An article's frame without its text.
    case noText = "no_text"

    /// The page can't be read: its coding or charset is broken beyond mending.
    case unreadable

    /// The record is damaged, or the archive ends within it.
    case brokenRecord = "broken_record"
  }

  package var stage: Stage
  package var reason: Reason

  /// One line that says more, such as `404 Not Found`.
  package var detail: String

  package var url: String
  package var capturedAt: String?

  /// How many requests were sent for it in that run; `nil` where none was, or one was answered.
  package var attempts: Int?

  package var source: ArchiveReference?

  package init(
    stage: Stage,
    reason: Reason,
    detail: String,
    url: String,
    capturedAt: String? = nil,
    attempts: Int? = nil,
    source: ArchiveReference? = nil
  ) {
    self.stage = stage
    self.reason = reason
    self.detail = detail
    self.url = url
    self.capturedAt = capturedAt
    self.attempts = attempts
    self.source = source
  }
}
