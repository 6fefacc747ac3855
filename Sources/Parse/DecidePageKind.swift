extension Extraction {
  /// What the page is where it is no article; `nil` for an article.
  func pageKind(characters: Int) -> PageKind? {
    nil
  }
}
