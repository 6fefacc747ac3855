package import Markup

/// Where the parts of a site's articles stand, for a site that the general way reads wrong.
///
/// What has no rule, and what a rule finds nothing for, comes from the general way.
package struct SiteRules: Sendable, Equatable {
  /// The keys of a site's file.
  package enum Key: String, Sendable, CaseIterable {
    /// The element or attribute with the headline; of several, the first.
    case headline

    /// All that is the article's text: one element, or many that follow one another.
    case body

    /// The lead, which the text begins with; it is taken out of the body where it stands in it.
    case lead

    /// The element or attribute with the date of publication; of the first eight, the first
    /// with one.
    case date

    /// What is not the article's, wherever it stands; the one key that may have several rules.
    case drop
  }

  private var paths: [Key: [XPath]] = [:]

  package init() {}

  /// The rules under a key, in their order.
  package subscript(key: Key) -> [XPath] { paths[key] ?? [] }

  /// Adds a rule.
  ///
  /// - Throws: `XPathError` where `path` is no XPath 1.0 expression.
  package mutating func add(_ path: String, to key: Key) throws(XPathError) {
    paths[key, default: []].append(try XPath(path))
  }
}

/// The rules of all sites that have some, by host.
package struct SiteRuleBook: Sendable, Equatable {
  private let sites: [String: SiteRules]

  /// - Parameter sites: By host, in lower case and without `www.`.
  package init(_ sites: [String: SiteRules] = [:]) {
    self.sites = sites
  }

  /// The hosts that have rules, in alphabetical order.
  package var hosts: [String] { sites.keys.sorted() }

  /// The rules of the host of `url`, or of the nearest domain above it.
  package func rules(for url: String) -> SiteRules? {
    guard !sites.isEmpty, var name = host(of: url)?[...] else { return nil }
    while true {
      if let rules = sites[String(name)] { return rules }
      guard let dot = name.firstIndex(of: ".") else { return nil }
      name = name[dot...].dropFirst()
    }
  }
}
