import Markup

/// Where the addresses of pages come from.
package enum Source: Sendable, Equatable {
  /// An RSS 2.0, RSS 1.0, Atom or JSON feed.
  case feed(String)

  /// A sitemap, an index of sitemaps, or a text file of addresses, gzipped or not; a strict one is
  /// held to the protocol of sitemaps.org.
  case sitemap(String, isStrict: Bool = false)

  /// A listing page; `links` is an XPath of its links, `nil` for those that look like articles.
  case section(String, links: String?)

  /// Addresses that a person wrote down; `name` is the file's.
  case urls(name: String, addresses: [String])

  /// Pages that gave no good answer, to be asked for again whatever their schedule.
  case again([PageFailure])

  /// What is wrong with an XPath for a section's links; `nil` where nothing is.
  package static func mistake(inLinks path: String) -> String? {
    do throws(XPathError) {
      _ = try XPath(path)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// The address or the file's name, for messages.
  package var name: String {
    switch self {
    case .feed(let url), .sitemap(let url, _), .section(let url, _): url
    case .urls(let name, _): name
    case .again: "pages that failed"
    }
  }
}

/// A page that a source names.
package struct Link: Sendable, Equatable {
  /// Absolute, `http` or `https`, without a fragment.
  package var url: WebURL

  /// When it was published or last changed; `nil` where the source does not say.
  package var date: UTCTime?

  package init(url: WebURL, date: UTCTime? = nil) {
    self.url = url
    self.date = date
  }
}
