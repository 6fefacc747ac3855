package import Records

/// A figure on its way from a number to an observation.
struct Draft: Sendable {
  enum Form: Sendable {
    case plain
    case range
    case ratio
    case rank
    case score
    case multiple
  }

  /// The number with its unit.
  var tokens: Range<Int>

  /// The number alone, both ends of a range.
  var number: Range<Int>

  var amount: Amount
  var form = Form.plain

  /// The upper end of a range.
  var upper: Amount?

  /// The whole of a ratio or rank, the other side of a score.
  var whole: Amount?

  var unit: UnitReading?

  /// Set where the figure's words, not its unit, tell its kind.
  var kind: Observation.Kind?

  /// A sign before the number, as in `(-23,6 điểm)`.
  var signed: Observation.Change?

  /// Whether it is below nought: `âm 2,5 độ`.
  var isNegative = false

  var qualifier: Observation.Qualifier?
  var change: Observation.Change?
  var changeBase: Range<Int>?
  var status = Observation.Status.actual

  /// Buying or selling, where two prices stand side by side.
  var category: String?

  /// Whether the unit was taken over from another figure.
  var inheritsUnit = false

  /// Whether it stands in a list before a figure whose unit it takes.
  var isListed = false

  /// The headings of a table's cell; `nil` outside tables.
  var row: String?
  var column: String?

  /// The sentence it stands in.
  var sentence: Range<Int>
}

/// What is found in an article.
package struct Findings: Sendable, Equatable {
  /// In the text's order.
  package var observations: [Observation]

  /// Every other digit and number word, likewise.
  package var notFigures: [NotFigure]

  package init(observations: [Observation] = [], notFigures: [NotFigure] = []) {
    self.observations = observations
    self.notFigures = notFigures
  }
}
