import FoundationEssentials
import GRDB
// Beside FailureState, the one file that imports GRDB.
import Records

/// What earlier runs learned of each page: a SQLite file that can be made anew from the archive.
///
/// Only what a capture says is in the first two tables, so feeding it all captures of an archive
/// gives the same rows in any order, however often. What listings and robots.txt named is a cache.
package struct FetchState: Sendable {
  let database: DatabaseQueue

  /// Opens the file, or makes it; one that is damaged or of another version is made anew, empty.
  package init(path: String) throws {
    do {
      database = try Self.open(path)
    } catch let error as DatabaseError
      where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
    {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
      database = try Self.open(path)
    }
  }

  /// Keeps nothing once it goes out of scope.
  package init() throws {
    database = try DatabaseQueue()
    try Self.prepare(database)
  }

  /// Whether it knows of no page: the archive, if there is one, is to be told to it.
  package func isEmpty() throws -> Bool {
    try database.read { try Row.fetchOne($0, sql: "SELECT 1 FROM page LIMIT 1") == nil }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    // What a power failure takes, the archive gives back.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try prepare(database)
    return database
  }

  private static func prepare(_ database: DatabaseQueue) throws {
    try database.write { database in
      if try Int.fetchOne(database, sql: "PRAGMA user_version") != version {
        for table in ["page", "payload", "listed", "robots", "failure"] {
          try database.execute(sql: "DROP TABLE IF EXISTS \(table)")
        }
        try database.execute(sql: "PRAGMA user_version = \(version)")
      }
      try database.execute(sql: schema)
    }
  }

  /// To be raised with every change of the schema.
  private static let version = 3

  /// Times are in seconds since 1970.
  private static let schema = """
    CREATE TABLE IF NOT EXISTS page (
      url TEXT PRIMARY KEY, role TEXT NOT NULL, via TEXT, first_at INTEGER NOT NULL,
      asked_at INTEGER NOT NULL, body_at INTEGER, status INTEGER NOT NULL, etag TEXT, last_modified TEXT,
      digest TEXT, record_url TEXT, record_date TEXT, target TEXT
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS page_via ON page (via, role, first_at);
    CREATE TABLE IF NOT EXISTS payload (
      digest TEXT PRIMARY KEY, url TEXT NOT NULL, date TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS listed (
      listing TEXT, position INTEGER, url TEXT NOT NULL, date INTEGER, is_listing INTEGER NOT NULL,
      PRIMARY KEY (listing, position)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS robots (url TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS failure (
      url TEXT PRIMARY KEY, role TEXT NOT NULL, via TEXT, at INTEGER NOT NULL, reason TEXT NOT NULL,
      detail TEXT NOT NULL, may_pass INTEGER NOT NULL, cut_at INTEGER
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS failure_via ON failure (via, at);
    """
}

/// What is known of one page.
package struct PageState: Sendable, Equatable {
  /// When it was first captured, and when it last was.
  package var firstAt: UTCTime
  package var askedAt: UTCTime

  /// When it was last captured with a body; `nil` where only its being unchanged is known.
  package var bodyAt: UTCTime?

  /// The last answer's; 304 counts as the status that it confirms, 0 where that is not known.
  package var status: Int

  package var etag: String?
  package var lastModified: String?

  /// The digest of its last body, and the record that holds it.
  package var digest: String?
  package var record: CaptureReference?

  /// Where the last answer leads, if it is a redirect.
  ///
  /// A run may end between a redirect and what it leads to; the next one goes on there.
  package var target: String?
}

extension FetchState {
  /// Takes note of a capture; a second time, or out of order, it comes to the same.
  ///
  /// One that failed is no capture to go by: the page is to be asked for again in the next run.
  package func record(_ capture: Capture) throws {
    guard let date = readTime(capture.date) else { return }
    try recordFailure(capture, at: date)
    guard capture.isAnswer else { return }
    var isBody = true
    var reference = CaptureReference(url: capture.url, date: capture.date)
    switch capture.kind {
    case .response: break
    case .duplicate(let original): reference = original
    case .notModified(let original): (reference, isBody) = (original, false)
    case .failure: return
    }
    var page = try page(capture.url) ?? PageState(firstAt: date, askedAt: date, status: 0)
    page.firstAt = min(page.firstAt, date)
    page.askedAt = max(page.askedAt, date)
    if isBody, page.bodyAt.map({ $0 <= date }) ?? true,
      let head = HTTPHead(capture.responseHead[...])
    {
      page.bodyAt = date
      page.status = head.status
      page.etag = head.fields["ETag"]
      page.lastModified = head.fields["Last-Modified"]
      page.digest = capture.payloadDigest
      page.record = reference
      page.target =
        WebURL(capture.url)?.target(ofStatus: head.status, location: head.fields["Location"])?
        .description
    } else if page.bodyAt == nil, page.record.map({ $0.date < reference.date }) ?? true {
      page.record = reference
    }
    try write(page, of: capture, original: reference)
  }

