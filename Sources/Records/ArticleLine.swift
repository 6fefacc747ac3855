package import FoundationEssentials

extension Article {
  /// Reads a line of articles: `id` and `text` must be there, what else is there helps.
  ///
  /// Keys that an article has not are passed over, so that lines of other tools can be read.
  ///
  /// - Parameter line: One JSON object in UTF-8.
  /// - Throws: `ArticleLineError`, which names the key.
  package init(line: Data) throws(ArticleLineError) {
    let keys: ArticleKeys
    do {
      keys = try JSONDecoder().decode(ArticleKeys.self, from: line)
    } catch let error as DecodingError {
      throw ArticleLineError(error)
    } catch {
      throw .notJSON
    }
    let length = keys.text.unicodeScalars.count
    self.init(
      id: keys.id,
      versionID: keys.version_id
        ?? Records.versionID(article: keys.id, textSHA256: Digest.sha256Hex(keys.text.utf8)),
      storyID: keys.story_id,
      url: keys.url ?? "",
      canonicalURL: keys.canonical_url,
      site: keys.site,
      headline: keys.headline,
      lead: keys.lead,
      text: keys.text,
      blocks: (keys.blocks ?? []).compactMap { $0.block(within: length) },
      tables: (keys.tables ?? []).compactMap { $0.table(within: length) },
      datePublished: keys.date_published.map { String($0.prefix(10)) },
      publishedAt: keys.published_at,
      capturedAt: keys.captured_at,
      language: keys.language
    )
  }
}

/// Why a line is no article.
package enum ArticleLineError: Error, Equatable, CustomStringConvertible {
  case notJSON
  case missing(key: String)
  case wrongType(key: String)

  package var description: String {
    switch self {
    case .notJSON: "not a JSON object; each line must be one article"
    case .missing(let key): "\(key) is missing; a line needs id and text"
    case .wrongType(let key): "\(key) has the wrong type; see solieu schema articles"
    }
  }

  fileprivate init(_ error: DecodingError) {
    func path(_ keys: [any CodingKey]) -> String {
      keys.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context): self = .missing(key: path(context.codingPath + [key]))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let key = path(context.codingPath)
      self = key.isEmpty ? .notJSON : .wrongType(key: key)
    default: self = .notJSON
    }
  }
}

// The names are those of the keys, so that no table between them can go wrong.
// swift-format-ignore: AlwaysUseLowerCamelCase
private struct ArticleKeys: Decodable {
  var id: String
  var version_id: String?
  var story_id: String?
  var url: String?
  var canonical_url: String?
  var site: String?
  var headline: String?
  var lead: String?
  var text: String
  var blocks: [BlockKeys]?
  var tables: [TableKeys]?
  var date_published: String?
  var published_at: String?
  var captured_at: String?
  var language: String?
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct BlockKeys: Decodable {
  var kind: String
  var char_start: Int
  var char_end: Int

  func block(within length: Int) -> ArticleBlock? {
    guard let kind = ArticleBlock.Kind(rawValue: kind) else { return nil }
    return range(char_start, char_end, within: length).map {
      ArticleBlock(kind: kind, characters: $0)
    }
  }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct TableKeys: Decodable {
  struct Row: Decodable {
    var cells: [String]
  }

  var caption: String?
  var header: [String]
  var rows: [Row]
  var char_start: Int
  var char_end: Int

  func table(within length: Int) -> ArticleTable? {
    range(char_start, char_end, within: length).map {
      ArticleTable(caption: caption, header: header, rows: rows.map(\.cells), characters: $0)
    }
  }
}

private func range(_ start: Int, _ end: Int, within length: Int) -> Range<Int>? {
  0 <= start && start <= end && end <= length ? start..<end : nil
}
