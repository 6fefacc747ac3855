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
  let topic: ArticleTopic
  let frames: PeriodFrames

  /// - Parameters:
  ///   - text: The article's text.
  ///   - headline: Its headline, which may name the place that the text takes for granted.
  ///   - publishedOn: The day of publication.
  ///   - periods: What `findPeriods(in:publishedOn:)` found in `text`.
  ///   - places: What `findPlaces(in:headline:publishedOn:)` found in it.
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
    frames = PeriodFrames(periods, in: text)
    topic = ArticleTopic(
      text: text,
      headline: headline,
      publishedOn: publishedOn,
      periods: periods,
      places: places
    )
  }

  /// The index of the first of some mentions that begins at a token or later.
  func firstIndex<Mention>(_ mentions: [Mention], from token: Int, start: (Mention) -> Int) -> Int {
    mentions.firstIndex(past: { start($0) >= token })
  }
}
