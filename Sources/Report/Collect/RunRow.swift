package import Records

/// The record of a run, as far as the page tells of it.
///
/// What a record of an older program does not say is `nil` or empty: its runs are shown too.
package struct RunRow: Sendable, Equatable, Decodable {
  package var id: String
  package var pipeline: String
  package var version: String
  package var startedAt: String
  package var endedAt: String
  package var status: Int
  package var fetched: Fetched?
  package var hosts: [HostRecord]?
  package var parts: [Part]?
  package var troubles: [TroubleRow]?
  package var warnings: [String]?
  package var notes: [String]?

  /// Requests, and what came of them.
  package struct Fetched: Sendable, Equatable, Decodable {
    package var asked = 0
    package var new = 0
    package var unchanged = 0
    package var failed = 0
  }

  /// What somebody should look at.
  package struct TroubleRow: Sendable, Equatable, Decodable {
    package var kind: String

    /// A source, a site or a file; empty where it is about the run.
    package var subject: String

    /// What happened, in a line of English.
    package var detail: String

    /// Nights in a row.
    package var nights: Int
  }

  /// A part that it wrote.
  package struct Part: Sendable, Equatable, Decodable {
    package var articles: Rows
    package var observations: Rows
    package var rejects: Rows
  }

  package struct Rows: Sendable, Equatable, Decodable {
    package var rows: Int
  }

  package var articles: Int { (parts ?? []).reduce(0) { $0 + $1.articles.rows } }
  package var figures: Int { (parts ?? []).reduce(0) { $0 + $1.observations.rows } }
  package var rejects: Int { (parts ?? []).reduce(0) { $0 + $1.rejects.rows } }
}