  private func write(_ page: PageState, of capture: Capture, original: CaptureReference) throws {
    try database.write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO page (url, role, via, first_at, asked_at, body_at, status,
            etag, last_modified, digest, record_url, record_date, target)
          VALUES (?1, coalesce((SELECT role FROM page WHERE url = ?1), ?2),
            coalesce((SELECT via FROM page WHERE url = ?1), ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
            ?12, ?13)
          """,
        arguments: [
          capture.url, capture.role.rawValue, capture.via, page.firstAt.seconds,
          page.askedAt.seconds, page.bodyAt?.seconds, page.status, page.etag, page.lastModified,
          page.digest,
          page.record?.url, page.record?.date, page.target,
        ]
      )
      guard let digest = capture.payloadDigest, capture.truncation == nil else { return }
      try database.execute(
        sql: """
          INSERT INTO payload (digest, url, date) VALUES (?, ?, ?)
          ON CONFLICT (digest) DO UPDATE SET url = excluded.url, date = excluded.date
          WHERE excluded.date < date
          """,
        arguments: [digest, original.url, original.date]
      )
    }
  }

  /// What is known of the page at `url`; `nil` where it was never captured.
  package func page(_ url: String) throws -> PageState? {
    try database.read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM page WHERE url = ?", arguments: [url])
        .map(PageState.init)
    }
  }

  /// The first record with a body of this digest.
  func record(ofDigest digest: String) throws -> CaptureReference? {
    try database.read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM payload WHERE digest = ?", arguments: [digest])
        .map { CaptureReference(url: $0["url"], date: $0["date"]) }
    }
  }

  /// The pages first captured since `start` that a listing led to, the oldest first.
  func pages(via listing: String, since start: UTCTime) throws -> [(url: String, page: PageState)] {
    try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM page WHERE via = ? AND role = 'page' AND first_at >= ?
          ORDER BY first_at, url
          """,
        arguments: [listing, start.seconds]
      ).map { ($0["url"], PageState($0)) }
    }
  }
}

extension FetchState {
  /// What a listing named when it last was read; `nil` where it never was.
  func listing(_ url: String) throws -> Listing? {
    let rows = try database.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM listed WHERE listing = ? ORDER BY position",
        arguments: [url]
      )
    }
    guard !rows.isEmpty else { return nil }
    var listing = Listing()
    for row in rows {
      guard let url = WebURL(row["url"] as String) else { continue }
      let date = (row["date"] as Int?).map { UTCTime(seconds: $0) }
      let link = Link(url: url, date: date)
      if row["is_listing"] as Bool {
        listing.listings.append(link)
      } else {
        listing.pages.append(link)
      }
    }
    return listing
  }

  func remember(_ listing: Listing, of url: String) throws {
    try database.write { database in
      try database.execute(sql: "DELETE FROM listed WHERE listing = ?", arguments: [url])
      let links = listing.listings.map { ($0, true) } + listing.pages.map { ($0, false) }
      for (position, (link, isListing)) in links.enumerated() {
        try database.execute(
          sql: "INSERT INTO listed VALUES (?, ?, ?, ?, ?)",
          arguments: [url, position, link.url.description, link.date?.seconds, isListing]
        )
      }
    }
  }

  /// The body of a robots.txt as last received; `nil` where it never was.
  func robots(at url: String) throws -> [UInt8]? {
    try database.read { database in
      try Data.fetchOne(database, sql: "SELECT body FROM robots WHERE url = ?", arguments: [url])
        .map(Array.init)
    }
  }

  func remember(robots body: [UInt8], at url: String) throws {
    try database.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO robots VALUES (?, ?)",
        arguments: [url, Data(body)]
      )
    }
  }
}

extension PageState {
  fileprivate init(_ row: Row) {
    firstAt = UTCTime(seconds: row["first_at"])
    askedAt = UTCTime(seconds: row["asked_at"])
    bodyAt = (row["body_at"] as Int?).map { UTCTime(seconds: $0) }
    status = row["status"]
    etag = row["etag"]
    lastModified = row["last_modified"]
    digest = row["digest"]
    target = row["target"]
    if let url = row["record_url"] as String?, let date = row["record_date"] as String? {
      record = CaptureReference(url: url, date: date)
    }
  }
}

extension Capture {
  /// Whether a server answered, and meant it.
  fileprivate var isAnswer: Bool {
    guard truncation == nil || truncation == .length else { return false }
    switch kind {
    case .failure: return false
    case .notModified, .duplicate: return true
    case .response:
      guard let status = HTTPHead(responseHead[...])?.status else { return false }
      return status < 500 && ![304, 408, 425, 429].contains(status)
    }
  }
}
