import Records

/// A figure on its way from a number to an observation.
///
/// Readers copy drafts freely, so what few figures have is held apart.
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

  /// Whether the unit was taken over from another figure.
  var inheritsUnit = false

  /// Whether it stands in a list before a figure whose unit it takes.
  var isListed = false

  /// The sentence it stands in.
  var sentence: Range<Int>

  /// One or none.
  private var rarities: [Rarities] = []

  private struct Rarities {
    var upper: Amount?
    var whole: Amount?
    var category: String?
    var cell: TableCell?
  }

  init(
    tokens: Range<Int>,
    number: Range<Int>,
    amount: Amount,
    form: Form = .plain,
    upper: Amount? = nil,
    whole: Amount? = nil,
    unit: UnitReading? = nil,
    kind: Observation.Kind? = nil,
    category: String? = nil,
    sentence: Range<Int>
  ) {
    self.tokens = tokens
    self.number = number
    self.amount = amount
    self.form = form
    self.unit = unit
    self.kind = kind
    self.sentence = sentence
    if upper != nil || whole != nil || category != nil {
      rarities = [Rarities(upper: upper, whole: whole, category: category)]
    }
  }
}

extension Draft {
  /// The upper end of a range.
  var upper: Amount? {
    get { rarities.first?.upper }
    set { change { $0.upper = newValue } }
  }

  /// The whole of a ratio or rank, the other side of a score.
  var whole: Amount? {
    get { rarities.first?.whole }
    set { change { $0.whole = newValue } }
  }

  /// Buying or selling, where two prices stand side by side.
  var category: String? {
    get { rarities.first?.category }
    set { change { $0.category = newValue } }
  }

  /// What the headings of its table say of it; `nil` outside tables.
  var cell: TableCell? {
    get { rarities.first?.cell }
    set { change { $0.cell = newValue } }
  }

  private mutating func change(_ body: (inout Rarities) -> Void) {
    if rarities.isEmpty { rarities = [Rarities()] }
    body(&rarities[0])
  }
}
