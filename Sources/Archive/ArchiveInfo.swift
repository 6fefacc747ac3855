import Records

/// Who wrote an archive, and how: what its first record, the `warcinfo`, says.
package struct ArchiveInfo: Sendable, Equatable {
  /// The program and its version, such as `solieu/1.0`.
  package var software: String

  /// `User-Agent` as sent.
  package var userAgent: String?

  /// Whom to ask, such as `ops@example.org`.
  package var contact: String?

  /// The rules for robots that were kept.
  package var robots: String

  /// The collection that the file belongs to, such as a pipeline's name.
  package var isPartOf: String?

  /// The machine that wrote it.
  package var hostname: String?

  package init(
    software: String,
    userAgent: String? = nil,
    contact: String? = nil,
    robots: String = "RFC 9309",
    isPartOf: String? = nil,
    hostname: String? = nil
  ) {
    self.software = software
    self.userAgent = userAgent
    self.contact = contact
    self.robots = robots
    self.isPartOf = isPartOf
    self.hostname = hostname
  }

  /// As the block of a `warcinfo` record.
  var fields: HeaderFields {
    let lines: [(String, String?)] = [
      ("software", software),
      ("format", "WARC File Format 1.1"),
      (
        "conformsTo",
        "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
      ),
      ("robots", robots),
      ("http-header-user-agent", userAgent),
      ("operator", contact),
      ("isPartOf", isPartOf),
      ("hostname", hostname),
    ]
    return HeaderFields(lines.compactMap { name, value in value.map { .init(name, $0) } })
  }
}
