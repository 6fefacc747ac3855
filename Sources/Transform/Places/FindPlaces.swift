/// Finds the administrative units, regions and countries that a text names, in its order.
///
/// - Parameters:
///   - headline: Helps to tell which of several units of one name is meant.
///   - publishedOn: Decides which table of codes is in force.
func findPlaces(in text: ArticleText, headline: String?, publishedOn: Day?) -> [PlaceMention] {
  []
}
