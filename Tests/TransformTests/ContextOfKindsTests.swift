import Records
import Testing

@testable import Transform

/// Where and when the figures of articles of many kinds belong.
///
/// In the texts a figure stands as `[[figure|place|period]]`, with `-` for none and `?` for what is
/// not asked.
struct ContextOfKindsTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var day: String
    var headline: String
    var text: String

    init(_ day: String, _ headline: String, _ text: String) {
      (self.day, self.headline, self.text) = (day, headline, text)
    }

    var testDescription: String { headline }

    /// The text as it is read, and what is asked of it: a figure's place in code points.
    var parts: (plain: String, asked: [(start: Int, fields: [String])]) {
      var plain = ""
      var asked: [(start: Int, fields: [String])] = []
      for (index, piece) in text.split(separator: "[[", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard index > 0, let end = piece.firstRange(of: "]]") else {
          plain += piece
          continue
        }
        let fields = piece[..<end.lowerBound].split(separator: "|").map(String.init)
        asked.append((plain.unicodeScalars.count, fields))
        plain += fields[0] + piece[end.upperBound...]
      }
      return (plain, asked)
    }
  }

  @Test(arguments: samples)
  func tellsPlaceAndTime(sample: Sample) throws {
    let (plain, asked) = sample.parts
    var article = Article(id: "a", versionID: "v", text: plain, datePublished: sample.day)
    article.headline = sample.headline
    let observations = findFigures(in: article).observations
    for (start, fields) in asked {
      let found = try #require(observations.first { $0.characters.contains(start) }, "\(fields)")
      if fields[1] != "?" { #expect(found.placeCode ?? "-" == fields[1], "\(fields)") }
      guard fields[2] != "?" else { continue }
      let period = "\(found.periodStart ?? "")..\(found.periodEnd ?? "")"
      #expect((period == ".." ? "-" : period) == fields[2], "\(fields)")
    }
  }

  private static let samples = abroad + business + home + prices
}
