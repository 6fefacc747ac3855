/// Something in a run that a person may have to look at.
///
/// Kind and subject name it: the same trouble in the next run is still the same, and is told as such.
package struct Trouble: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// A listing could not be had, or what came was none.
    case sourceFailed = "source_failed"

    /// A listing names no page at all.
    case sourceEmpty = "source_empty"

    /// A larger share of the pages failed than the pipeline allows.
    case pagesFailed = "pages_failed"

    /// A source gave far fewer articles than it lately did.
    case articlesFell = "articles_fell"

    /// The articles of a source hold far fewer figures than they lately did.
    case figuresFell = "figures_fell"

    /// The extractor is less sure of a site's pages than it lately was.
    case qualityFell = "quality_fell"

    /// Fetching was stopped at its hour, with pages left.
    case unfinished

    /// The run was ended at its deadline.
    case deadline

    /// The run was told to stop.
    case stopped

    /// An earlier run did not end by itself.
    case killed

    /// An archive file that can't be read, or can't be told from another.
    case badArchive = "bad_archive"

    /// A file that can't be written; the run ended there.
    case cannotWrite = "cannot_write"
  }

  package var kind: Kind

  /// What it is about: a source, a site, a file; empty where it is about the run.
  package var subject: String

  /// What happened, with its numbers, in a line.
  package var detail: String

  /// Whether it is reason enough for a status other than 0.
  package var fails: Bool

  /// When the first of the runs in a row that have it started; RFC 3339 in UTC.
  package var since: String

  /// For how many nights in a row it has been there, this one included.
  package var nights: Int

  package init(
    _ kind: Kind,
    _ subject: String,
    _ detail: String,
    fails: Bool = true,
    since: String = "",
    nights: Int = 1
  ) {
    self.kind = kind
    self.subject = subject
    self.detail = detail
    self.fails = fails
    self.since = since
    self.nights = nights
  }

  /// Whether `other` is the same trouble, perhaps of another night.
  package func isSame(as other: Trouble) -> Bool {
    kind == other.kind && subject == other.subject
  }
}
