/// A place that a text names.
struct PlaceMention: Sendable, Equatable {
  enum Level: UInt8, Sendable, Comparable {
    /// Several countries, a continent, a region of a country: it has no code.
    case region
    case country
    case province
    case district
    case ward

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the place does in its sentence.
  enum Role: UInt8, Sendable {
    /// It stands before an article's or a paragraph's first sentence: `Lạng Sơn - …`.
    case dateline

    /// Something is there, comes from there or goes there: `tại Hà Nội`.
    case location

    /// Nothing tells; often the subject: `Lạng Sơn thu 2.150 tỷ đồng`.
    case topic

    /// It is a league's or a tournament's country.
    case league

    /// It stands in brackets after what is there: `EraBlue (Indonesia)`.
    case bracketed

    /// It says what somebody or something is: `người Pháp`, `hãng xe Mỹ`.
    case origin
  }

  var tokens: Range<Int>

  /// As the text has it, with the word for its level where that stands there: `huyện Bình Gia`.
  var name: String

  /// The General Statistics Office's code on the article's day, ISO 3166-1 alpha-2 for a country;
  /// `nil` for a region and for a unit whose code can't be told.
  var code: String?

  var level: Level

  /// The code of the province that it lies in; of itself for a province.
  var province: String?

  var role: Role

  /// Whether a country is named by one of its cities or regions.
  var isCity = false
}
