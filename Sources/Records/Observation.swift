/// One figure that an article states, structured so that it can be filtered, summed and checked.
///
/// Transform makes it, Load writes it.
package struct Observation: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case count
    case money
    case percent
    case ratio
    case measure
    case duration
    case age
    case rate
    case multiple
    case index
    case rank
    case score
  }

  package enum Qualifier: String, Sendable, CaseIterable {
    case approximately
    case almost
    case moreThan = "more_than"
    case lessThan = "less_than"
    case atLeast = "at_least"
    case atMost = "at_most"
  }

  /// How the figure moved; a level has none.
  package enum Change: String, Sendable, CaseIterable {
    case increase
    case decrease
    case from
    case to
  }

  package enum Status: String, Sendable, CaseIterable {
    case actual
    case plan
    case target
    case estimate
    case forecast
    case norm
  }

  /// The figure with its unit, exactly as the text has it.
  package var quote: String

  /// Where `quote` lies in the article's text, in Unicode code points from 0, half-open.
  package var characters: Range<Int>

  package var kind: Kind

  /// The number with its magnitude words applied: `1,33 tỷ` is 1330000000.
  package var value: ExactNumber

  /// The upper end of a stated range; `nil` where there is none.
  package var valueMax: ExactNumber?

  /// The whole of a ratio or rank, the other side of a score.
  package var denominator: ExactNumber?

  /// As the text names it: `học sinh`, `đồng`, `%`.
  package var unit: String?

  /// ISO 4217 for money, UCUM for measures, durations, ages and percent; `nil` for counted things.
  package var unitCode: String?

  package var qualifier: Qualifier?
  package var change: Change?

  /// Against what it changed, as the text says it: `cùng kỳ năm 2019`.
  package var changeBase: String?

  package var status: Status

  /// What the figure measures, in the article's own words.
  package var indicator: String?

  /// The class within the indicator: `loại khá`.
  package var category: String?

  /// The most specific administrative unit that the figure is about, in the article's words.
  package var place: String?

  /// Its official code on the article's day; `VN` country-wide; ISO 3166-1 for another country.
  package var placeCode: String?

  /// The first day that the figure is about, `YYYY-MM-DD`.
  package var periodStart: String?

  /// The last, inclusive.
  package var periodEnd: String?

  /// Shared by figures of one article that belong together: a number from 1; `nil` for a loner.
  package var group: Int?

  package var checks: [ArithmeticCheck]

  /// The sentence that holds it, exactly as the text has it.
  package var sentence: String

  /// The share of figures like this one that are right on the annotated articles, 0 to 1.
  package var confidence: Double

  package init(
    quote: String,
    characters: Range<Int>,
    kind: Kind,
    value: ExactNumber,
    valueMax: ExactNumber? = nil,
    denominator: ExactNumber? = nil,
    unit: String? = nil,
    unitCode: String? = nil,
    qualifier: Qualifier? = nil,
    change: Change? = nil,
    changeBase: String? = nil,
    status: Status = .actual,
    indicator: String? = nil,
    category: String? = nil,
    place: String? = nil,
    placeCode: String? = nil,
    periodStart: String? = nil,
    periodEnd: String? = nil,
    group: Int? = nil,
    checks: [ArithmeticCheck] = [],
    sentence: String,
    confidence: Double
  ) {
    self.quote = quote
    self.characters = characters
    self.kind = kind
    self.value = value
    self.valueMax = valueMax
    self.denominator = denominator
    self.unit = unit
    self.unitCode = unitCode
    self.qualifier = qualifier
    self.change = change
    self.changeBase = changeBase
    self.status = status
    self.indicator = indicator
    self.category = category
    self.place = place
    self.placeCode = placeCode
    self.periodStart = periodStart
    self.periodEnd = periodEnd
    self.group = group
    self.checks = checks
    self.sentence = sentence
    self.confidence = confidence
  }
}

/// Arithmetic that a text lets one check, and how it came out.
package struct ArithmeticCheck: Sendable, Equatable {
  package enum Rule: String, Sendable, CaseIterable {
    /// A share against its ratio: 21/333 is 6.3 %.
    case share

    /// Parts against their total: 21 + 246 + 66 = 333.
    case sum

    /// A difference against its levels.
    case difference

    /// A growth rate against its levels.
    case growth
  }

  package var rule: Rule

  /// Whether it holds, within the precision printed.
  package var holds: Bool

  /// What was reckoned, such as `21/333 = 6.3 %`.
  package var statement: String

  package init(rule: Rule, holds: Bool, statement: String) {
    self.rule = rule
    self.holds = holds
    self.statement = statement
  }
}

/// A digit or number word that is no figure, and why.
package struct NotFigure: Sendable, Equatable {
  package var quote: String

  /// In Unicode code points from 0, half-open.
  package var characters: Range<Int>

  /// One of a closed list of codes, such as `date`, `law`, `school_grade`.
  package var reason: String

  package init(quote: String, characters: Range<Int>, reason: String) {
    self.quote = quote
    self.characters = characters
    self.reason = reason
  }
}
