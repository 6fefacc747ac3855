/// What a feed, sitemap or section names, in its order.
package struct Listing: Sendable, Equatable {
  package var pages: [Link] = []

  /// Further listings: the sitemaps of an index.
  package var listings: [Link] = []

  package init(pages: [Link] = [], listings: [Link] = []) {
    self.pages = pages
    self.listings = listings
  }
}
