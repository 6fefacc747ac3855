import ASCII
import Foundation

extension Extraction {
  /// What the page calls its own address, made whole by the address asked for.
  func canonicalURL(for url: String) -> String? {
    let named = metadata.canonical ?? metadata.first("og:url")
    guard let named = named?.trimmingCharacters(in: .whitespacesAndNewlines), !named.isEmpty else {
      return nil
    }
    if named.hasPrefix("http://") || named.hasPrefix("https://") {
      // A site that names its front page in every article says nothing.
      return named.split(separator: "/").count > 2 ? named : nil
    }
    guard let base = URL(string: url), let whole = URL(string: named, relativeTo: base),
      whole.scheme == "http" || whole.scheme == "https"
    else { return nil }
    return whole.absoluteString
  }

  var section: String? {
    let named = (metadata.first("article:section") ?? metadata.linked.section).map(plainText)
    if let named, !named.isEmpty { return named }
    // The last step of the way here, unless it is the front page or the article itself.
    let others = [headline.text ?? "", publisher ?? ""].map(comparable) + frontPageNames
    return metadata.linked.trail.last { !others.contains(comparable($0)) }
  }

  var keywords: [String] {
    let named = metadata.values["article:tag"] ?? []
    let words =
      named.flatMap(splitKeywords)
      + (metadata.first("news_keywords", "keywords").map(splitKeywords) ?? [])
      + metadata.linked.keywords
    var found: [String] = []
    for word in words where !found.contains(word) && found.count < 50 { found.append(word) }
    return found
  }

  var publisher: String? {
    (metadata.first("og:site_name", "dc.publisher") ?? metadata.linked.publisher).map(plainText)
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// As the page says it, such as `vi` or `de-AT`.
  var language: String? {
    let named =
      metadata.language ?? metadata.linked.language
      ?? metadata.first("og:locale", "dc.language", "language")
    guard let named else { return isVietnamese ? "vi" : nil }
    let tag = named.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "_", with: "-")
    let isTag = tag.utf8.allSatisfy { $0 < 0x80 && ($0 == 0x2D || isLetterOrDigit($0)) }
    guard isTag, (2...20).contains(tag.count) else { return nil }
    let parts = tag.split(separator: "-")
    guard let first = parts.first, (2...3).contains(first.count) else { return nil }
    return ([first.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
  }

  func authors() -> [String] {
    let named =
      metadata.linked.authors
      + (metadata.values["author"] ?? metadata.values["article:author"] ?? [])
    let places = [publisher, host(of: url), metadata.linked.publisher].compactMap { $0 }
      .map(comparable)
    var found: [String] = []
    for text in named.map(plainText) {
      // The head has the byline as it stands, now and then.
      let name = text.lowercased().hasPrefix("theo ") ? personName(in: text) ?? text : text
      guard isName(name), !found.contains(name) else { continue }
      let key = comparable(name)
      if !places.contains(where: { $0.suffix(key.count) == key[...] || $0.starts(with: key) }) {
        found.append(name)
      }
    }
    return found.isEmpty ? shownAuthors() : found
  }

  /// Whether an author's name is one and no address, site or key.
  private func isName(_ name: String) -> Bool {
    guard (2...60).contains(name.count), !name.utf8.contains(where: isDigit),
      !name.contains("://"), !name.contains("@")
    else { return false }
    // A dot within a word is a site's.
    let words = name.split(separator: " ")
    return !words.contains { $0.dropLast().contains(".") && $0.count > 4 }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte)
  }
}

private let frontPageNames = ["Trang chủ", "Home", "Startseite", "Accueil", "Inicio"].map(
  comparable
)
