import SystemPackage

/// An article and the lines of its figures.
struct ArticleGroup: Sendable {
  var id: String
  var versionID: String
  var site: String?
  var extractor: String?

  /// The archive record that it was made of, such as `NAME.warc.gz 512`; `nil` where unknown.
  var record: String?

  /// As they stand in the part, without newlines.
  var figures: [[UInt8]] = []
}

/// Reads a part as articles with their figures, one at a time.
struct GroupReader: ~Copyable {
  private let figuresPath: FilePath?
  private var articles: LineReader
  private var figures: LineReader?
  private var waiting: [UInt8]?

  /// - Throws: `ReadError` where a file can't be opened.
  init(articles: FilePath, figures: FilePath?) throws(ReadError) {
    let articles = try LineReader(articles)
    var reader: LineReader?
    if let figures { reader = try LineReader(figures) }
    let first = try reader?.next().map(Array.init)
    figuresPath = figures
    self.articles = articles
    self.figures = reader
    waiting = first
  }

  /// The next article; `nil` at the end.
  ///
  /// - Throws: `ReadError` where the part can't be read on, or has figures of no article.
  mutating func next() throws(ReadError) -> ArticleGroup? {
    guard let line = try articles.next() else {
      if waiting != nil {
        throw ReadError(
          path: figuresPath,
          reason: "has figures of articles that are not in the part"
        )
      }
      return nil
    }
    guard let id = text(of: "id", in: line), let version = text(of: "version_id", in: line) else {
      throw ReadError(path: figuresPath, reason: "beside it is a line that is no article")
    }
    var group = ArticleGroup(
      id: id,
      versionID: version,
      site: text(of: "site", in: line),
      extractor: lastText(of: "extractor", in: line)
    )
    if let file = lastText(of: "archive_file", in: line) {
      group.record = lastNumber(of: "archive_offset", in: line).map { "\(file) \($0)" }
    }
    while let figure = waiting, text(of: "version_id", in: figure[...]) == version {
      group.figures.append(figure)
      waiting = try figures?.next().map(Array.init)
    }
    return group
  }
}

/// The text at the first `key` of a line, which must have no escapes; `nil` for null.
///
/// Within texts quotation marks are escaped, so that what is found is a key.
private func text(of key: String, in line: ArraySlice<UInt8>) -> String? {
  let name = Array("\"\(key)\":\"".utf8)
  return line.firstRange(of: name).map { text(from: $0.upperBound, in: line) }
}

private func lastText(of key: String, in line: ArraySlice<UInt8>) -> String? {
  position(after: Array("\"\(key)\":\"".utf8), in: line).map { text(from: $0, in: line) }
}

private func lastNumber(of key: String, in line: ArraySlice<UInt8>) -> Int? {
  position(after: Array("\"\(key)\":".utf8), in: line).flatMap { start in
    Int(String(decoding: line[start...].prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
  }
}

private func text(from start: Int, in line: ArraySlice<UInt8>) -> String {
  String(decoding: line[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
}

/// Where the last `name` of a line ends; what is looked for stands near the line's end.
private func position(after name: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
  var start = line.endIndex - name.count
  while start >= line.startIndex {
    if line[start] == name[0], line[start...].starts(with: name) { return start + name.count }
    start -= 1
  }
  return nil
}
