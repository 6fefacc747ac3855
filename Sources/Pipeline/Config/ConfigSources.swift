import Fetch
import FoundationEssentials
import SystemPackage

extension ConfigReader {
  /// The `sources` of a pipeline file: what to fetch, and patterns of archives to reprocess.
  ///
  /// Files that they name are relative to `folder`.
  mutating func sources(
    in top: Value?,
    folder: FilePath
  ) -> (fetched: [Source], archives: [String]) {
    var fetched: [Source] = []
    var archives: [String] = []
    for entry in list("sources", in: top) {
      guard let entry = mapping(entry, keys: Self.kinds + ["links", "strict"]) else { continue }
      let present = present(Self.kinds, in: entry)
      guard let kind = present.first, present.count == 1 else {
        note("a source needs exactly one of \(Self.kinds.joined(separator: ", "))", at: entry)
        continue
      }
      let links = value("links", in: entry)
      if let links, kind != "section" { note("links belongs to a section", at: links) }
      let strict = value("strict", in: entry)
      if let strict, kind != "sitemap" { note("strict belongs to a sitemap", at: strict) }
      switch kind {
      case "feed": fetched += address("feed", in: entry).map { [.feed($0)] } ?? []
      case "sitemap":
        let isStrict = flag("strict", in: entry)
        fetched += address("sitemap", in: entry).map { [.sitemap($0, isStrict: isStrict)] } ?? []
      case "section":
        let path = links.map { text(of: $0) }
        if let links, let mistake = path.flatMap(Source.mistake(inLinks:)) {
          note("links: \(mistake)", at: links)
        }
        fetched += address("section", in: entry).map { [.section($0, links: path)] } ?? []
      case "urls": fetched += urls(in: entry, folder: folder).map { [$0] } ?? []
      default: archives.append(folder.pushing(FilePath(text("archive", in: entry))).string)
      }
    }
    return (fetched, archives)
  }

  private static let kinds = ["feed", "sitemap", "section", "urls", "archive"]

  private mutating func address(_ key: String, in entry: Value) -> String? {
    let text = text(key, in: entry)
    guard !text.isEmpty else { return nil }
    guard Self.isAddress(text) else {
      if let value = value(key, in: entry) {
        note("\(key) must be an http:// or https:// address, not \(text)", at: value)
      }
      return nil
    }
    return text
  }

  /// A file of addresses, one a line; empty lines and those that begin with `#` say nothing.
  private mutating func urls(in entry: Value, folder: FilePath) -> Source? {
    let name = text("urls", in: entry)
    guard !name.isEmpty, let value = value("urls", in: entry) else { return nil }
    let path = folder.pushing(FilePath(name)).lexicallyNormalized()
    guard let bytes = FileManager.default.contents(atPath: path.string) else {
      note("urls names \(path), which can't be read", at: value)
      return nil
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline
    )
    var addresses: [String] = []
    for (index, line) in lines.enumerated() {
      let line = line.trimmingPrefix(while: \.isWhitespace)
      guard !line.isEmpty, line.first != "#" else { continue }
      let address = String(line.prefix { !$0.isWhitespace })
      guard Self.isAddress(address) else {
        note(
          "urls names \(path), whose line \(index + 1) is no http:// or https:// address",
          at: value
        )
        continue
      }
      addresses.append(address)
    }
    return .urls(name: path.string, addresses: addresses)
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let url = WebURL(text) else { return false }
    return (url.scheme == "http" || url.scheme == "https") && !url.host.isEmpty
  }
}
