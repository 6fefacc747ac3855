import Records

/// Tells where and when each figure of one article belongs.
struct ContextResolver: Sendable {
  /// What is known of a figure that bears on its place and its time.
  struct Hints: Sendable {
    var kind: Observation.Kind?
    var status: Observation.Status = .actual
    var change: Observation.Change?

    /// As in `Observation.unitCode`.
    var unitCode: String?

    init(
      kind: Observation.Kind? = nil,
      status: Observation.Status = .actual,
      change: Observation.Change? = nil,
      unitCode: String? = nil
    ) {
      self.kind = kind
      self.status = status
      self.change = change
      self.unitCode = unitCode
    }
  }

  let text: ArticleText
  let periods: [PeriodMention]
  let places: [PlaceMention]

  init(
    text: ArticleText,
    headline: String?,
    publishedOn: Day?,
    periods: [PeriodMention],
    places: [PlaceMention]
  ) {
    self.text = text
    self.periods = periods
    self.places = places
  }

  /// The days that a figure is about; open on both sides where the text does not say.
  func period(ofFigureAt tokens: Range<Int>, hints: Hints = Hints()) -> Period {
    Period(start: nil, end: nil)
  }

  /// The most specific place that a figure is about; `nil` where the text does not say.
  func place(ofFigureAt tokens: Range<Int>, hints: Hints = Hints()) -> (
    name: String, code: String?
  )? {
    nil
  }
}
