import GRDB
import Records

extension FetchState {
  /// Takes note of a failed capture, or that a page which failed now has an answer.
  func recordFailure(_ capture: Capture, at date: UTCTime) throws {
    // What a robots.txt says, or that there is none, is no matter of pages.
    let isRobots = capture.role == .page && capture.url.hasSuffix("/robots.txt")
    if capture.role == .robots || isRobots { return }
    let failure = capture.failure
    let answeredAt = try page(capture.url)?.askedAt
    if failure != nil, capture.truncation != .length, answeredAt.map({ $0 > date }) ?? false {
      return
    }
    try database.write { database in
      guard let failure else {
        try database.execute(
          sql: "DELETE FROM failure WHERE url = ? AND at <= ?",
          arguments: [capture.url, date.seconds]
        )
        return
      }
      try database.execute(
        sql: """
          INSERT INTO failure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
          ON CONFLICT (url) DO UPDATE SET via = coalesce(via, excluded.via), at = excluded.at,
            reason = excluded.reason, detail = excluded.detail, may_pass = excluded.may_pass,
            cut_at = excluded.cut_at
          WHERE excluded.at >= at
          """,
        arguments: [
          capture.url, capture.role.rawValue, capture.via, date.seconds, failure.reason.rawValue,
          failure.detail, capture.mayPass,
          capture.truncation == .length ? capture.responseBody.count : nil,
        ]
      )
    }
  }

  /// The pages and listings without a good answer when they were last asked for, in that order.
  package func failures() throws -> [PageFailure] {
    try database.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM failure ORDER BY at, url")
        .compactMap(PageFailure.init)
    }
  }

  /// The pages that a listing led to, and that failed since `start`, in that order.
  func failures(via listing: String, since start: UTCTime) throws -> [PageFailure] {
    try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM failure WHERE via = ? AND at >= ? AND role = 'page' ORDER BY at, url
          """,
        arguments: [listing, start.seconds]
      ).compactMap(PageFailure.init)
    }
  }

  /// Forgets failures older than `start`.
  package func forgetFailures(before start: UTCTime) throws {
    try database.write { database in
      try database.execute(sql: "DELETE FROM failure WHERE at < ?", arguments: [start.seconds])
    }
  }

  /// The source that led to a page, over redirects and indexes: the first in the chain.
  package func origin(of url: String) throws -> String {
    try database.read { database in
      var url = url
      for _ in 0..<32 {
        let via = try String.fetchOne(
          database,
          sql: """
            SELECT via FROM page WHERE url = ?1 AND via IS NOT NULL
            UNION ALL SELECT via FROM failure WHERE url = ?1 AND via IS NOT NULL LIMIT 1
            """,
          arguments: [url]
        )
        guard let via else { break }
        url = via
      }
      return url
    }
  }
}

extension PageFailure {
  fileprivate init?(_ row: Row) {
    guard let role = Capture.Role(rawValue: row["role"]),
      let reason = Reject.Reason(rawValue: row["reason"])
    else { return nil }
    self.init(
      url: row["url"],
      role: role,
      via: row["via"],
      at: UTCTime(seconds: row["at"]),
      reason: reason,
      detail: row["detail"],
      mayPass: row["may_pass"],
      cutAt: row["cut_at"]
    )
  }
}
