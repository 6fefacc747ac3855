import Markup
import Records

/// What the rules of a site select of a page.
///
/// All rules see the page as it came, so what one drops never moves what another counts.
struct SelectedParts {
  private let tree: XMLTree
  private var selected: [SiteRules.Key: [XPathNode]] = [:]

  /// - Throws: `XMLTreeError` where the page can't be read.
  init(of page: Page, by rules: SiteRules) throws(XMLTreeError) {
    let paths = SiteRules.Key.allCases.flatMap { key in rules[key].map { (key: key, path: $0) } }
    let (tree, found) = try XMLTree.reading(
      html: Array(page.body),
      contentType: page.contentType,
      selecting: paths.map(\.path)
    )
    self.tree = tree
    for (path, nodes) in zip(paths, found) { selected[path.key, default: []] += nodes }
  }

  /// Whether anything is taken out of the page before the general way reads it.
  var isCut: Bool { !self[.drop].isEmpty || !self[.lead].isEmpty }

  /// The page without what is dropped and without its lead.
  var page: [UInt8] { tree.html(without: self[.drop] + self[.lead]) }

  /// The body alone, without what stands in it and has a rule of its own.
  ///
  /// - Parameter date: Which of what is selected as date is the date, from 0; `nil` for none.
  /// - Returns: HTML; empty where nothing is selected.
  func body(date: Int?) -> [UInt8] {
    let framing = self[.headline].prefix(1) + (date.map { [self[.date][$0]] } ?? [])
    return tree.html(of: self[.body], without: self[.drop] + self[.lead] + framing)
  }

  /// The lead alone.
  var lead: [UInt8] { tree.html(of: self[.lead], without: self[.drop]) }

  /// The first elements or attributes under `key`, each alone.
  func first(_ count: Int, _ key: SiteRules.Key) -> [[UInt8]] {
    self[key].prefix(count).map { tree.html(of: [$0], without: self[.drop]) }
  }

  private subscript(key: SiteRules.Key) -> [XPathNode] { selected[key] ?? [] }
}
