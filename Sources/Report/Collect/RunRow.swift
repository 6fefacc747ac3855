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
  package var fetched: FetchCounts?
  package var hosts: [HostRecord]?
  package var parts: [Part]?
  package var warnings: [String]?
  package var notes: [String]?

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
