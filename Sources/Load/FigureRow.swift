/// A line of observations; what those who read a dataset need of it.
package struct FigureRow: Sendable, Equatable, Decodable {
  package var id: String
  package var articleId: String
  package var versionId: String

  /// Shared by copies of the text on other sites; `nil` in lines of a program before it.
  package var storyId: String?

  package var url: String
  package var site: String?
  package var datePublished: String?
  package var quote: String
  package var charStart: Int
  package var charEnd: Int
  package var kind: String
  package var valueDecimal: String
  package var valueMaxDecimal: String?
  package var denominatorDecimal: String?
  package var unit: String?
  package var unitCode: String?
  package var qualifier: String?
  package var change: String?
  package var changeBase: String?
  package var status: String
  package var indicator: String?
  package var category: String?
  package var place: String?
  package var placeCode: String?
  package var periodStart: String?
  package var periodEnd: String?
  package var checks: [Check]
  package var sentence: String
  package var confidence: Double

  package struct Check: Sendable, Hashable, Decodable {
    package var rule: String
    package var holds: Bool
    package var statement: String
  }
}

/// A line of articles; what those who show a figure of it need.
package struct ArticleRow: Sendable, Decodable {
  package var versionId: String
  package var url: String
  package var headline: String?
  package var text: String
  package var datePublished: String?
  package var capturedAt: String?
  package var archiveFile: String?
  package var archiveOffset: Int?
  package var recordId: String?
}
