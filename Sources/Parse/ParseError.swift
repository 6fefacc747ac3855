package import Records

/// Why a page gave no article.
package enum ParseError: Error, Equatable {
  /// The body is something else: a picture, a feed, JSON.
  case notHTML(found: String)

  /// The body can't be turned into a tree.
  case unreadable(detail: String)

  /// HTML that is no article.
  case notArticle(PageKind)

  /// An article's frame whose text is not in the page.
  case noText(characters: Int)
}

/// What a page is that is no article.
package enum PageKind: Sendable, Equatable {
  case listing(links: Int, characters: Int)
  case homePage
  case errorPage(title: String)
  case search
  case wall

  /// A page about the site: contact, terms, advertising.
  case service(title: String)
}

extension ParseError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notHTML(let found): "the body is \(found)"
    case .unreadable(let detail): detail
    case .notArticle(let kind): "\(kind)"
    case .noText(let characters): "the body's text has only \(characters) characters"
    }
  }

  /// The code under which a run counts the page.
  package var reason: Reject.Reason {
    switch self {
    case .notHTML: .notHTML
    case .unreadable: .unreadable
    case .notArticle: .notArticle
    case .noText: .noText
    }
  }
}

extension PageKind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .listing(let links, let characters):
      "a listing: \(links) linked items, \(characters) characters of running text"
    case .homePage: "a home page"
    case .errorPage(let title): "an error page: \(title)"
    case .search: "a search page"
    case .wall: "a consent or sign-in wall"
    case .service(let title): "a page about the site: \(title)"
    }
  }
}
